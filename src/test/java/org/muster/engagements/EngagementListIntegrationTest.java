package org.muster.engagements;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.consultants.Consultant;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** Every engagement can be reached, by the consultancy and by its own client. */
@IntegrationTest
class EngagementListIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	private Organisation organisation;

	private CurrentUser member;

	private CurrentUser manager;

	private Consultant person;

	private LocalDate today;

	@BeforeEach
	void build() {
		this.manager = this.world.manager();
		this.organisation = this.world.organisation(this.manager);
		this.member = this.world.person(Role.MEMBER, this.organisation);
		this.person = this.world.consultant();
		this.today = this.world.today();
	}

	private String engagement(int from, int to) {
		return this.world.engagement(this.organisation.id(), this.person, this.today.plusDays(from),
				this.today.plusDays(to));
	}

	private List<String> found(CurrentUser user, String query) throws Exception {
		return references(this.pages.page(user, "/engagements?" + query));
	}

	private static List<String> references(Document page) {
		return page.select("#results tbody th .sub").eachText().stream().map((text) -> text.split(" ")[0]).toList();
	}

	@Test
	void engagementsAreFoundByTheirStateAndByTheTimeInWhichTheyRun() throws Exception {
		String ended = engagement(-40, -1);
		String active = engagement(-10, 0);
		String longer = engagement(-5, 90);
		String upcoming = engagement(1, 20);
		assertThat(found(this.member, "")).containsExactly(upcoming, longer, active, ended);
		assertThat(found(this.member, "state=UPCOMING")).containsExactly(upcoming);
		assertThat(found(this.member, "state=ACTIVE")).containsExactly(longer, active);
		assertThat(found(this.member, "state=ENDED")).containsExactly(ended);
		assertThat(found(this.member, "from=" + this.today.plusDays(21))).containsExactly(longer);
		assertThat(found(this.member, "to=" + this.today.minusDays(6))).containsExactly(active, ended);
		assertThat(found(this.member, "from=" + this.today.minusDays(9) + "&to=" + this.today.minusDays(6)))
			.containsExactly(active, ended);
		assertThat(found(this.member, "state=ENDED&from=" + this.today)).isEmpty();
		assertThat(this.pages.page(this.member, "/engagements?state=ACTIVE").select("#results .badge").eachText())
			.containsExactly("Active", "Active");
	}

	@Test
	void engagementsAreFoundByPersonClientAndReference() throws Exception {
		String one = engagement(0, 10);
		String proposal = "P-" + one.substring(2);
		this.world.engagement(this.organisation.id(), this.world.consultant(), this.today, this.today);
		for (String sought : List.of(this.person.name(), one, one.toLowerCase(Locale.ROOT), proposal)) {
			assertThat(found(this.manager, "q=" + sought)).as(sought).containsExactly(one);
		}
		assertThat(found(this.manager, "q=" + this.organisation.name())).hasSize(2);
		assertThat(this.pages.page(this.manager, "/engagements?q=nothing-like-it").text())
			.contains("No engagements match");
	}

	@Test
	void aClientFindsItsOwnOnly() throws Exception {
		String own = engagement(0, 10);
		String others = this.world.engagement(this.world.organisation().id(), this.person, this.today, this.today);
		assertThat(found(this.member, "q=" + this.person.name())).containsExactly(own);
		assertThat(found(this.member, "q=" + others)).isEmpty();
		assertThat(found(this.member, "q=" + own + "&manager=none")).containsExactly(own);
		assertThat(found(this.manager, "q=" + this.person.name())).containsExactly(others, own);
		Document page = this.pages.page(this.member, "/engagements");
		assertThat(page.select("#manager")).isEmpty();
		assertThat(page.select("#results thead").text()).doesNotContain("Organisation");
		assertThat(this.pages.send(this.member, get("/engagements/export.csv"), 200).getContentAsString()).contains(own)
			.doesNotContain(others, "Organisation", "Account manager");
	}

	@Test
	void allOfThemCanBeReachedAndExported() throws Exception {
		for (int number = 0; number < 30; number++) {
			engagement(-number, 30 - number);
		}
		Document first = this.pages.page(this.member, "/engagements");
		assertThat(references(first)).hasSize(25);
		assertThat(first.select(".pages").text()).contains("1 to 25 of 30");
		assertThat(references(this.pages.page(this.member, first.select("a[rel=next]").attr("href")))).hasSize(5)
			.doesNotContainAnyElementsOf(references(first));
		String csv = this.pages
			.send(this.manager,
					get(this.pages.page(this.manager, "/engagements?state=ACTIVE&manager=mine")
						.select(".exports a")
						.attr("href")),
					200)
			.getContentAsString();
		assertThat(csv.lines()).hasSize(31)
			.anySatisfy((line) -> assertThat(line).contains(this.organisation.name(), this.manager.name(),
					this.person.name(), "Back-end developer", "Active", this.today.toString()));
		for (String format : List.of("csv", "xlsx")) {
			this.pages.send(this.manager, get("/engagements/export." + format + "?state=ENDED"), 200);
		}
	}

	@Test
	void aDateThatIsNoneIsRefused() throws Exception {
		for (String date : List.of("from=2027-13-01", "to=1999-12-31")) {
			assertThat(this.pages.send(this.manager, get("/engagements?" + date), 422).getContentAsString())
				.contains("Choose a date between 2000 and 2199.");
			this.pages.send(this.manager, get("/engagements/export.csv?" + date), 400);
		}
		String reversed = "from=2026-12-31&to=2026-12-01";
		assertThat(this.pages.send(this.manager, get("/engagements?" + reversed), 422).getContentAsString())
			.contains("The end is before the start.");
		this.pages.send(this.manager, get("/engagements/export.csv?" + reversed), 400);
	}

}
