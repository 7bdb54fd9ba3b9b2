package org.muster.web;

import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Statements;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A list runs as many SQL statements for 500 rows as for 5. */
@IntegrationTest
class StatementsIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void noListRunsMoreStatementsForMoreRows() throws Exception {
		CurrentUser five = this.world.person(Role.APPROVER, this.world.organisation());
		CurrentUser thirty = this.world.person(Role.APPROVER, this.world.organisation());
		CurrentUser hundreds = this.world.person(Role.APPROVER, this.world.organisation());
		CurrentUser manager = this.world.manager();
		rows(five, manager, 5);
		long[] ofFive = counts(five, manager);
		rows(thirty, manager, 30);
		long[] ofThirty = counts(thirty, manager);
		this.transaction.executeWithoutResult((status) -> {
			for (int count = 0; count < 500; count++) {
				this.world.consultant();
				this.world.organisation();
				this.world.draft(hundreds);
				this.world.submitted(hundreds);
			}
		});
		rows(hundreds, manager, 60);
		assertThat(counts(hundreds, manager)).containsExactly(ofThirty);
		for (int list = 0; list < ofFive.length; list++) {
			// A first page that is not full needs no statement that counts the rows.
			assertThat(ofThirty[list] - ofFive[list]).isBetween(0L, 3L);
		}
	}

	private void rows(CurrentUser member, CurrentUser manager, int count) {
		for (int row = 0; row < count; row++) {
			this.world.engagement(member.organisation(), this.world.consultant(), this.world.today(),
					this.world.today());
			this.world.draft(member);
			this.world.sent(member, manager);
			this.world.drafted(member, manager);
			this.world.organisation();
		}
	}

	private long[] counts(CurrentUser client, CurrentUser manager) throws Exception {
		String matches = "/requests/" + this.world.draft(client).reference() + "/positions/1/matches";
		return new long[] { count("/", client), count("/requests", client), count("/proposals", client),
				count(matches, client), count(matches + "?show=ALL", client), count("/requests", manager),
				count("/proposals", manager), count("/engagements", client), count("/engagements", manager),
				count("/engagements?manager=none", manager), count("/requests?manager=none", manager),
				count("/proposals?manager=none", manager), count("/admin?manager=none", manager),
				count("/consultants", manager), count("/consultants?q=java", manager), count("/admin", manager),
				count("/admin/organisations", manager), count("/admin/audit", manager),
				count("/admin/skills", manager) };
	}

	private long count(String address, CurrentUser user) throws Exception {
		var as = this.world.as(user);
		this.mvc.perform(get(address).with(as)).andExpect(status().isOk());
		return Statements.count(() -> this.mvc.perform(get(address).with(as)).andExpect(status().isOk()));
	}

}
