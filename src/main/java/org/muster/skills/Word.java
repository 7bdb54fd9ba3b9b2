package org.muster.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text: letters and digits, with the signs that names of languages end with,
 * and the dot that .NET begins with.
 *
 * @param text in lower case
 * @param joined whether only a hyphen, dot, slash, underline or blank stands before it
 */
record Word(String text, int start, int end, boolean joined) {

	static List<Word> of(String text) {
		List<Word> words = new ArrayList<>();
		int position = 0;
		int last = -1;
		while (position < text.length()) {
			if (!begins(text, position)) {
				position++;
				continue;
			}
			int end = end(text, position);
			words.add(new Word(text.substring(position, end).toLowerCase(Locale.ROOT), position, end,
					last >= 0 && joins(text, last, position)));
			position = end;
			last = end;
		}
		return words;
	}

	private static boolean begins(String text, int at) {
		return Character.isLetterOrDigit(text.charAt(at)) || (text.regionMatches(true, at, ".net", 0, 4)
				&& (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
				&& (at + 4 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 4))));
	}

	private static int end(String text, int start) {
		int end = start + 1;
		while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end))
				|| Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK)) {
			end++;
		}
		if (end - start <= 4 && Character.isLetter(text.charAt(end - 1))) {
			if (text.startsWith("++", end)) {
				return end + 2;
			}
			if (text.startsWith("#", end)) {
				return end + 1;
			}
		}
		return end;
	}

	/** One sign, or blanks with at most one new line among them. */
	private static boolean joins(String text, int from, int to) {
		String between = text.substring(from, to);
		if (between.isBlank()) {
			return between.chars().filter((sign) -> sign == '\n').count() < 2;
		}
		return between.length() == 1 && "-./_'’‑".contains(between);
	}

}
