package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.muster.calendar.Allocation;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.Weekend;
import org.muster.calendar.WorkingDays;
import org.muster.calendar.WorkingDays.Leave;
import org.muster.pricing.PriceSchedule;
import org.muster.pricing.RateMultipliers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How long it takes to count and price 1,000 lines of twelve months, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EstimateBenchmark {

	private static final int LINES = 1000;

	private static final Period YEAR = new Period(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));

	private WorkPattern pattern;

	private WorkingDays calendar;

	private PriceSchedule even;

	private PriceSchedule uneven;

	/** A ramp, a pause, Bavaria's holidays, a closing and two leaves. */
	@Setup
	public void prepare() {
		this.pattern = new WorkPattern(Allocation.parse("MON,TUE"),
				Map.of(LocalDate.of(2027, 2, 1), Allocation.parse("MON,TUE,WED,THU,FRI/2")),
				List.of(new Period(LocalDate.of(2027, 8, 2), LocalDate.of(2027, 8, 13))));
		this.calendar = new WorkingDays(PublicHolidays.during(YEAR, new Place("DE", "by")),
				Map.of(LocalDate.of(2027, 12, 27), "Closed"),
				List.of(new Leave(new Period(LocalDate.of(2027, 6, 7), LocalDate.of(2027, 6, 18)), Allocation.FULL_TIME),
						new Leave(new Period(LocalDate.of(2027, 9, 1), LocalDate.of(2027, 9, 30)),
								Allocation.parse("WED/2"))));
		BigDecimal rate = new BigDecimal("433.33");
		BigDecimal discount = new BigDecimal("2.5");
		this.even = new PriceSchedule(rate, "EUR", discount, Map.of(),
				new RateMultipliers(null, null), Weekend.of(null), null);
		this.uneven = new PriceSchedule(rate, "EUR", discount, Map.of(LocalDate.of(2027, 7, 15), new BigDecimal("3")),
				new RateMultipliers(new BigDecimal("1.5"), null), Weekend.of(null), null);
	}

	@Benchmark
	public void thousandLinesOfTwelveMonths(Blackhole results) {
		price(this.even, results);
	}

	/** Rates rise in the middle of July, and weekends cost more. */
	@Benchmark
	public void thousandLinesWhoseRatesChange(Blackhole results) {
		price(this.uneven, results);
	}

	private void price(PriceSchedule prices, Blackhole results) {
		for (int line = 0; line < LINES; line++) {
			results.consume(LineMonth.priced(this.calendar.months(YEAR, this.pattern), prices, "EUR"));
		}
	}

}
