package org.muster.indexing;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PendingChangesTest {

	@Test
	void whoIsChangedAgainWhileTheyAreReadIsReadOnceMore() {
		PendingChanges changes = new PendingChanges();
		changes.add(List.of(1L, 2L));
		Map<Long, Long> seen = changes.seen();
		changes.add(List.of(2L, 3L));
		changes.done(seen);
		assertThat(changes.seen()).containsOnlyKeys(2L, 3L);
		changes.done(changes.seen());
		assertThat(changes.isEmpty()).isTrue();
	}

}
