package org.muster.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.evidence.Evidence;
import org.muster.evidence.Findings;
import org.muster.evidence.FindingsOf;
import org.muster.evidence.SealKeys;
import org.muster.evidence.SealSettings;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Statements;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/** Nothing can be changed in the trail, taken out of it or put into it unnoticed. */
@IntegrationTest
class AuditChainIntegrationTest {

	private static final Actor SOMEBODY = new Actor(7L, "Somebody", null, "192.0.2.1");

	@Autowired
	private World world;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private AuditChain chain;

	@Autowired
	private List<Evidence> kinds;

	@Autowired
	private SealKeys keys;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private String subject;

	private long entry;

	@Autowired
	private ChainRows rows;

	@Autowired
	private Anchor anchor;

	@Autowired
	private PlatformTransactionManager transactions;

	@TempDir
	private Path folder;

	@BeforeEach
	void build() {
		this.subject = "T-" + UUID.randomUUID().toString().substring(0, 12);
		record("Before");
		record("Meanwhile");
		record("Afterwards");
		this.chain.extend();
		this.entry = id("select id from audit_entry where subject = ? and detail = 'Meanwhile'", this.subject);
	}

	private void record(String detail) {
		this.transaction.executeWithoutResult((status) -> this.audit
			.record(new Audited(SOMEBODY, null, AuditAct.REQUEST_SUBMITTED, this.subject, detail)));
	}

	private long id(String sql, Object... values) {
		return Objects.requireNonNull(this.jdbc.queryForObject(sql, Long.class, values));
	}

	private List<Findings.Finding> broken() {
		return FindingsOf.kind("audit", this.kinds).broken();
	}

	@ParameterizedTest
	@ValueSource(strings = { "detail = 'Something else'", "detail = null", "detail = null, detail_hash = null",
			"detail = null, detail_salt = null, redacted_at = happened_at", "actor_name = 'Somebody else'",
			"actor_id = 8", "act = 'request.withdrawn'", "address = '6.6.6.6'", "happened_at = '2020-01-01 00:00:00'",
			"organisation_id = 1", "seal = null", "link = null", "proof = 'x'" })
	void anEntryThatIsChangedIsNamed(String change) {
		assertThat(broken()).isEmpty();
		Map<String, Object> before = this.jdbc.queryForMap("select * from audit_entry where id = ?", this.entry);
		this.jdbc.update("update audit_entry set " + change + " where id = ?", this.entry);
		assertThat(broken()).isNotEmpty().allMatch((finding) -> finding.subject().contains(this.subject), this.subject);
		restore(before);
		assertThat(broken()).isEmpty();
	}

	private void restore(Map<String, Object> row) {
		for (String column : List.of("detail", "detail_salt", "detail_hash", "redacted_at", "actor_name", "actor_id",
				"act", "address", "happened_at", "organisation_id", "seal", "link", "link_number", "proof")) {
			this.jdbc.update("update audit_entry set " + column + " = ? where id = ?", row.get(column), this.entry);
		}
	}

	@Test
	void anEntryThatIsTakenOutIsMissed() {
		long number = id("select link_number from audit_entry where id = ?", this.entry);
		this.jdbc.update("update audit_entry set link_number = -1 where id = ?", this.entry);
		assertThat(broken()).contains(new Findings.Finding(String.valueOf(number), "missing"));
		this.jdbc.update("update audit_entry set link_number = ? where id = ?", number, this.entry);
		assertThat(broken()).isEmpty();
	}

	@Test
	void theEndOfTheTrailCannotBeCutOffNotEvenWithAnOlderEnd() {
		Map<String, Object> end = this.jdbc.queryForMap("select * from audit_chain where id = 1");
		record("The last");
		this.chain.extend();
		long last = id("select max(link_number) from audit_entry");
		await().until(() -> this.anchor.read(this.chain.begin()).orElseThrow().length() >= last);
		long removed = id("select id from audit_entry where link_number = ?", last);
		Map<String, Object> now = this.jdbc.queryForMap("select * from audit_chain where id = 1");
		this.jdbc.update("update audit_entry set link_number = -1 where id = ?", removed);
		assertThat(broken()).contains(new Findings.Finding(String.valueOf(last), "missing"));
		put(end);
		record("What would cover it up");
		this.chain.extend();
		assertThat(broken()).anyMatch((finding) -> finding.problem().equals("cut"));
		this.jdbc.update("update audit_entry set link_number = ? where id = ?", last, removed);
		// The portal links meanwhile what it may: not while this holds the end.
		this.transaction.executeWithoutResult((status) -> {
			put(now);
			this.jdbc.update("update audit_chain set length = length - 1 where id = 1");
			assertThat(broken()).containsExactly(new Findings.Finding("–", "chain"));
			put(now);
		});
		this.chain.extend();
		assertThat(broken()).isEmpty();
		assertThat(id("select max(link_number) from audit_entry")).isEqualTo(last + 1);
	}

