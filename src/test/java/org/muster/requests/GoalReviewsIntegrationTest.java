package org.muster.requests;

import java.sql.Date;

import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class GoalReviewsIntegrationTest {

	@Autowired
	private World world;

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

	private StaffingRequest due(CurrentUser member, String status) {
		StaffingRequest request = this.world.submitted(member);
		this.jdbc.update("update staffing_request set status = ? where id = ?", status, request.id());
		this.jdbc.update("update request_goal set review_on = ? where request_id = ?", Date.valueOf(this.world.today()),
				request.id());
		return request;
	}

}
