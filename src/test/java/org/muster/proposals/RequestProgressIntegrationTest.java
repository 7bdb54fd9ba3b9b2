package org.muster.proposals;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.requests.RequestRow;
import org.muster.requests.RequestStatus;
import org.muster.requests.Requests;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Demand that nobody answers any more never falls out of the account managers' queue. */
@IntegrationTest
class RequestProgressIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Requests requests;

	@Autowired
	private Drafting drafting;

	@Autowired
	private Sending sending;

	@Autowired
	private Answers answers;

	@Autowired
	private JdbcClient jdbc;

	private Organisation organisation;

	private CurrentUser member;

	private CurrentUser approver;

	private CurrentUser manager;

	private Proposal sent;

	@BeforeEach
	void build() {
		this.organisation = this.world.organisation();
		this.member = this.world.person(Role.MEMBER, this.organisation);
		this.approver = this.world.person(Role.APPROVER, this.organisation);
		this.manager = this.world.manager();
		this.sent = this.world.sent(this.member, this.manager);
		assertThat(status()).isEqualTo(RequestStatus.PROPOSED);
	}

	private RequestStatus status() {
		return this.requests.findById(this.sent.requestId()).orElseThrow().status();
	}

	@Test
	void aDeclinedProposalPutsItsRequestBackIntoTheQueue() {
		this.answers.decline(this.sent.reference(), 1, "Too late", this.approver);
		assertThat(status()).isEqualTo(RequestStatus.SUBMITTED);
		assertThat(this.requests.search(null, EnumSet.of(RequestStatus.SUBMITTED),
				this.organisation.name().toLowerCase(), PageRequest.of(0, 10, Sort.by("statusAt"))))
			.extracting(RequestRow::reference)
			.hasSize(1);
	}

	@Test
	void aWithdrawnProposalPutsItsRequestBackIntoTheQueue() {
		this.drafting.withdraw(this.sent.reference(), this.manager);
		assertThat(status()).isEqualTo(RequestStatus.SUBMITTED);
	}

	@Test
	void anExpiredProposalPutsItsRequestBackIntoTheQueue() {
		this.jdbc.sql(
				"update proposal_revision set valid_until = ? where proposal_id = (select id from proposal where reference = ?)")
			.params(LocalDate.now().minusDays(3), this.sent.reference())
			.update();
		this.answers.expire(this.sent.reference());
		assertThat(status()).isEqualTo(RequestStatus.SUBMITTED);
	}

	@Test
	void aRequestIsInMatchingWhileTheNextRevisionIsDrafted() {
		this.drafting.revise(this.sent.reference(), this.manager);
		this.answers.decline(this.sent.reference(), 1, "Too dear", this.approver);
		assertThat(status()).isEqualTo(RequestStatus.MATCHING);
		this.sending.send(this.sent.reference(), 2, this.manager);
		assertThat(status()).isEqualTo(RequestStatus.PROPOSED);
	}

	@Test
	void aRequestStaysProposedWhileAnotherProposalIsOpen() {
		this.world.consultant();
		String request = this.requests.findById(this.sent.requestId()).orElseThrow().reference();
		Proposal other = this.drafting.start(request, UUID.randomUUID().toString(), this.manager);
		this.sending.send(other.reference(), 1, this.manager);
		this.answers.decline(this.sent.reference(), 1, "The other one", this.approver);
		assertThat(status()).isEqualTo(RequestStatus.PROPOSED);
		this.answers.decline(other.reference(), 1, "Neither", this.approver);
		assertThat(status()).isEqualTo(RequestStatus.SUBMITTED);
	}

}
