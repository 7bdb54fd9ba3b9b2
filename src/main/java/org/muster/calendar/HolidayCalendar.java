package org.muster.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

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
		Map<LocalDate, String> holidays = PublicHolidays.knows(place) ? PublicHolidays.during(period, place)
				: new HashMap<>();
		known().getOrDefault(place.country(), List.of())
			.stream()
			.filter((one) -> one.holdsIn(place))
			.forEach((one) -> one.apply(period, holidays));
		return holidays;
	}

	/**
	 * Another one whenever what administrators have corrected changes: a key of caches.
	 */
	public int version() {
		return known().hashCode();
	}

	/** What should be said beside a count of the days of a period. */
	public HolidayNotice notice(Period period, Place place) {
		return HolidayNotice.of(period, place, during(period, place),
				(region) -> during(period, new Place(place.country(), region)));
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

	/** Follows what other nodes enter. */
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
			.collect(Collectors.groupingBy((one) -> one.place().country()));
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
