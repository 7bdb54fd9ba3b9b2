package org.muster.indexing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import jakarta.annotation.PostConstruct;
import org.muster.calendar.UtcColumns;
import org.muster.operations.TimedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells every node who of the pool was changed on another, by a table that all of them
 * read once a second. Its numbers are drawn before their transactions are kept, so one
 * that is missing between others may yet come, and is looked for for a while.
 */
@Component
class PoolJournal {

	private static final Logger log = LoggerFactory.getLogger(PoolJournal.class);

	/** No transaction that changes the pool takes longer. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final Duration KEPT = Duration.ofDays(1);

	private static final int MOST_MISSING = 1000;

	private static final int BATCH = 500;

	private final String node = UUID.randomUUID().toString();

	private final JdbcTemplate jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	/** When a number was first missed. */
	private final Map<Long, Instant> missing = new HashMap<>();

	private long last;

	private boolean failing;

	PoolJournal(JdbcTemplate jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	private record Line(long id, long consultant, String node) {
	}

	/** What was written before is in the tables that the indexes are built from. */
	@PostConstruct
	void begin() {
		Long last = this.jdbc.queryForObject("select coalesce(max(id), 0) from pool_change", Long.class);
		this.last = (last != null) ? last : 0;
	}

	/** In the transaction of the change. */
	void write(Collection<Long> consultants) {
		LocalDateTime now = UtcColumns.write(this.clock.instant());
		this.jdbc.batchUpdate("insert into pool_change (consultant_id, node, changed_at) values (?, ?, ?)", consultants,
				BATCH, (statement, consultant) -> {
					statement.setLong(1, consultant);
					statement.setString(2, this.node);
					statement.setObject(3, now);
				});
	}

	/** On every node: each has indexes of its own. */
	@Scheduled(fixedDelay = 1000)
	void read() {
		try {
			follow();
			this.failing = false;
		}
		catch (DataAccessException | TransactionException ex) {
			if (!this.failing) {
				log.warn("The changes of other nodes cannot be read; trying again every second", ex);
			}
			this.failing = true;
		}
	}

	private void follow() {
		Instant now = this.clock.instant();
		this.missing.values().removeIf((since) -> since.isBefore(now.minus(PATIENCE)));
		Set<Long> others = new HashSet<>();
		for (Line line : lines()) {
			for (long number = this.last + 1; number < line.id() && this.missing.size() < MOST_MISSING; number++) {
				this.missing.put(number, now);
			}
			this.missing.remove(line.id());
			this.last = Math.max(this.last, line.id());
			if (!line.node().equals(this.node)) {
				others.add(line.consultant());
			}
		}
		if (!others.isEmpty()) {
			this.events.publishEvent(new PoolChanged(others));
		}
	}

	private List<Line> lines() {
		String late = this.missing.isEmpty() ? ""
				: " or id in (" + String.join(",", this.missing.keySet().stream().map(String::valueOf).toList()) + ")";
		return this.jdbc.query("select id, consultant_id, node from pool_change where id > ?" + late + " order by id",
				(row, index) -> new Line(row.getLong(1), row.getLong(2), row.getString(3)), this.last);
	}

	@Bean
	static RecurringTask<Void> poolChangesForgotten(PoolJournal journal) {
		return TimedWork.every("pool-changes-forgotten", Duration.ofHours(1), journal::forget);
	}

	void forget() {
		this.jdbc.update("delete from pool_change where changed_at < ?",
				UtcColumns.write(this.clock.instant().minus(KEPT)));
	}

}
