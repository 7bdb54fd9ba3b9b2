package org.muster.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The days of the week on which a place rests: Saturday and Sunday in most, Friday and
 * Saturday in Israel, Egypt and most states of the Gulf.
 */
public final class Weekend {

	private static final Set<DayOfWeek> USUAL = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private static final Set<DayOfWeek> FRIDAY_SATURDAY = Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

	private static final Map<String, Set<DayOfWeek>> OTHERS = Map.ofEntries(Map.entry("AF", FRIDAY_SATURDAY),
			Map.entry("BD", FRIDAY_SATURDAY), Map.entry("BH", FRIDAY_SATURDAY),
			Map.entry("BN", Set.of(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY)), Map.entry("DJ", FRIDAY_SATURDAY),
			Map.entry("DZ", FRIDAY_SATURDAY), Map.entry("EG", FRIDAY_SATURDAY), Map.entry("IL", FRIDAY_SATURDAY),
			Map.entry("IQ", FRIDAY_SATURDAY), Map.entry("IR", Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)),
			Map.entry("JO", FRIDAY_SATURDAY), Map.entry("KW", FRIDAY_SATURDAY), Map.entry("LY", FRIDAY_SATURDAY),
			Map.entry("MV", FRIDAY_SATURDAY), Map.entry("MY.02", FRIDAY_SATURDAY), Map.entry("MY.03", FRIDAY_SATURDAY),
			Map.entry("MY.11", FRIDAY_SATURDAY), Map.entry("NP", Set.of(DayOfWeek.SATURDAY)),
			Map.entry("OM", FRIDAY_SATURDAY), Map.entry("PS", FRIDAY_SATURDAY), Map.entry("QA", FRIDAY_SATURDAY),
			Map.entry("SA", FRIDAY_SATURDAY), Map.entry("SD", FRIDAY_SATURDAY), Map.entry("SY", FRIDAY_SATURDAY),
			Map.entry("YE", FRIDAY_SATURDAY));

	private Weekend() {
	}

	/**
	 * @param place of which the country may be one that we do not know; {@code null} for
	 * nowhere in particular
	 */
	public static Set<DayOfWeek> of(@Nullable Place place) {
		if (place == null) {
			return USUAL;
		}
		Set<DayOfWeek> country = OTHERS.getOrDefault(place.country(), USUAL);
		return (place.region() != null) ? OTHERS.getOrDefault(place.country() + "." + place.region(), country)
				: country;
	}

	/** The same as text can keep it; {@code null} for Saturday and Sunday. */
	public static @Nullable Allocation asAllocation(Place place) {
		return asAllocation(of(place));
	}

	/** Days as text can keep them; {@code null} for Saturday and Sunday. */
	public static @Nullable Allocation asAllocation(Set<DayOfWeek> days) {
		return days.equals(USUAL) ? null
				: new Allocation(days.stream().collect(Collectors.toMap((day) -> day, (day) -> 2)));
	}

	/**
	 * What {@link #asAllocation} kept.
	 * @param kept {@code null} for Saturday and Sunday
	 */
	public static Set<DayOfWeek> ofAllocation(@Nullable Allocation kept) {
		return (kept != null) ? kept.halves().keySet() : USUAL;
	}

	/** The day itself, or the first one after it that is worked. */
	public static LocalDate workday(LocalDate day, @Nullable Place place) {
		Set<DayOfWeek> rest = of(place);
		LocalDate workday = day;
		while (rest.contains(workday.getDayOfWeek())) {
			workday = workday.plusDays(1);
		}
		return workday;
	}

	/** The days of the week that are worked, from the first after the weekend on. */
	public static Set<DayOfWeek> workdays(@Nullable Place place) {
		EnumSet<DayOfWeek> worked = EnumSet.complementOf(EnumSet.copyOf(of(place)));
		DayOfWeek first = Arrays.stream(DayOfWeek.values())
			.filter((day) -> worked.contains(day) && !worked.contains(day.minus(1)))
			.max((one, other) -> Boolean.compare(worked.contains(one.plus(1)), worked.contains(other.plus(1))))
			.orElse(DayOfWeek.MONDAY);
		Set<DayOfWeek> ordered = new LinkedHashSet<>();
		for (int day = 0; day < DayOfWeek.values().length; day++) {
			if (worked.contains(first.plus(day))) {
				ordered.add(first.plus(day));
			}
		}
		return Collections.unmodifiableSet(ordered);
	}

}
