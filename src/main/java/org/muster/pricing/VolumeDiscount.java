package org.muster.pricing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;

/**
 * What is taken off an offer to one client for the days that it takes.
 *
 * @param agreement the frame agreement that holds, or {@code null} if none does
 * @param before the days that were accepted under it; none where it has no tiers
 */
public record VolumeDiscount(@Nullable FrameAgreement agreement, DayCount before) {

	public static final VolumeDiscount NONE = new VolumeDiscount(null, DayCount.ZERO);

	/**
	 * In per cent.
	 * @param offered the days of the offer
	 */
	public BigDecimal percent(DayCount offered) {
		return (this.agreement != null) ? this.agreement.discount(this.before.plus(offered)) : BigDecimal.ZERO;
	}

	/** From how many days of an offer on which discount holds, beginning with none. */
	public NavigableMap<DayCount, BigDecimal> tiers() {
		NavigableMap<DayCount, BigDecimal> tiers = new TreeMap<>(Map.of(DayCount.ZERO, percent(DayCount.ZERO)));
		if (this.agreement != null) {
			this.agreement.tiers().forEach((from, percent) -> {
				int halves = 2 * from - this.before.halves();
				if (halves > 0) {
					tiers.put(new DayCount(halves), percent);
				}
			});
		}
		return tiers;
	}

}
