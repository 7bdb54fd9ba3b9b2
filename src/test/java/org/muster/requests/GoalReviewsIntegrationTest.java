package org.muster.requests;

import java.sql.Date;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@IntegrationTest
class GoalReviewsIntegrationTest {

	private static final String OUTCOME = "form[action$=outcome]";

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private GoalReviews reviews;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void aGoalWhoseDayHasComeIsRemindedOfOnceAndOnlyWherePeopleWereEngaged() {
		Organisation organisation = this.world.organisation();
		CurrentUser member = this.world.person(Role.MEMBER, organisation);
		CurrentUser approver = this.world.person(Role.APPROVER, organisation);
		StaffingRequest engaged = due(member, "ENGAGED");
		due(member, "PROPOSED");
		this.reviews.remind();
		this.reviews.remind();
		for (CurrentUser one : new CurrentUser[] { member, approver }) {
			assertThat(this.jdbc.queryForList("select subject from notification where account_id = ? and kind = 'GOAL'",
					String.class, one.id()))
				.containsExactly(engaged.reference());
		}
	}

	@Test
	void anOutcomeReplacesOnlyWhatWasSeen() throws Exception {
		Organisation organisation = this.world.organisation();
		CurrentUser member = this.world.person(Role.MEMBER, organisation);
		CurrentUser approver = this.world.person(Role.APPROVER, organisation);
		String path = "/requests/" + due(member, "ENGAGED").reference();
		Document opened = this.pages.page(approver, path);
		this.pages.post(member, path + "/goals/EFFICIENT_WORKFLOW/outcome", 302, "outcome", "MET", "note",
				"Weekly now");
		this.pages.post(member, path + "/goals/EFFICIENT_WORKFLOW/outcome", 302, "outcome", "MET", "note",
				"Weekly now");
		Map<String, String> other = Map.of("outcome", "NOT", "note", "Only twice");
		Document refused = this.pages.send(approver, opened, OUTCOME, other, 409);
		assertThat(refused.select("[data-first]").text()).contains("Outcome of a goal by " + member.name());
		assertThat(refused.select("[data-typed]").text()).contains("Only twice");
		assertThat(this.pages.page(approver, path).select("[data-outcome]").attr("data-outcome")).isEqualTo("MET");
		this.pages.save(approver, path, OUTCOME, other, 302);
		assertThat(this.pages.page(member, path).select("[data-outcome]").attr("data-outcome")).isEqualTo("NOT");
		assertThat(this.pages.page(member, path + "/timeline").text()).contains("Previous outcome of a goal",
				"A more efficient workflow: Met · " + member.name() + ": Weekly now");
	}

	@Test
	void aNoteThatIsTooLongIsNotCutButAskedForAgain() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		String path = "/requests/" + due(member, "ENGAGED").reference();
		String longer = "n".repeat(1001);
		FlashMap said = this.pages
			.sent(member, this.pages.page(member, path), OUTCOME, Map.of("outcome", "PARTLY", "note", longer), 302)
			.getFlashMap();
		Document again = Jsoup.parse(this.pages.send(member, get(path).flashAttrs(said), 200).getContentAsString());
		assertThat(again.select("[data-goal=EFFICIENT_WORKFLOW] details[open] .field-error").text())
			.contains("at most 1,000 characters");
		assertThat(again.select("[data-goal=EFFICIENT_WORKFLOW] textarea").text()).isEqualTo(longer);
		assertThat(again.select("[data-goal=EFFICIENT_WORKFLOW] [name=outcome][checked]").attr("value"))
			.isEqualTo("PARTLY");
		assertThat(again.select("[data-outcome]")).isEmpty();
		this.pages.save(member, path, OUTCOME, Map.of("outcome", "PARTLY", "note", "n".repeat(1000)), 302);
		assertThat(this.pages.page(member, path).text()).contains("n".repeat(1000));
	}

	private StaffingRequest due(CurrentUser member, String status) {
		StaffingRequest request = this.world.submitted(member);
		this.jdbc.update("update staffing_request set status = ? where id = ?", status, request.id());
		this.jdbc.update("update request_goal set review_on = ? where request_id = ?", Date.valueOf(this.world.today()),
				request.id());
		return request;
	}

}
