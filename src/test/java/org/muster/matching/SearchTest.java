package org.muster.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.muster.calendar.DayCount;
import org.muster.calendar.Place;
import org.muster.calendar.Workdays;
import org.muster.consultants.Candidate;
import org.muster.pricing.Price;
import org.muster.pricing.PriceListsOf;
import org.muster.requests.Schedule;

import static org.assertj.core.api.Assertions.assertThat;

/** The index finds the very people whom looking at everybody finds. */
class SearchTest {

	private static final int TOP = 20;

	private static final Set<Limit> ALL = EnumSet.allOf(Limit.class);

	private static final List<Set<Limit>> LIMITS = List.of(Set.of(), ALL, EnumSet.of(Limit.RATE, Limit.DATES),
			EnumSet.of(Limit.SKILL), EnumSet.of(Limit.RATE, Limit.DATES, Limit.LANGUAGE));

	@Test
	void theBestAreThoseOfANaiveScorerWhateverExcludes() {
		for (int size : new int[] { 0, 1, 19, 300, 3000 }) {
			GeneratedPool generated = new GeneratedPool(Matchers.TAXONOMY, size, 12);
			List<Candidate> people = generated.people(size);
			PoolNames names = new PoolNames();
			Snapshot pool = Matchers.snapshot(people, names);
			for (int round = 0; round < 9; round++) {
				Demand demand = generated.demand(round % 9);
				for (Set<Limit> limits : LIMITS) {
					assertSame(people, demand, Matchers.weights(demand), limits, pool, names);
				}
			}
		}
	}

	@Test
	void theBestAreThoseOfANaiveScorerWhateverTheWeights() {
		GeneratedPool generated = new GeneratedPool(Matchers.TAXONOMY, 8, 15);
		List<Candidate> people = generated.people(2000);
		PoolNames names = new PoolNames();
		Snapshot pool = Matchers.snapshot(people, names);
		for (int round = 0; round < 40; round++) {
			Weights weights = new Weights(Stream.of(Part.values())
				.collect(Collectors.toMap(Function.identity(), (part) -> generated.number(61))));
			assertSame(people, generated.demand(1 + round % 8), weights, LIMITS.get(round % LIMITS.size()), pool,
					names);
		}
	}

	/** By a rate card in several currencies, for some places, from some days on. */
	@Test
	void theBestAreThoseOfANaiveScorerWhateverTheyCostByTheRateCard() {
		GeneratedPool generated = new GeneratedPool(Matchers.TAXONOMY, 17, 12);
		List<Candidate> people = generated.people(2500);
		PoolNames names = new PoolNames();
		Snapshot pool = Matchers.snapshot(people, names);
		for (int round = 0; round < 60; round++) {
			Demand demand = generated.demand(round % 9);
			Workdays workdays = new Workdays((round % 4 == 0) ? new Place("IL", null) : null,
					IntStream.range(0, 40)
						.mapToObj((one) -> GeneratedPool.TODAY.plusDays(generated.number(240)))
						.collect(Collectors.toSet()));
			Buyer buyer = new Buyer(generated.prices(demand), workdays, GeneratedPool.TODAY);
			assertSame(people, demand, Matchers.weights(demand), LIMITS.get(round % LIMITS.size()), pool, names, buyer);
		}
	}

	private static void assertSame(List<Candidate> people, Demand demand, Weights weights, Set<Limit> limits,
			Snapshot pool, PoolNames names) {
		assertSame(people, demand, weights, limits, pool, names, Matchers.buyer(demand));
	}

	private static void assertSame(List<Candidate> people, Demand demand, Weights weights, Set<Limit> limits,
			Snapshot pool, PoolNames names, Buyer buyer) {
		List<Match> expected = Matchers.everybody(people, demand, weights, buyer)
			.stream()
			.filter((match) -> match.limits().stream().noneMatch(limits::contains))
			.toList();
		Search search = new Search(new Query(demand, weights, limits, Matchers.CONTEXT, buyer, names), pool);
		assertThat(search.top(TOP)).extracting(Hit::id, Hit::tenths, Hit::units)
			.containsExactlyElementsOf(expected.stream()
				.limit(TOP)
				.map((match) -> org.assertj.core.groups.Tuple.tuple((int) match.candidate().id(), match.tenths(),
						units(match)))
				.toList());
		assertThat(search.count()).isEqualTo(expected.size());
	}

