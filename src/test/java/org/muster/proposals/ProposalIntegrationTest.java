package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.audit.Actor;
import org.muster.audit.AuditTrail;
import org.muster.audit.RefusedTransition;
import org.muster.audit.Viewer;
import org.muster.calendar.DayCount;
import org.muster.engagements.EngagementRow;
import org.muster.engagements.Engagements;
import org.muster.requests.RequestStatus;
import org.muster.requests.Requests;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@IntegrationTest
class ProposalIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Proposals proposals;

	@Autowired
	private Requests requests;

	@Autowired
	private Drafting drafting;

	@Autowired
	private Sending sending;

	@Autowired
	private Acceptance acceptance;

	@Autowired
	private Declining declining;

	@Autowired
	private Withdrawals withdrawals;

	@Autowired
	private Engagements engagements;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private MockMvc mvc;

	private Organisation organisation;

	private CurrentUser member;

	private CurrentUser approver;

	private CurrentUser manager;

	@BeforeEach
	void build() {
		this.organisation = this.world.organisation();
		this.member = this.world.person(Role.MEMBER, this.organisation);
		this.approver = this.world.person(Role.APPROVER, this.organisation);
		this.manager = this.world.manager();
		this.world.consultant();
	}

	@Test
	void aSentProposalIsPricedToTheCentMonthByMonth() {
		Proposal sent = this.world.sent(this.member, this.manager);
		this.transaction.executeWithoutResult((status) -> {
			ProposalRevision revision = this.proposals.require(sent.reference(), this.approver).sent().get(0);
			for (ProposalLine line : revision.lines()) {
				assertThat(line.days()).isGreaterThan(DayCount.ZERO);
				assertThat(line.months().stream().map(LineMonth::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
					.isEqualByComparingTo(line.amount());
				assertThat(line.amount()).isEqualByComparingTo(line.billRate().multiply(line.days().days()));
			}
			assertThat(revision.total()).isEqualByComparingTo(revision.subtotal().add(revision.vat()));
			assertThat(revision.vatPercent()).isEqualByComparingTo("23");
		});
	}

	@Test
	void anAcceptedRevisionIsKeptAndTheRequestIsEngagedAndPeopleAreTaken() {
		Proposal sent = this.world.sent(this.member, this.manager);
		this.acceptance.accept(sent.reference(), 1, Signature.of(this.approver.name()), this.approver);
		this.transaction.executeWithoutResult((status) -> {
			Proposal proposal = this.proposals.require(sent.reference(), this.approver);
			assertThat(proposal.accepted()).get()
				.satisfies((revision) -> assertThat(revision.signature()).extracting("name")
					.isEqualTo(this.approver.name()));
			assertThat(this.requests.require(proposal.requestId(), this.approver.viewer()).status())
				.isEqualTo(RequestStatus.ENGAGED);
		});
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(
					() -> assertThat(this.engagements.of(new Viewer.Client(this.organisation.id()), Limit.of(10)))
						.extracting(EngagementRow::proposalReference)
						.contains(sent.reference()));
		assertThat(this.audit.latest(List.of(sent.reference()), 10)).extracting((line) -> line.act())
			.containsExactly("proposal.accepted", "proposal.sent", "proposal.drafted");
	}

	@Test
	void aMemberWhoIsNoApproverIsToldWhoCan() {
		Proposal sent = this.world.sent(this.member, this.manager);
		assertThatThrownBy(
				() -> this.acceptance.accept(sent.reference(), 1, Signature.of(this.member.name()), this.member))
			.isInstanceOfSatisfying(NotApprover.class,
					(refused) -> assertThat(refused.approvers()).containsExactly(this.approver.name()));
	}

	@Test
	void aSupersededWithdrawnOrDeclinedRevisionCannotBeAccepted() {
		Proposal sent = this.world.sent(this.member, this.manager);
		this.drafting.revise(sent.reference(), this.manager);
		this.sending.send(sent.reference(), 2, this.manager);
		refuses(sent, 1, "SUPERSEDED");
		this.withdrawals.withdraw(sent.reference(), 2, this.manager);
		refuses(sent, 2, "WITHDRAWN");
		Proposal other = this.world.sent(this.member, this.manager);
		this.declining.decline(other.reference(), 1, "Too late", this.approver);
		refuses(other, 1, "DECLINED");
	}

	private void refuses(Proposal proposal, int revision, String state) {
		assertThatThrownBy(
				() -> this.acceptance.accept(proposal.reference(), revision, Signature.of("x"), this.approver))
			.isInstanceOfSatisfying(RefusedTransition.class,
					(refused) -> assertThat(refused.stateKey()).isEqualTo("proposals.status." + state));
	}

	@Test
	void aRevisionPastItsDayCannotBeAcceptedFromMidnightOnByTheClientsClock() {
		Proposal sent = this.world.sent(this.member, this.manager);
		this.transaction.executeWithoutResult((status) -> {
			Proposal proposal = this.proposals.require(sent.reference(), this.approver);
			LocalDate late = proposal.sent().get(0).validUntil().plusDays(1);
			ZonedDateTime midnight = late.atStartOfDay(ZoneId.of("Asia/Tokyo"));
			assertThatThrownBy(
					() -> proposal.accept(1, Signature.of("x"), this.approver.actor(), midnight.plusHours(9)))
				.isInstanceOfSatisfying(RefusedTransition.class, (refused) -> {
					assertThat(refused.stateKey()).isEqualTo("proposals.status.EXPIRED");
					assertThat(refused.at()).isEqualTo(midnight.toInstant());
				});
			assertThat(proposal.expire(Actor.MUSTER, Instant.now(), late)).isTrue();
			status.setRollbackOnly();
		});
	}

	@Test
	void twoWhoAcceptAtTheSameMomentMakeOneAcceptance() throws Exception {
		CurrentUser second = this.world.person(Role.APPROVER, this.organisation);
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			for (int round = 0; round < 10; round++) {
				Proposal sent = this.world.sent(this.member, this.manager);
				CyclicBarrier together = new CyclicBarrier(2);
				List<Future<Boolean>> answers = threads
					.invokeAll(List.of(accepting(sent, this.approver, together), accepting(sent, second, together)));
				assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(true, false);
			}
		}
		finally {
			threads.shutdown();
		}
	}

	private Callable<Boolean> accepting(Proposal proposal, CurrentUser by, CyclicBarrier together) {
		return () -> {
			together.await();
			try {
				this.acceptance.accept(proposal.reference(), 1, Signature.of(by.name()), by);
				return true;
			}
			catch (RefusedTransition ex) {
				return false;
			}
		};
	}

	@Test
	void aRequestThatIsWithdrawnEndsItsProposals() throws Exception {
		Proposal sent = this.world.sent(this.member, this.manager);
		String reference = this.requests.require(sent.requestId(), Viewer.muster()).reference();
		this.mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders
			.post("/requests/{reference}/withdrawal", reference)
			.with(this.world.as(this.member))
			.with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf()));
		refuses(sent, 1, "WITHDRAWN");
	}

	@Test
	void theDocumentHasTheFiguresAndNothingThatClientsMayNotSee() throws Exception {
		Proposal sent = this.world.sent(this.member, this.manager);
		var response = this.mvc
			.perform(get("/proposals/{reference}.pdf", sent.reference()).with(this.world.as(this.approver)))
			.andReturn()
			.getResponse();
		assertThat(response.getContentType()).isEqualTo("application/pdf");
		try (var pdf = Loader.loadPDF(response.getContentAsByteArray())) {
			String text = new PDFTextStripper().getText(pdf);
			assertThat(text).contains(sent.reference(), this.organisation.name(), "400", "VAT 23 %", "Total")
				.doesNotContain("300.00", "300 EUR", "Pay rate", "margin", "@test.example");
		}
	}

}
