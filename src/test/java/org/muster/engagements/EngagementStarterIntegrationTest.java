package org.muster.engagements;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.evidence.Evidence;
import org.muster.evidence.Findings;
import org.muster.evidence.FindingsOf;
import org.muster.operations.EventBacklog;
import org.muster.proposals.Proposal;
import org.muster.proposals.ProposalAccepted;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An acceptance gets its engagements, whatever happens between the two. */
@IntegrationTest
class EngagementStarterIntegrationTest {

	/** Well above what the monitor and the next try take together. */
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Engagements engagements;

	@Autowired
	private EngagementStarter starter;

	@Autowired
	private EventBacklog backlog;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private List<Evidence> kinds;

	@Autowired
	private TransactionTemplate transaction;

	private Organisation organisation;

	private Proposal accepted;

	@BeforeEach
	void accept() throws Exception {
		this.organisation = this.world.organisation();
		CurrentUser approver = this.world.person(Role.APPROVER, this.organisation);
		this.accepted = this.world.sent(this.world.person(Role.MEMBER, this.organisation), this.world.manager());
		this.pages.post(approver, "/proposals/" + this.accepted.reference() + "/acceptance", 302, "revision", "1",
				"fullName", approver.name(), "function", "CTO");
		awaitEngagement();
	}

	private void awaitEngagement() {
		await().atMost(PATIENCE).until(() -> engagements().size(), (count) -> count == 1);
		await().atMost(PATIENCE).until(() -> waiting() == 0);
	}

	private List<EngagementRow> engagements() {
		return this.engagements.of(new Viewer.Client(this.organisation.id()), Limit.of(10));
	}

	private long waiting() {
		return this.jdbc
			.sql("select count(*) from event_publication where completion_date is null and serialized_event like ?")
			.param("%" + this.accepted.reference() + "%")
			.query(Long.class)
			.single();
	}

	/** As a database leaves it that goes away after the acceptance was committed. */
	private void loseEngagement(String status) {
		this.jdbc.sql("delete from engagement where proposal_reference = ?").param(this.accepted.reference()).update();
		this.jdbc
			.sql("""
					update event_publication set status = ?, completion_date = null, publication_date = '2026-01-01 00:00:00'
					where serialized_event like ?""")
			.params(status, "%" + this.accepted.reference() + "%")
			.update();
	}

	@Test
	void anAcceptanceGetsItsEngagementWithoutARestartWhereverItsEventWasLost() throws Exception {
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		for (String status : List.of("PUBLISHED", "PROCESSING", "RESUBMITTED", "FAILED")) {
			loseEngagement(status);
			assertThat(this.backlog.size()).isPositive();
			assertThat(this.pages.page(administrator, "/admin/outbox").select("[data-backlog]")).hasSize(1);
			awaitEngagement();
		}
		await().atMost(PATIENCE).until(() -> this.backlog.size() == 0);
		assertThat(this.pages.page(administrator, "/admin/outbox").select("[data-backlog]")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "bill_rate = 1", "ends_on = '2040-01-01'", "half_days = 1", "allocation = 'MON'",
			"consultant_name = 'Somebody Else'", "currency = 'USD'", "organisation_id = organisation_id - 1",
			"discount_percent = 3", "whole_discount_percent = 3", "volume_percent = 3", "on_call_factor = 0.5",
			"weekend_factor = 2", "weekend = 'FRI,SAT'", "exchange_rate = 3", "exchanged_currency = 'XAF'",
			"first_workday = '2020-01-01'", "last_workday = '2040-01-01'", "line_number = 7" })
	void anEngagementThatIsNotWhatWasAcceptedIsNamed(String change) {
		String reference = engagements().get(0).reference();
		assertThat(broken()).noneMatch((finding) -> finding.subject().equals(reference));
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("update engagement set " + change + " where reference = ?").param(reference).update();
			assertThat(broken())
				.contains(new Findings.Finding(reference, change.startsWith("line_number") ? "unfounded" : "line"));
			status.setRollbackOnly();
		});
	}

	@Test
	void anEngagementThatIsTakenAwayIsMissed() {
		Findings.Finding missed = new Findings.Finding(this.accepted.reference() + ", 1", "unstarted");
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("delete from engagement where proposal_reference = ?")
				.param(this.accepted.reference())
				.update();
			assertThat(broken()).doesNotContain(missed);
			this.jdbc.sql("update proposal_revision set status_at = '2026-01-01 00:00:00' where proposal_id = ?")
				.param(this.accepted.id())
				.update();
			assertThat(broken()).contains(missed);
			status.setRollbackOnly();
		});
	}

	private List<Findings.Finding> broken() {
		return FindingsOf.kind("engagements", this.kinds).broken();
	}

	@Test
	void twoNodesThatAreHandedTheSameEventMakeOneEngagement() throws Exception {
		loseEngagement("COMPLETED");
		ProposalAccepted event = new ProposalAccepted(this.accepted.reference(), 1);
		ExecutorService nodes = Executors.newFixedThreadPool(2);
		try {
			Callable<Void> start = () -> {
				this.starter.start(event);
				return null;
			};
			for (Future<Void> node : nodes.invokeAll(List.of(start, start))) {
				node.get();
			}
		}
		finally {
			nodes.shutdown();
		}
		awaitEngagement();
	}

}
