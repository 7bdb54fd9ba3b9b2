package org.muster.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReferencesTest {

	private final References references = new References(
			Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC));

	@Test
	void aReferenceSaysItsYearAndFourDigits() {
		assertThat(this.references.draw("R", (reference) -> false)).matches("R-2026-\\d{4}");
		assertThat(this.references.drawLasting("C", (reference) -> false)).matches("C-\\d{5}");
	}

	@Test
	void aCrowdedRangeIsLeftForAWiderOneAfterTwentyTries() {
		Set<String> tried = new HashSet<>();
		int[] tries = new int[1];
		String reference = this.references.draw("R", (drawn) -> {
			tried.add(drawn);
			tries[0]++;
			return drawn.matches("R-2026-\\d{4}");
		});
		assertThat(reference).matches("R-2026-\\d{5}");
		assertThat(tries[0]).isEqualTo(21);
		assertThat(tried).contains(reference);
	}

	@Test
	void manyAtOnceAreAllDifferentAndNoneIsTaken() {
		Set<String> asked = new HashSet<>();
		Set<String> taken = new HashSet<>();
		assertThat(this.references.drawLasting("C", 500, (drawn) -> {
			if (taken.isEmpty()) {
				drawn.stream().limit(100).forEach(taken::add);
			}
			asked.addAll(drawn);
			Set<String> known = new HashSet<>(drawn);
			known.retainAll(taken);
			return known;
		})).hasSize(500).doesNotHaveDuplicates().isSubsetOf(asked).doesNotContainAnyElementsOf(taken);
	}

}
