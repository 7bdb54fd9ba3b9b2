package org.muster.forms;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Text as searches compare it: without case, accents and apostrophes, with single blanks
 * and with plain letters for ß, ø, ł, æ and others. So people find names that they cannot
 * type, or write as it is usual elsewhere. Both databases and the memory compare alike,
 * since only folded text is compared.
 */
public final class SearchText {

	private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

	private static final Pattern APOSTROPHES = Pattern
		.compile("['’‘‛`´ʼʹʻ′＇\\u02bc\\u00ad\\u200b-\\u200f\\u2060\\ufeff]");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2007\\u202f\\p{Pd}]+");

	/** A part of {@code P-2026-1234}, but not one of its letters alone. */
	private static final Pattern REFERENCE = Pattern.compile("(?=.*[-\\d])[a-z\\d-]+");

	private static final Map<Character, String> LETTERS = Map.ofEntries(Map.entry('ß', "ss"), Map.entry('ø', "o"),
			Map.entry('ł', "l"), Map.entry('æ', "ae"), Map.entry('œ', "oe"), Map.entry('đ', "d"), Map.entry('ð', "d"),
			Map.entry('þ', "th"), Map.entry('ı', "i"), Map.entry('ħ', "h"), Map.entry('ŧ', "t"), Map.entry('ŋ', "n"),
			Map.entry('ə', "e"), Map.entry('ĸ', "k"), Map.entry('ƒ', "f"), Map.entry('ς', "σ"));

	/** How German and the Scandinavian languages spell letters that a keyboard lacks. */
	private static final Map<Character, String> SPELT = Map.of('ä', "ae", 'ö', "oe", 'ü', "ue", 'ø', "oe", 'å', "aa");

	private static final char ESCAPE = '!';

	private SearchText() {
	}

	/** In plain letters: {@code muller} for Müller. */
	public static String fold(String text) {
		return fold(text, Map.of());
	}

	/** With letters spelt out: {@code mueller} for Müller. */
	private static String spelt(String text) {
		return fold(text, SPELT);
	}

	private static String fold(String text, Map<Character, String> spelt) {
		String lower = APOSTROPHES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
			.replaceAll("")
			.toLowerCase(Locale.ROOT);
		String plain = MARKS.matcher(Normalizer.normalize(replaced(lower, spelt), Normalizer.Form.NFKD)).replaceAll("");
		return BLANKS.matcher(replaced(plain.toLowerCase(Locale.ROOT), LETTERS)).replaceAll(" ").strip();
	}

	private static String replaced(String text, Map<Character, String> letters) {
		StringBuilder replaced = new StringBuilder(text.length());
		for (int at = 0; at < text.length(); at++) {
			String letter = letters.get(text.charAt(at));
			if (letter != null) {
				replaced.append(letter);
			}
			else {
				replaced.append(text.charAt(at));
			}
		}
		return replaced.toString();
	}

	/** The ways in which a text may be written without its special letters. */
	public static Set<String> forms(String text) {
		Set<String> forms = new LinkedHashSet<>();
		forms.add(fold(text));
		forms.add(spelt(text));
		forms.add(fold(APOSTROPHES.matcher(text).replaceAll(" ")));
		return forms;
	}

	/**
	 * What a column holds that is searched for parts of some texts: every form, one below
	 * the other.
	 * @param longest how many characters the column takes
	 */
	public static String column(int longest, @Nullable String... texts) {
		StringBuilder column = new StringBuilder();
		for (String text : texts) {
			if (text != null) {
				forms(text).forEach((form) -> column.append(form).append('\n'));
			}
		}
		return column.substring(0, Math.min(longest, column.length()));
	}

	/** Whether a text contains another, however both are written. */
	public static boolean contains(String text, String sought) {
		Set<String> forms = forms(text);
		return forms(sought).stream().anyMatch((form) -> forms.stream().anyMatch((one) -> one.contains(form)));
	}

	/**
	 * What somebody looks for, as patterns of {@code like … escape '!'}. Signs that
	 * databases take for others are taken literally.
	 *
	 * @param typed whether anything was typed at all
	 * @param plain in plain letters
	 * @param spelt with letters spelt out
	 * @param exact as it was typed, in lower case, for references
	 * @param referring whether it can be a part of a reference: others are not looked at
	 */
	public record Sought(boolean typed, String plain, String spelt, String exact, boolean referring) {

		/** Whether there are two ways to write it, or one that is looked for once. */
		public boolean twofold() {
			return !this.plain.equals(this.spelt);
		}

	}

	public static Sought sought(@Nullable String text) {
		String typed = Inputs.text(text);
		String exact = typed.toLowerCase(Locale.ROOT);
		return new Sought(!typed.isEmpty(), pattern(fold(typed), exact), pattern(spelt(typed), exact),
				pattern(exact, exact), REFERENCE.matcher(exact).matches());
	}

	/** Text of which nothing is left without apostrophes is in no name. */
	private static String pattern(String folded, String exact) {
		return "%" + literal(folded.isEmpty() ? exact : folded) + "%";
	}

	/** Text within a pattern of {@code like … escape '!'}. */
	public static String literal(String text) {
		return text.replaceAll("[!%_]", ESCAPE + "$0");
	}

}
