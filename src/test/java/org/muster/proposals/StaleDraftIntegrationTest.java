package org.muster.proposals;

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

import static org.assertj.core.api.Assertions.assertThat;

/** Two account managers work on the same draft, and neither loses anything. */
@IntegrationTest
class StaleDraftIntegrationTest {

	private static final String DISCARD = "form[action$='/draft/removal']";

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	private CurrentUser approver;

	private CurrentUser manager;

	private CurrentUser colleague;

	private Consultant first;

	private Consultant second;

	private Consultant third;

	private String at;

	@BeforeEach
	void build() throws Exception {
		this.approver = this.world.person(Role.APPROVER, this.world.organisation());
		this.manager = this.world.manager();
		this.colleague = this.world.manager();
		this.first = this.world.consultant();
		this.second = this.world.consultant();
		this.third = this.world.consultant();
		this.at = "/proposals/" + this.world.drafted(this.approver, this.manager).reference();
		for (String line : draft().select("#draft input[name$='.number']").eachAttr("value")) {
			this.pages.post(this.manager, this.at + "/lines/" + line + "/removal", 302);
		}
		add(this.first, "380");
		add(this.second, "330");
	}

	private Document draft() throws Exception {
		return this.pages.page(this.manager, this.at + "/draft");
	}

	private void add(Consultant who, String rate) throws Exception {
		this.pages.post(this.colleague, this.at + "/lines", 302, "choice", "1:" + who.reference());
		int last = draft().select("#draft input[name$='.number']").size() - 1;
		this.pages.save(this.colleague, this.at + "/draft", "#draft", Map.of("lines[" + last + "].billRate", rate),
				302);
	}

	private void remove(int line) throws Exception {
		this.pages.post(this.colleague, this.at + "/lines/" + line + "/removal", 302);
	}

	private List<String> rates() {
		return this.jdbc.queryForList(
				"select concat(l.consultant_reference, ' ', l.bill_rate) from proposal_line l "
						+ "join proposal_revision v on v.id = l.revision_id join proposal p on p.id = v.proposal_id "
						+ "where p.reference = ? and v.status = 'DRAFT' order by l.number",
				String.class, this.at.replace("/proposals/", ""));
	}

	private static String rate(Document page, Consultant who) {
		return page.select("#draft section:has(input[value=" + who.reference() + "]) input[name$=billRate]")
			.attr("value");
	}

	@Test
	void whatWasTypedForOnePersonNeverGoesToAnotherWhereALineWasRemovedMeanwhile() throws Exception {
		Document open = draft();
		remove(Integer.parseInt(open.select("#draft input[name='lines[0].number']").attr("value")));
		Document told = this.pages.send(this.manager, open, "#draft",
				Map.of("note", "Typed with care", "lines[0].billRate", "381", "lines[1].billRate", "331"), 409);
		assertThat(told.select("[data-gone]").text()).contains(this.first.name(), "381");
		assertThat(rate(told, this.second)).isEqualTo("331");
		assertThat(told.select("[name=note]").text()).isEqualTo("Typed with care");
		this.pages.send(this.manager, told, "#draft", Map.of(), 302);
		assertThat(rates()).singleElement().asString().startsWith(this.second.reference() + " 331");
	}

	@Test
	void aLineThatOthersHaveAddedIsShownEvenWhereItHasTheNumberOfOneThatTheyRemoved() throws Exception {
		Document open = draft();
		remove(Integer.parseInt(open.select("#draft input[name='lines[1].number']").attr("value")));
		add(this.third, "405");
		Document told = this.pages.send(this.manager, open, "#draft", Map.of("lines[1].billRate", "much"), 409);
		assertThat(told.select("[data-gone]").text()).contains(this.second.name(), "much");
		assertThat(told.select("[data-added]").text()).contains(this.third.name());
		assertThat(rate(told, this.third)).startsWith("405");
		this.pages.send(this.manager, told, "#draft", Map.of(), 302);
		assertThat(rates()).satisfiesExactly((one) -> assertThat(one).startsWith(this.first.reference() + " 380"),
				(one) -> assertThat(one).startsWith(this.third.reference() + " 405"));
	}

