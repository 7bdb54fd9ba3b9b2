package org.muster.vocabulary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.forms.SearchText;

/**
 * Countries and regions as tables name them: by their codes, ISO 3166-1 alpha-2 and
 * alpha-3 and ISO 3166-2, and by their names in the languages that are offered.
 */
final class CountryNames {

	private static final Map<String, String> USUAL = Map.ofEntries(Map.entry("uk", "GB"), Map.entry("u k", "GB"),
			Map.entry("great britain", "GB"), Map.entry("britain", "GB"), Map.entry("grossbritannien", "GB"),
			Map.entry("grande bretagne", "GB"), Map.entry("gran bretana", "GB"), Map.entry("gra bretanha", "GB"),
			Map.entry("ceska republika", "CZ"), Map.entry("cesko", "CZ"), Map.entry("eua", "US"),
			Map.entry("ee uu", "US"), Map.entry("eeuu", "US"), Map.entry("e u a", "US"), Map.entry("hong kong", "HK"),
			Map.entry("hongkong", "HK"), Map.entry("macau", "MO"), Map.entry("macao", "MO"),
			Map.entry("korea, republic of", "KR"), Map.entry("moldova, republic of", "MD"),
			Map.entry("iran, islamic republic of", "IR"), Map.entry("taiwan, province of china", "TW"),
			Map.entry("vr china", "CN"), Map.entry("volksrepublik china", "CN"), Map.entry("prc", "CN"),
			Map.entry("p r china", "CN"), Map.entry("weissrussland", "BY"), Map.entry("bielorussie", "BY"),
			Map.entry("usa", "US"), Map.entry("u s a", "US"), Map.entry("u s", "US"), Map.entry("america", "US"),
			Map.entry("united states of america", "US"), Map.entry("holland", "NL"), Map.entry("czechia", "CZ"),
			Map.entry("czech republic", "CZ"), Map.entry("tschechische republik", "CZ"),
			Map.entry("slovak republic", "SK"), Map.entry("republic of ireland", "IE"), Map.entry("eire", "IE"),
			Map.entry("el", "GR"), Map.entry("turkey", "TR"), Map.entry("korea", "KR"),
			Map.entry("republic of korea", "KR"), Map.entry("south korea", "KR"), Map.entry("russia", "RU"),
			Map.entry("russian federation", "RU"), Map.entry("viet nam", "VN"), Map.entry("macedonia", "MK"),
			Map.entry("bosnia", "BA"), Map.entry("uae", "AE"), Map.entry("d", "DE"), Map.entry("brd", "DE"),
			Map.entry("frg", "DE"), Map.entry("ivory coast", "CI"), Map.entry("bosnien herzegowina", "BA"),
			Map.entry("bosnia herzegovina", "BA"), Map.entry("bosnie herzegovine", "BA"), Map.entry("cape verde", "CV"),
			Map.entry("republic of moldova", "MD"));

	/** Parts of the United Kingdom that people call their country. */
	private static final Map<String, String> PARTS = Map.ofEntries(Map.entry("england", "england"),
			Map.entry("angleterre", "england"), Map.entry("inglaterra", "england"), Map.entry("scotland", "scotland"),
			Map.entry("schottland", "scotland"), Map.entry("ecosse", "scotland"), Map.entry("escocia", "scotland"),
			Map.entry("wales", "wales"), Map.entry("pays de galles", "wales"), Map.entry("gales", "wales"),
			Map.entry("northern ireland", "northern ireland"), Map.entry("nordirland", "northern ireland"),
			Map.entry("irlande du nord", "northern ireland"), Map.entry("irlanda del norte", "northern ireland"),
			Map.entry("irlanda do norte", "northern ireland"));

	/** Before a name; what follows in three letters or less may be a code of its own. */
	private static final Pattern ARTICLE = Pattern
		.compile("^(?:the|die|der|das|les|le|la|los|las|el|os|o|a|de) (?=.{4}|uk$|us$|eua$)");

	/** ISO 3166-2, such as {@code DE-BY}. */
	private static final Pattern SUBDIVISION = Pattern.compile("\\s*(\\p{Alpha}{2})[-_]([\\p{Alpha}\\d]{1,3})\\s*");

	private static final Pattern KIND = Pattern.compile(
			"^(?:freistaat|land|bundesland|kanton|canton(?: of| de| du)?|cantone|state(?: of)?|province(?: of| de)?"
					+ "|provincia de|comunidad(?: autonoma)?(?: de| foral de)?|region(?: of| de)?|regiao|county) ");

	/** As pages are written, and in each of the languages. */
	private static final List<Locale> READERS = Stream
		.concat(Stream.of(Locale.UK), Languages.OFFERED.stream().map(Locale::forLanguageTag))
		.toList();

	private static final Map<String, String> COUNTRIES = countries();

	private static final Map<String, Map<String, String>> REGIONS = new ConcurrentHashMap<>();

	private CountryNames() {
	}

