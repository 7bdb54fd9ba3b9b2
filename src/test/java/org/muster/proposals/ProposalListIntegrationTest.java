package org.muster.proposals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.Organisations;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.forms.SearchText;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

import static org.assertj.core.api.Assertions.assertThat;

/** Which proposals a list has, and which revision stands for each. */
@IntegrationTest
class ProposalListIntegrationTest {

	private static final Pageable LATEST = PageRequest.of(0, 1000, Sort.by(Sort.Direction.DESC, "v.statusAt", "v.id"));

	@Autowired
	private World world;

	@Autowired
	private Organisations organisations;

	@Autowired
	private AllProposals proposals;

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
		ExportedProposal first = before(null);
		this.drafting.revise(made.get(2), this.manager);
		this.sending.send(made.get(2), 2, this.manager);
		ExportedProposal second = before(first);
		ExportedProposal third = before(second);
		assertThat(List.of(first, second, third)).extracting(ExportedProposal::reference)
			.containsExactlyElementsOf(made);
		assertThat(third.revision()).isEqualTo(2);
	}

	/** What is found at once is put in order here, more than that by the database. */
	@Test
	void aSearchFindsTheSameHoweverManyItFinds() {
		String one = this.world.sent(this.approver, this.manager).reference();
		String other = this.world.drafted(this.approver, this.manager).reference();
		String client = this.organisations.findById(this.approver.organisation()).orElseThrow().name();
		String title = "request of " + this.approver.name();
		for (String sought : List.of(one, one.toUpperCase(Locale.ROOT), client, title, "nothing-like-it-1")) {
			for (Set<ProposalStatus> statuses : List.of(EnumSet.allOf(ProposalStatus.class),
					EnumSet.of(ProposalStatus.SENT), EnumSet.of(ProposalStatus.DRAFT))) {
				Page<ProposalRow> found = this.proposals.search(Viewer.staff(), statuses, sought, LATEST);
				AllProposals.Listing listing = AllProposals.Listing.of(Viewer.staff(), statuses);
				SearchText.Sought text = SearchText.sought(sought);
				assertThat(found.getContent()).as(sought + statuses)
					.isEqualTo(this.proposals.find(Viewer.staff(), ManagedBy.ANYBODY, listing, text, LATEST))
					.extracting(ProposalRow::id)
					.hasSameElementsAs(this.proposals
						.before(null, Viewer.staff(), ManagedBy.ANYBODY, statuses, sought, Limit.of(1000))
						.stream()
						.map(ExportedProposal::id)
						.toList());
				assertThat(found.getTotalElements())
					.isEqualTo(this.proposals.count(Viewer.staff(), ManagedBy.ANYBODY, listing, text));
			}
		}
		assertThat(this.proposals.search(Viewer.staff(), EnumSet.allOf(ProposalStatus.class), title, LATEST))
			.extracting(ProposalRow::reference)
			.contains(one, other);
		assertThat(this.proposals.countFound(ManagedBy.ANYBODY, SearchText.sought(one))).isOne();
		assertThat(this.proposals.search(this.approver.viewer(), EnumSet.allOf(ProposalStatus.class), one, LATEST))
			.extracting(ProposalRow::reference)
			.containsExactly(one);
	}

	private ExportedProposal before(@Nullable ExportedProposal last) {
		return this.proposals
			.before(last, this.approver.viewer(), ManagedBy.ANYBODY, EnumSet.allOf(ProposalStatus.class), "",
					Limit.of(1))
			.get(0);
	}

}
