package org.muster.proposals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;

import static org.assertj.core.api.Assertions.assertThat;

/** Which proposals a list has, and which revision stands for each. */
@IntegrationTest
class ProposalListIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Proposals proposals;

	@Autowired
	private Drafting drafting;

	@Autowired
	private Sending sending;

	private CurrentUser approver;

	private CurrentUser manager;

	@BeforeEach
	void build() {
		this.approver = this.world.person(Role.APPROVER, this.world.organisation());
		this.manager = this.world.manager();
	}

	@Test
	void aProposalWhoseNextRevisionIsSentDuringAnExportIsInItOnce() {
		List<String> made = new ArrayList<>();
		for (int count = 0; count < 3; count++) {
			made.add(0, this.world.sent(this.approver, this.manager).reference());
		}
		ProposalRow first = before(null);
		this.drafting.revise(made.get(2), this.manager);
		this.sending.send(made.get(2), 2, this.manager);
		ProposalRow second = before(first);
		ProposalRow third = before(second);
		assertThat(List.of(first, second, third)).extracting(ProposalRow::reference).containsExactlyElementsOf(made);
		assertThat(third.revision()).isEqualTo(2);
	}

	private ProposalRow before(@Nullable ProposalRow last) {
		return this.proposals
			.before(last, this.approver.organisationId(), EnumSet.allOf(ProposalStatus.class), "", Limit.of(1))
			.get(0);
	}

}
