package org.muster.proposals;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.requests.RequestRow;
import org.muster.requests.RequestStatus;
import org.muster.requests.Requests;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Demand that nobody answers any more never falls out of the account managers' queue. */
@IntegrationTest
class RequestProgressIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Requests requests;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Pages pages;

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
	private Expiration expiration;

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
		return this.requests.require(this.sent.requestId(), Viewer.muster()).status();
	}

	@Test
	void aDeclinedProposalPutsItsRequestBackIntoTheQueue() {
		this.declining.decline(this.sent.reference(), 1, "Too late", this.approver);
		assertThat(status()).isEqualTo(RequestStatus.SUBMITTED);
		assertThat(this.requests.search(Viewer.staff(), EnumSet.of(RequestStatus.SUBMITTED),
				this.organisation.name().toLowerCase(), PageRequest.of(0, 10, Sort.by("statusAt"))))
			.extracting(RequestRow::reference)
			.hasSize(1);
	}

	@Test
	void aWithdrawnProposalPutsItsRequestBackIntoTheQueue() {
		this.withdrawals.withdraw(this.sent.reference(), 1, this.manager);
		assertThat(status()).isEqualTo(RequestStatus.SUBMITTED);
	}

	@Test
	void anExpiredProposalPutsItsRequestBackIntoTheQueue() {
		expire();
		assertThat(status()).isEqualTo(RequestStatus.SUBMITTED);
	}

	private void expire() {
		this.jdbc.sql(
				"update proposal_revision set valid_until = ? where proposal_id = (select id from proposal where reference = ?)")
			.params(LocalDate.now().minusDays(3), this.sent.reference())
			.update();
		this.expiration.expire(this.sent.reference());
	}

	@Test
	void whoeverDidNotEndAProposalHearsOfIt() throws Exception {
		this.withdrawals.withdraw(this.sent.reference(), 1, this.manager);
		assertThat(told(this.approver)).contains("PROPOSAL_WITHDRAWN");
		assertThat(told(this.member)).contains("PROPOSAL_WITHDRAWN");
		this.pages.post(this.member, "/requests/" + request() + "/withdrawal", 302);
		assertThat(told(this.manager)).contains("REQUEST_WITHDRAWN");
	}

	@Test
	void bothSidesHearOfAProposalThatExpires() throws Exception {
		expire();
		assertThat(told(this.manager)).contains("EXPIRED");
		assertThat(told(this.approver)).contains("EXPIRED");
		assertThat(told(this.member)).contains("EXPIRED");
	}

	@Test
	void whoeverWroteTheRequestHearsOfTheApproversAnswer() throws Exception {
		this.acceptance.accept(this.sent.reference(), 1, Signature.of(this.approver.name()), this.approver);
		assertThat(told(this.member)).contains("ANSWERED");
		assertThat(told(this.approver)).doesNotContain("ANSWERED");
	}

	@Test
	void aHoldInTheCalendarTakesAPersonFromAnOpenProposalUntilItIsTakenOut() throws Exception {
		Map<String, Object> line = this.jdbc.sql(
				"select l.consultant_reference who, l.starts_on first from proposal_line l join proposal_revision v on v.id = l.revision_id join proposal p on p.id = v.proposal_id where p.reference = ?")
			.param(this.sent.reference())
			.query()
			.singleRow();
		LocalDate first = LocalDate.parse(String.valueOf(line.get("first")));
		String at = "/proposals/" + this.sent.reference();
		String calendar = "/admin/consultants/" + line.get("who") + "/availability";
		this.pages.post(this.manager, calendar, 302, "kind", "HELD", "from", first.toString(), "to",
				first.plusDays(13).toString(), "mon", "2", "tue", "2", "wed", "2", "thu", "2", "fri", "2");
		assertThat(told(this.approver)).contains("PEOPLE");
		assertThat(told(this.manager)).contains("PEOPLE");
		assertThat(this.pages.page(this.approver, at).select("[data-losses]")).hasSize(1);
		assertThat(this.pages.page(this.approver, at).select("form[action$=acceptance]")).isEmpty();
		String out = this.pages.page(this.manager, calendar).select("form[action$=removal]").attr("action");
		this.pages.post(this.manager, out, 302);
		assertThat(this.pages.page(this.approver, at).select("form[action$=acceptance]")).hasSize(1);
	}

	@Test
	void anAnswerInOtherWordsIsNoSecondClick() throws Exception {
		String path = "/proposals/" + this.sent.reference();
		this.pages.post(this.approver, path + "/refusal", 302, "revision", "1", "reason", "Too late");
		this.pages.post(this.approver, path + "/refusal", 302, "revision", "1", "reason", "Too late");
		Document second = this.pages.post(this.approver, path + "/refusal", 409, "revision", "1", "reason",
				"And too dear");
		assertThat(second.select("[data-typed]").text()).contains("And too dear");
	}

	@Test
	void aProposalIsWithdrawnOnceBySomebodyWhoHasSeenIt() throws Exception {
		String path = "/proposals/" + this.sent.reference() + "/withdrawal";
		this.pages.post(this.manager, path, 404);
		this.pages.post(this.manager, path, 404, "revision", "");
		assertThat(status()).isEqualTo(RequestStatus.PROPOSED);
		assertThat(done(path, this.manager, "revision", "1")).contains("Proposal withdrawn");
		assertThat(done(path, this.manager, "revision", "1")).contains("withdrawn this proposal already");
		assertThat(this.pages.post(this.world.manager(), path, 409, "revision", "1").text()).contains("Withdrawn",
				this.manager.name());
	}

	@Test
	void whoeverDeclinesAProposalIsToldThatItWasDone() throws Exception {
		assertThat(done("/proposals/" + this.sent.reference() + "/refusal", this.approver, "revision", "1", "reason",
				"Too late"))
			.contains("Proposal declined");
	}

	/** What the next page says. */
	private String done(String path, CurrentUser by, String... parameters) throws Exception {
		MockHttpServletRequestBuilder act = MockMvcRequestBuilders.post(path).with(csrf()).with(this.world.as(by));
		for (int index = 0; index < parameters.length; index += 2) {
			act = act.param(parameters[index], parameters[index + 1]);
		}
		MvcResult sent = this.mvc.perform(act).andReturn();
		assertThat(sent.getResponse().getStatus()).isEqualTo(302);
		return this.mvc
			.perform(MockMvcRequestBuilders.get(String.valueOf(sent.getResponse().getRedirectedUrl()))
				.flashAttrs(sent.getFlashMap())
				.with(this.world.as(by)))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	@Test
	void whoeverSentAProposalHearsThatAColleagueWithdrawsIt() throws Exception {
		CurrentUser responsible = this.world.manager();
		this.jdbc.sql("update organisation set account_manager_id = ? where id = ?")
			.params(responsible.id(), this.organisation.id())
			.update();
		CurrentUser colleague = this.world.manager();
		this.withdrawals.withdraw(this.sent.reference(), 1, colleague);
		assertThat(told(this.manager)).contains("PROPOSAL_WITHDRAWN");
		assertThat(told(responsible)).contains("PROPOSAL_WITHDRAWN");
		assertThat(told(colleague)).doesNotContain("PROPOSAL_WITHDRAWN");
	}

	@Test
	void nobodyHearsOfADraftThatIsWithdrawn() throws Exception {
		this.pages.post(this.member, "/requests/" + this.world.draft(this.member).reference() + "/withdrawal", 302);
		assertThat(told(this.manager)).doesNotContain("REQUEST_WITHDRAWN");
	}

	private List<String> told(CurrentUser person) throws Exception {
		return this.pages.page(person, "/notifications").select("[data-kind]").eachAttr("data-kind");
	}

	private String request() {
		return this.requests.require(this.sent.requestId(), Viewer.muster()).reference();
	}

	@Test
	void aRequestIsInMatchingWhileTheNextRevisionIsDrafted() {
		this.drafting.revise(this.sent.reference(), this.manager);
		this.declining.decline(this.sent.reference(), 1, "Too dear", this.approver);
		assertThat(status()).isEqualTo(RequestStatus.MATCHING);
		this.sending.send(this.sent.reference(), 2, this.manager);
		assertThat(status()).isEqualTo(RequestStatus.PROPOSED);
	}

	@Test
	void aRequestStaysProposedWhileAnotherProposalIsOpen() {
		this.world.consultant();
		Proposal other = this.drafting.start(request(), UUID.randomUUID().toString(), this.manager);
		this.sending.send(other.reference(), 1, this.manager);
		this.declining.decline(this.sent.reference(), 1, "The other one", this.approver);
		assertThat(status()).isEqualTo(RequestStatus.PROPOSED);
		this.declining.decline(other.reference(), 1, "Neither", this.approver);
		assertThat(status()).isEqualTo(RequestStatus.SUBMITTED);
	}

}