	private static long units(Match match) {
		Price price = match.price();
		return (price != null) ? Rates.units(price.amount()) : Rates.NO_PRICE;
	}

	/** By people's own rates, which were set on days before and after rates rose. */
	@Test
	void everybodyCostsWhatTheNaiveScorerSaysWheneverSomebodyAsks() {
		GeneratedPool generated = new GeneratedPool(Matchers.TAXONOMY, 23, 12);
		List<Candidate> people = generated.people(600);
		PoolNames names = new PoolNames();
		Snapshot pool = Matchers.snapshot(people, names);
		Demand drawn = generated.demand(3);
		LocalDate start = GeneratedPool.TODAY.plusDays(60);
		Demand demand = drawn
			.withSchedule(new Schedule(start, start.plusDays(21), start.plusDays(90), null, DayCount.of("1")));
		Map<LocalDate, BigDecimal> rises = Map.of(GeneratedPool.TODAY.minusDays(50), new BigDecimal("3"),
				GeneratedPool.TODAY.minusDays(10), new BigDecimal("4"), GeneratedPool.TODAY.plusDays(5),
				new BigDecimal("5"), start.plusDays(10), new BigDecimal("6"));
		Map<Long, Long> before = Map.of();
		for (int later : new int[] { 0, 5, 20 }) {
			LocalDate today = GeneratedPool.TODAY.plusDays(later);
			Buyer buyer = new Buyer(
					PriceListsOf.of(Matchers.CONTEXT.exchange(), demand.currency(), List.of(), rises, today),
					Workdays.ofWeek(null), today);
			Map<Long, Long> expected = Matchers.everybody(people, demand, Matchers.weights(demand), buyer)
				.stream()
				.collect(Collectors.toMap((match) -> match.candidate().id(), SearchTest::units));
			Query query = new Query(demand, Matchers.weights(demand), Set.of(), Matchers.CONTEXT, buyer, names);
			Map<Long, Long> found = new HashMap<>();
			new Search(query, pool).each((segment, at) -> found.put((long) segment.ids[at], query.units(segment, at)));
			assertThat(found).isEqualTo(expected);
			assertThat(before.isEmpty() ? expected : before).isEqualTo(expected);
			before = expected;
		}
	}

	@Test
	void aPoolThatWasChangedManyTimesIsAsOneThatWasBuiltAnew() {
		GeneratedPool generated = new GeneratedPool(Matchers.TAXONOMY, 3, 12);
		List<Candidate> people = new ArrayList<>(generated.people(3000));
		PoolNames names = new PoolNames();
		Snapshot pool = Matchers.snapshot(people, names);
		for (int round = 0; round < 30; round++) {
			List<PoolRow> rows = new ArrayList<>();
			Set<Integer> changed = new HashSet<>();
			for (int one = 0; one < 1 + generated.number(60); one++) {
				Candidate other = generated.person();
				if (generated.number(3) == 0) {
					people.add(other);
					rows.add(PoolRow.of(other, Matchers.CONTEXT, names));
				}
				else {
					int gone = generated.number(people.size());
					if (changed.add((int) people.get(gone).id())) {
						people.remove(gone);
					}
				}
			}
			pool = pool.with(changed, rows);
		}
		assertThat(pool.count()).isEqualTo(people.size());
		for (int round = 0; round < 10; round++) {
			Demand demand = generated.demand(6);
			assertSame(people, demand, Matchers.weights(demand), LIMITS.get(round % LIMITS.size()), pool, names);
		}
	}

	@Test
	void aRowComesOutOfTheColumnsAsItWentIn() {
		PoolNames names = new PoolNames();
		Map<Integer, PoolRow> rows = new GeneratedPool(Matchers.TAXONOMY, 4, 9).people(500)
			.stream()
			.map((one) -> PoolRow.of(one, Matchers.CONTEXT, names))
			.collect(Collectors.toMap(PoolRow::id, Function.identity()));
		assertThat(new Segment(List.copyOf(rows.values())).rows()).hasSize(500)
			.allSatisfy((row) -> assertThat(row).usingRecursiveComparison().isEqualTo(rows.get(row.id())));
	}

}
