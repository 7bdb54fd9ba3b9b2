package org.muster.proposals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.Role;
import org.muster.audit.RefusedTransition;
import org.muster.audit.Viewer;
import org.muster.money.Vat;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The revisions that are marked as standing for their proposals, held against the query
 * that finds them without marks.
 */
@IntegrationTest
class StandingRevisionIntegrationTest {

	private static final int COURSES = 30;

	private static final int STEPS = 12;

	/** How lists found them before they were marked. */
	private static final String FOUND = """
			select v.id from proposal_revision v join proposal p on p.id = v.proposal_id where p.organisation_id = ?
			and v.send_round = (select max(w.send_round) from proposal_revision w where w.proposal_id = v.proposal_id
				and (? = false or w.status <> 'DRAFT')
				and (w.status in ('SENT', 'ACCEPTED') or not exists (select 1 from proposal_revision s
					where s.proposal_id = v.proposal_id and s.status in ('SENT', 'ACCEPTED'))))
			and not exists (select 1 from proposal_revision a where a.proposal_id = v.proposal_id
				and a.send_round = v.send_round and a.id <> v.id
				and (a.status = 'ACCEPTED' or v.status <> 'ACCEPTED' and a.number < v.number))
			order by v.id""";

	private static final Sort LATEST = Sort.by(Sort.Direction.DESC, "v.statusAt", "v.id");

	@Autowired
	private World world;

	@Autowired
	private AllProposals proposals;

	@Autowired
	private Drafting drafting;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private TransactionTemplate transaction;

	/** Of one seed, so that what fails fails again. */
	private final Random random = new Random(20261127);

	private CurrentUser approver;

	private CurrentUser manager;

	@BeforeEach
	void build() {
		this.approver = this.world.person(Role.APPROVER, this.world.organisation());
		this.manager = this.world.manager();
		this.world.consultant();
	}

	@Test
	void areMarkedAfterWhateverCourseOfWork() {
		for (int course = 0; course < COURSES; course++) {
			String reference = this.world.drafted(this.approver, this.manager).reference();
			List<String> steps = new ArrayList<>();
			for (int step = 0; step < STEPS; step++) {
				steps.add(step(reference));
				assertThat(marked(false)).as("Of all, after %s", steps).isEqualTo(found(false));
				assertThat(marked(true)).as("Of what was sent, after %s", steps).isEqualTo(found(true));
			}
		}
		assertThat(marked(false)).hasSizeGreaterThan(COURSES / 2);
		assertThat(marked(true)).isNotEqualTo(marked(false));
	}

