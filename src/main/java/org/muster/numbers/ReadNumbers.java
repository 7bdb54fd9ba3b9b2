package org.muster.numbers;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Inputs;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;

/**
 * How numbers of the form that is being sent were understood, where they could be read
 * two ways. The page after saving says so: whoever has no scripts, or is quicker than the
 * hint beside the field, would not see it otherwise.
 */
public final class ReadNumbers {

	/** Under which the page after saving finds them. */
	static final String ATTRIBUTE = "readNumbers";

	private ReadNumbers() {
	}

	/**
	 * A typed number and what it was read as.
	 *
	 * @param label the message that is the label of its field; empty where that is not
	 * known
	 * @param currency which that message may take
	 */
	public record ReadNumber(String label, @Nullable String currency, String typed,
			BigDecimal value) implements Serializable {

		/** Of the message that is the label. */
		public Object[] arguments() {
			return Stream.ofNullable(this.currency).toArray();
		}

	}

	/**
	 * Takes note of a number; of what can be read in one way only, and outside of
	 * requests, it does nothing.
	 * @param label the message that is the label of its field; empty where that is not
	 * known
	 * @param currency of an amount, or {@code null}
	 */
	public static void note(String label, NumberRange range, @Nullable String typed, @Nullable String currency) {
		NumberReading reading = (currency != null) ? range.understood(typed, currency) : range.understood(typed);
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (reading == null || !reading.isAmbiguous() || request == null) {
			return;
		}
		// What does not lead to another page shows the hint beside the field itself, and
		// nothing of this is kept.
		Object flash = request.getAttribute(DispatcherServlet.OUTPUT_FLASH_MAP_ATTRIBUTE,
				RequestAttributes.SCOPE_REQUEST);
		if (flash instanceof FlashMap next) {
			Set<ReadNumber> read = new LinkedHashSet<>();
			if (next.get(ATTRIBUTE) instanceof Set<?> before) {
				before.forEach((one) -> read.add((ReadNumber) one));
			}
			read.add(new ReadNumber(label, currency, Inputs.text(typed), reading.value()));
			next.put(ATTRIBUTE, read);
		}
	}

}
