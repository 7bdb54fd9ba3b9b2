package org.muster.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;

/** Public holidays by country and region, as Jollyday knows them. */
public final class PublicHolidays {

	private static final Map<String, HolidayManager> MANAGERS = new ConcurrentHashMap<>();

	private static final Map<String, Map<String, String>> REGIONS = new ConcurrentHashMap<>();

	private static final Map<YearAt, Set<Holiday>> ALL = new ConcurrentHashMap<>();

	private static final Map<YearAt, Map<LocalDate, String>> YEARS = new ConcurrentHashMap<>();

	private static final Set<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes()
		.stream()
		.filter((code) -> code.length() == 2)
		.map((code) -> code.toUpperCase(Locale.ROOT))
		.filter(Set.of(Locale.getISOCountries())::contains)
		.collect(Collectors.toUnmodifiableSet());

	private PublicHolidays() {
	}

	/** The countries whose holidays are known, ISO 3166 alpha-2. */
	public static Set<String> countries() {
		return COUNTRIES;
	}

	/**
	 * The regions of a country, and the parts of those that have holidays of their own,
	 * by name: names by the code that {@link Place} takes, such as {@code by} for Bavaria
	 * and {@code by.ag} for Augsburg.
	 */
	public static Map<String, String> regions(String country) {
		return REGIONS.computeIfAbsent(country, (code) -> {
			Map<String, String> regions = new HashMap<>();
			collect(manager(code).getCalendarHierarchy(), "", "", regions);
			Map<String, String> sorted = new LinkedHashMap<>();
			regions.entrySet()
				.stream()
				.sorted(Map.Entry.comparingByValue())
				.forEach((region) -> sorted.put(region.getKey(), region.getValue()));
			return Collections.unmodifiableMap(sorted);
		});
	}

	/**
	 * What the region of a place is called; in English in languages in which that is not
	 * known, and its code where it is none.
	 */
	public static String regionName(Place place, Locale locale) {
		String region = Objects.requireNonNullElse(place.region(), "");
		CalendarHierarchy at = manager(place.country()).getCalendarHierarchy();
		StringJoiner name = new StringJoiner(", ");
		for (String part : region.split("\\.")) {
			CalendarHierarchy child = at.getChildren().get(part);
			if (child == null) {
				return region;
			}
			name.add(child.getDescription(locale));
			at = child;
		}
		return name.toString();
	}

	private static void collect(CalendarHierarchy parent, String path, String name, Map<String, String> regions) {
		parent.getChildren().forEach((id, child) -> {
			String named = name + child.getDescription(Locale.ENGLISH);
			regions.put(path + id, named);
			collect(child, path + id + ".", named + ", ", regions);
		});
	}

	/**
	 * A region by its code in whatever case, with whatever sign between its parts; a part
	 * of a region by its own code too, where no other has it.
	 * @param country one whose holidays are known
	 * @return the code that {@link Place} takes
	 */
	public static Optional<String> region(String country, String typed) {
		String sought = typed.strip().replaceAll("[-/_ ]", ".").toLowerCase(Locale.ROOT);
		Set<String> codes = regions(country).keySet();
		return codes.stream()
			.filter((code) -> code.toLowerCase(Locale.ROOT).equals(sought))
			.findFirst()
			.or(() -> only(
					codes.stream().filter((code) -> code.toLowerCase(Locale.ROOT).endsWith("." + sought)).toList()));
	}

	private static Optional<String> only(List<String> codes) {
		return (codes.size() == 1) ? Optional.of(codes.get(0)) : Optional.empty();
	}

	public static boolean knows(Place place) {
		String region = place.region();
		return COUNTRIES.contains(place.country()) && (region == null || regions(place.country()).containsKey(region));
	}

	/**
	 * @return the names of the holidays of a period, by date
	 * @throws IllegalArgumentException if the country or region is not known
	 */
	public static Map<LocalDate, String> during(Period period, Place place) {
		Map<LocalDate, String> found = new HashMap<>();
		for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
			found.putAll(YEARS.computeIfAbsent(new YearAt(year, place), PublicHolidays::names));
		}
		found.keySet().removeIf((date) -> !period.contains(date));
		return found;
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

	/** The holiday of a day, if there is one and no more. */
	public static Optional<Named> on(LocalDate date, Place place) {
		List<Named> found = holidays(date.getYear(), place).stream()
			.filter((holiday) -> holiday.getDate().equals(date))
			.map(Named::new)
			.toList();
		return (found.size() == 1) ? Optional.of(found.get(0)) : Optional.empty();
	}

	private static Set<Holiday> holidays(int year, Place place) {
		return ALL.computeIfAbsent(new YearAt(year, place), PublicHolidays::read);
	}

	private static Set<Holiday> read(YearAt key) {
		Place place = key.place();
		if (!knows(place)) {
			throw new IllegalArgumentException("No public holidays are known for " + place);
		}
		String[] region = (place.region() != null) ? place.region().split("\\.") : new String[0];
		return manager(place.country()).getHolidays(Year.of(key.year()), HolidayType.PUBLIC_HOLIDAY, region);
	}

	private static Map<LocalDate, String> names(YearAt key) {
		return holidays(key.year(), key.place()).stream()
			.collect(Collectors.toUnmodifiableMap(Holiday::getDate, PublicHolidays::name,
					(one, other) -> one.equals(other) ? one : one + ", " + other));
	}

	private static String name(Holiday holiday) {
		return holiday.getDescription(Locale.ENGLISH);
	}

	private static HolidayManager manager(String country) {
		if (!COUNTRIES.contains(country)) {
			throw new IllegalArgumentException("No public holidays are known for " + country);
		}
		return MANAGERS.computeIfAbsent(country,
				(code) -> HolidayManager.getInstance(ManagerParameters.create(code.toLowerCase(Locale.ROOT))));
	}

	private record YearAt(int year, Place place) {
	}

}
