package org.muster.forms;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** E-mail addresses as people type and copy them, by the rule of the forms. */
public final class MailAddresses {

	/** As columns have it. */
	public static final int LONGEST = 254;

	/**
	 * Blanks of all widths, and the signs of no width that come along with copied text.
	 */
	private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

	/** What a link and a cell that is marked as text begin with. */
	private static final Pattern AHEAD = Pattern.compile("^(?:mailto:|'+)+", Pattern.CASE_INSENSITIVE);

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	private MailAddresses() {
	}

	private record One(@NotEmpty @MailAddress @Size(max = LONGEST) String address) {
	}

	/** As it is kept and compared, whether or not it is one: empty for none. */
	public static String normal(@Nullable String typed) {
		String text = Inputs.text(typed);
		String bare = (text.length() > 2 * LONGEST) ? text : AROUND.matcher(text).replaceAll("");
		return AHEAD.matcher(bare).replaceFirst("").toLowerCase(Locale.ROOT);
	}

	/** As it is kept and compared; nothing for what a form refuses. */
	public static Optional<String> read(String typed) {
		return Optional.of(normal(typed))
			.filter((address) -> address.length() <= LONGEST
					&& VALIDATOR.validateValue(One.class, "address", address).isEmpty());
	}

}
