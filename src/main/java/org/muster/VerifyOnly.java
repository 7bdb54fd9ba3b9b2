package org.muster;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * A portal that is started to verify what is sealed: no page is served, the schema is not
 * migrated, and nothing that waits is done. It needs everything else to read what it
 * verifies.
 */
class VerifyOnly implements EnvironmentPostProcessor, Ordered {

	private static final String VERIFY = "muster.verify";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.containsProperty(VERIFY) && !"false".equals(environment.getProperty(VERIFY))) {
			environment.getPropertySources()
				.addFirst(new MapPropertySource("verifyOnly",
						Map.of(VERIFY, "true", "server.port", "-1", "spring.flyway.enabled", "false",
								"spring.modulith.events.republish-outstanding-events-on-restart", "false",
								"spring.main.banner-mode", "off", "logging.level.root", "warn")));
		}
	}

	/** After the configuration files have been read. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