	@Test
	void aDraftThatWasDiscardedIsNotTakenForAnotherOfTheSameNumber() throws Exception {
		this.at = "/proposals/" + this.world.sent(this.approver, this.manager).reference();
		this.pages.post(this.manager, this.at + "/revisions", 302);
		Document open = draft();
		this.pages.post(this.colleague, this.at + "/draft/removal", 302);
		this.pages.post(this.colleague, this.at + "/revisions", 302);
		// As many changes as the first had, should there have been some.
		this.jdbc.update("update proposal_revision set version = ? where status = 'DRAFT'",
				open.select("#draft [name=version]").attr("value"));
		Document told = this.pages.send(this.manager, open, "#draft", Map.of("lines[0].billRate", "299"), 409);
		assertThat(rates().get(0)).doesNotContain("299");
		assertThat(told.select("#draft [name='lines[0].billRate']").attr("value")).isEqualTo("299");
		this.pages.send(this.manager, told, "#draft", Map.of(), 302);
		assertThat(rates().get(0)).contains("299");
	}

	@Test
	void whoeverEditsARevisionThatAColleagueDiscardsIsToldSo() throws Exception {
		this.at = "/proposals/" + this.world.sent(this.approver, this.manager).reference();
		this.pages.post(this.manager, this.at + "/revisions", 302);
		Document open = draft();
		this.pages.post(this.colleague, this.at + "/draft/removal", 302);
		Document told = this.pages.send(this.manager, open, "#draft", Map.of("note", "Typed with care"), 409);
		assertThat(told.select("[data-gone]").text()).contains("discarded", this.colleague.name());
		assertThat(told.text()).contains("Typed with care");
	}

	@Test
	void discardingNeverThrowsAwayWhatAColleagueHasMadeSince() throws Exception {
		this.at = "/proposals/" + this.world.sent(this.approver, this.manager).reference();
		this.pages.post(this.manager, this.at + "/revisions", 302);
		Document open = draft();
		this.pages.save(this.colleague, this.at + "/draft", "#draft", Map.of("note", "With care"), 302);
		assertThat(this.pages.send(this.manager, open, DISCARD, Map.of(), 302).location()).isNotNull();
		assertThat(draft().select("[name=note]").text()).isEqualTo("With care");
		Document again = draft();
		this.pages.post(this.colleague, this.at + "/sending", 302, "revision", "2");
		this.pages.post(this.colleague, this.at + "/revisions", 302);
		assertThat(this.pages.send(this.manager, again, DISCARD, Map.of(), 409).text())
			.contains("Nothing has been changed");
		assertThat(draft().select("#draft")).hasSize(1);
		this.pages.send(this.manager, draft(), DISCARD, Map.of(), 302);
		this.pages.post(this.manager, this.at + "/draft/removal", 302);
	}

	@Test
	void withdrawingTakesBackWhatThePageShowedOrNothing() throws Exception {
		this.at = "/proposals/" + this.world.sent(this.approver, this.manager).reference();
		Document open = this.pages.page(this.manager, this.at);
		this.pages.post(this.colleague, this.at + "/revisions", 302);
		this.pages.post(this.colleague, this.at + "/sending", 302, "revision", "2");
		this.pages.send(this.manager, open, "form[action$='/withdrawal']", Map.of(), 409);
		assertThat(this.pages.page(this.approver, this.at).select("form[action$=acceptance]")).hasSize(1);
		this.pages.save(this.manager, this.at, "form[action$='/withdrawal']", Map.of(), 302);
		assertThat(this.pages.page(this.approver, this.at).select("form[action$=acceptance]")).isEmpty();
	}

	@Test
	void whoWasErasedIsNotOffered() throws Exception {
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		this.pages.post(administrator, "/admin/consultants/" + this.second.reference() + "/erasure", 302,
				"confirmation", this.second.reference());
		assertThat(draft().select(".note.is-bad").text()).contains(this.second.reference());
		this.pages.post(this.manager, this.at + "/sending", 302, "revision", "1");
		assertThat(this.pages.page(this.manager, this.at + "/sending").text()).contains("No longer in the pool");
	}

}
