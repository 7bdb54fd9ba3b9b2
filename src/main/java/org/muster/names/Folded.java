package org.muster.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.muster.forms.SearchText;
import org.muster.names.NameInText.Passage;

/**
 * A text in plain letters, as searches compare it, that knows where in the text each of
 * them comes from. Blanks of any kind and number are one blank, or one line break.
 */
final class Folded {

	private static final String LINE = "\n";

	private final StringBuilder plain = new StringBuilder();

	private int[] starts;

	private final int length;

	private Folded(String text, String forInvisible) {
		this.length = text.length();
		this.starts = new int[text.length() + 1];
		for (int at = 0; at < text.length();) {
			int letter = text.codePointAt(at);
			add(isInvisible(letter) ? forInvisible : folded(letter), at);
			at += Character.charCount(letter);
		}
	}

	/**
	 * What nobody sees may stand within a word or between two: both ways, if there is
	 * such.
	 */
	static List<Folded> of(String text) {
		return text.codePoints().anyMatch(Folded::isInvisible) ? List.of(new Folded(text, ""), new Folded(text, " "))
				: List.of(new Folded(text, ""));
	}

	/** An apostrophe is a letter of O'Brien, and ends Weber's. */
	private static boolean isInvisible(int letter) {
		return letter == '\'' || letter == '`' || Character.getType(letter) == Character.FORMAT
				|| letter >= 128 && Character.getType(letter) != Character.NON_SPACING_MARK && !isBlank(letter)
						&& SearchText.fold(Character.toString(letter)).isEmpty();
	}

	private static boolean isBlank(int letter) {
		return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
	}

	private static String folded(int letter) {
		if (isBlank(letter)) {
			return (letter == '\n' || letter == '\r' || letter == '\u2028' || letter == '\u2029') ? LINE : " ";
		}
		if (letter < 128) {
			return Character.toString(Character.toLowerCase(letter));
		}
		return (Character.getType(letter) == Character.DASH_PUNCTUATION) ? "-"
				: SearchText.fold(Character.toString(letter));
	}

	private void add(String letters, int at) {
		int last = this.plain.length() - 1;
		if (last >= 0 && letters.isBlank() && Character.isWhitespace(this.plain.charAt(last))) {
			if (letters.equals(LINE)) {
				this.plain.setCharAt(last, '\n');
			}
			return;
		}
		for (int index = 0; index < letters.length(); index++) {
			if (this.plain.length() == this.starts.length) {
				this.starts = Arrays.copyOf(this.starts, 2 * this.starts.length);
			}
			this.starts[this.plain.length()] = at;
			this.plain.append(letters.charAt(index));
		}
	}

	/** Where in the text a plain letter comes from; behind all, where it ends. */
	int start(int index) {
		return (index < this.plain.length()) ? this.starts[index] : this.length;
	}

	/** Those that a pattern finds and a condition holds of, one behind the other. */
	List<Passage> passages(Pattern pattern, Predicate<Matcher> condition) {
		List<Passage> passages = new ArrayList<>();
		Matcher matcher = pattern.matcher(this.plain);
		for (int from = 0; matcher.find(from);) {
			boolean found = condition.test(matcher);
			if (found) {
				passages.add(new Passage(start(matcher.start()), start(matcher.end())));
			}
			from = (found && matcher.end() > matcher.start()) ? matcher.end() : matcher.start() + 1;
			if (from > this.plain.length()) {
				break;
			}
		}
		return passages;
	}

}