	private void put(Map<String, Object> end) {
		this.jdbc.update("update audit_chain set length = ?, link = ?, seal = ? where id = 1", end.get("length"),
				end.get("link"), end.get("seal"));
	}

	@Test
	void anEntryThatMusterDidNotWriteIsNeverLinked() {
		this.jdbc.update("insert into audit_entry (happened_at, actor_name, act, subject, detail) "
				+ "values (current_timestamp(6), 'Somebody', 'request.submitted', ?, 'Forged')", this.subject);
		this.chain.extend();
		assertThat(broken())
			.anyMatch((finding) -> finding.problem().equals("foreign") && finding.subject().contains(this.subject));
		this.jdbc.update("delete from audit_entry where detail = 'Forged'");
		assertThat(broken()).isEmpty();
	}

	@Test
	void anEntryThatIsCopiedIsNotLinkedAgain() {
		this.jdbc
			.update("insert into audit_entry (happened_at, actor_id, actor_name, act, subject, detail, detail_salt,"
					+ " detail_hash, address, nonce, seal) select happened_at, actor_id, actor_name, act, subject, detail,"
					+ " detail_salt, detail_hash, address, nonce, seal from audit_entry where id = ?", this.entry);
		this.chain.extend();
		assertThat(broken())
			.anyMatch((finding) -> finding.problem().equals("foreign") && finding.subject().contains(this.subject));
		this.jdbc.update("delete from audit_entry where subject = ? and link_number is null", this.subject);
		assertThat(broken()).isEmpty();
	}

