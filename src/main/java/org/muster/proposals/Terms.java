package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.HolidayRule;
import org.muster.calendar.Place;

/**
 * What holds for all lines of a revision.
 *
 * @param holidays where public holidays are not worked
 * @param rule whether those of the place count, those of where each person is, or both
 * @param validUntil the last day on which it can be accepted
 * @param discountPercent taken off the sum of the lines, 0 to 100 per cent
 * @param scopePercent by how much the scope may grow, 0 to 100 per cent
 * @param cap what is never exceeded, before VAT, or {@code null} if that is not agreed
 * @param rises by how much all rates rise, in per cent of what they were before, by the
 * day
 */
record Terms(Place holidays, HolidayRule rule, LocalDate validUntil, BigDecimal discountPercent,
		BigDecimal scopePercent, @Nullable BigDecimal cap, Map<LocalDate, BigDecimal> rises, @Nullable String note) {

	Terms validUntil(LocalDate day) {
		return new Terms(this.holidays, this.rule, day, this.discountPercent, this.scopePercent, this.cap, this.rises,
				this.note);
	}

}
