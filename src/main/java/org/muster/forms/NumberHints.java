package org.muster.forms;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.context.MessageSource;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.stereotype.Component;

/** Says beside a field how a number that could be read two ways was understood. */
@Component
public class NumberHints {

	private final MessageSource messages;

	private final Shown shown;

	NumberHints(MessageSource messages, Shown shown) {
		this.messages = messages;
		this.shown = shown;
	}

	/**
	 * What goes with a field for a number.
	 *
	 * @param kind what the number counts
	 * @param text how it was understood; empty where that is plain
	 */
	public record Hint(NumberKind kind, String text) {
	}

	/**
	 * @param form the object that the field belongs to
	 * @param path of the field, such as {@code lines[0].billRate}
	 * @param given what it counts, where the form has no {@link NumberText} for it
	 * @return {@code null} if the field is for no number
	 */
	public @Nullable Hint of(@Nullable Object form, String path, @Nullable NumberKind given) {
		if (form == null) {
			return null;
		}
		DirectFieldAccessor fields = new DirectFieldAccessor(form);
		NumberKind kind = (given != null) ? given : kind(fields, path);
		return (kind != null) ? new Hint(kind, text(kind.range(), typed(fields, path))) : null;
	}

	private static @Nullable NumberKind kind(DirectFieldAccessor fields, String path) {
		try {
			TypeDescriptor field = fields.getPropertyTypeDescriptor(path);
			NumberText number = (field != null) ? field.getAnnotation(NumberText.class) : null;
			return (number != null) ? number.value() : null;
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

	/** "Read as 1,250" for 1.250; empty for what can be read in one way only. */
	public String text(NumberRange range, @Nullable String typed) {
		NumberReading reading = range.understood(typed);
		return (reading == null || !reading.isAmbiguous()) ? "" : Objects.requireNonNull(this.messages
			.getMessage("forms.number.read", new Object[] { this.shown.plain(reading.value()) }, Locale.ENGLISH));
	}

}