	@Test
	void whoeverTakesTheChainAwayOrPutsItsBeginningBackGetsNothingSealedAnyMore() {
		this.chain.complete();
		AuditChain.End end = this.chain.begin();
		assertThat(end.complete()).isTrue();
		assertThat(this.chain.isOpen(end(end.name(), false, 1).sealed(this.keys), 1)).isFalse();
		assertThat(this.chain.isOpen(end("another", false, 1).sealed(this.keys), 1)).isTrue();
		assertThat(this.chain.isOpen(end("another", false, 1), 1)).isFalse();
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.update("delete from audit_chain");
			assertThat(this.chain.isOpen(this.chain.begin(), AuditChain.GENERATION)).isFalse();
			status.setRollbackOnly();
		});
	}

	private static AuditChain.End end(String name, boolean complete, int generation) {
		return new AuditChain.End(name, Instant.EPOCH, complete, generation, 0, "", "");
	}

	@Test
	void whatIsOldIsSealedOnceByEachGenerationOfSeals() {
		AuditChain.End first = end("another", true, 1).sealed(this.keys);
		assertThat(first.text()).doesNotContain("generation");
		assertThat(this.chain.isOpen(first, 1)).isFalse();
		assertThat(this.chain.isOpen(first, 2)).isTrue();
		assertThat(this.chain.isOpen(end("another", true, 2).sealed(this.keys), 2)).isFalse();
		this.chain.complete();
		AuditChain.End now = this.chain.begin();
		assertThat(now.generation()).isEqualTo(AuditChain.GENERATION);
		assertThat(this.chain.isOpen(end(now.name(), true, 1).sealed(this.keys), 2)).isFalse();
	}

	@Test
	void whatWasThereBeforeSealsCountsAsSealedLater() {
		long before = FindingsOf.kind("audit", this.kinds).sealedLaterCount();
		this.jdbc.update("insert into audit_entry (happened_at, actor_name, act, subject) "
				+ "values ('2020-01-01 00:00:00', 'Somebody', 'request.submitted', ?)", this.subject);
		this.transaction.executeWithoutResult((status) -> this.kinds.stream()
			.filter((kind) -> kind.kind().equals("audit"))
			.forEach((kind) -> kind.sealOld(1000)));
		this.chain.extend();
		Findings found = FindingsOf.kind("audit", this.kinds);
		assertThat(found.sealedLaterCount()).isEqualTo(before + 1);
		assertThat(found.broken()).isEmpty();
	}

	@Test
	void aChainThatHasJustBegunGoesOn() {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.update("update audit_entry set link_number = null, link = null");
			this.jdbc.update("delete from audit_chain");
			this.chain.begin();
			this.chain.complete();
			record("The first");
			this.chain.extend();
			assertThat(id("select count(*) from audit_entry where detail = 'The first' and link_number is not null"))
				.isEqualTo(1);
			status.setRollbackOnly();
		});
	}

	@Test
	void whatIsRemovedOnPurposeIsSaidToBeAndBreaksNothing() {
		long person = this.world.consultant().id();
		this.transaction.executeWithoutResult((status) -> {
			this.audit
				.record(new Audited(Actor.MUSTER, null, AuditAct.SHORTLIST_ADDED, "R-T", "Ana Li").naming(person));
			this.audit.record(new Audited(Actor.MUSTER, null, AuditAct.CV_UPLOADED, "CV-T", "Ana Li.pdf, mailed"));
		});
		long named = id("select max(entry_id) from audit_person where consultant_id = ?", person);
		this.transaction.executeWithoutResult((status) -> this.audit.forget(person, "C-NOBODY"));
		this.transaction.executeWithoutResult((status) -> this.audit.redact(named + 1, "…, mailed"));
		assertThat(this.audit.latest(List.of("R-T", "CV-T"), 2)).extracting(HistoryLine::detail)
			.containsExactly("…, mailed", null);
		this.chain.extend();
		assertThat(broken()).isEmpty();
		this.jdbc.update("update audit_entry set detail = 'Ana Li, mailed' where id = ?", named + 1);
		assertThat(broken()).anyMatch((finding) -> finding.problem().equals("detail"));
		this.jdbc.update("update audit_entry set detail = '…, mailed' where id = ?", named + 1);
		assertThat(broken()).isEmpty();
		assertThat(FindingsOf.kind("audit", this.kinds).erasedCount()).isGreaterThan(1);
		this.transaction.executeWithoutResult((status) -> this.audit.redact(this.entry, ""));
		assertThat(this.jdbc.queryForMap("select * from audit_entry where id = ?", this.entry).get("detail_salt"))
			.isNull();
	}

	@Test
	void whoWriteAtTheSameTimeAndNodesThatLinkAtTheSameTimeMakeOneChain() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		CountDownLatch begin = new CountDownLatch(1);
		for (int writer = 0; writer < 6; writer++) {
			threads.execute(() -> {
				awaitQuietly(begin);
				IntStream.range(0, 40).forEach((number) -> record("Concurrent " + number));
			});
		}
		for (int node = 0; node < 2; node++) {
			threads.execute(() -> {
				awaitQuietly(begin);
				IntStream.range(0, 30).forEach((number) -> this.chain.extend());
			});
		}
		begin.countDown();
		threads.shutdown();
		assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
		this.chain.extend();
		assertThat(id("select count(*) from audit_entry where subject = ? and link_number is not null", this.subject))
			.isEqualTo(6 * 40 + 3);
		assertThat(broken()).isEmpty();
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whatever it did in the transaction in which it ends is lost. */
	private static final class Crashing extends ChainRows {

		private final int mostSealed;

		private int sealed;

		Crashing(JdbcTemplate jdbc, int mostSealed) {
			super(jdbc);
			this.mostSealed = mostSealed;
		}

		@Override
		void seal(List<Seal> seals) {
			super.seal(seals);
			if (!seals.isEmpty() && ++this.sealed > this.mostSealed) {
				throw new IllegalStateException("The portal was killed while it sealed");
			}
		}

		@Override
		void link(List<Link> links) {
			super.link(links);
			throw new IllegalStateException("The portal was killed while it linked");
		}

	}

	private ChainStart start(ChainRows rows) {
		Anchor empty = new Anchor(new SealSettings(this.folder, Map.of(), null, Set.of()));
		return new ChainStart(new AuditChain(rows, empty, this.keys, this.transactions, Clock.systemUTC(), false), rows,
				List.of(new AuditEvidence(rows, empty, this.keys, Clock.systemUTC())), this.transaction, false);
	}

	@Test
	void aFirstStartThatIsKilledBetweenTwoBatchesIsTakenUpByTheNext() {
		long before = FindingsOf.kind("audit", this.kinds).sealedLaterCount();
		this.jdbc.batchUpdate(
				"insert into audit_entry (happened_at, actor_name, act, subject, detail)"
						+ " values ('2020-01-01 00:00:00', 'Somebody', 'request.submitted', ?, ?)",
				IntStream.range(0, 1300)
					.mapToObj((number) -> new Object[] { this.subject, (number % 2 == 0) ? null : "Old " + number })
					.toList());
		AuditChain.End end = this.chain.begin();
		this.transaction.executeWithoutResult((status) -> {
			AuditChain.End now = this.rows.lockedEnd();
			this.rows.write(new AuditChain.End(end.name(), end.beganAt(), false, 1, now.length(), now.link(), "")
				.sealed(this.keys));
		});
		assertThatThrownBy(() -> start(new Crashing(this.jdbc, 1)).run(new DefaultApplicationArguments()))
			.hasMessageContaining("while it sealed");
		assertThat(id("select count(*) from audit_entry where subject = ? and seal is null", this.subject))
			.isEqualTo(800);
		// The portal of the other tests may be quicker to link.
		Throwable killed = catchThrowable(
				() -> start(new Crashing(this.jdbc, 100)).run(new DefaultApplicationArguments()));
		assertThat((killed != null) ? killed.getMessage() : "").matches("|.*while it linked");
		assertThat(id("select count(*) from audit_entry where subject = ? and seal is null", this.subject)).isZero();
		start(this.rows).run(new DefaultApplicationArguments());
		this.chain.complete();
		assertThat(id("select count(*) from audit_entry where subject = ? and link_number is not null", this.subject))
			.isEqualTo(1300 + 3);
		Findings found = FindingsOf.kind("audit", this.kinds);
		assertThat(found.broken()).isEmpty();
		assertThat(found.sealedLaterCount()).isEqualTo(before + 1300);
	}

	/** A batch takes a few statements, and not one for each entry. */
	@Test
	void manyOldEntriesAreSealedAndLinkedTogether() throws Exception {
		this.jdbc.batchUpdate(
				"insert into audit_entry (happened_at, actor_name, act, subject)"
						+ " values ('2020-01-01 00:00:00', 'Somebody', 'request.submitted', ?)",
				IntStream.range(0, 500).mapToObj((number) -> new Object[] { this.subject }).toList());
		long statements = Statements.count(() -> {
			this.transaction.executeWithoutResult((status) -> this.kinds.stream()
				.filter((kind) -> kind.kind().equals("audit"))
				.forEach((kind) -> kind.sealOld(500)));
			this.chain.extend();
		});
		assertThat(statements).isLessThan(20);
		assertThat(broken()).isEmpty();
	}

	@Test
	void anEntryThatIsLinkedWhileItIsVerifiedIsNoCopyOfItself() {
		record("Meanwhile linked");
		ChainRows late = new ChainRows(this.jdbc) {
			@Override
			List<Row> unlinked(long after, int most) {
				List<Row> rows = super.unlinked(after, most);
				AuditChainIntegrationTest.this.chain.extend();
				return rows;
			}
		};
		AuditEvidence evidence = new AuditEvidence(late, this.anchor, this.keys, Clock.systemUTC());
		assertThat(FindingsOf.kind("audit", List.of(evidence)).broken()).isEmpty();
	}

	@Test
	void aTransactionThatIsRolledBackLeavesNoGap() {
		this.transaction.executeWithoutResult((status) -> {
			this.audit.record(new Audited(SOMEBODY, null, AuditAct.REQUEST_SUBMITTED, this.subject, "Never"));
			status.setRollbackOnly();
		});
		record("Later");
		this.chain.extend();
		assertThat(broken()).isEmpty();
	}

}
