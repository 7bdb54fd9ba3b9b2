package org.muster.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.calendar.UtcColumns;
import org.muster.testing.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What stays of events whose listeners have finished. */
@IntegrationTest
class EventBacklogIntegrationTest {

	@Autowired
	private EventBacklog backlog;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void eventsThatFinishedAMonthAgoAreForgottenAndOthersStay() {
		String old = event(Duration.ofDays(31));
		String recent = event(Duration.ofDays(29));
		String open = event(null);
		this.backlog.forget();
		List<String> left = this.jdbc.queryForList("select id from event_publication where id in (?, ?, ?)",
				String.class, old, recent, open);
		this.jdbc.update("delete from event_publication where id in (?, ?)", recent, open);
		assertThat(left).containsExactlyInAnyOrder(recent, open);
	}

	private String event(@Nullable Duration finished) {
		String id = UUID.randomUUID().toString();
		Instant now = Instant.now();
		this.jdbc.update("""
				insert into event_publication (id, listener_id, event_type, serialized_event, publication_date,
					completion_date, status) values (?, 'nobody', 'java.lang.String', '""', ?, ?, ?)""", id,
				UtcColumns.write(now.minus(Duration.ofDays(40))),
				(finished != null) ? UtcColumns.write(now.minus(finished)) : null,
				(finished != null) ? "COMPLETED" : "PROCESSING");
		return id;
	}

}
