package org.muster.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator knows better about the public holidays of a place.
 *
 * @param place of which it holds, and of the regions that belong to it
 * @param date the day, or the first of those where it is yearly
 * @param name of the holiday; {@code null} for a day that is worked
 * @param reason why, with the source
 * @param byName who entered it
 * @param createdAt since when it is known
 * @param withdrawnBy who withdrew it, or {@code null}
 */
public record HolidayCorrection(long id, Place place, Kind kind, LocalDate date, boolean yearly, @Nullable String name,
		String reason, String byName, Instant createdAt, @Nullable String withdrawnBy, @Nullable Instant withdrawnAt) {

	/** What the day is. */
	public enum Kind {

		/** A public holiday. */
		HOLIDAY,

		/** A working day. */
		WORKING,

		/** A public holiday of another name. */
		RENAMED

	}

	/** Whether it counts in a place. */
	boolean holdsIn(Place other) {
		String region = this.place.canonical().region();
		String sought = other.canonical().region();
		return this.place.canonical().country().equals(other.canonical().country())
				&& (region == null || (sought != null && (sought.equals(region) || sought.startsWith(region + "."))));
	}

	/** Those of its days that a period has. */
	List<LocalDate> dates(Period period) {
		if (!this.yearly) {
			return period.contains(this.date) ? List.of(this.date) : List.of();
		}
		MonthDay day = MonthDay.from(this.date);
		int first = Math.max(this.date.getYear(), period.from().getYear());
		return IntStream.rangeClosed(first, period.to().getYear())
			.filter(day::isValidYear)
			.mapToObj(day::atYear)
			.filter(period::contains)
			.toList();
	}

	/** How small its place is: 0 for a country, 1 for a region, more for parts of one. */
	int narrowness() {
		String region = this.place.canonical().region();
		return (region != null) ? region.split("\\.").length : 0;
	}

	/** When it was entered, or else withdrawn. */
	Instant changedAt() {
		return (this.withdrawnAt != null) ? this.withdrawnAt : this.createdAt;
	}

	/** Corrects the holidays of a period. */
	void apply(Period period, Map<LocalDate, String> holidays) {
		dates(period).forEach((on) -> apply(on, holidays));
	}

	private void apply(LocalDate on, Map<LocalDate, String> holidays) {
		String called = this.name;
		if (this.kind == Kind.WORKING || called == null) {
			holidays.remove(on);
		}
		else if (this.kind == Kind.HOLIDAY || holidays.containsKey(on)) {
			holidays.put(on, called);
		}
	}

	public boolean isWithdrawn() {
		return this.withdrawnAt != null;
	}

}
