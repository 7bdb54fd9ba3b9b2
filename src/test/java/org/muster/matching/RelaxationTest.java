package org.muster.matching;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.function.ToIntFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.consultants.Candidate;
import org.muster.matching.Relaxation.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class RelaxationTest {

	@Test
	void eachGainIsTheNumberOfThoseWhoThenFitAndDidNotBefore() {
		GeneratedPool generated = new GeneratedPool(Matchers.TAXONOMY, 31, 14);
		List<Candidate> people = generated.people(1500);
		PoolNames names = new PoolNames();
		Snapshot pool = Matchers.snapshot(people, names);
		ToIntFunction<Demand> index = (demand) -> new Search(new Query(demand, Matchers.weights(demand),
				EnumSet.allOf(Limit.class), Matchers.CONTEXT, Matchers.buyer(demand), names), pool)
			.count();
		int seen = 0;
		for (int round = 0; round < 30; round++) {
			Demand demand = generated.demand(round % 4);
			for (Relaxations.Gain gain : new Relaxations(demand, index).gains()) {
				Demand eased = gain.relaxation().ease(demand);
				assertThat(gain.more()).isPositive().isEqualTo(fitting(people, eased) - fitting(people, demand));
				assertThat(Relaxation.read(gain.relaxation().toString())).contains(gain.relaxation());
				seen++;
			}
		}
		assertThat(seen).isGreaterThan(50);
	}

	private static int fitting(List<Candidate> people, Demand demand) {
		return (int) Matchers.everybody(people, demand, Matchers.weights(demand)).stream().filter(Match::fits).count();
	}

	@Test
	void aCapIsRaisedToRoundAmountsByAQuarterAtTheMost() {
		GeneratedPool generated = new GeneratedPool(Matchers.TAXONOMY, 32, 10);
		Demand demand = generated.demand(0).withCap(new BigDecimal("450"));
		List<BigDecimal> caps = new Relaxations(demand,
				(eased) -> java.util.Objects.requireNonNull(eased.cap()).intValue())
			.gains()
			.stream()
			.map(Relaxations.Gain::relaxation)
			.filter((one) -> one.kind() == Kind.CAP)
			.map(Relaxation::cap)
			.toList();
		assertThat(caps).isNotEmpty()
			.allSatisfy((cap) -> assertThat(cap.remainder(BigDecimal.TEN)).isZero())
			.allSatisfy((cap) -> assertThat(cap).isBetween(new BigDecimal("451"), new BigDecimal("562.5")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "CAP", "CAP::", "CAP::-1", "CAP::0", "CAP::1E99", "CAP:x:400", "SKILL:x:nice",
			"SKILL:99999999999:nice", "START::tomorrow", "START::+99999-01-01", "LANGUAGE:<b>:B1", "LANGUAGE:en:B9",
			"OVERLAP::many", "MODE::BOAT", "ROLE::KING", "NONSENSE::1" })
	void nonsenseIsNone(String text) {
		assertThat(Relaxation.read(text)).isEmpty();
	}

}
