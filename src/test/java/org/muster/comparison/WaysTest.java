package org.muster.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Costs and break-evens, against figures that were worked out by hand. */
class WaysTest {

	private final Map<Assumption, BigDecimal> values = new EnumMap<>(Assumption.class);

	private WaysTest assume(Assumption one, String value) {
		this.values.put(one, new BigDecimal(value));
		return this;
	}

	private Ways ways(int heads, String daysPerWeek) {
		for (Assumption one : Assumption.values()) {
			this.values.putIfAbsent(one, BigDecimal.ZERO);
		}
		return new Ways(this.values, heads, new BigDecimal(daysPerWeek));
	}

	private WaysTest usual() {
		return assume(Assumption.MONTHS, "6").assume(Assumption.ABSENCE, "40")
			.assume(Assumption.SALARY, "48000")
			.assume(Assumption.ON_COSTS, "25")
			.assume(Assumption.AUGMENTATION_RATE, "400")
			.assume(Assumption.FREELANCE_RATE, "300");
	}

	private static String whole(BigDecimal amount) {
		return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
	}

	@Test
	void aMonthOfEachWayIsWhatIsPaidForIt() {
		Ways ways = usual().ways(1, "5");
		// 220 days ÷ 12; 48,000 × 1.25 ÷ 12; 18.33 × 300; 18.33 × 400
		assertThat(whole(ways.daysPerMonth())).isEqualTo("18.33");
		assertThat(whole(ways.cost(Way.IN_HOUSE).month())).isEqualTo("5000.00");
		assertThat(whole(ways.cost(Way.FREELANCER).month())).isEqualTo("5500.00");
		assertThat(whole(ways.cost(Way.AUGMENTATION).month())).isEqualTo("7333.33");
	}

	@Test
	void whatIsPaidOnceIsAddedUp() {
		Ways ways = usual().assume(Assumption.RECRUITING_FEE, "20")
			.assume(Assumption.INTERNAL_DAY, "250")
			.assume(Assumption.IN_HOUSE_SCREENING, "8")
			.assume(Assumption.IN_HOUSE_RAMP, "10")
			.assume(Assumption.RAMP_SHARE, "50")
			.assume(Assumption.BAD_FIT_COST, "30")
			.assume(Assumption.IN_HOUSE_BAD_FIT, "15")
			.assume(Assumption.IN_HOUSE_NOTICE, "1")
			.assume(Assumption.AUGMENTATION_RAMP, "2")
			.assume(Assumption.AUGMENTATION_SCREENING, "1")
			.assume(Assumption.AUGMENTATION_BAD_FIT, "10")
			.ways(2, "5");
		Ways.Cost hiring = ways.cost(Way.IN_HOUSE);
		assertThat(whole(hiring.fee())).isEqualTo("19200.00");
		assertThat(whole(hiring.screening())).isEqualTo("4000.00");
		// 10 weeks × 5 days × half, at 5,000 ÷ 18.33 a day, for two
		assertThat(whole(hiring.ramp())).isEqualTo("13636.36");
		assertThat(whole(hiring.badFit())).isEqualTo("4320.00");
		assertThat(whole(hiring.notice())).isEqualTo("10000.00");
		Ways.Cost augmentation = ways.cost(Way.AUGMENTATION);
		// 2 weeks × 5 days × half × 400, for two; and a tenth of that and of a day's
		// choosing
		assertThat(whole(augmentation.ramp())).isEqualTo("4000.00");
		assertThat(whole(augmentation.badFit())).isEqualTo("450.00");
		assertThat(augmentation.fee()).isEqualByComparingTo("0");
		assertThat(whole(ways.planned(Way.AUGMENTATION))).isEqualTo("92950.00");
	}

	@Test
	void halfTheWeekCostsHalfTheMonth() {
		assertThat(whole(usual().ways(1, "2.5").cost(Way.IN_HOUSE).month())).isEqualTo("2500.00");
		assertThat(whole(usual().ways(1, "2.5").cost(Way.AUGMENTATION).month())).isEqualTo("3666.67");
	}

	@Test
	void waysBreakEvenWhereTheirCostsAreTheSame() {
		Ways ways = usual().assume(Assumption.RECRUITING_FEE, "20").ways(1, "5");
		// 9,600 once against 2,333.33 a month
		Ways.BreakEven found = ways.breakEven(Way.AUGMENTATION, Way.IN_HOUSE).orElseThrow();
		assertThat(found.months()).isEqualByComparingTo("4.1");
		assertThat(found.days()).isEqualByComparingTo("75");
		assertThat(found.cheaperBefore()).isEqualTo(Way.AUGMENTATION);
		assertThat(found.cheaperAfter()).isEqualTo(Way.IN_HOUSE);
	}

	@Test
	void whatIsCheaperFromTheBeginningNeverBreaksEven() {
		assertThat(usual().ways(1, "5").breakEven(Way.AUGMENTATION, Way.FREELANCER)).isEmpty();
	}

	@Test
	void itSaysSoWhereAugmentationIsTheDearest() {
		assertThat(ComparisonController.Verdict.of(usual().ways(1, "5")).rank()).isEqualTo(3);
		assertThat(ComparisonController.Verdict.of(usual().ways(1, "5")).dearest()).isEqualTo(Way.AUGMENTATION);
	}

	@Test
	void atEveryBreakEvenBothCostTheSame() {
		Random random = new Random(5);
		int met = 0;
		for (int round = 0; round < 500; round++) {
			for (Assumption one : Assumption.values()) {
				double span = Math.min(one.range().max().doubleValue(), 90_000) - one.range().min().doubleValue();
				this.values.put(one, BigDecimal.valueOf(one.range().min().doubleValue() + span * random.nextDouble())
					.setScale(2, RoundingMode.HALF_UP));
			}
			Ways ways = ways(1 + random.nextInt(10), "5");
			for (Way way : new Way[] { Way.IN_HOUSE, Way.FREELANCER }) {
				Ways.BreakEven found = ways.breakEven(Way.AUGMENTATION, way).orElse(null);
				if (found != null) {
					met++;
					BigDecimal before = new BigDecimal("-0.06").add(found.months());
					BigDecimal after = new BigDecimal("0.06").add(found.months());
					assertThat(ways.cost(found.cheaperBefore()).after(before))
						.isLessThanOrEqualTo(ways.cost(found.cheaperAfter()).after(before));
					assertThat(ways.cost(found.cheaperAfter()).after(after))
						.isLessThanOrEqualTo(ways.cost(found.cheaperBefore()).after(after));
				}
			}
		}
		assertThat(met).isGreaterThan(20);
	}

	@Test
	void everyDefaultIsWithinItsBoundsAndHasASource() {
		Defaults defaults = new Defaults();
		assertThat(defaults.date()).isBefore("2100-01-01");
		for (Assumption one : Assumption.values()) {
			if (one != Assumption.ABSENCE && one != Assumption.SALARY && one != Assumption.ON_COSTS
					&& one != Assumption.FREELANCE_RATE && one != Assumption.INTERNAL_DAY) {
				assertThat(one.takes(defaults.of(one).value())).as(one.code()).isTrue();
				assertThat(defaults.of(one).source()).isNotBlank();
			}
		}
		assertThat(defaults.of("PT", "on-costs", "on-costs").value()).isEqualByComparingTo("23.75");
		assertThat(defaults.of("XX", "salary", "estimate").value()).isEqualByComparingTo("50000");
	}

}
