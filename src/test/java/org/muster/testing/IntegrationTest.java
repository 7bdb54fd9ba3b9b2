package org.muster.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** On the real schema, on H2 and once more on MySQL; one context for all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("integration")
@ExtendWith(TestDatabase.class)
@SpringBootTest(properties = { "muster.attachments.folder=target/attachments", "muster.seal.folder=target/seal",
		"spring.modulith.events.staleness.check-interval=1s", "muster.scraper.password=" + IntegrationTest.SCRAPER })
@AutoConfigureMockMvc
@Import({ World.class, Pages.class, Statements.Configuration.class })
public @interface IntegrationTest {

	/** The password of whoever collects figures. */
	String SCRAPER = "the scraper of the tests";

}
