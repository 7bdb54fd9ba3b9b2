package org.muster.proposals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.consultants.Consultant;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

/** A client asks for changes, and the account manager answers. */
@IntegrationTest
class CounterIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	private CurrentUser approver;

	private CurrentUser member;

	private CurrentUser manager;

	private String offer;

	@BeforeEach
	void build() {
		var client = this.world.organisation();
		this.approver = this.world.person(Role.APPROVER, client);
		this.member = this.world.person(Role.MEMBER, client);
		this.manager = this.world.manager();
		this.offer = this.world.sent(this.approver, this.manager).reference();
	}

	private String at(String rest) {
		return "/proposals/" + this.offer + rest;
	}

	private Document ask(int expected, String... wishes) throws Exception {
		String[] all = new String[wishes.length + 6];
		System.arraycopy(new String[] { "revision", "1", "rows[0].line", "1", "reason", "The budget was cut" }, 0, all,
				0, 6);
		System.arraycopy(wishes, 0, all, 6, wishes.length);
		return this.pages.post(this.member, at("/counter-proposals"), expected, all);
	}

	private String act(String what) throws Exception {
		return this.pages.page(what.equals("removal") ? this.approver : this.manager, at(""))
			.select("#counters form[action$=" + what + "]")
			.attr("action");
	}

	private List<String> kinds(CurrentUser of) throws Exception {
		return this.pages.page(of, "/notifications").select("[data-kind]").eachAttr("data-kind");
	}

	@Test
	void oneClickPutsAllThatWasAskedForIntoTheNextRevision() throws Exception {
		LocalDate start = this.world.today().plusMonths(2);
		Document page = this.pages.page(this.member, at("/counter-proposals/new?revision=1"));
		assertThat(page.select("#counter h2")).hasSize(1);
		ask(302, "rows[0].days", "20", "rows[0].start", start.toString(), "rows[0].rate", "380");
		assertThat(this.pages.page(this.manager, at("")).select("#counters [data-wish]").eachAttr("data-wish"))
			.containsExactly("DAYS", "START", "RATE");
		assertThat(kindsOfManagers()).contains("COUNTER");
		String answer = act("revision");
		assertThat(this.pages.page(this.member, at("")).select("#counters form[action$=revision]")).isEmpty();
		this.pages.post(this.manager, answer, 302);
		this.pages.post(this.manager, answer, 302);
		Document draft = this.pages.page(this.manager, at("/draft"));
		assertThat(draft.select("[name='lines[0].start']").attr("value")).isEqualTo(start.toString());
		assertThat(draft.select("[name='lines[0].billRate']").attr("value")).isEqualTo("380.00");
		assertThat(draft.select("form[action$=/draft/removal] [data-reopens]")).hasSize(1);
		// The client hears of the answer once it is sent, and can accept the first till
		// then.
		for (CurrentUser client : List.of(this.member, this.approver)) {
			Document meanwhile = this.pages.page(client, at(""));
			assertThat(meanwhile.text()).contains("your account manager is preparing an answer")
				.doesNotContain("Answered with", "evision 2");
			assertThat(meanwhile.select(".over").text()).contains("revision 1");
		}
		assertThat(this.pages.page(this.approver, at("")).select("form[action$=acceptance]")).hasSize(1);
		assertThat(this.pages.page(this.manager, at("")).text()).contains("answered by revision 2, which is in draft");
		this.pages.post(this.manager, at("/sending"), 302, "revision", "2");
		Document sent = this.pages.page(this.approver, at(""));
		assertThat(sent.select("[data-total-days]").text()).isEqualTo("20");
		assertThat(sent.select("#changes").text()).contains("Day rate 400 EUR → 380 EUR");
		assertThat(sent.select("[data-counter]").attr("data-counter")).isEqualTo("ANSWERED");
		assertThat(sent.text()).contains("Answered with revision 2 by " + this.manager.name());
	}

	@Test
	void whoeverAskedForChangesHearsThatTheProposalEndsWithoutThem() throws Exception {
		ask(302, "rows[0].days", "20");
		this.pages.post(this.manager, at("/withdrawal"), 302, "revision", "1");
		assertThat(kinds(this.member)).contains("PROPOSAL_WITHDRAWN");
	}

	/** Clients without an account manager of their own are looked after by all. */
	private List<String> kindsOfManagers() {
		return this.jdbc.queryForList("select distinct kind from notification where subject = ?", String.class,
				this.offer);
	}

	@Test
	void anotherPersonIsWhoeverFitsBestOrIsOnTheShortlist() throws Exception {
		String before = this.pages.page(this.member, at("")).select("section[data-line] h2").text();
		this.world.consultant();
		ask(422, "rows[0].person", this.world.consultant().reference());
		ask(302, "rows[0].person", "ANYBODY");
		this.pages.post(this.manager, act("revision"), 302);
		Document draft = this.pages.page(this.manager, at("/draft"));
		assertThat(draft.select("#draft section h2").eachText().get(0)).isNotEqualTo(before);
		assertThat(draft.select("[name='lines[0].billRate']").attr("value")).isEqualTo("400.00");
	}

	@Test
	void whoIsAskedForByNameStandsThereByName() throws Exception {
		Consultant other = this.world.consultant();
		String request = this.pages.page(this.member, at("")).select("a[href^=/requests/]").attr("href");
		this.pages.post(this.member, request + "/shortlists", 302, "member", "1:" + other.reference());
		ask(302, "rows[0].person", other.reference());
		assertThat(this.pages.page(this.manager, at("")).select("[data-wish=PERSON] ins").text())
			.isEqualTo(other.name());
		this.pages.post(this.manager, act("revision"), 302);
		assertThat(this.pages.page(this.manager, at("/draft")).select("#draft section h2").text())
			.contains(other.name());
	}

	@Test
	void whatIsAskedForOnePersonIsDoneToNobodyElse() throws Exception {
		this.pages.post(this.manager, at("/revisions"), 302);
		this.pages.post(this.manager, at("/lines/1/removal"), 302);
		Consultant other = this.world.consultant();
		this.pages.post(this.manager, at("/lines"), 302, "choice", "1:" + other.reference());
		String rate = this.pages.page(this.manager, at("/draft")).select("[name='lines[0].billRate']").attr("value");
		ask(302, "rows[0].rate", "333");
		this.pages.post(this.manager, act("revision"), 302);
		Document draft = this.pages.page(this.manager, at("/draft"));
		assertThat(draft.select("[name='lines[0].billRate']").attr("value")).isEqualTo(rate);
		assertThat(status()).isEqualTo("ASKED");
	}

	@Test
	void whatWasTakenBackIsNotSaidToBeInTheDraft() throws Exception {
		this.pages.post(this.manager, at("/revisions"), 302);
		ask(302, "rows[0].rate", "390");
		String answer = act("revision");
		this.pages.post(this.approver, act("removal"), 302);
		this.pages.post(this.manager, answer, 302);
		assertThat(this.pages.page(this.manager, at("/draft")).select("[name='lines[0].billRate']").attr("value"))
			.isEqualTo("400.00");
	}

	@Test
	void whatIsRefusedIsToldWithItsReasonAndTheOfferStays() throws Exception {
		ask(302, "rows[0].rate", "100");
		String refusal = act("refusal");
		assertThat(this.pages.post(this.manager, refusal, 422).text()).contains("Please say why not");
		this.pages.post(this.manager, refusal, 302, "answer", "That is below what we pay");
		this.pages.post(this.manager, refusal, 302, "answer", "That is below what we pay");
		Document second = this.pages.post(this.world.manager(), refusal, 409, "answer", "Twice");
		assertThat(second.text()).contains("Change request declined by " + this.manager.name());
		assertThat(second.select("[data-typed]").text()).contains("Twice");
		this.pages.post(this.manager, refusal, 409, "answer", "Twice");
		assertThat(kinds(this.member)).contains("COUNTER_REFUSED");
		Document page = this.pages.page(this.approver, at(""));
		assertThat(page.text()).contains("That is below what we pay").doesNotContain("Twice");
		assertThat(page.select("form[action$=acceptance]")).hasSize(1);
		ask(302, "rows[0].rate", "399");
		this.pages.post(this.approver, act("removal"), 302);
		assertThat(this.pages.page(this.manager, at("")).select("[data-counter]").eachAttr("data-counter"))
			.containsExactly("TAKEN_BACK", "REFUSED");
	}

	@Test
	void whatIsTakenBackIsToldToUsAndIsNotRefusedOrTakenBackOnceMore() throws Exception {
		ask(302, "rows[0].rate", "380");
		String refusal = act("refusal");
		String removal = act("removal");
		this.pages.post(this.manager, act("revision"), 302);
		this.pages.post(this.approver, removal, 302);
		this.pages.post(this.approver, removal, 302);
		assertThat(kinds(this.manager)).contains("COUNTER_TAKEN_BACK");
		assertThat(kinds(this.member)).contains("COUNTER_TAKEN_BACK");
		String first = "Change request withdrawn by " + this.approver.name();
		Document refused = this.pages.post(this.manager, refusal, 409, "answer", "That is below what we pay");
		assertThat(refused.text()).contains(first);
		assertThat(refused.select("[data-typed]").text()).contains("That is below what we pay");
		assertThat(this.pages.post(this.member, removal, 409).text()).contains(first);
		for (String page : List.of("/draft", "/sending")) {
			assertThat(this.pages.page(this.manager, at(page)).select("[data-taken-back]").text())
				.contains(this.approver.name() + " withdrew the change request", "Revision 2 was drafted for it");
		}
	}

	@Test
	void aColleaguesDraftIsNotOverruledByARefusal() throws Exception {
		ask(302, "rows[0].rate", "380");
		String refusal = act("refusal");
		this.pages.post(this.manager, act("revision"), 302);
		assertThat(this.pages.post(this.world.manager(), refusal, 409, "answer", "Too low").text())
			.contains(this.manager.name(), "Too low");
	}

	@Test
	void badWishesAreSaidBesideTheirFieldAndNothingIsLost() throws Exception {
		Document again = ask(422, "rows[0].rate", "400", "rows[0].days", "0.3", "rows[0].start", "2001-01-01");
		assertThat(again.text()).contains("less than the day rate", "has passed already");
		assertThat(again.select("[name='rows[0].days']").attr("value")).isEqualTo("0.3");
		assertThat(ask(422).text()).contains("Nothing differs");
		assertThat(this.pages
			.post(this.member, at("/counter-proposals"), 422, "revision", "1", "rows[0].line", "9", "reason", "x")
			.select("[data-error-summary]")).isNotEmpty();
		ask(422, "rows[0].days", "3", "rows[1].line", "1", "rows[1].days", "4");
		this.pages.post(this.member, at("/counter-proposals"), 404, "reason", "x");
		this.pages.post(this.member, at("/counter-proposals"), 404, "revision", "7", "reason", "x");
		ask(302, "rows[0].rate", "390");
		ask(302, "rows[0].rate", "390");
		assertThat(ask(422, "rows[0].rate", "380").text()).contains(this.member.name() + " asked for changes on");
		this.member = this.approver;
		ask(422, "rows[0].rate", "390");
		this.pages.post(this.manager, at("/withdrawal"), 302, "revision", "1");
		ask(409, "rows[0].rate", "380");
	}

	@Test
	void bothSidesTalkBesideTheOfferAndNobodyElseHears() throws Exception {
		this.pages.post(this.member, at("/comments"), 302, "text", "Could she start a week later?");
		this.pages.post(this.manager, at("/comments"), 302, "text", "She could.");
		for (CurrentUser reader : List.of(this.member, this.approver, this.manager)) {
			assertThat(this.pages.page(reader, at("")).select("#thread article")).hasSize(2);
		}
		assertThat(this.pages.post(this.member, at("/comments"), 422, "text", " ").select("[role=alert]")).isNotEmpty();
		String request = this.pages.page(this.member, at("")).select("a[href^=/requests/]").attr("href");
		assertThat(this.pages.page(this.member, request).select("#discussion article[data-part=" + this.offer + "]"))
			.hasSize(2);
		CurrentUser stranger = this.world.person(Role.MEMBER, this.world.organisation());
		this.pages.post(stranger, at("/comments"), 404, "text", "Me too");
		this.pages.post(stranger, at("/counter-proposals"), 404, "revision", "1", "reason", "x");
	}

	@Test
	void theSameCommentTwiceIsASecondClickUnlessTheFirstStandsOnThePage() throws Exception {
		Document page = this.pages.page(this.member, at(""));
		Map<String, String> text = Map.of("text", "Any news?");
		this.pages.send(this.member, page, "#thread form", text, 302);
		this.pages.send(this.member, page, "#thread form", text, 302);
		this.pages.send(this.approver, page, "#thread form", text, 302);
		assertThat(this.pages.page(this.member, at("")).select("#thread article")).hasSize(2);
		this.pages.save(this.member, at(""), "#thread form", text, 302);
		assertThat(this.pages.page(this.member, at("")).select("#thread article")).hasSize(3);
	}

	private String status() throws Exception {
		return this.pages.page(this.manager, at("")).select("[data-counter]").attr("data-counter");
	}

	@Test
	void sendingAnyRevisionAnswersWhatWasAskedForAndThePagesBeforeSaySo() throws Exception {
		ask(302, "rows[0].rate", "380");
		this.pages.post(this.manager, at("/revisions"), 302);
		assertThat(this.pages.page(this.manager, at("/draft")).select("[data-asked]").text())
			.contains("The budget was cut", "was not made from that request");
		this.pages.save(this.manager, at("/draft"), "#draft", Map.of("note", "For the client"), 302);
		Document sending = this.pages.page(this.manager, at("/sending"));
		assertThat(sending.select("[data-asked]").text()).contains("Sending answers the change request",
				"The budget was cut");
		assertThat(sending.select("[data-note]").text()).contains("For the client");
		this.pages.post(this.manager, at("/sending"), 302, "revision", "2");
		assertThat(this.pages.page(this.member, at("")).select("#counters").text())
			.contains("Answered with revision 2");
		assertThat(this.pages.page(this.manager, "/admin").select("#changes").text()).doesNotContain(this.offer);
		this.pages.post(this.member, at("/counter-proposals"), 302, "revision", "2", "rows[0].line", "1", "reason",
				"Once more", "rows[0].rate", "379");
	}

	@Test
	void whatARemovedAlternativeWasToAnswerIsAnsweredByWhatIsSent() throws Exception {
		ask(302, "rows[0].rate", "380");
		this.pages.post(this.manager, act("revision"), 302);
		this.pages.post(this.manager, at("/alternatives?revision=2"), 302);
		this.pages.post(this.manager, at("/alternatives/2/removal"), 302);
		assertThat(status()).isEqualTo("ASKED");
		this.pages.post(this.manager, at("/sending"), 302, "revision", "3");
		assertThat(this.pages.page(this.member, at("")).select("#counters").text())
			.contains("Answered with revision 3");
	}

	@Test
	void whatWasAskedForEndsWithTheOffer() throws Exception {
		ask(302, "rows[0].rate", "380");
		this.pages.post(this.manager, act("revision"), 302);
		this.pages.post(this.approver, at("/refusal"), 302, "revision", "1", "reason", "Too dear");
		assertThat(status()).isEqualTo("ENDED");
		assertThat(this.pages.page(this.member, at("")).select("#counters").text()).contains("Ended with the offer")
			.doesNotContain("In progress");
	}

	@Test
	void whatIsAskedForIsTakenBackEvenWhileItsAnswerIsWritten() throws Exception {
		ask(302, "rows[0].rate", "380");
		this.pages.post(this.manager, act("revision"), 302);
		this.pages.post(this.approver, act("removal"), 302);
		assertThat(status()).isEqualTo("TAKEN_BACK");
	}

	@Test
	void whatIsAskedOfASupersededRevisionIsKeptOnTheOneThatReplacedIt() throws Exception {
		Document open = this.pages.page(this.member, at("/counter-proposals/new?revision=1"));
		this.pages.post(this.manager, at("/revisions"), 302);
		this.pages.post(this.manager, at("/sending"), 302, "revision", "2");
		Document told = this.pages.send(this.member, open, "#counter",
				Map.of("rows[0].rate", "371", "reason", "Typed with care"), 409);
		assertThat(told.select("[data-superseded]").text()).contains("Revision 2 has replaced revision 1");
		assertThat(told.select("[name='rows[0].rate']").attr("value")).isEqualTo("371");
		assertThat(told.select("[name=reason]").text()).isEqualTo("Typed with care");
		this.pages.send(this.member, told, "#counter", Map.of(), 302);
		assertThat(status()).isEqualTo("ASKED");
	}

	@Test
	void whoeverAnswersWhatHasEndedIsToldSoWithWhatWasTyped() throws Exception {
		this.pages.post(this.manager, at("/revisions"), 302);
		// Not on the page of the draft, where nothing is said of the withdrawal.
		assertThat(this.pages
			.send(this.manager, MockMvcRequestBuilders.post(at("/withdrawal")).param("revision", "1"), 302)
			.getRedirectedUrl()).endsWith("?revision=1");
		assertThat(this.pages.post(this.approver, at("/acceptance"), 409, "revision", "1", "function", "Head of IT")
			.text()).contains("Nothing has been changed", "Head of IT");
		assertThat(this.pages
			.post(this.member, at("/counter-proposals"), 409, "revision", "1", "reason", "Typed with care")
			.text()).contains("Typed with care");
	}

}
