package org.muster.requests;

import java.time.LocalDate;
import java.util.Locale;

import org.muster.forms.Formats;
import org.muster.money.Money;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says contradictions in words. */
@Component("guidanceWords")
class GuidanceWords {

	private final MessageSource messages;

	private final Formats formats;

	GuidanceWords(MessageSource messages, Formats formats) {
		this.messages = messages;
		this.formats = formats;
	}

	public String say(Guidance.Contradiction one) {
		return message(one.key(), one.args().stream().map(this::argument).toArray());
	}

	private Object argument(Object argument) {
		if (argument instanceof LocalDate date) {
			return this.formats.date(date);
		}
		if (argument instanceof Money amount) {
			return this.formats.rate(amount.amount(), amount.currency().getCurrencyCode());
		}
		return (argument instanceof String key && key.contains(".") && !key.matches("[\\d.]+")) ? message(key)
				: argument;
	}

	private String message(String key, Object... args) {
		return this.messages.getMessage(key, args, Locale.ENGLISH);
	}

}
