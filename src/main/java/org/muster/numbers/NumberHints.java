package org.muster.numbers;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Formats;

import org.springframework.beans.BeansException;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.context.MessageSource;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.stereotype.Component;

/** Says beside a field how a number that could be read two ways was understood. */
@Component
public class NumberHints {

	private final MessageSource messages;

	private final Formats formats;

	NumberHints(MessageSource messages, Formats formats) {
		this.messages = messages;
		this.formats = formats;
	}

	/**
	 * What goes with a field for a number.
	 *
	 * @param kind what the number counts
	 * @param text how it was understood; empty where that is plain
	 * @param currency of an amount, or {@code null} where it is none or the form has a
	 * field for it
	 */
	public record Hint(NumberKind kind, String text, @Nullable String currency) {
	}

	/**
	 * @param form the object that the field belongs to
	 * @param path of the field, such as {@code lines[0].billRate}
	 * @param given what it counts, where the form has no {@link NumberText} for it
	 * @param currency of its amounts; {@code null} where the form has a field for it
	 * @return {@code null} if the field is for no number
	 */
	public @Nullable Hint of(@Nullable Object form, String path, @Nullable NumberKind given,
			@Nullable String currency) {
		if (form == null) {
			return null;
		}
		DirectFieldAccessor fields = new DirectFieldAccessor(form);
		NumberKind kind = (given != null) ? given : kind(fields, path);
		if (kind == null) {
			return null;
		}
		String of = (currency != null || !kind.range().unit().isMoney()) ? currency : typed(fields, "currency");
		return new Hint(kind, text(kind.range(), typed(fields, path), of), currency);
	}

	private static @Nullable NumberKind kind(DirectFieldAccessor fields, String path) {
		NumberText number = annotation(fields, path);
		return (number != null) ? number.value() : null;
	}

	/** What a form says of one of its fields. */
	static @Nullable NumberText annotation(Object form, String path) {
		return annotation(new DirectFieldAccessor(form), path);
	}

	private static @Nullable NumberText annotation(DirectFieldAccessor fields, String path) {
		try {
			TypeDescriptor field = fields.getPropertyTypeDescriptor(path);
			return (field != null) ? field.getAnnotation(NumberText.class) : null;
		}
		catch (BeansException ex) {
			// A row that is not there yet.
			return null;
		}
	}

	private static @Nullable String typed(DirectFieldAccessor fields, String path) {
		try {
			return (fields.getPropertyValue(path) instanceof String text) ? text : null;
		}
		catch (BeansException ex) {
			return null;
		}
	}

	/**
	 * "Read as 1,250" for 1.250; empty for what can be read in one way only.
	 * @param currency of amounts, if it is known
	 */
	public String text(NumberRange range, @Nullable String typed, @Nullable String currency) {
		NumberReading reading = (currency != null) ? range.understood(typed, currency.strip().toUpperCase(Locale.ROOT))
				: range.understood(typed);
		return (reading == null || !reading.isAmbiguous()) ? "" : Objects.requireNonNull(this.messages
			.getMessage("forms.number.read", new Object[] { this.formats.plain(reading.value()) }, Locale.ENGLISH));
	}

}
