package org.muster.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import org.jspecify.annotations.Nullable;

/** What Jollyday knows, year by year. */
final class LibraryCalendars {

	/**
	 * The last year that is asked for: the Islamic calendar of Java ends in 2174, and
	 * with it all holidays of a country that has one of those.
	 */
	static final int UNTIL = 2150;

	private static final Set<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes()
		.stream()
		.filter((code) -> code.length() == 2)
		.map((code) -> code.toUpperCase(Locale.ROOT))
		.filter(Set.of(Locale.getISOCountries())::contains)
		.collect(Collectors.toUnmodifiableSet());

	private final Map<String, HolidayManager> managers = new ConcurrentHashMap<>();

	private final Map<YearAt, Map<LocalDate, List<Holiday>>> years = new ConcurrentHashMap<>();

	Set<String> countries() {
		return COUNTRIES;
	}

	/** Names of the regions of a country by their codes, in English. */
	Map<String, String> regions(String country) {
		Map<String, String> regions = new LinkedHashMap<>();
		if (COUNTRIES.contains(country)) {
			collect(manager(country).getCalendarHierarchy(), "", Locale.ENGLISH, null, regions);
		}
		return regions;
	}

	private static void collect(CalendarHierarchy parent, String path, Locale locale, @Nullable String within,
			Map<String, String> regions) {
		parent.getChildren().forEach((id, child) -> {
			String name = child.getDescription(locale);
			// A district and its capital often share a name.
			String named = (within == null || within.equals(name)) ? name : within + ", " + name;
			regions.put(path + id, named);
			collect(child, path + id + ".", locale, named, regions);
		});
	}

	/** What a region is called in a language, or {@code null} if it is not known. */
	@Nullable String regionName(String country, String region, Locale locale) {
		Map<String, String> named = new HashMap<>();
		if (COUNTRIES.contains(country)) {
			collect(manager(country).getCalendarHierarchy(), "", locale, null, named);
		}
		return named.get(region);
	}

	boolean knows(String country, @Nullable String region) {
		return COUNTRIES.contains(country) && (region == null || regions(country).containsKey(region));
	}

	/**
	 * The holidays of a year by date; those too that belong to a holiday of the year
	 * before or after, such as 31 December where New Year's Day falls on a Saturday.
	 * Nothing where the place is not known.
	 */
	Map<LocalDate, List<Holiday>> during(int year, String country, @Nullable String region) {
		return this.years.computeIfAbsent(new YearAt(year, country, region), this::read);
	}

	private Map<LocalDate, List<Holiday>> read(YearAt key) {
		if (key.year() > UNTIL || !knows(key.country(), key.region())) {
			return Map.of();
		}
		String[] region = (key.region() != null) ? key.region().split("\\.") : new String[0];
		Set<Holiday> found = new HashSet<>();
		for (int year = key.year() - 1; year <= key.year() + 1; year++) {
			found.addAll(manager(key.country()).getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region));
		}
		return found.stream()
			.filter((holiday) -> holiday.getDate().getYear() == key.year())
			.collect(Collectors.groupingBy(Holiday::getDate));
	}

	private HolidayManager manager(String country) {
		return this.managers.computeIfAbsent(country, LibraryCalendars::made);
	}

	/**
	 * One at a time: Jollyday looks its own parts up with a loader that two threads must
	 * not share, and the second of two would be told that there are none.
	 */
	private static synchronized HolidayManager made(String country) {
		return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
	}

	private record YearAt(int year, String country, @Nullable String region) {
	}

}
