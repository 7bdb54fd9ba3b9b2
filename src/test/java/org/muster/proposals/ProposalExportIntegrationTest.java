package org.muster.proposals;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.calendar.DayCount;
import org.muster.calendar.Period;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.Statements;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The table of all proposals is told by columns; pages are told by the lines. */
@IntegrationTest
class ProposalExportIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private AllProposals proposals;

	@Autowired
	private ExportedLines lines;

	@Autowired
	private EntityManager entities;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private CurrentUser client;

	private CurrentUser manager;

	@BeforeEach
	void build() {
		this.client = this.world.person(Role.APPROVER, this.world.organisation());
		this.manager = this.world.manager();
		this.world.consultant();
	}

	/** All that other tests have left, and what time and money can make of lines. */
	@Test
	void theTableTellsOfEachProposalWhatItsPagesDo() {
		long even = draft();
		long rising = draft();
		long exchanged = draft();
		long unknown = draft();
		long old = draft();
		long oldAndRising = draft();
		long idle = draft();
		long empty = draft();
		this.transaction.executeWithoutResult((status) -> {
			raise(rising, "333.33");
			raise(exchanged, "412.0001");
			update("pay_currency = 'CHF', exchange_rate = 1.0834567", exchanged);
			update("pay_currency = 'CHF', exchange_rate = null", unknown);
			raise(oldAndRising, "500");
			months("codes = null", old);
			months("codes = null", oldAndRising);
			update("half_days = 0", idle);
			months("half_days = 0, codes = replace(replace(codes, 'W', 'H'), 'w', 'h')", idle);
			this.jdbc.update("delete from proposal_line_month where line_id = ?", line(empty));
			this.jdbc.update("delete from proposal_line_reason where line_id = ?", line(empty));
			this.jdbc.update("delete from proposal_line where revision_id = ?", empty);
			this.entities.clear();
			Map<Long, Told> told = told(true);
			assertThat(told).containsKeys(even, rising, exchanged, unknown, old, oldAndRising, idle, empty);
			told.forEach((id, tells) -> assertThat(tells).as("Revision %d", id).isEqualTo(byItsLines(id)));
			assertThat(Objects.requireNonNull(told.get(rising)).margin())
				.isNotEqualTo(Objects.requireNonNull(told.get(even)).margin());
			assertThat(Objects.requireNonNull(told.get(unknown)).margin()).isNull();
			assertThat(Objects.requireNonNull(told.get(idle)).dates()).isNotNull();
			assertThat(Objects.requireNonNull(told.get(empty)).dates()).isNull();
			assertThat(told(false).values()).extracting(Told::margin).containsOnlyNulls();
			status.setRollbackOnly();
		});
	}

	@Test
	void moreProposalsTakeNoMoreStatements() throws Exception {
		draft();
		long few = statements();
		draft();
		draft();
		assertThat(statements()).isEqualTo(few);
	}

	private long statements() throws Exception {
		return Statements.count(() -> this.pages.send(this.manager, get("/proposals/export.csv?status=DRAFT"), 200));
	}

	private long draft() {
		String reference = this.world.drafted(this.client, this.manager).reference();
		return Objects.requireNonNull(this.jdbc.queryForObject("""
				select v.id from proposal_revision v join proposal p on p.id = v.proposal_id where p.reference = ?""",
				Long.class, reference));
	}

	private long line(long revision) {
		return Objects.requireNonNull(
				this.jdbc.queryForObject("select id from proposal_line where revision_id = ?", Long.class, revision));
	}

	private void update(String change, long revision) {
		this.jdbc.update("update proposal_line set " + change + " where revision_id = ?", revision);
	}

	private void months(String change, long revision) {
		this.jdbc.update("update proposal_line_month set " + change + " where line_id = ?", line(revision));
	}

	/** Paid otherwise from the eleventh day on. */
	private void raise(long revision, String rate) {
		LocalDate from = Objects
			.requireNonNull(this.jdbc.queryForObject("select starts_on from proposal_line where revision_id = ?",
					LocalDate.class, revision))
			.plusDays(10);
		this.jdbc.update("insert into proposal_line_pay_rate (line_id, starts_on, pay_rate) values (?, ?, ?)",
				line(revision), from, rate);
	}

	/**
	 * What is told of a proposal.
	 *
	 * @param margin and its share, as text
	 */
	private record Told(DayCount days, @Nullable Period dates, @Nullable String margin) {

		private static Told of(DayCount days, @Nullable Period dates, Margins.@Nullable Row total) {
			return new Told(days, dates, (total != null)
					? total.margin().stripTrailingZeros().toPlainString() + " " + total.percent() : null);
		}

	}

	private Map<Long, Told> told(boolean staff) {
		List<ExportedProposal> all = this.proposals.before(null, Viewer.staff(), ManagedBy.ANYBODY,
				EnumSet.allOf(ProposalStatus.class), "", Limit.of(100_000));
		Map<Long, Told> told = new HashMap<>();
		this.lines.sums(all, staff).forEach((id, sum) -> told.put(id, Told.of(sum.days(), sum.dates(), sum.total())));
		assertThat(told).hasSameSizeAs(all);
		return told;
	}

	private Told byItsLines(long id) {
		ProposalRevision revision = this.entities.find(ProposalRevision.class, id);
		List<Period> dates = revision.lines().stream().map(ProposalLine::dates).toList();
		Period all = dates.isEmpty() ? null
				: new Period(dates.stream().map(Period::from).min(Comparator.naturalOrder()).orElseThrow(),
						dates.stream().map(Period::to).max(Comparator.naturalOrder()).orElseThrow());
		return Told.of(revision.days(), all, Margins.total(revision));
	}

}
