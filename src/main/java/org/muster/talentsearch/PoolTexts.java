package org.muster.talentsearch;

import java.util.List;
import java.util.Locale;

import org.muster.forms.Formats;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How parts of a search are written on the page. */
@Component
public class PoolTexts {

	private final MessageSource messages;

	private final Formats formats;

	private final String currency;

	PoolTexts(MessageSource messages, Formats formats, @Value("${muster.currency}") String currency) {
		this.messages = messages;
		this.formats = formats;
		this.currency = currency;
	}

	/**
	 * @param kind a key below {@code talentsearch.q} in the message bundle
	 */
	public String text(String kind, List<Object> arguments) {
		Object[] written = arguments.stream().map((argument) -> written(kind, argument)).toArray();
		return message("talentsearch.q." + kind, written);
	}

	private Object written(String kind, Object argument) {
		if (argument instanceof Seniority || argument instanceof JobRole || argument instanceof Employment
				|| argument instanceof WorkMode) {
			String family = kind.startsWith("seniority") ? "seniority" : kind;
			return message("consultants." + family + "." + argument);
		}
		if (argument instanceof java.time.LocalDate date) {
			return this.formats.date(date);
		}
		if (kind.startsWith("rate.")) {
			return this.formats.rate(new java.math.BigDecimal(argument.toString()), this.currency);
		}
		return switch (kind) {
			case "country" -> this.formats.country(argument.toString());
			case "language" -> this.formats.language(argument.toString());
			case "language.level" ->
				(argument instanceof LanguageLevel) ? argument.toString() : this.formats.language(argument.toString());
			case "rating" -> Formats.decimal((Double) argument);
			// As a number, so that the message can tell one from many.
			case "days", "years" -> new java.math.BigDecimal(argument.toString());
			default -> argument.toString();
		};
	}

	private String message(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
