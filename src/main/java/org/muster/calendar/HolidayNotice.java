package org.muster.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What should be said beside a count of days.
 *
 * @param place whose holidays were counted
 * @param period the days that were counted
 * @param regional working days that some parts of the place do not work, and holidays
 * that some do work
 * @param halves half holidays, which are counted as working days
 * @param madeUp weekend days that are worked in exchange for others, which are not
 * counted
 * @param corrections what administrators have corrected in the period, the smallest place
 * last
 */
public record HolidayNotice(Place place, Period period, List<Regional> regional, Map<LocalDate, String> halves,
		List<LocalDate> madeUp, List<HolidayCorrection> corrections) {

	/** Of so many days one can still be told. */
	private static final int LONGEST_YEARS = 2;

	/** Countries of which there is more to say, {@code calendar.note.UA}. */
	private static final Set<String> NOTED = Set.of("UA", "IN", "CN");

	/**
	 * A day on which parts of a place differ.
	 *
	 * @param names of the parts that keep it, or that work it
	 * @param holiday whether those keep it as a holiday; otherwise they work it
	 */
	public record Regional(LocalDate date, Set<String> names, boolean holiday) {
	}

	static HolidayNotice of(Period period, Place place, BiFunction<Period, Place, Map<LocalDate, String>> calendar,
			List<HolidayCorrection> corrections) {
		LocalDate last = period.from().plusYears(LONGEST_YEARS);
		Period told = new Period(period.from(), last.isBefore(period.to()) ? last : period.to());
		Map<LocalDate, String> holidays = calendar.apply(told, place);
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
		Differences differences = new Differences(place, holidays.keySet());
		differences.compare(told, (part) -> calendar.apply(told, part).keySet());
		return new HolidayNotice(place, period, differences.onWorkingDays(weekend), halves, List.copyOf(madeUp),
				corrections);
	}

	/**
	 * Collects where parts of a place keep other holidays than the place.
	 *
	 * @param holidays of the place
	 * @param kept names of the parts that keep a day as a holiday
	 * @param worked names of those that work on a holiday
	 */
	private record Differences(Place place, Set<LocalDate> holidays, Map<LocalDate, Set<String>> kept,
			Map<LocalDate, Set<String>> worked) {

		Differences(Place place, Set<LocalDate> holidays) {
			this(place, holidays, new TreeMap<>(), new TreeMap<>());
		}

		void compare(Period told, Function<Place, Set<LocalDate>> calendar) {
			Map<Place, Set<LocalDate>> all = new HashMap<>();
			all.put(this.place, this.holidays);
			PublicHolidays.parts(this.place).forEach((part) -> all.put(part, calendar.apply(part)));
			all.forEach((part, own) -> {
				if (!part.equals(this.place)) {
					compare(part, own, all.getOrDefault(PublicHolidays.larger(part), this.holidays));
				}
				except(told, part, own);
			});
		}

		/** A part of a region is named where it differs from that too. */
		private void compare(Place part, Set<LocalDate> own, Set<LocalDate> larger) {
			String name = PublicHolidays.regions(part.country()).getOrDefault(part.region(), "");
			own.stream()
				.filter((date) -> !this.holidays.contains(date))
				.filter((date) -> isDirect(part) || !larger.contains(date))
				.forEach((date) -> put(this.kept, date, name));
			this.holidays.stream()
				.filter((date) -> !own.contains(date))
				.filter((date) -> isDirect(part) || larger.contains(date))
				.forEach((date) -> put(this.worked, date, name));
		}

		private boolean isDirect(Place part) {
			return PublicHolidays.larger(part).equals(this.place);
		}

		/** Towns and districts that have no calendar of their own. */
		private void except(Period told, Place part, Set<LocalDate> own) {
			for (int year = told.from().getYear(); year <= told.to().getYear(); year++) {
				PublicHolidays.exceptions(year, part).forEach((date, towns) -> {
					if (own.contains(date)) {
						put(this.worked, date, towns);
					}
				});
			}
		}

		private static void put(Map<LocalDate, Set<String>> days, LocalDate date, String name) {
			days.computeIfAbsent(date, (day) -> new TreeSet<>()).add(name);
		}

		List<Regional> onWorkingDays(Set<DayOfWeek> weekend) {
			List<Regional> found = new ArrayList<>();
			this.kept.forEach((date, names) -> found.add(new Regional(date, names, true)));
			this.worked.forEach((date, names) -> found.add(new Regional(date, names, false)));
			found.removeIf((one) -> weekend.contains(one.date().getDayOfWeek()));
			found.sort(Comparator.comparing(Regional::date));
			return List.copyOf(found);
		}

	}

	/**
	 * The same beside a count of days that are worked by some patterns. Where all of them
	 * take a weekend day that is made up, it is counted.
	 */
	public HolidayNotice beside(Collection<WorkPattern> patterns) {
		List<LocalDate> uncounted = this.madeUp.stream()
			.filter((date) -> patterns.stream().anyMatch((pattern) -> pattern.on(date) == 0))
			.toList();
		return new HolidayNotice(this.place, this.period, this.regional, this.halves, uncounted, this.corrections);
	}

	/** Whether regions differ and none is chosen. */
	public boolean asksForRegion() {
		return this.place.region() == null && !PublicHolidays.regionsThatDiffer(this.place.country()).isEmpty();
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
