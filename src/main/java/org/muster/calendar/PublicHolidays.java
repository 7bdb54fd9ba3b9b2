package org.muster.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import de.focus_shift.jollyday.core.Holiday;
import org.jspecify.annotations.Nullable;

/**
 * Public holidays by country and region: those of the tables of our own, of Jollyday
 * where we have none, and the corrections that come with Muster. What administrators
 * correct is in {@link HolidayCalendar}, which counts days.
 */
public final class PublicHolidays {

	private static final LibraryCalendars LIBRARY = new LibraryCalendars();

	private static final HolidayTables TABLES = new HolidayTables();

	/** Nobody lives there for long. */
	private static final Set<String> UNINHABITED = Set.of("AQ", "BV", "GS", "HM", "IO", "TF", "UM");

	/** In which regions may be named. */
	private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH,
			Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"), Locale.ITALIAN, Locale.forLanguageTag("nl"));

	private static final RegionNames NAMES = new RegionNames();

	/** By country and code all names of a region, folded. */
	private static final Map<String, Map<String, Set<String>>> FOLDED = new ConcurrentHashMap<>();

	private static final Map<String, Map<String, String>> REGIONS = new ConcurrentHashMap<>();

	private static final Map<YearAt, Map<LocalDate, String>> YEARS = new ConcurrentHashMap<>();

	private static final Map<String, Map<String, String>> DIFFERENT = new ConcurrentHashMap<>();

	/** The first year in which our calendars were compared with others. */
	static final int COMPARED_FROM = 2025;

	/** The last one. */
	static final int COMPARED_TO = 2030;

	private static final Set<String> VERIFIED = HolidayTables.verified();

	private static final Set<String> COUNTRIES = countriesKnown();

	private PublicHolidays() {
	}

	private static Set<String> countriesKnown() {
		Set<String> countries = new TreeSet<>(LIBRARY.countries());
		countries.addAll(TABLES.countries());
		countries.removeAll(UNINHABITED);
		return Collections.unmodifiableSet(countries);
	}

	/** The countries whose holidays are known, ISO 3166 alpha-2. */
	public static Set<String> countries() {
		return COUNTRIES;
	}

	/**
	 * The regions of a country, and the parts of those, by name: names by the code that
	 * {@link Place} takes, such as {@code by} for Bavaria and {@code by.ag} for Augsburg.
	 */
	public static Map<String, String> regions(String country) {
		return REGIONS.computeIfAbsent(country, (code) -> {
			Map<String, String> regions = LIBRARY.regions(code);
			TABLES.regions(code).forEach(regions::putIfAbsent);
			NAMES.added(code).forEach(regions::putIfAbsent);
			Map<String, String> sorted = new LinkedHashMap<>();
			regions.entrySet()
				.stream()
				.sorted(Map.Entry.comparingByValue())
				.forEach((region) -> sorted.put(region.getKey(), region.getValue()));
			return Collections.unmodifiableMap(sorted);
		});
	}

	/**
	 * The regions of a country that one has to choose from: those whose holidays are not
	 * those of the whole country in each of the years that were compared, and those that
	 * have rules of their own, so that they can be corrected; names by code.
	 */
	public static Map<String, String> regionsThatDiffer(String country) {
		return DIFFERENT.computeIfAbsent(country, (code) -> {
			Map<String, String> differing = new LinkedHashMap<>(regions(code));
			// Åland is offered as the country that addresses are in.
			differing.keySet()
				.removeIf((region) -> new Place(code, region).equals(Place.ALAND)
						|| (!hasOwnRules(new Place(code, region))
								&& isSame(new Place(code, region), new Place(code, null))));
			return Collections.unmodifiableMap(differing);
		});
	}

	/** The same, with one that was chosen before. */
	public static Map<String, String> choices(String country, @Nullable String chosen) {
		Map<String, String> differing = regionsThatDiffer(country);
		if (chosen == null || differing.containsKey(chosen) || !regions(country).containsKey(chosen)) {
			return differing;
		}
		Map<String, String> choices = new LinkedHashMap<>(differing);
		choices.put(chosen, Objects.requireNonNull(regions(country).get(chosen)));
		return choices;
	}

	/** How far the holidays of a place can be relied on in all of a period. */
	static Trust trust(Period period, Place place) {
		if (period.to().getYear() > until(place)) {
			return Trust.NOT_COVERED;
		}
		if (!isVerified(place)) {
			return Trust.NOT_COMPARED;
		}
		return (period.from().getYear() < COMPARED_FROM || period.to().getYear() > COMPARED_TO)
				? Trust.OTHER_YEARS_COMPARED : Trust.VERIFIED;
	}

	/** The last year of which all holidays of a place are known. */
	static int until(Place place) {
		return paths(place).stream().mapToInt(TABLES::until).reduce(LibraryCalendars.UNTIL, Math::min);
	}

