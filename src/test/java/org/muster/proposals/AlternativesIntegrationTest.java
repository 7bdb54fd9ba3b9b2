package org.muster.proposals;

import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.availability.AbsenceRow;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.Statements;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** Up to three alternatives, sent together, of which the client takes one. */
@IntegrationTest
class AlternativesIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Consultants consultants;

	@Autowired
	private JdbcTemplate jdbc;

	private CurrentUser approver;

	private CurrentUser manager;

	private Consultant other;

	private String offer;

	@BeforeEach
	void build() {
		this.approver = this.world.person(Role.APPROVER, this.world.organisation());
		this.manager = this.world.manager();
		this.world.consultant();
		this.offer = this.world.drafted(this.approver, this.manager).reference();
		this.other = this.world.consultant();
	}

	private String at(String rest) {
		return "/proposals/" + this.offer + rest;
	}

	private void act(CurrentUser by, String rest, int expected, String... parameters) throws Exception {
		this.pages.post(by, at(rest), expected, parameters);
	}

	private List<String> statuses() {
		return this.jdbc
			.queryForList("select v.status from proposal_revision v join proposal p on p.id = v.proposal_id "
					+ "where p.reference = ? order by v.number", String.class, this.offer);
	}

	/** A copy of the first with half of the week, and somebody else. */
	private void three() throws Exception {
		act(this.manager, "/alternatives", 302);
		this.pages.save(this.manager, at("/draft?revision=2"), "#draft",
				Map.of("lines[0].thursday", "0", "lines[0].friday", "0"), 302);
		act(this.manager, "/alternatives", 302, "member", "1:" + this.other.reference());
	}

	@Test
	void areComparedSideBySideAndSentTogether() throws Exception {
		three();
		Document draft = this.pages.page(this.manager, at("/draft?revision=3"));
		assertThat(draft.select("#alternatives [data-alternative]").eachAttr("data-alternative")).containsExactly("A",
				"B", "C");
		assertThat(draft.select("#draft h2").text()).contains(this.other.name());
		act(this.manager, "/sending", 302, "revision", "2");
		assertThat(statuses()).containsExactly("SENT", "SENT", "SENT");
		Document shown = this.pages.page(this.approver, at(""));
		assertThat(shown.select(".over").text()).contains("revision 1, alternative A");
		assertThat(shown.select("#alternatives [data-only]").eachAttr("data-only")).containsExactly(this.other.name());
		List<String> days = shown.select("[data-alternative-days]").eachAttr("data-alternative-days");
		assertThat(Double.parseDouble(days.get(1))).isLessThan(Double.parseDouble(days.get(0)) * 0.65);
		assertThat(shown.select("[data-alternative-total]")).hasSize(3);
		assertThat(this.pages.page(this.approver, "/proposals?q=" + this.offer).text())
			.contains(this.offer + ", revision 1", "One of 3 alternatives");
		for (int revision = 1; revision <= 3; revision++) {
			assertThat(this.pages.page(this.approver, at("?revision=" + revision))
				.select("[data-intact]")
				.attr("data-intact")).isEqualTo("true");
		}
	}

	@Test
	void whoTakesOneTakesNoneOfTheOthersAndTheirPeopleAreFree() throws Exception {
		three();
		act(this.manager, "/sending", 302, "revision", "1");
		assertThat(held()).hasSize(1);
		act(this.approver, "/acceptance", 302, "revision", "2", "fullName", this.approver.name(), "function", "Head",
				"password", "secret");
		assertThat(statuses()).containsExactly("NOT_CHOSEN", "ACCEPTED", "NOT_CHOSEN");
		assertThat(held()).isEmpty();
		Document shown = this.pages.page(this.approver, at(""));
		assertThat(shown.select(".over").text()).contains("alternative B");
		assertThat(this.pages.page(this.approver, at("?revision=1")).text())
			.contains("Another alternative was accepted");
		act(this.approver, "/acceptance", 409, "revision", "1", "fullName", this.approver.name(), "function", "Head",
				"password", "secret");
		assertThat(this.pages.page(this.approver, "/proposals?q=" + this.offer).text())
			.contains(this.offer + ", revision 2");
	}

	private List<AbsenceRow> held() {
		return this.consultants.absencesOf(List.of(this.other.id()))
			.stream()
			.filter((absence) -> absence.source() != null && absence.source().startsWith(this.offer))
			.toList();
	}

	@Test
	void whatIsWrongWithOneKeepsAllFromBeingSent() throws Exception {
		three();
		act(this.manager, "/lines/1/removal", 302, "revision", "3");
		this.pages.save(this.manager, at("/draft?revision=2"), "#draft", Map.of("discountPercent", "16"), 302);
		act(this.manager, "/sending", 302, "revision", "1");
		assertThat(statuses()).containsOnly("DRAFT");
		act(this.manager, "/alternatives/3/removal", 302);
		act(this.manager, "/alternatives/3/removal", 302);
		act(this.manager, "/sending", 302, "revision", "1");
		assertThat(statuses()).containsExactly("DRAFT", "DRAFT");
		act(this.world.manager(), "/approval", 302);
		act(this.manager, "/sending", 302, "revision", "1");
		assertThat(statuses()).containsExactly("SENT", "SENT");
	}

	@Test
	void aPageTakesAsManyStatementsForThreeAlternativesAsForOne() throws Exception {
		String plain = this.world.sent(this.approver, this.manager).reference();
		three();
		act(this.manager, "/sending", 302, "revision", "1");
		for (String path : List.of("", ".pdf", ".pdf?language=de")) {
			assertThat(statements(at(path))).as(path).isEqualTo(statements("/proposals/" + plain + path));
		}
	}

	private long statements(String path) throws Exception {
		this.pages.send(this.approver, get(path), 200);
		return Statements.count(() -> this.pages.send(this.approver, get(path), 200));
	}

	@Test
	void threeAreTheMostAndTheLastOneStays() throws Exception {
		three();
		act(this.manager, "/alternatives", 302);
		assertThat(statuses()).hasSize(3);
		for (int revision : new int[] { 2, 1, 3 }) {
			act(this.manager, "/alternatives/" + revision + "/removal", 302);
		}
		assertThat(statuses()).hasSize(1);
		assertThat(this.pages.page(this.manager, at("/draft")).select("[data-alternative]")).isEmpty();
		act(this.manager, "/alternatives", 404, "member", "1:nobody");
		act(this.manager, "/alternatives", 404, "member", "7:" + this.other.reference());
		assertThat(statuses()).hasSize(1);
	}

	@Test
	void theNextRoundIsACopyOfAllAndComparedWithTheSameOneBefore() throws Exception {
		three();
		act(this.manager, "/sending", 302, "revision", "1");
		act(this.manager, "/revisions", 302);
		act(this.manager, "/revisions", 302);
		assertThat(statuses()).containsExactly("SENT", "SENT", "SENT", "DRAFT", "DRAFT", "DRAFT");
		this.pages.save(this.manager, at("/draft?revision=5"), "#draft", Map.of("lines[0].billRate", "390"), 302);
		act(this.manager, "/sending", 302, "revision", "4");
		assertThat(statuses()).containsExactly("SUPERSEDED", "SUPERSEDED", "SUPERSEDED", "SENT", "SENT", "SENT");
		assertThat(this.pages.page(this.approver, at("?revision=5")).select("#changes").text())
			.contains("Day rate 400 EUR → 390 EUR")
			.doesNotContain("Days ");
		act(this.approver, "/refusal", 302, "revision", "6", "reason", "None of them");
		assertThat(statuses().subList(3, 6)).containsOnly("DECLINED");
		act(this.manager, "/revisions", 302);
		act(this.manager, "/sending", 302, "revision", "7");
		act(this.manager, "/withdrawal", 302, "revision", "7");
		assertThat(statuses().subList(6, 9)).containsOnly("WITHDRAWN");
	}

}
