package org.muster;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class VerifyOnlyTest {

	private final MockEnvironment environment = new MockEnvironment();

	private void choose() {
		new VerifyOnly().postProcessEnvironment(this.environment, new SpringApplication());
	}

	@Test
	void whoeverVerifiesServesNoPageAndMigratesNothing() {
		// As the command line has it: --muster.verify
		this.environment.setProperty("muster.verify", "");
		choose();
		assertThat(this.environment.getProperty("muster.verify", Boolean.class)).isTrue();
		assertThat(this.environment.getProperty("server.port")).isEqualTo("-1");
		assertThat(this.environment.getProperty("spring.flyway.enabled")).isEqualTo("false");
	}

	@Test
	void everybodyElseServesPages() {
		choose();
		this.environment.setProperty("muster.verify", "false");
		choose();
		assertThat(this.environment.getProperty("server.port")).isNull();
	}

}