	/**
	 * Whether the holidays of a place were compared with its law or an official list and
	 * with two more sources; where it has those of the place that it is part of, whether
	 * theirs were.
	 */
	static boolean isVerified(Place place) {
		String region = place.region();
		if (region == null) {
			return VERIFIED.contains(place.country());
		}
		if (VERIFIED.contains((place.country() + "." + region).toUpperCase(Locale.ROOT))) {
			return true;
		}
		Place larger = larger(place);
		// Own rules that come to the same days are not as sure as those of the larger.
		return !isOfOurOwn(place) && isSame(place, larger) && isVerified(larger);
	}

	private static boolean isSame(Place one, Place other) {
		return compared().allMatch((year) -> of(year, one).keySet().equals(of(year, other).keySet()));
	}

	private static IntStream compared() {
		return IntStream.rangeClosed(COMPARED_FROM, COMPARED_TO);
	}

	private static boolean isOfOurOwn(Place region) {
		return TABLES.mentions(region.country() + "." + region.region());
	}

	/**
	 * Whether something is known of a region itself, even if it comes to the same days.
	 */
	private static boolean hasOwnRules(Place region) {
		Place larger = larger(region);
		return isOfOurOwn(region) || LIBRARY.knows(region.country(), region.region())
				&& compared().anyMatch((year) -> !LIBRARY.during(year, region.country(), region.region())
					.keySet()
					.equals(LIBRARY.during(year, larger.country(), larger.region()).keySet()));
	}

	/**
	 * What the region of a place is called; in English in languages in which that is not
	 * known, and its code where it is none.
	 */
	public static String regionName(Place place, Locale locale) {
		String region = Objects.requireNonNullElse(place.region(), "");
		String named = LIBRARY.regionName(place.country(), region, locale);
		return (named != null) ? named : regions(place.country()).getOrDefault(region, region);
	}

	/**
	 * A region by its code in whatever case, with whatever sign between its parts, with
	 * or without its country; a part of a region by its own code too, where no other has
	 * it; and by its name in one of the languages that we speak.
	 * @param country one whose holidays are known
	 * @return the code that {@link Place} takes
	 */
	public static Optional<String> region(String country, String typed) {
		String bare = typed.strip().replaceFirst("(?i)^" + country + "[-._ ](?=\\w)", "");
		String sought = bare.replaceAll("[-/_ ]", ".").toLowerCase(Locale.ROOT);
		Set<String> codes = regions(country).keySet();
		return codes.stream()
			.filter((code) -> code.toLowerCase(Locale.ROOT).equals(sought))
			.findFirst()
			.or(() -> only(
					codes.stream().filter((code) -> code.toLowerCase(Locale.ROOT).endsWith("." + sought)).toList()))
			.or(() -> regionNamed(country, typed.strip()));
	}

	private static Optional<String> regionNamed(String country, String name) {
		for (Map.Entry<String, String> region : regions(country).entrySet()) {
			if (region.getValue().equalsIgnoreCase(name)) {
				return Optional.of(region.getKey());
			}
		}
		return NAMES.named(country, name, FOLDED.computeIfAbsent(country, PublicHolidays::folded));
	}

	private static Map<String, Set<String>> folded(String country) {
		Map<String, Set<String>> folded = new HashMap<>();
		regions(country).keySet()
			.forEach((code) -> folded.put(code,
					SPOKEN.stream()
						.map((language) -> RegionNames.folded(regionName(new Place(country, code), language)))
						.collect(Collectors.toSet())));
		return folded;
	}

	/** Other names of the regions of a country, and their codes. */
	static Map<String, String> otherNames(String country) {
		return NAMES.codes(country);
	}

	private static Optional<String> only(List<String> codes) {
		return (codes.size() == 1) ? Optional.of(codes.get(0)) : Optional.empty();
	}

	public static boolean knows(Place place) {
		String region = place.region();
		return COUNTRIES.contains(place.country()) && (region == null || regions(place.country()).containsKey(region));
	}

