package org.muster.matching;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;

import org.muster.availability.StartFinder;
import org.muster.consultants.Candidate;
import org.muster.consultants.DatedRates;
import org.muster.consultants.SkillHeld;
import org.muster.money.ExchangeRates;
import org.muster.money.Money;

/**
 * A consultant in numbers, on the way into the columns of a {@link Segment} or out of
 * them.
 *
 * @param rate in the smallest units of the currency, half up
 * @param since days since 1970, see {@link DatedRates#since}; none before, and 65,535 (in
 * 2149) at most
 * @param euros the rate, or the lowest of those to come, in whole euros, rounded down; 0
 * where no rate of exchange is known
 * @param currency by its number, as the zone and the place
 * @param roles a bit for each
 * @param modes a bit for each
 * @param availableFrom days since 1970
 * @param taken see {@link StartFinder#pack}
 * @param skills ids of the skills that there is evidence of
 * @param units the strength of each
 * @param languages by number
 * @param levels the level of each, 1 to 6
 * @param laterRates a day since 1970, the rate from then on, and since when that is, one
 * after the other; in the order of time
 */
record PoolRow(int id, int rate, int since, int euros, int currency, int zone, int place, int roles, int modes,
		int seniority, int years, int availableFrom, BaselineScore baseline, int[] taken, int[] skills, int[] units,
		int[] languages, int[] levels, int[] laterRates) {

	static final String EURO = "EUR";

	private static final int MOST_YEARS = 255;

	/** People who cost about as much stand together. */
	private static final int BAND = 40;

	/**
	 * @throws ArithmeticException if the id is larger than a number of 32 bits
	 */
	static PoolRow of(Candidate candidate, ScoringContext context, PoolNames names) {
		Map<Long, SkillHeld> held = candidate.skills();
		Map<Long, Integer> strengths = context.strengths().of(held);
		long[] ids = strengths.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
		int[] skills = new int[ids.length];
		int[] units = new int[ids.length];
		for (int at = 0; at < ids.length; at++) {
			skills[at] = Math.toIntExact(ids[at]);
			units[at] = strengths.getOrDefault(ids[at], 0);
		}
		int[][] spoken = candidate.languages()
			.entrySet()
			.stream()
			.map((one) -> new int[] { names.languages().number(one.getKey()), Scoring.code(one.getValue()) })
			.sorted(Comparator.comparing((pair) -> pair[0]))
			.toArray(int[][]::new);
		int[] languages = Arrays.stream(spoken).mapToInt((pair) -> pair[0]).toArray();
		int[] levels = Arrays.stream(spoken).mapToInt((pair) -> pair[1]).toArray();
		return new PoolRow(Math.toIntExact(candidate.id()), rate(candidate, candidate.billRate()),
				Math.max(0, Math.min(Character.MAX_VALUE, StartFinder.day(candidate.billedSince()))),
				euros(candidate, context.exchange()), names.currencies().number(candidate.currency()),
				names.zones().number(candidate.timeZone()), names.places().number(PoolNames.name(candidate.place())),
				bits(candidate.roles()), bits(candidate.workModes()), candidate.seniority().ordinal(),
				Math.min(MOST_YEARS, candidate.countedYears()), StartFinder.day(candidate.availableFrom()),
				context.baselines().of(candidate, strengths), StartFinder.pack(candidate.absences()), skills, units,
				languages, levels, laterRates(candidate));
	}

	private static int[] laterRates(Candidate candidate) {
		return candidate.laterRates()
			.entrySet()
			.stream()
			.flatMapToInt((later) -> IntStream.of(StartFinder.day(later.getKey()),
					rate(candidate, later.getValue().bill()), StartFinder.day(later.getValue().since())))
			.toArray();
	}

	/** No more than a number of 32 bits: twenty million euros. */
	private static int rate(Candidate candidate, BigDecimal bill) {
		Money rate = Money.of(bill, candidate.currency()).rounded();
		return rate.amount().movePointRight(rate.decimals()).min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValueExact();
	}

	/** What {@link #rate} is in units of its currency. */
	static Money money(int rate, String currency) {
		Money none = Money.of(BigDecimal.ZERO, currency);
		return new Money(BigDecimal.valueOf(rate, none.decimals()), none.currency());
	}

	private static int euros(Candidate candidate, ExchangeRates exchange) {
		if (!exchange.canConvert(candidate.currency(), EURO)) {
			return 0;
		}
		BigDecimal lowest = candidate.laterRates()
			.values()
			.stream()
			.map(DatedRates::bill)
			.reduce(candidate.billRate(), BigDecimal::min);
		return Math.min(Character.MAX_VALUE, exchange.convert(lowest, candidate.currency(), EURO).intValue());
	}

	static int bits(Iterable<? extends Enum<?>> values) {
		int bits = 0;
		for (Enum<?> value : values) {
			bits |= 1 << value.ordinal();
		}
		return bits;
	}

	/**
	 * People who cost about as much stand together, and of them those who are worth much
	 * the same whatever is asked.
	 */
	static final Comparator<PoolRow> BY_WORTH = Comparator.comparing((PoolRow row) -> -row.euros / BAND)
		.thenComparing((row) -> row.baseline.breadth() + 80 * row.seniority)
		.thenComparing(PoolRow::seniority)
		.thenComparing((row) -> row.baseline.workflow() + row.baseline.together() + row.baseline.level()
				+ row.baseline.reviews())
		.thenComparing(PoolRow::years)
		.reversed()
		.thenComparing(PoolRow::id);

}
