package org.muster.proposals;

import java.time.LocalDate;
import java.time.ZoneId;

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
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** An offer ends with its last day by the clock with which it was sent. */
@IntegrationTest
class DeadlineIntegrationTest {

	/** Always a day apart. */
	private static final String WEST = "Pacific/Honolulu";

	private static final String EAST = "Pacific/Kiritimati";

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Sending sending;

	@Autowired
	private JdbcTemplate jdbc;

	private void goBy(Organisation client, String zone) {
		this.jdbc.update("update organisation set time_zone = ? where id = ?", zone, client.id());
	}

	@Test
	void whatWasSentKeepsItsClockWhenTheClientGetsAnother() throws Exception {
		Organisation client = this.world.organisation();
		CurrentUser approver = this.world.person(Role.APPROVER, client);
		CurrentUser manager = this.world.manager();
		goBy(client, WEST);
		this.world.consultant();
		Proposal proposal = this.world.drafted(approver, manager);
		this.jdbc.update("update proposal_revision set valid_until = ? where proposal_id = ?",
				LocalDate.now(ZoneId.of(WEST)), proposal.id());
		assertThat(this.sending.send(proposal.reference(), 1, manager)).isEmpty();
		goBy(client, EAST);
		Document page = this.pages.page(approver, "/proposals/" + proposal.reference());
		assertThat(page.text()).contains("Honolulu").doesNotContain("Kiritimati");
		assertThat(page.select("form[action$=/acceptance]")).isNotEmpty();
		// As it was before clocks were kept.
		this.jdbc.update("update proposal_revision set deadline_zone = null where proposal_id = ?", proposal.id());
		assertThat(this.pages.page(approver, "/proposals/" + proposal.reference()).select("form[action$=/acceptance]"))
			.isEmpty();
		this.jdbc.update("update proposal_revision set deadline_zone = ? where proposal_id = ?", WEST, proposal.id());
		this.pages.send(approver,
				post("/proposals/" + proposal.reference() + "/acceptance").param("revision", "1")
					.param("fullName", approver.name())
					.param("function", "Head of delivery"),
				302);
	}

}
