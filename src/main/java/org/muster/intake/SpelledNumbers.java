package org.muster.intake;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.muster.numbers.WordPattern;

/** Numbers as people write them. */
final class SpelledNumbers {

	private static final List<String> NUMBERS = List.of("zero", "one", "two", "three", "four", "five", "six", "seven",
			"eight", "nine", "ten", "eleven", "twelve");

	/** A number of up to three digits, or a word up to twelve. */
	static final String NUMBER = "(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

	private SpelledNumbers() {
	}

	static int number(String text) {
		int index = NUMBERS.indexOf(text.toLowerCase(Locale.ROOT));
		return (index >= 0) ? index : Integer.parseInt(text);
	}

	/** Matches words in whatever case. */
	static Pattern pattern(String expression) {
		return WordPattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
