package org.muster.indexing;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.testing.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Changes on other nodes, whose numbers do not come in the order of their commits. */
@IntegrationTest
class PoolJournalIntegrationTest {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JdbcTemplate template;

	private final List<Long> heard = new ArrayList<>();

	private PoolJournal journal;

	/** One of its own: that of the portal reads once a second. */
	@BeforeEach
	void begin() {
		ApplicationEventPublisher events = (event) -> this.heard.addAll(((PoolChanged) event).consultants());
		this.journal = new PoolJournal(this.template, events, Clock.systemUTC());
		this.journal.begin();
	}

	private void write(long number, long consultant) {
		this.jdbc.sql("insert into pool_change (id, consultant_id, node, changed_at) values (?, ?, 'another', ?)")
			.params(number, consultant, LocalDateTime.now())
			.update();
	}

	private List<Long> heard() {
		this.heard.clear();
		this.journal.read();
		return this.heard.stream().sorted().toList();
	}

	@Test
	void aNumberThatWasDrawnEarlierAndKeptLaterIsHeardOfToo() {
		long last = this.jdbc.sql("select coalesce(max(id), 0) from pool_change").query(Long.class).single();
		// No table has these people; they are numbers only.
		write(last + 2, 900_000_002);
		write(last + 4, 900_000_004);
		assertThat(heard()).containsExactly(900_000_002L, 900_000_004L);
		assertThat(heard()).as("each once").isEmpty();
		write(last + 3, 900_000_003);
		assertThat(heard()).containsExactly(900_000_003L);
		write(last + 1, 900_000_001);
		assertThat(heard()).containsExactly(900_000_001L);
		assertThat(heard()).isEmpty();
		this.jdbc.sql("delete from pool_change where consultant_id > 900000000").update();
	}

}
