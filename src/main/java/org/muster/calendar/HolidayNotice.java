package org.muster.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What should be said beside a count of days.
 *
 * @param place whose holidays were counted
 * @param period the days that were counted
 * @param regional where no region is chosen, working days that some regions do not work,
 * and holidays that some do work
 * @param differs whether regions differ at all and none is chosen
 * @param halves half holidays, which are counted as working days
 * @param madeUp weekend days that are worked in exchange for others, which are not
 * counted
 */
public record HolidayNotice(Place place, Period period, List<Regional> regional, boolean differs,
		Map<LocalDate, String> halves, List<LocalDate> madeUp) {

	/** Of so many days one can still be told. */
	private static final int LONGEST_YEARS = 2;

	/** Countries of which there is more to say, {@code calendar.note.UA}. */
	private static final Set<String> NOTED = Set.of("UA", "IN", "CN");

	/**
	 * A day on which regions differ.
	 *
	 * @param names of the regions that keep it, or that work it
	 * @param holiday whether those keep it as a holiday; otherwise they work it
	 */
	public record Regional(LocalDate date, Set<String> names, boolean holiday) {
	}

	static HolidayNotice of(Period period, Place place, Map<LocalDate, String> holidays,
			Function<String, Map<LocalDate, String>> ofRegion) {
		LocalDate last = period.from().plusYears(LONGEST_YEARS);
		Period told = new Period(period.from(), last.isBefore(period.to()) ? last : period.to());
		Map<String, String> regions = (place.region() == null) ? PublicHolidays.regionsThatDiffer(place.country())
				: Map.of();
		Map<LocalDate, String> halves = new TreeMap<>();
		List<LocalDate> madeUp = new ArrayList<>();
		for (int year = told.from().getYear(); year <= told.to().getYear(); year++) {
			halves.putAll(PublicHolidays.halves(year, place));
			madeUp.addAll(PublicHolidays.madeUp(year, place.country()));
		}
		Set<DayOfWeek> weekend = Weekend.of(place);
		halves.keySet().removeIf((date) -> !told.contains(date) || weekend.contains(date.getDayOfWeek()));
		halves.keySet().removeAll(holidays.keySet());
		madeUp.removeIf((date) -> !told.contains(date));
		return new HolidayNotice(place, period, regional(told, place, holidays, regions, ofRegion), !regions.isEmpty(),
				halves, List.copyOf(madeUp));
	}

	private static List<Regional> regional(Period period, Place place, Map<LocalDate, String> holidays,
			Map<String, String> regions, Function<String, Map<LocalDate, String>> ofRegion) {
		Map<LocalDate, Set<String>> kept = new TreeMap<>();
		Map<LocalDate, Set<String>> worked = new TreeMap<>();
		regions.forEach((code, name) -> {
			if (!code.contains(".")) {
				Set<LocalDate> own = ofRegion.apply(code).keySet();
				own.stream()
					.filter((date) -> !holidays.containsKey(date))
					.forEach((date) -> kept.computeIfAbsent(date, (day) -> new TreeSet<>()).add(name));
				holidays.keySet()
					.stream()
					.filter((date) -> !own.contains(date))
					.forEach((date) -> worked.computeIfAbsent(date, (day) -> new TreeSet<>()).add(name));
			}
		});
		List<Regional> found = new ArrayList<>();
		kept.forEach((date, names) -> found.add(new Regional(date, names, true)));
		worked.forEach((date, names) -> found.add(new Regional(date, names, false)));
		Set<DayOfWeek> weekend = Weekend.of(place);
		found.removeIf((one) -> !period.contains(one.date()) || weekend.contains(one.date().getDayOfWeek()));
		found.sort(Comparator.comparing(Regional::date));
		return List.copyOf(found);
	}

	/** How far the calendar of the place can be relied on in the period. */
	public PublicHolidays.Trust trust() {
		return PublicHolidays.trust(this.period, this.place);
	}

	public boolean verified() {
		return trust() == PublicHolidays.Trust.VERIFIED;
	}

	/** The first year in which calendars were compared with others. */
	public String comparedFrom() {
		return String.valueOf(PublicHolidays.COMPARED_FROM);
	}

	/** The last one. */
	public String comparedTo() {
		return String.valueOf(PublicHolidays.COMPARED_TO);
	}

	/** The last year of which all holidays of the place are known. */
	public String until() {
		return String.valueOf(PublicHolidays.until(this.place));
	}

	/** The key of what else there is to say of the country, or {@code null}. */
	public @Nullable String note() {
		return NOTED.contains(this.place.country()) ? "calendar.note." + this.place.country() : null;
	}

}
