package org.muster.calendar;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people call regions besides the names that are shown: in their own language, in
 * those of their neighbours, and by former codes.
 */
final class RegionNames {

	private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

	/** What a region is ahead of its name, folded. */
	private static final Pattern KIND = Pattern.compile(
			"^(?:freistaat|land|bundesland|kanton|canton(?: of| de| du)?|cantone|state(?: of)?|province(?: of| de)?"
					+ "|provincia de|comunidad(?: autonoma)?(?: de| foral de)?|region(?: of| de)?|regiao|regione|county) ");

	/** By country and name, folded. */
	private final Map<String, Map<String, String>> codes = new HashMap<>();

	/** Those that Jollyday lacks: names by country and code. */
	private final Map<String, Map<String, String>> added = new HashMap<>();

	RegionNames() {
		for (String line : HolidayTables.lines("region-names.txt")) {
			String[] sides = line.split("\\s*\\|\\s*", 2);
			String[] head = sides[0].split("\\s*\\+\\s*", 2);
			int dot = head[0].indexOf('.');
			String country = head[0].substring(0, dot);
			String code = head[0].substring(dot + 1);
			if (head.length > 1) {
				this.added.computeIfAbsent(country, (key) -> new LinkedHashMap<>()).put(code, head[1]);
			}
			for (String name : sides[1].split("\\s*,\\s*")) {
				this.codes.computeIfAbsent(country, (key) -> new LinkedHashMap<>()).put(folded(name), code);
			}
		}
	}

	/** Regions that keep the holidays of their country: names by code. */
	Map<String, String> added(String country) {
		return this.added.getOrDefault(country, Map.of());
	}

	/** Other names of the regions of a country, folded, and the codes. */
	Map<String, String> codes(String country) {
		return this.codes.getOrDefault(country, Map.of());
	}

	/**
	 * The one region of a country that is called so.
	 * @param shown names of the regions of the country by code, in one or more languages
	 */
	Optional<String> named(String country, String typed, Map<String, Set<String>> shown) {
		String name = folded(typed);
		String bare = KIND.matcher(name).replaceFirst("");
		String other = codes(country).getOrDefault(name, codes(country).get(bare));
		if (other != null) {
			return Optional.of(other);
		}
		Set<String> found = new HashSet<>();
		shown.forEach((code, names) -> {
			if (names.contains(name) || names.contains(bare)) {
				found.add(code);
			}
		});
		return (found.size() == 1) ? found.stream().findFirst() : Optional.empty();
	}

	/** Without accents, case, and signs between words. */
	static String folded(String text) {
		String plain = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
			.replaceAll("")
			.replace("ß", "ss")
			.replace("ø", "o")
			.replace("ł", "l")
			.replace("æ", "ae")
			.replace("đ", "d")
			.replace("&", " and ");
		return plain.replaceAll("['’‘`´ʼ]", "").replaceAll("[^\\p{L}\\d]+", " ").strip();
	}

}
