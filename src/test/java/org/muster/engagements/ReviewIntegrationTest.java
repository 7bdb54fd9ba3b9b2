package org.muster.engagements;

import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.forms.Formats;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class ReviewIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Consultants consultants;

	@Autowired
	private JdbcClient jdbc;

	private Consultant person;

	private CurrentUser member;

	private Organisation organisation;

	@BeforeEach
	void build() {
		this.person = this.world.consultant();
		this.organisation = this.world.organisation();
		this.member = this.world.person(Role.MEMBER, this.organisation);
	}

	private String engagement(LocalDate from) {
		return engagement(from, from);
	}

	private String engagement(LocalDate from, LocalDate worked) {
		String reference = "E-" + this.person.reference();
		this.world.bareProposal(this.organisation.id(), "P-" + this.person.reference());
		this.jdbc.sql("""
				insert into engagement (reference, organisation_id, proposal_reference, line_number, consultant_id,
					consultant_name, role, allocation, starts_on, ends_on, first_workday, last_workday, bill_rate,
					currency, half_days, created_at)
				values (?, ?, ?, 1, ?, ?, 'BACK_END', 'MON', ?, ?, ?, ?, 400, 'EUR', 10, current_timestamp(6))""")
			.params(reference, this.organisation.id(), "P-" + this.person.reference(), this.person.id(),
					this.person.name(), from, from.plusDays(90), worked, from.plusDays(90))
			.update();
		return "/engagements/" + reference + "/review";
	}

	private ResultActions as(CurrentUser user, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(csrf()).with(this.world.as(user)));
	}

	private ResultActions review(String address, String stars) throws Exception {
		return as(this.member,
				post(address).param("delivery", stars)
					.param("communication", "4")
					.param("skill", "5")
					.param("text", "Good work 🙂"));
	}

	@Test
	void aClientReviewsAnEngagementOnceAndOthersReadItWithoutTheName() throws Exception {
		String address = engagement(this.world.today().minusDays(5));
		as(this.member, get("/")).andExpect(content().string(containsString(address)));
		review(address, "6").andExpect(status().is(422));
		review(address, "").andExpect(status().is(422));
		review(address, "4").andExpect(status().is3xxRedirection());
		review(address, "4").andExpect(status().is3xxRedirection());
		review(address, "1").andExpect(status().isConflict());
		assertThat(this.consultants.reviewsOf(java.util.List.of(this.person.id()))).singleElement()
			.satisfies((review) -> assertThat(review.delivery()).isEqualTo(4));
		as(this.world.person(Role.MEMBER, this.world.organisation()), get("/consultants/" + this.person.reference()))
			.andExpect(content().string(containsString("Good work")))
			.andExpect(content().string(org.hamcrest.Matchers.not(containsString(this.organisation.name()))));
	}

	@Test
	void aReviewAfterThatOfAColleagueIsNotSaidToBeTakenAndIsShownToBeCopied() throws Exception {
		String address = engagement(this.world.today().minusDays(5));
		review(address, "4").andExpect(status().is3xxRedirection());
		CurrentUser colleague = this.world.person(Role.APPROVER, this.organisation);
		as(colleague,
				post(address).param("delivery", "2")
					.param("communication", "2")
					.param("skill", "2")
					.param("text", "Often late"))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("Review written by " + this.member.name())))
			.andExpect(content().string(containsString("Often late")))
			.andExpect(content().string(containsString("href=\"" + address)));
	}

	@Test
	void anEngagementThatHasNotBegunOrIsSomebodyElsesIsNotReviewed() throws Exception {
		String address = engagement(this.world.today().plusDays(5));
		review(address, "4").andExpect(status().is3xxRedirection());
		assertThat(this.consultants.reviewsOf(java.util.List.of(this.person.id()))).isEmpty();
		as(this.member, get(address))
			.andExpect(content().string(containsString("It can be reviewed from that day on")));
		as(this.world.person(Role.MEMBER, this.world.organisation()), get(address)).andExpect(status().isNotFound());
	}

	@Test
	void anEngagementThatBeginsOnAHolidayIsReviewedFromItsFirstDayWithWorkOn() throws Exception {
		LocalDate tomorrow = this.world.today().plusDays(1);
		String address = engagement(this.world.today(), tomorrow);
		as(this.member, get("/")).andExpect(content().string(org.hamcrest.Matchers.not(containsString(address))));
		review(address, "4").andExpect(status().is3xxRedirection());
		assertThat(this.consultants.reviewsOf(java.util.List.of(this.person.id()))).isEmpty();
		as(this.member, get(address)).andExpect(content().string(containsString(new Formats().date(tomorrow))));
	}

}
