package org.muster.uploads;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * In which of the old single-byte encodings text is most likely written: where its words
 * look least strange, and among those that are alike where the countries that it names
 * are written. It stays a guess, which pages say.
 */
final class EncodingGuess {

	/** The likely ones first. */
	static final List<String> KNOWN = List
		.of("windows-1252", "ISO-8859-15", "windows-1250", "ISO-8859-2", "windows-1254", "windows-1251", "windows-1253",
				"IBM850", "x-MacRoman")
		.stream()
		.filter(Charset::isSupported)
		.toList();

	private static final Set<String> CENTRAL = Set.of("windows-1250", "ISO-8859-2");

	/** Of other scripts: their letters stand together, never alone among Latin ones. */
	private static final Set<String> OTHER_SCRIPTS = Set.of("windows-1251", "windows-1253");

	private static final Map<String, Set<String>> HINTS = Map.of("windows-1250", words(
			"czechia czech tschechien tcheque cesko cz poland polska polen pologne pl hungary magyarorszag ungarn hu"
					+ " slovakia slovensko slowakei sk slovenia slovenija slowenien si croatia hrvatska kroatien hr"
					+ " romania rumanien ro prague praha prag warsaw warszawa krakow brno budapest bratislava ljubljana"
					+ " zagreb bucharest"),
			"windows-1254", words("turkey turkiye turkei turquie tr istanbul ankara izmir"), "windows-1251",
			words("russia russland russie ru ukraine ukraina ua bulgaria bulgarien bg belarus by moscow kyiv sofia"),
			"windows-1253", words("greece griechenland grece hellas gr cyprus cy athens athen"), "windows-1252",
			words("france frankreich fr spain espana spanien es portugal pt brazil brasil br sweden sverige schweden se"
					+ " norway norge norwegen no denmark danmark dk finland suomi fi iceland island is italy italia it"));

	private static final int LONGEST_HINT = 16;

	private static final int IMPOSSIBLE = 100;

	private final List<String> tables = KNOWN.stream().map(Charset::forName).map(EncodingGuess::table).toList();

	private final long[] strange = new long[KNOWN.size()];

	private final long[] hints = new long[KNOWN.size()];

	private final StringBuilder word = new StringBuilder();

	/** How many letters of a word outside ASCII stand together. */
	private int run;

	/** Characters of UTF-8, and bytes that are none. */
	private long wellFormed;

	private long malformed;

	/** How many more bytes the character of UTF-8 has. */
	private int expected;

	private static Set<String> words(String text) {
		return Set.of(text.split(" "));
	}

	/** What each byte stands for. */
	private static String table(Charset charset) {
		byte[] all = new byte[256];
		for (int one = 0; one < all.length; one++) {
			all[one] = (byte) one;
		}
		return new String(all, charset);
	}

	/** The next byte, with those beside it; 0 after the last. */
	void take(int before, int now, int after) {
		utf8(now);
		hint(now);
		if (now < 0x80) {
			this.run = 0;
			return;
		}
		this.run++;
		for (int at = 0; at < KNOWN.size(); at++) {
			this.strange[at] += strangeness(KNOWN.get(at), this.tables.get(at), before, now, after);
		}
	}

	private void utf8(int now) {
		if (this.expected > 0 && (now & 0xc0) == 0x80) {
			this.expected--;
			this.wellFormed += (this.expected == 0) ? 1 : 0;
			return;
		}
		this.malformed += (this.expected > 0) ? 1 : 0;
		this.expected = (now >= 0xc2 && now < 0xe0) ? 1
				: (now >= 0xe0 && now < 0xf0) ? 2 : (now >= 0xf0 && now < 0xf5) ? 3 : 0;
		this.malformed += (now >= 0x80 && this.expected == 0) ? 1 : 0;
	}

	/** Names of countries and cities, and the ends of addresses. */
	private void hint(int now) {
		if (now < 0x80 && Character.isLetter(now)) {
			if (this.word.length() <= LONGEST_HINT) {
				this.word.append((char) now);
			}
			return;
		}
		if (!this.word.isEmpty() && now < 0x80) {
			String said = this.word.toString().toLowerCase(Locale.ROOT);
			for (int at = 0; at < KNOWN.size(); at++) {
				this.hints[at] += HINTS.getOrDefault(KNOWN.get(at), Set.of()).contains(said) ? 1 : 0;
			}
		}
		this.word.setLength(0);
	}

	/**
	 * UTF-8 for text most of which is: a few bytes that are not shall not spoil the rest.
	 */
	Charset best() {
		if (this.wellFormed > this.malformed) {
			return StandardCharsets.UTF_8;
		}
		int best = 0;
		for (int at = 1; at < KNOWN.size(); at++) {
			boolean isLess = this.strange[at] < this.strange[best];
			boolean isLikelier = this.strange[at] == this.strange[best] && this.hints[at] > this.hints[best];
			best = (isLess || isLikelier) ? at : best;
		}
		return Charset.forName(KNOWN.get(best));
	}

	/** How unlikely a byte is between two others: words consist of letters. */
	private int strangeness(String encoding, String table, int before, int now, int after) {
		char sign = table.charAt(now);
		char left = table.charAt(before);
		char right = table.charAt(after);
		if (Character.isLetter(sign)) {
			return OTHER_SCRIPTS.contains(encoding) ? alone(sign, left, right)
					: latin(CENTRAL.contains(encoding), sign, left, right);
		}
		if (sign == '\ufffd' || Character.isISOControl(sign)) {
			return IMPOSSIBLE;
		}
		if (sign == '¤') {
			return 2;
		}
		boolean begun = Character.isLetter(left);
		boolean follows = Character.isLetter(right);
		if ("´’‘·–—".indexOf(sign) >= 0) {
			return (sign == '´' && !begun && follows) ? 1 : 0;
		}
		if ("«»“”„‚‹›…™°§®".indexOf(sign) >= 0) {
			return (begun && follows || "®™".indexOf(sign) >= 0 && follows) ? 1 : 0;
		}
		return (begun || follows) ? 1 : 0;
	}

	/** A letter of another script beside a Latin one. */
	private static int alone(char sign, char left, char right) {
		boolean other = sign > 0x24f;
		boolean beside = Character.isLetter(left) && left > 0x24f || Character.isLetter(right) && right > 0x24f;
		boolean latin = Character.isLetter(left) && left <= 0x24f || Character.isLetter(right) && right <= 0x24f;
		return (other && beside && !latin) ? 0 : 2;
	}

	/** Letters that no language writes so. */
	private int latin(boolean isCentral, char sign, char left, char right) {
		boolean follows = Character.isLetter(right);
		int strange = (Character.isUpperCase(sign) && Character.isLowerCase(left)) ? 1 : 0;
		// So many letters with accents together are another script; Żółć is Polish.
		strange += (this.run >= (isCentral ? 5 : 3)) ? 2 : 0;
		if (!isCentral) {
			boolean wrong = switch (sign) {
				case 'õ' -> follows && right != 'e' && right != 's';
				case 'ø', 'Ø' -> "áíìèéùýÁÍ".indexOf(left) >= 0 || "áíìèéùýÁÍ".indexOf(right) >= 0;
				case 'ì' -> follows;
				case 'È' -> right >= 'a' && right <= 'z' && "aeiou".indexOf(right) >= 0;
				case 'ƒ', 'ª', 'º', 'µ' -> true;
				default -> false;
			};
			strange += wrong ? 1 : 0;
		}
		return strange;
	}

}
