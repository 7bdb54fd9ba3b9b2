package org.muster.forms;

import java.util.regex.Pattern;

/** What of a text that came from outside can be read. */
public final class Legible {

	/**
	 * Control characters that no field has a use for, halves of characters, and what
	 * turns the direction of the text after it: by that a comment could be made to read
	 * otherwise than it was written. Marks of direction stay, which Arabic and Hebrew
	 * need, and joiners, which emoji do.
	 */
	private static final Pattern UNREADABLE = Pattern
		.compile("[[\\p{Cc}&&[^\\t\\n\\r]]\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069\\ufff9-\\ufffb]");

	/** Blanks, and what shows as little as they do. */
	private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\u115f\\u1160\\u2800\\u3164\\uffa0]*");

	private Legible() {
	}

	/** The text without what nobody can read; empty where nothing of it shows. */
	public static String text(String text) {
		String readable = UNREADABLE.matcher(text).replaceAll("");
		return NOTHING.matcher(readable).matches() ? "" : readable;
	}

}