	@Test
	void areMarkedAlikeByTheMigration() throws IOException {
		for (int course = 0; course < COURSES / 2; course++) {
			String reference = this.world.drafted(this.approver, this.manager).reference();
			for (int step = 0; step < STEPS; step++) {
				step(reference);
			}
		}
		String script = new ClassPathResource("db/migration/V64__what_stands_in_lists.sql")
			.getContentAsString(StandardCharsets.UTF_8);
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.update("update proposal_revision set stands = false, stands_sent = false");
			script.replaceAll("--.*", "")
				.strip()
				.transform((all) -> List.of(all.split(";")))
				.stream()
				.map(String::strip)
				.filter((statement) -> statement.startsWith("update"))
				.forEach(this.jdbc::update);
			assertThat(marked(false)).isNotEmpty().isEqualTo(found(false));
			assertThat(marked(true)).isNotEmpty().isEqualTo(found(true));
			status.setRollbackOnly();
		});
	}

	@Test
	void aDraftThatComesToStandInListsIsTheSameForWhoeverEditsIt() {
		String reference = this.world.sent(this.approver, this.manager).reference();
		this.drafting.revise(reference, this.manager);
		String seen = seen(reference);
		this.transaction
			.executeWithoutResult((status) -> locked(reference).withdraw(this.manager.actor(), Instant.now()));
		assertThat(seen(reference)).isEqualTo(seen);
		assertThat(listed(EnumSet.allOf(ProposalStatus.class))).containsExactly(Map.entry(reference, 2));
	}

	@Test
	void aListOfDraftsHasThoseBesideWhatIsOpen() {
		String reference = this.world.sent(this.approver, this.manager).reference();
		this.drafting.revise(reference, this.manager);
		assertThat(listed(EnumSet.allOf(ProposalStatus.class))).containsExactly(Map.entry(reference, 1));
		assertThat(listed(EnumSet.of(ProposalStatus.DRAFT))).containsExactly(Map.entry(reference, 2));
	}

	@Test
	void aListCountsAsManyAsItHas() {
		for (int course = 0; course < COURSES / 2; course++) {
			String reference = this.world.drafted(this.approver, this.manager).reference();
			for (int step = 0; step < STEPS; step++) {
				step(reference);
			}
		}
		List<Set<ProposalStatus>> choices = new ArrayList<>();
		choices.add(EnumSet.allOf(ProposalStatus.class));
		choices.add(ProposalStatus.SENT_ONCE);
		choices.add(EnumSet.of(ProposalStatus.DRAFT, ProposalStatus.SENT));
		for (ProposalStatus status : ProposalStatus.values()) {
			choices.add(EnumSet.of(status));
		}
		for (Set<ProposalStatus> statuses : choices) {
			for (Viewer viewer : List.of(Viewer.staff(), this.approver.viewer())) {
				assertThat(this.proposals.search(viewer, statuses, "", PageRequest.of(0, 1, LATEST)).getTotalElements())
					.as("%s of %s", statuses, viewer)
					.isEqualTo(this.proposals.before(null, viewer, ManagedBy.ANYBODY, statuses, "", Limit.of(100_000))
						.size());
			}
		}
	}

	private List<Map.Entry<String, Integer>> listed(EnumSet<ProposalStatus> statuses) {
		return this.proposals.search(Viewer.staff(), statuses, "", PageRequest.of(0, 100, LATEST))
			.stream()
			.filter((row) -> row.organisation().equals(organisationName()))
			.map((row) -> Map.entry(row.reference(), row.revision()))
			.toList();
	}

	private String organisationName() {
		return String.valueOf(this.jdbc.queryForObject("select name from organisation where id = ?", String.class,
				this.approver.organisationId()));
	}

	private String seen(String reference) {
		return Objects.requireNonNull(this.transaction.execute((status) -> locked(reference).draftsSeen()));
	}

	private Proposal locked(String reference) {
		return this.proposals.requireLocked(reference, this.manager);
	}

	/** Something that people or the clock do; what a state does not allow is no step. */
	private String step(String reference) {
		int choice = this.random.nextInt(9);
		int which = this.random.nextInt(8);
		try {
			return Objects.requireNonNull(this.transaction.execute((status) -> {
				Proposal proposal = locked(reference);
				return switch (choice) {
					case 0 -> "revise " + revise(proposal);
					case 1, 2 -> "send " + proposal.send(any(proposal, which).number(),
							new SentSnapshot("A title", "A seller", "A buyer", null, null, null), this.manager.actor(),
							Instant.now());
					case 3 -> "alternative "
							+ proposal.addAlternative(proposal.requireDraft(null), this.manager.actor(), Instant.now())
								.number();
					case 4 -> "removal " + proposal.removeAlternative(any(proposal, which));
					case 5 -> "discard " + (proposal.sent().isEmpty() || proposal.discardDrafts());
					case 6 -> "withdraw " + proposal.withdraw(this.manager.actor(), Instant.now());
					case 7 ->
						"expire " + proposal.expire(this.manager.actor(), Instant.now(), LocalDate.of(2999, 1, 1));
					default -> (which > 1)
							? "decline " + proposal.decline(any(proposal, which).number(), "Too late",
									this.approver.actor(), ZonedDateTime.now(ZoneOffset.UTC))
							: "accept " + proposal.accept(any(proposal, which).number(), Signature.of("A name"),
									this.approver.actor(), ZonedDateTime.now(ZoneOffset.UTC));
				};
			}));
		}
		catch (RefusedTransition | IllegalStateException ex) {
			return "nothing";
		}
	}

	private int revise(Proposal proposal) {
		ProposalRevision last = proposal.revisions().get(0);
		return proposal
			.revise(this.world.today().plusDays(14), new Vat(last.vatTreatment(), last.vatPercent()),
					this.manager.actor(), Instant.now())
			.size();
	}

	private static ProposalRevision any(Proposal proposal, int which) {
		List<ProposalRevision> all = proposal.revisions();
		return all.get(Math.max(0, all.size() - 1 - which / 2));
	}

	private List<Long> marked(boolean sent) {
		return this.jdbc.queryForList(
				"select v.id from proposal_revision v join proposal p on p.id = v.proposal_id where p.organisation_id = ? and v."
						+ (sent ? "stands_sent" : "stands") + " = true order by v.id",
				Long.class, this.approver.organisationId());
	}

	private List<Long> found(boolean sent) {
		return this.jdbc.queryForList(FOUND, Long.class, this.approver.organisationId(), sent)
			.stream()
			.filter((id) -> !sent || !"DRAFT".equals(
					this.jdbc.queryForObject("select status from proposal_revision where id = ?", String.class, id)))
			.toList();
	}

}