	/**
	 * Without what administrators have corrected: where days are counted,
	 * {@link HolidayCalendar#during} is to be asked.
	 * @return the names of the holidays of a period, by date
	 * @throws IllegalArgumentException if the country or region is not known
	 */
	public static Map<LocalDate, String> during(Period period, Place place) {
		Map<LocalDate, String> found = new HashMap<>();
		for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
			found.putAll(of(year, place));
		}
		found.keySet().removeIf((date) -> !period.contains(date));
		return found;
	}

	/** The names of the holidays of a year, by date. */
	static Map<LocalDate, String> of(int year, Place place) {
		return YEARS.computeIfAbsent(new YearAt(year, place), PublicHolidays::read);
	}

	/** Names of half holidays, which are worked in the morning, by date. */
	static Map<LocalDate, String> halves(int year, Place place) {
		Map<LocalDate, String> halves = new HashMap<>();
		paths(place).forEach((path) -> halves.putAll(TABLES.halves(path, year)));
		return halves;
	}

	/** Weekend days of a country that are worked in exchange for others. */
	static List<LocalDate> madeUp(int year, String country) {
		return TABLES.madeUp(country, year);
	}

	private static Map<LocalDate, String> read(YearAt key) {
		Place place = key.place();
		if (!knows(place)) {
			throw new IllegalArgumentException("No public holidays are known for " + place);
		}
		Map<LocalDate, String> days = new HashMap<>();
		if (TABLES.has(place.country(), key.year()) || !LIBRARY.knows(place.country(), null)) {
			TABLES.apply(place.country(), key.year(), days);
			days.replaceAll((date, name) -> named(LIBRARY.during(key.year(), place.country(), null), date, name));
		}
		else {
			LIBRARY.during(key.year(), place.country(), null).forEach((date, found) -> days.put(date, names(found)));
		}
		String within = null;
		for (String region : codes(place)) {
			add(key.year(), place.country(), within, region, days);
			within = region;
		}
		paths(place).forEach((path) -> TABLES.correct(path, key.year(), days));
		return Map.copyOf(days);
	}

	/** What a region has besides the country or region that it belongs to. */
	private static void add(int year, String country, @Nullable String within, String region,
			Map<LocalDate, String> days) {
		String path = country + "." + region;
		Map<LocalDate, List<Holiday>> known = LIBRARY.during(year, country, region);
		if (TABLES.has(path, year)) {
			TABLES.apply(path, year, days);
			days.replaceAll((date, name) -> named(known, date, name));
		}
		else {
			Set<LocalDate> larger = LIBRARY.during(year, country, within).keySet();
			known.forEach((date, found) -> {
				if (!larger.contains(date)) {
					days.putIfAbsent(date, names(found));
				}
			});
		}
	}

	/** As Jollyday has it where it has one on that day, since it knows more languages. */
	private static String named(Map<LocalDate, List<Holiday>> known, LocalDate date, String name) {
		List<Holiday> found = known.getOrDefault(date, List.of());
		return (found.size() == 1 && !name.contains("(expected)")) ? names(found) : name;
	}

	private static String names(List<Holiday> holidays) {
		return holidays.stream()
			.map((holiday) -> holiday.getDescription(Locale.ENGLISH))
			.distinct()
			.sorted()
			.collect(Collectors.joining(", "));
	}

	/** The regions that belong to a place, and their parts. */
	static List<Place> parts(Place place) {
		return regions(place.country()).keySet()
			.stream()
			.filter((code) -> place.region() == null || code.startsWith(place.region() + "."))
			.map((code) -> new Place(place.country(), code))
			.toList();
	}

	/** The place that a region belongs to directly: a larger region, or the country. */
	static Place larger(Place place) {
		String region = Objects.requireNonNull(place.region());
		int dot = region.lastIndexOf('.');
		return new Place(place.country(), (dot > 0) ? region.substring(0, dot) : null);
	}

	/** Where in a place itself a holiday of a year is not kept, by date. */
	static Map<LocalDate, String> exceptions(int year, Place place) {
		List<String> paths = paths(place);
		return TABLES.exceptions(paths.get(paths.size() - 1), year);
	}

	/** Codes of the region of a place and of those it is part of, the largest first. */
	private static List<String> codes(Place place) {
		List<String> parts = new ArrayList<>();
		String region = place.region();
		if (region != null) {
			for (int dot = region.indexOf('.'); dot > 0; dot = region.indexOf('.', dot + 1)) {
				parts.add(region.substring(0, dot));
			}
			parts.add(region);
		}
		return parts;
	}

	private static List<String> paths(Place place) {
		List<String> paths = new ArrayList<>();
		paths.add(place.country());
		if (place.region() == null) {
			paths.add(place.country() + ".-");
		}
		codes(place).forEach((region) -> paths.add(place.country() + "." + region));
		return paths;
	}

	/** How far a calendar can be relied on. */
	public enum Trust {

		/** Compared with law or an official list and two more sources, each year. */
		VERIFIED,

		/** Compared, but not in each of the years. */
		OTHER_YEARS_COMPARED,

		/** Not confirmed by law, or not by others. */
		NOT_COMPARED,

		/** It ends before the period does: holidays are missing. */
		NOT_COVERED

	}

	/** A public holiday. */
	public static final class Named {

		private final Holiday holiday;

		private Named(Holiday holiday) {
			this.holiday = holiday;
		}

		/** What it is called; in English in languages in which that is not known. */
		public String name(Locale locale) {
			return this.holiday.getDescription(locale);
		}

		/** The same for the same feast in every country. */
		public String key() {
			String key = this.holiday.getPropertiesKey();
			return key.substring(key.lastIndexOf('.') + 1);
		}

	}

	/**
	 * The holiday of a day in the languages that Jollyday knows, if it has one there and
	 * no more.
	 */
	public static Optional<Named> on(LocalDate date, Place place) {
		List<Holiday> found = LIBRARY.during(date.getYear(), place.country(), place.region())
			.getOrDefault(date, List.of());
		return (found.size() == 1) ? Optional.of(new Named(found.get(0))) : Optional.empty();
	}

	private record YearAt(int year, Place place) {
	}

}
