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
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Changes on other nodes, whose numbers do not come in the order of their commits. */
@IntegrationTest
class PoolJournalIntegrationTest {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JdbcTemplate template;

	@Autowired
	private TransactionTemplate transaction;

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

	/** Within a transaction that is not kept, so that the portal's own hears nothing. */
	@Test
	void aNumberThatWasDrawnEarlierAndKeptLaterIsHeardOfToo() {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
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
		});
	}

}
