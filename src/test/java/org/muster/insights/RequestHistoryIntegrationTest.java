package org.muster.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A client's history of a request tells what concerns the client, and nothing else. */
@IntegrationTest
class RequestHistoryIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	private CurrentUser member;

	private CurrentUser manager;

	private StaffingRequest request;

	@BeforeEach
	void build() {
		Organisation client = this.world.organisation();
		this.member = this.world.person(Role.MEMBER, client);
		this.manager = this.world.manager();
		this.request = this.world.submitted(this.member);
	}

	private void record(AuditAct act) {
		record(act, act.key());
	}

	private void record(AuditAct act, String detail) {
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(new Audited(this.manager.actor(),
				this.member.organisationId(), act, this.request.reference(), detail)));
	}

	private List<String> seen(CurrentUser by) throws Exception {
		List<String> acts = new ArrayList<>();
		for (int page = 0; page < 3; page++) {
			acts.addAll(this.pages.page(by, "/requests/" + this.request.reference() + "/timeline?page=" + page)
				.select(".history strong")
				.eachText());
		}
		return acts;
	}

	@Test
	void aClientSeesWhatIsNamedAndNothingElse() throws Exception {
		record(AuditAct.PROPOSAL_EDITED);
		record(AuditAct.PROPOSAL_LOOK_ASKED);
		record(AuditAct.PROPOSAL_SENT);
		String history = this.pages.page(this.member, "/requests/" + this.request.reference()).text();
		assertThat(history).contains("Proposal sent").doesNotContain("Proposal edited", "Internal approval");
		String timeline = this.pages.page(this.member, "/requests/" + this.request.reference() + "/timeline").text();
		assertThat(timeline).contains("Proposal sent").doesNotContain("Proposal edited", "Internal approval");
	}

	@Test
	void aClientIsToldOfAnswersButNotOfDrafts() throws Exception {
		Stream.of(AuditAct.values()).filter((act) -> act.key().startsWith("proposal")).forEach(this::record);
		List<String> client = seen(this.member);
		assertThat(client).contains("Proposal accepted", "Proposal declined", "Proposal expired", "Change request sent")
			.doesNotContain("Proposal drafted", "Alternative added", "Draft revision discarded",
					"Internal approval refused");
		assertThat(seen(this.manager)).containsAll(client).contains("Internal approval refused", "Alternative added");
	}

	@Test
	void theAccountManagerDoesNotHearWhatTheClientSaysInternally() throws Exception {
		record(AuditAct.REQUEST_COMMENTED);
		assertThat(this.pages.page(this.manager, "/requests/" + this.request.reference() + "/timeline").text())
			.doesNotContain("Comment ");
		assertThat(seen(this.member)).contains("Comment");
	}

	@Test
	void whatTheTrailKeepsAsACodeIsSaidInWords() throws Exception {
		record(AuditAct.REQUEST_GOAL_JUDGED, "STEP_UP_LEVEL: MET");
		record(AuditAct.REQUEST_POSITION_ADDED, "BACK_END");
		record(AuditAct.REQUEST_EDITED, "schedule");
		record(AuditAct.REQUEST_COMPARED, "salary, in-house-weeks");
		record(AuditAct.REQUEST_WITHDRAWN, "A title: MET BACK_END");
		for (CurrentUser reader : List.of(this.member, this.manager)) {
			assertThat(this.pages.page(reader, "/requests/" + this.request.reference() + "/timeline").text()).contains(
					"· Step up the level: Met", "· Back-end developer", "· Dates and effort",
					"· Gross salary a year, Weeks to hire", "· A title: MET BACK_END");
		}
	}

	@Test
	void internalActsDoNotCrowdOutWhatAClientSees() throws Exception {
		record(AuditAct.PROPOSAL_SENT);
		for (int one = 0; one < 40; one++) {
			record(AuditAct.PROPOSAL_EDITED);
		}
		assertThat(this.pages.page(this.member, "/requests/" + this.request.reference()).text())
			.contains("Proposal sent");
	}

}
