package org.muster.engagements;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.muster.pricing.Discounts;
import org.muster.pricing.Exchanged;
import org.muster.pricing.PriceSchedule;
import org.muster.pricing.RateMultipliers;

import static org.assertj.core.api.Assertions.assertThat;

class AgreedPricesTest {

	private static final Discounts WHOLE = new Discounts(new BigDecimal("2"), new BigDecimal("1.25"));

	@Test
	void nothingOfAPriceScheduleIsLost() {
		PriceSchedule offered = new PriceSchedule(new BigDecimal("216.668"), "KWD", new BigDecimal("1.5"),
				Map.of(LocalDate.of(2027, 1, 1), new BigDecimal("3.1"), LocalDate.of(2028, 1, 1), BigDecimal.ONE),
				new RateMultipliers(new BigDecimal("1.5"), new BigDecimal("0.25")),
				Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
				new Exchanged("EUR", new BigDecimal("0.35"), LocalDate.of(2026, 11, 2)));
		AgreedPrices kept = new AgreedPrices(offered, WHOLE);
		assertThat(kept.schedule()).usingRecursiveComparison().isEqualTo(offered);
		assertThat(kept.whole()).isEqualTo(WHOLE);
	}

	@Test
	void whatWasNotAgreedIsNotAgreedAfterwards() {
		PriceSchedule offered = new PriceSchedule(new BigDecimal("400"), "EUR", BigDecimal.ZERO, Map.of(),
				new RateMultipliers(null, null), Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), null);
		PriceSchedule kept = new AgreedPrices(offered, WHOLE).schedule();
		assertThat(kept).usingRecursiveComparison().isEqualTo(offered);
		assertThat(kept.isEven()).isTrue();
	}

}
