package org.muster.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.muster.calendar.UtcColumns;
import org.muster.evidence.Findings.Finding;
import org.muster.evidence.Verification.Run;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs of the verification in the database: whichever portal runs one, all show it, and
 * none starts another meanwhile.
 */
@Repository
class VerificationRuns {

	/** A portal that tells nothing for so long has ended. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final int MOST_KEPT = 10;

	private static final int LONGEST_SUBJECT = 200;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	VerificationRuns(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		// Others see it at once, and what was told is there whatever comes of the rest.
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * @return its id; nothing if one is running anywhere
	 */
	Optional<Long> begin(Instant now, List<Findings> kinds) {
		try {
			return Optional.ofNullable(this.transaction.execute((status) -> {
				this.jdbc.update("""
						update verification_run set place = null, ended_at = told_at, failed = true
						where place = 1 and told_at < ?""", UtcColumns.write(now.minus(PATIENCE)));
				long id = new SimpleJdbcInsert(this.jdbc).withTableName("verification_run")
					.usingColumns("place", "started_at", "told_at")
					.usingGeneratedKeyColumns("id")
					.executeAndReturnKey(
							Map.of("place", 1, "started_at", UtcColumns.write(now), "told_at", UtcColumns.write(now)))
					.longValue();
				this.jdbc.batchUpdate("""
						insert into verification_kind
							(run_id, number, kind, expected, verified, problems, erased, sealed_later, done)
						values (?, ?, ?, 0, 0, 0, 0, 0, false)""",
						IntStream.range(0, kinds.size())
							.mapToObj((number) -> new Object[] { id, number, kinds.get(number).kind() })
							.toList());
				return id;
			}));
		}
		catch (DuplicateKeyException ex) {
			return Optional.empty();
		}
	}

	/** How far it is. */
	void tell(long id, List<Findings> kinds, Instant now) {
		this.transaction.executeWithoutResult((status) -> {
			write(id, kinds);
			this.jdbc.update("update verification_run set told_at = ? where id = ?", UtcColumns.write(now), id);
		});
	}

	private void write(long id, List<Findings> kinds) {
		this.jdbc.batchUpdate(
				"""
						update verification_kind set expected = ?, verified = ?, problems = ?, erased = ?, sealed_later = ?, done = ?
						where run_id = ? and kind = ?""",
				kinds.stream()
					.map((kind) -> new Object[] { kind.expected(), kind.verified(), kind.problems(), kind.erasedCount(),
							kind.sealedLaterCount(), kind.isDone(), id, kind.kind() })
					.toList());
	}

	/** It makes room for another, and those of long ago go. */
	void end(long id, List<Findings> kinds, boolean failed, Instant now) {
		this.transaction.executeWithoutResult((status) -> {
			write(id, kinds);
			this.jdbc.batchUpdate(
					"insert into verification_problem (run_id, kind, number, subject, problem) values (?, ?, ?, ?, ?)",
					kinds.stream().flatMap((kind) -> problems(id, kind).stream()).toList());
			this.jdbc.update(
					"update verification_run set place = null, told_at = ?, ended_at = ?, failed = ? where id = ?",
					UtcColumns.write(now), UtcColumns.write(now), failed, id);
			this.jdbc.update("delete from verification_run where id <= ?", id - MOST_KEPT);
		});
	}

	private static List<Object[]> problems(long id, Findings kind) {
		List<Finding> broken = kind.broken();
		return IntStream.range(0, broken.size())
			.mapToObj((number) -> new Object[] { id, kind.kind(), number, cut(broken.get(number).subject()),
					broken.get(number).problem() })
			.toList();
	}

	private static String cut(String subject) {
		return (subject.length() > LONGEST_SUBJECT) ? subject.substring(0, LONGEST_SUBJECT) : subject;
	}

	/** The one that goes on now. */
	Optional<Run> running(Instant now) {
		return find("place = 1 and told_at >= ?", now, true);
	}

	/** The latest that has ended; one of which nothing is told any more has failed. */
	Optional<Run> ended(Instant now) {
		return find("place is null or told_at < ?", now, false);
	}

	private Optional<Run> find(String where, Instant now, boolean running) {
		return this.jdbc
			.query("select * from verification_run where " + where + " order by id desc limit 1",
					(row, index) -> new Told(row.getLong("id"), UtcColumns.read(row, "started_at"),
							UtcColumns.read(row, "told_at"),
							!running && (row.getBoolean("failed") || row.getObject("ended_at") == null)),
					UtcColumns.write(now.minus(PATIENCE)))
			.stream()
			.findFirst()
			.map((told) -> new Run(told.startedAt(), told.at(), running, told.failed(), kinds(told.id())));
	}

	private record Told(long id, Instant startedAt, Instant at, boolean failed) {
	}

	private List<Findings> kinds(long id) {
		Map<String, List<Finding>> problems = new HashMap<>();
		this.jdbc.query("select * from verification_problem where run_id = ? order by kind, number", (row) -> {
			problems.computeIfAbsent(row.getString("kind"), (kind) -> new ArrayList<>())
				.add(new Finding(row.getString("subject"), row.getString("problem")));
		}, id);
		return this.jdbc.query("select * from verification_kind where run_id = ? order by number",
				(row, index) -> Findings.told(row, problems.getOrDefault(row.getString("kind"), List.of())), id);
	}

}
