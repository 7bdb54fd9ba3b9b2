package org.muster.matching;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.muster.calendar.Place;
import org.muster.calendar.Workdays;
import org.muster.consultants.Candidate;

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
		Search search = new Search(new Query(demand, weights, limits, Matchers.YARDSTICK, buyer, names), pool);
		assertThat(search.top(TOP)).extracting(Hit::id, Hit::tenths)
			.containsExactlyElementsOf(expected.stream()
				.limit(TOP)
				.map((match) -> org.assertj.core.groups.Tuple.tuple((int) match.candidate().id(), match.tenths()))
				.toList());
		assertThat(search.count()).isEqualTo(expected.size());
	}

	@Test
	void aPoolThatWasChangedManyTimesIsAsOneThatWasBuiltAnew() {
		GeneratedPool generated = new GeneratedPool(Matchers.TAXONOMY, 3, 12);
		List<Candidate> people = new ArrayList<>(generated.people(3000));
		PoolNames names = new PoolNames();
		Snapshot pool = Matchers.snapshot(people, names);
		for (int round = 0; round < 30; round++) {
			List<Row> rows = new ArrayList<>();
			Set<Integer> changed = new HashSet<>();
			for (int one = 0; one < 1 + generated.number(60); one++) {
				Candidate other = generated.person();
				if (generated.number(3) == 0) {
					people.add(other);
					rows.add(Row.of(other, Matchers.YARDSTICK, names));
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
		Map<Integer, Row> rows = new GeneratedPool(Matchers.TAXONOMY, 4, 9).people(500)
			.stream()
			.map((one) -> Row.of(one, Matchers.YARDSTICK, names))
			.collect(Collectors.toMap(Row::id, Function.identity()));
		assertThat(new Segment(List.copyOf(rows.values())).rows()).hasSize(500)
			.allSatisfy((row) -> assertThat(row).usingRecursiveComparison().isEqualTo(rows.get(row.id())));
	}

}
