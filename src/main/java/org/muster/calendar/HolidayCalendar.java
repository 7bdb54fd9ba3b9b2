package org.muster.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The public holidays by which days are counted: those that come with Muster, as
 * administrators have corrected them. What was sent keeps the days that it was counted
 * with.
 */
@Component
public class HolidayCalendar {

	/** What is known of a smaller place counts there, whoever said what when. */
	private static final Comparator<HolidayCorrection> NARROWEST_LAST = Comparator
		.comparingInt(HolidayCorrection::narrowness);

	/** After so many years every day of the year has been there. */
	private static final int LEAP_YEARS = 4;

	private final HolidayCorrections corrections;

	private final Clock clock;

	/** How many changes this node has committed. */
	private final AtomicInteger changes = new AtomicInteger();

	/** By country; {@code null} until they are needed first. */
	private volatile @Nullable Map<String, List<HolidayCorrection>> known;

	HolidayCalendar(HolidayCorrections corrections, Clock clock) {
		this.corrections = corrections;
		this.clock = clock;
	}

	/**
	 * @return the names of the holidays of a period, by date; none where the place is not
	 * known
	 */
	public Map<LocalDate, String> during(Period period, Place place) {
		return corrected(period, place, holding(place));
	}

	private static Map<LocalDate, String> corrected(Period period, Place place, List<HolidayCorrection> holding) {
		Map<LocalDate, String> holidays = PublicHolidays.knows(place) ? PublicHolidays.during(period, place)
				: new HashMap<>();
		holding.forEach((one) -> one.apply(period, holidays));
		return holidays;
	}

	/** The corrections that count in a place, in the order in which they are applied. */
	private List<HolidayCorrection> holding(Place place) {
		return known().getOrDefault(place.canonical().country(), List.of())
			.stream()
			.filter((one) -> one.holdsIn(place))
			.toList();
	}

	/**
	 * Another one whenever what administrators have corrected changes: a key of caches.
	 */
	public int version() {
		return known().hashCode();
	}

	/** What should be said beside a count of the days of a period. */
	public HolidayNotice notice(Period period, Place place) {
		return HolidayNotice.of(period, place, this::during,
				holding(place).stream().filter((one) -> !one.dates(period).isEmpty()).toList());
	}

	/** The same for the coming year. */
	public HolidayNotice notice(Place place) {
		LocalDate today = LocalDate.now(this.clock);
		return notice(new Period(today, today.plusYears(1)), place);
	}

	/** What was corrected in a country, also what was withdrawn; the newest first. */
	public List<HolidayCorrection> corrections(String country) {
		return this.corrections.of(country);
	}

	/**
	 * What administrators did last about each of some days in some places, also what they
	 * withdrew; by date.
	 */
	public List<HolidayCorrection> lastActs(Collection<LocalDate> dates, Collection<Place> places) {
		List<HolidayCorrection> all = places.stream()
			.flatMap((place) -> countriesOf(place).stream())
			.distinct()
			.flatMap((country) -> corrections(country).stream())
			.filter((one) -> places.stream().anyMatch(one::holdsIn))
			.toList();
		return dates.stream()
			.sorted()
			.map((date) -> new Period(date, date))
			.flatMap((day) -> all.stream()
				.filter((one) -> !one.dates(day).isEmpty())
				.max(Comparator.comparing(HolidayCorrection::changedAt).thenComparing(HolidayCorrection::id))
				.stream())
			.distinct()
			.toList();
	}

	private static Set<String> countriesOf(Place place) {
		return Set.copyOf(List.of(place.country(), place.canonical().country()));
	}

	/** Whether all days would be as they are without it, wherever it holds. */
	public boolean isWithoutEffect(HolidayCorrection correction) {
		Period period = new Period(correction.date(),
				correction.yearly() ? correction.date().plusYears(LEAP_YEARS) : correction.date());
		Place place = correction.place();
		return Stream.concat(Stream.of(place), PublicHolidays.parts(place).stream()).allMatch((part) -> {
			List<HolidayCorrection> before = holding(part);
			List<HolidayCorrection> after = Stream.concat(before.stream(), Stream.of(correction))
				.sorted(NARROWEST_LAST)
				.toList();
			return corrected(period, part, before).equals(corrected(period, part, after));
		});
	}

	/** Every node knows of it within a second, this one as soon as it is committed. */
	public void correct(HolidayCorrection correction) {
		this.corrections.add(correction);
		followAfterCommit();
	}

	/**
	 * @return whether it counted until now
	 */
	public boolean withdraw(long id, String by, Instant at) {
		boolean counted = this.corrections.withdraw(id, by, at);
		followAfterCommit();
		return counted;
	}

	private void followAfterCommit() {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			forget();
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				// Read by whoever counts next, who has a connection of their own.
				forget();
			}
		});
	}

	/** On every node: each follows what others enter. */
	@Scheduled(fixedDelay = 1000)
	void follow() {
		read();
	}

	private Map<String, List<HolidayCorrection>> known() {
		Map<String, List<HolidayCorrection>> read = this.known;
		return (read != null) ? read : read();
	}

	private Map<String, List<HolidayCorrection>> read() {
		int before = this.changes.get();
		Map<String, List<HolidayCorrection>> read = this.corrections.active()
			.stream()
			.sorted(NARROWEST_LAST)
			.collect(Collectors.groupingBy((one) -> one.place().canonical().country()));
		keep(read, before);
		return read;
	}

	/** What was read before a change was committed is not kept after it. */
	private synchronized void keep(Map<String, List<HolidayCorrection>> read, int before) {
		if (this.changes.get() == before) {
			this.known = read;
		}
	}

	private synchronized void forget() {
		this.changes.incrementAndGet();
		this.known = null;
	}

}
