package org.muster.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import org.muster.money.AmountConverter;

/**
 * What of a revision is taxed at one rate of VAT.
 *
 * @param monthStart the first of the month from which on the rate holds
 * @param percent the rate
 * @param net what it is calculated on, after all discounts
 * @param tax rounded half up
 */
@Embeddable
public record VatShare(LocalDate monthStart, BigDecimal percent,
		@Convert(converter = AmountConverter.class) BigDecimal net,
		@Convert(converter = AmountConverter.class) BigDecimal tax) {

	public YearMonth month() {
		return YearMonth.from(this.monthStart);
	}

}
