package org.muster.numbers;

import java.util.regex.Pattern;

/** Patterns in which words end where their letters do, in whatever language. */
public final class WordPattern {

	private WordPattern() {
	}

	/**
	 * As {@link Pattern#compile(String, int)}, but {@code \b} knows all letters: since
	 * JDK 19 it would know ASCII only, and see the end of a word within "née" or "Kč".
	 */
	public static Pattern compile(String expression, int flags) {
		return Pattern.compile(expression.replace("\\b", "(?U:\\b)"), flags);
	}

	public static Pattern compile(String expression) {
		return compile(expression, 0);
	}

}
