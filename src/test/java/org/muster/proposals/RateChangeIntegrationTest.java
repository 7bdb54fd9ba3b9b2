package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever sends a draft knows that a rate of the profile changes while the work lasts.
 */
@IntegrationTest
class RateChangeIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Consultants consultants;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void aDraftSaysThatRatesChangeDuringTheWork() throws Exception {
		CurrentUser manager = this.world.manager();
		this.world.consultant();
		Proposal drafted = this.world.drafted(this.world.person(Role.MEMBER, this.world.organisation()), manager);
		long person = this.jdbc.sql("""
				select l.consultant_id from proposal_line l join proposal_revision v on v.id = l.revision_id
				join proposal p on p.id = v.proposal_id where p.reference = ?""")
			.param(drafted.reference())
			.query(Long.class)
			.list()
			.get(0);
		String draft = "/proposals/" + drafted.reference() + "/draft";
		assertThat(this.pages.page(manager, draft).text()).doesNotContain("This draft uses today’s rates");
		this.transaction.executeWithoutResult((status) -> this.consultants.findById(person)
			.orElseThrow()
			.charge(new Consultant.Rates(new BigDecimal("350"), new BigDecimal("460")),
					this.world.today().plusMonths(2), "Somebody", Instant.now()));
		assertThat(this.pages.page(manager, draft).text()).contains("a pay rate of 350", "a bill rate of 460",
				"This draft uses today");
	}

}
