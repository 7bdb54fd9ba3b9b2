package org.muster.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.calendar.Period;

/**
 * What was agreed with a client for all of its proposals: a discount by the days that it
 * takes, and by how much rates rise.
 *
 * @param tiers the discount in per cent by the number of days from which on it holds, for
 * all of the days
 * @param indexFrom the first day on which rates rise, and every year again, or
 * {@code null} if they do not
 * @param indexPercent by how much, in per cent of what they were before
 */
public record FrameAgreement(long id, String name, Period period, NavigableMap<Integer, BigDecimal> tiers,
		@Nullable LocalDate indexFrom, @Nullable BigDecimal indexPercent) {

	/**
	 * The discount on an offer, in per cent.
	 * @param days those of the offer and of all that was accepted before
	 */
	public BigDecimal discount(DayCount days) {
		var tier = this.tiers.floorEntry(days.days().intValue());
		return (tier != null) ? tier.getValue() : BigDecimal.ZERO;
	}

	/**
	 * The days on which rates rise until a date, while the agreement lasts.
	 */
	public List<LocalDate> rises(LocalDate until) {
		List<LocalDate> days = new ArrayList<>();
		LocalDate last = until.isBefore(this.period.to()) ? until : this.period.to();
		if (this.indexFrom != null && this.indexPercent != null) {
			for (int year = 0; !this.indexFrom.plusYears(year).isAfter(last); year++) {
				LocalDate day = this.indexFrom.plusYears(year);
				if (!day.isBefore(this.period.from())) {
					days.add(day);
				}
			}
		}
		return days;
	}

}
