package org.muster.requests;

import java.sql.Date;
import java.util.Map;

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

import static org.assertj.core.api.Assertions.assertThat;

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

	private StaffingRequest due(CurrentUser member, String status) {
		StaffingRequest request = this.world.submitted(member);
		this.jdbc.update("update staffing_request set status = ? where id = ?", status, request.id());
		this.jdbc.update("update request_goal set review_on = ? where request_id = ?", Date.valueOf(this.world.today()),
				request.id());
		return request;
	}

}