	/** The code of a country whose holidays are known. */
	static Optional<String> country(String text) {
		Matcher subdivision = SUBDIVISION.matcher(text);
		if (subdivision.matches()) {
			return ofSubdivision(subdivision.group(1), subdivision.group(2));
		}
		String code = COUNTRIES.get(plain(text));
		if (code == null && text.strip().matches("\\p{L}+\\s.*")) {
			code = COUNTRIES.get(ARTICLE.matcher(plain(text)).replaceFirst(""));
		}
		return Optional.ofNullable(code).or(() -> byParts(text));
	}

	/** Nothing where the second part means another country and no region of the first. */
	private static Optional<String> ofSubdivision(String first, String second) {
		String other = COUNTRIES.get(plain(second));
		return Optional.ofNullable(COUNTRIES.get(plain(first)))
			.filter((country) -> other == null || other.equals(country)
					|| PublicHolidays.region(country, second).isPresent());
	}

	/**
	 * Of the country whose part a text names, or beside whose name or code it names a
	 * part.
	 */
	static Optional<String> regionOfCountry(String text) {
		Matcher subdivision = SUBDIVISION.matcher(text);
		if (subdivision.matches()) {
			return country(text).flatMap((country) -> PublicHolidays.region(country, subdivision.group(2)));
		}
		String[] parts = parts(text);
		return Optional.ofNullable(PARTS.get(plain(text)))
			.flatMap((part) -> region("GB", part))
			.or(() -> (parts.length == 2 && COUNTRIES.containsKey(plain(parts[0]))
					&& !COUNTRIES.containsKey(plain(parts[1])))
							? country(parts[0]).flatMap((country) -> region(country, parts[1])) : Optional.empty());
	}

	private static String[] parts(String text) {
		return text.split("[-–/,()]");
	}

	/**
	 * {@code Germany (DE)}, {@code DE - Germany}: parts that mean the same; and
	 * {@code Germany, Berlin}.
	 */
	private static Optional<String> byParts(String text) {
		Set<String> found = new HashSet<>();
		String[] parts = parts(text);
		if (parts.length > 1 && parts.length <= 3) {
			for (String part : parts) {
				found.add(part.isBlank() ? "" : COUNTRIES.getOrDefault(plain(part), "?"));
			}
			found.remove("");
		}
		Optional<String> same = (found.size() == 1) ? found.stream().filter((code) -> !code.equals("?")).findFirst()
				: Optional.empty();
		return same.or(() -> regionOfCountry(text).flatMap((region) -> country(parts[0])));
	}

	/**
	 * The code of a region, as {@link Place} takes it; also of a part of a region, where
	 * no other part of the country is called the same.
	 */
	static Optional<String> region(String country, String text) {
		String code = text.strip().replaceFirst("(?i)^" + Pattern.quote(country) + "[-_ /.]", "");
		Optional<String> byCode = PublicHolidays.region(country, code);
		if (byCode.isPresent()) {
			return byCode;
		}
		Map<String, String> regions = REGIONS.computeIfAbsent(country, CountryNames::regions);
		String name = KIND.matcher(plain(text)).replaceFirst("");
		return Optional.ofNullable(regions.get(name));
	}

	/**
	 * Codes by names, those of parts behind those of regions; what means several is left
	 * out.
	 */
	private static Map<String, String> regions(String country) {
		Map<String, Set<String>> whole = new HashMap<>();
		Map<String, Set<String>> parts = new HashMap<>();
		for (String region : PublicHolidays.regions(country).keySet()) {
			for (Locale reader : READERS) {
				String name = PublicHolidays.regionName(new Place(country, region), reader);
				whole.computeIfAbsent(KIND.matcher(plain(name)).replaceFirst(""), (key) -> new HashSet<>()).add(region);
				parts.computeIfAbsent(plain(name.substring(name.lastIndexOf(',') + 1)), (key) -> new HashSet<>())
					.add(region);
			}
		}
		parts.putAll(whole);
		parts.values().removeIf((regions) -> regions.size() > 1);
		return parts.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (entry) -> entry.getValue().iterator().next()));
	}

	private static String plain(String text) {
		return SearchText.fold(bare(text));
	}

	private static String bare(String text) {
		return text.replace('.', ' ').replace('_', ' ').replace("&", " and ");
	}

	private static Map<String, String> countries() {
		Map<String, String> names = new HashMap<>();
		for (Locale reader : READERS) {
			for (String code : PublicHolidays.countries()) {
				SearchText.forms(bare(locale(code).getDisplayCountry(reader)))
					.forEach((name) -> names.putIfAbsent(name, code));
			}
		}
		for (String code : PublicHolidays.countries()) {
			names.put(plain(code), code);
			try {
				names.put(plain(locale(code).getISO3Country()), code);
			}
			catch (MissingResourceException ex) {
				// Kosovo, for one, has no code of three letters.
			}
		}
		PARTS.keySet().forEach((name) -> names.put(name, "GB"));
		USUAL.forEach((name, code) -> {
			if (PublicHolidays.countries().contains(code)) {
				names.put(name, code);
			}
		});
		return Map.copyOf(names);
	}

	private static Locale locale(String code) {
		return new Locale.Builder().setRegion(code).build();
	}

}
