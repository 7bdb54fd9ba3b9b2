package org.muster.requests;

import org.junit.jupiter.api.Test;
import org.muster.forms.Formats;
import org.muster.money.Money;
import org.muster.requests.Guidance.Contradiction;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class GuidanceWordsTest {

	@Test
	void amountsBesideADraftAreGroupedAndHaveAsManyDecimalsAsTheirCurrency() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/requests");
		messages.setDefaultEncoding("UTF-8");
		GuidanceWords words = new GuidanceWords(messages, new Formats());
		assertThat(words.say(Contradiction.of("budget", Money.of("12345.00", "EUR"), Money.of("1234567.5", "EUR"))))
			.contains("12,345\u00a0EUR", "1,234,567.50\u00a0EUR");
		assertThat(words.say(Contradiction.of("cap", Money.of("1400", "EUR"), Money.of("1450.5", "EUR"))))
			.contains("1,400\u00a0EUR a day", "1,450.50\u00a0EUR");
	}

}
