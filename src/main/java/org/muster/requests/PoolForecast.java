package org.muster.requests;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How the pool answers what somebody asks for a position, without a name.
 *
 * @param position the number of the position
 * @param fits how many people fit
 * @param from the first day on which one of them could start, or {@code null} if none
 * fits
 * @param rates what a day of those who fit costs, or {@code null} where fewer than five
 * stand behind it
 * @param median what a day of half of those who fit costs no more than, of however few;
 * for calculations, not for showing; {@code null} where nobody fits whose price is known
 * @param uncapped the same as the rates of those who would fit without the cap
 * @param least what all who are asked for cost at the low rate, as a draft calculates it;
 * {@code null} where the rate or the dates are not known
 * @param costs in words, what each condition costs in people
 */
public record PoolForecast(int position, int fits, @Nullable LocalDate from, @Nullable Rates rates,
		@Nullable BigDecimal median, @Nullable Rates uncapped, @Nullable BigDecimal least, List<String> costs) {

	/**
	 * Day rates in the request's currency, by the nearest rank.
	 *
	 * @param low a tenth of the people cost no more
	 * @param middle half of them cost no more
	 * @param high nine tenths of them cost no more
	 */
	public record Rates(BigDecimal low, BigDecimal middle, BigDecimal high) {
	}

}
