package org.muster.matching;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.Period;
import org.muster.calendar.UtcColumns;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.matching.SkillMatch.Outcome;
import org.muster.requests.Priority;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.RoleTemplates;
import org.muster.requests.SkillRequirement;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;
import org.muster.vocabulary.JobRole;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class MatchingIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Matching matching;

	@Autowired
	private MatchExplanations explanations;

	@Autowired
	private Consultants consultants;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Requests requests;

	@Autowired
	private RoleTemplates templates;

	@Test
	void numbersAreWrittenAsTheLanguageOfADocumentWritesThem() {
		Reason fewer = Reason.bad("offered.week.fewer", DayCount.of("2.5"), DayCount.of("4"));
		assertThat(this.explanations.say(fewer)).contains("2.5").contains("4").doesNotContain("4.0");
		for (Locale language : List.of(Locale.FRENCH, Locale.GERMAN, Locale.forLanguageTag("es"),
				Locale.forLanguageTag("pt"))) {
			assertThat(this.explanations.in(language).say(fewer)).contains("2,5").doesNotContain("2.5", "4,0");
		}
	}

	@Test
	void findsAtOnceWhoWasAddedChangedOrMovedOutOfReach() {
		StaffingRequest request = request();
		Demand demand = Demand.of(request, request.positions().get(0));
		int before = this.matching.everybody();
		int fitting = this.matching.fitting(easy(demand));
		Consultant consultant = this.world.consultant();
		assertThat(this.matching.everybody()).isEqualTo(before + 1);
		assertThat(this.matching.fitting(easy(demand))).isEqualTo(fitting + 1);
		this.transaction.executeWithoutResult((status) -> this.consultants.findById(consultant.id())
			.orElseThrow()
			.takeLeave(new Period(this.world.today(), this.world.today().plusYears(2)), Allocation.FULL_TIME));
		assertThat(this.matching.fitting(easy(demand))).isEqualTo(fitting);
		assertThat(this.matching.everybody()).isEqualTo(before + 1);
	}

	/** Java is all that consultants of these tests know. */
	private Demand easy(Demand demand) {
		return demand.withSkills(List.of(new SkillRequirement(this.world.skill("Java"), 4, Priority.REQUIRED)));
	}

	@Test
	void whatAnotherNodeChangesIsFollowedWithinTwoSeconds() {
		StaffingRequest request = request();
		Demand demand = easy(Demand.of(request, request.positions().get(0)));
		Consultant consultant = this.world.consultant();
		int fitting = this.matching.fitting(demand);
		this.jdbc.update("update consultant set available_from = ? where id = ?",
				java.sql.Date.valueOf(this.world.today().plusYears(3)), consultant.id());
		assertThat(this.matching.fitting(demand)).isEqualTo(fitting);
		this.jdbc.update("insert into pool_change (consultant_id, node, changed_at) values (?, 'another', ?)",
				consultant.id(), UtcColumns.write(java.time.Instant.now()));
		await().atMost(java.time.Duration.ofSeconds(2))
			.untilAsserted(() -> assertThat(this.matching.fitting(demand)).isEqualTo(fitting - 1));
	}

	@Test
	void aTeamThatHasNoDatesYetHasNoCostEither() throws Exception {
		request();
		StaffingRequest undated = new StaffingRequest("R-2026-UNDATED", "EUR", java.util.UUID.randomUUID().toString(),
				this.member, java.time.Instant.now());
		undated.addPosition(this.templates.of(JobRole.BACK_END).details(), this.member, java.time.Instant.now());
		this.requests.save(undated);
		this.mvc.perform(get("/requests/R-2026-UNDATED/teams").with(this.world.as(this.member)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("The dates are still open")))
			.andExpect(content().string(not(containsString("Expected cost"))));
	}

	@Test
	void saysWhatIsMetWhatInPartAndWhatIsMissing() {
		Consultant consultant = this.world.consultant();
		StaffingRequest request = request();
		Position position = request.positions().get(0);
		Match match = this.matching.match(request, position, consultant.id()).orElseThrow();
		assertThat(match.outcomes().get(Outcome.MET)).extracting(SkillMatch::name).containsExactly("Java");
		assertThat(match.outcomes().get(Outcome.MISSING)).extracting(SkillMatch::name).contains("SQL", "Git");
		assertThat(match.fits()).isFalse();
		assertThat(this.explanations.say(match)).startsWith("Meets Java.")
			.contains("No evidence of ", "Within the day rate of");
		assertThat(this.explanations.summary(match)).startsWith("Meets 1 of ")
			.contains("can start on", "400")
			.contains("Missing");
	}

	@Test
	void whatNobodyHasStatedIsSaidToBeSo() {
		Consultant consultant = this.world.consultant();
		this.jdbc.update("update consultant set years = null where id = ?", consultant.id());
		this.jdbc.update("update consultant_skill set level = null where consultant_id = ?", consultant.id());
		StaffingRequest request = request();
		Match match = this.matching.match(request, request.positions().get(0), consultant.id()).orElseThrow();
		for (java.util.Locale locale : List.of(java.util.Locale.ENGLISH, java.util.Locale.GERMAN,
				java.util.Locale.FRENCH, java.util.Locale.forLanguageTag("es"),
				java.util.Locale.forLanguageTag("pt"))) {
			assertThat(this.explanations.in(locale).say(match)).doesNotContain(" 0 ", "{", "''");
		}
		assertThat(this.explanations.say(match)).contains("Years of experience are not stated; ",
				"The level of a server-side language is not stated, so it counts as working (2 of 5).");
		assertThat(this.explanations.summary(match)).contains("Java (level not stated, counts as 2 of level ");
		assertThat(match.skills()).filteredOn((skill) -> skill.name().equals("Java"))
			.singleElement()
			.satisfies((skill) -> assertThat(this.explanations.against(skill)).startsWith("level not stated, "));
	}

	@Test
	void aSkillCountsThroughOneThatImpliesIt() {
		Consultant consultant = this.world.consultant();
		StaffingRequest request = request();
		Position position = request.positions().get(0);
		Match match = this.matching.match(request, position, consultant.id()).orElseThrow();
		// Java at 4 says nothing of Spring Boot: it is the other way round.
		assertThat(match.skills()).filteredOn((skill) -> skill.name().equals("Spring Boot"))
			.singleElement()
			.satisfies((skill) -> assertThat(skill.outcome()).isEqualTo(Outcome.MISSING));
	}

	@Test
	void aRateAboveTheCapCostsPointsAndIsSaid() {
		Consultant consultant = this.world.consultant();
		StaffingRequest request = request();
		request.budget(new BigDecimal("380"), null, member(), java.time.Instant.now());
		Match match = this.matching.match(request, request.positions().get(0), consultant.id()).orElseThrow();
		assertThat(match.parts()).filteredOn((part) -> part.part() == Part.RATE).singleElement().satisfies((part) -> {
			assertThat(part.isFull()).isFalse();
			assertThat(this.explanations.say(part.reasons().get(0))).isEqualTo("20\u00a0EUR a day above the cap.");
		});
	}

	private CurrentUser member = new CurrentUser(0, "", "", Role.MEMBER, 0L, null);

	private CurrentUser member() {
		return this.member;
	}

	private StaffingRequest request() {
		this.member = this.world.person(Role.MEMBER, this.world.organisation());
		StaffingRequest request = this.world.draft(this.member);
		return request;
	}

}
