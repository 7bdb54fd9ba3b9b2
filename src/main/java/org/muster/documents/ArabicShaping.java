package org.muster.documents;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Gives Arabic letters the form that they have beside their neighbours, as characters of
 * the presentation forms (The Unicode Standard, chapter 9.2): for writers of PDF, which
 * put one glyph after the other. Text is in logical order.
 */
final class ArabicShaping {

	private static final char LAM = '\u0644';

	private static final char TATWEEL = '\u0640';

	private static final char JOINER = '\u200d';

	private static final Map<Character, Map<Form, Character>> LETTERS = letters();

	/** Lam with each alef: alone; the form after a joining letter is the next. */
	private static final Map<Character, Character> LAM_WITH_ALEF = Map.of('\u0622', '\ufef5', '\u0623', '\ufef7',
			'\u0625', '\ufef9', '\u0627', '\ufefb');

	private ArabicShaping() {
	}

	private enum Form {

		ISOLATED, FINAL, INITIAL, MEDIAL

	}

	/** By the letter that each presentation form is compatible with. */
	private static Map<Character, Map<Form, Character>> letters() {
		Map<Character, Map<Form, Character>> letters = new HashMap<>();
		for (char code = '\ufb50'; code <= '\ufefc'; code++) {
			String name = Character.getName(code);
			String letter = Normalizer.normalize(String.valueOf(code), Normalizer.Form.NFKC);
			if (name == null || letter.length() != 1 || name.contains("UIGHUR")) {
				continue;
			}
			for (Form form : Form.values()) {
				if (name.endsWith(" " + form + " FORM")) {
					letters.computeIfAbsent(letter.charAt(0), (one) -> new EnumMap<>(Form.class)).put(form, code);
				}
			}
		}
		return letters;
	}

	static String shape(String text) {
		StringBuilder shaped = new StringBuilder(text.length());
		for (int at = 0; at < text.length(); at++) {
			char letter = text.charAt(at);
			boolean joined = joinsNext(before(text, at));
			int next = next(text, at);
			Character ligature = (letter == LAM && next == at + 1) ? LAM_WITH_ALEF.get(text.charAt(next)) : null;
			if (ligature != null) {
				shaped.append((char) (ligature + (joined ? 1 : 0)));
				at = next;
			}
			else {
				shaped.append(formed(letter, joined, next < text.length() && joinsPrevious(text.charAt(next))));
			}
		}
		return shaped.toString();
	}

	/** The letters again. */
	static String unshape(String text) {
		StringBuilder letters = new StringBuilder(text.length());
		text.chars().forEach((code) -> {
			boolean form = code >= 0xfb50 && code <= 0xfdff || code >= 0xfe70 && code <= 0xfefc;
			letters.append(form ? Normalizer.normalize(String.valueOf((char) code), Normalizer.Form.NFKC)
					: String.valueOf((char) code));
		});
		return letters.toString();
	}

	private static char formed(char letter, boolean joined, boolean joining) {
		Map<Form, Character> forms = LETTERS.getOrDefault(letter, Map.of());
		Form form = forms.containsKey(Form.INITIAL) && joining ? (joined ? Form.MEDIAL : Form.INITIAL)
				: (joined ? Form.FINAL : Form.ISOLATED);
		return forms.getOrDefault(form, forms.getOrDefault(Form.ISOLATED, letter));
	}

	private static boolean joinsNext(@Nullable Character letter) {
		return letter != null && (letter == TATWEEL || letter == JOINER
				|| LETTERS.getOrDefault(letter, Map.of()).containsKey(Form.INITIAL));
	}

	private static boolean joinsPrevious(char letter) {
		return letter == TATWEEL || letter == JOINER || LETTERS.getOrDefault(letter, Map.of()).containsKey(Form.FINAL);
	}

	private static @Nullable Character before(String text, int at) {
		int found = at - 1;
		while (found >= 0 && isMark(text.charAt(found))) {
			found--;
		}
		return (found >= 0) ? text.charAt(found) : null;
	}

	private static int next(String text, int at) {
		int found = at + 1;
		while (found < text.length() && isMark(text.charAt(found))) {
			found++;
		}
		return found;
	}

	/** Marks above and below do not part letters. */
	private static boolean isMark(char sign) {
		return Character.getType(sign) == Character.NON_SPACING_MARK;
	}

}
