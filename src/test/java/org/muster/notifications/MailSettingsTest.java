package org.muster.notifications;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailHealthContributorAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.mail.health.MailHealthIndicator;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

class MailSettingsTest {

	private final ApplicationContextRunner portal = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withConfiguration(
				AutoConfigurations.of(MailSenderAutoConfiguration.class, MailHealthContributorAutoConfiguration.class))
		.withPropertyValues("spring.mail.host=mail.example.test");

	@Test
	void noStepOfTalkingToAMailServerWaitsForEver() {
		this.portal.run((context) -> assertThat(context.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
			.containsKeys("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout",
					"mail.smtps.connectiontimeout", "mail.smtps.timeout", "mail.smtps.writetimeout"));
	}

	@Test
	void aMailServerThatIsAwayMakesNoNodeUnhealthy() {
		this.portal.run((context) -> assertThat(context).doesNotHaveBean(MailHealthIndicator.class));
	}

}
