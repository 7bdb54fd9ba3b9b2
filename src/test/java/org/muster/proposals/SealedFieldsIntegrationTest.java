package org.muster.proposals;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The hash is over all that is offered: each column that says something of it. */
@IntegrationTest
class SealedFieldsIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManager entities;

	@Autowired
	private TransactionTemplate transaction;

	/** One for all: nothing of what is done to it is kept. */
	private static long revision;

	@BeforeEach
	void send() {
		if (revision != 0) {
			return;
		}
		CurrentUser approver = this.world.person(Role.APPROVER, this.world.organisation());
		String offer = this.world.sent(approver, this.world.manager()).reference();
		revision = this.jdbc
			.sql("select v.id from proposal_revision v join proposal p on p.id = v.proposal_id where p.reference = ?")
			.param(offer)
			.query(Long.class)
			.single();
	}

	private void assertNoticed(String sql) {
		this.transaction.executeWithoutResult((status) -> {
			assertThat(hash()).isEqualTo(kept());
			assertThat(this.jdbc.sql(sql).param(revision).update()).isPositive();
			this.entities.clear();
			assertThat(hash()).isNotEqualTo(kept());
			status.setRollbackOnly();
		});
	}

	private String hash() {
		return Seal.of(this.entities.find(ProposalRevision.class, revision));
	}

	private String kept() {
		return this.jdbc.sql("select content_hash from proposal_revision where id = ?")
			.param(revision)
			.query(String.class)
			.single();
	}

	@ParameterizedTest
	@ValueSource(strings = { "title = 'Another title'", "seller = 'Another consultancy'", "buyer = 'Another client'",
			"currency = 'USD'", "holiday_country = 'DE'", "holiday_region = 'by'", "holiday_rule = 'BOTH'",
			"valid_until = '2099-01-01'", "note = 'Another note'", "deadline_zone = 'Asia/Tokyo'",
			"agreement = 'A frame', agreement_half_days = 2", "sent_by_name = 'Nobody'",
			"sent_at = '2020-01-01 00:00:00'", "subtotal = subtotal + 1", "discount_percent = 1.5",
			"scope_percent = 10", "cap = 100", "vat_treatment = 'REVERSE_CHARGE'", "vat_percent = 1",
			"vat_territory = 'PT-20'", "vat = vat + 1", "total = total + 1" })
	void nothingOfARevisionCanBeChanged(String change) {
		assertNoticed("update proposal_revision set " + change + " where id = ?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "number = 7", "position_number = 7", "role = 'DESIGNER'",
			"consultant_reference = 'C-00000'", "score = 1", "allocation = 'MON'", "starts_on = '2020-01-01'",
			"ends_on = '2099-01-01'", "half_last_day = true", "bill_rate = bill_rate + 1", "card_from = '2020-01-01'",
			"exchange_rate = 2, exchanged_on = '2026-01-01'", "on_call_factor = 0.5", "weekend_factor = 2",
			"absence_percent = 50", "discount_percent = 1", "half_days = half_days + 1", "amount = amount + 1" })
	void nothingOfALineCanBeChanged(String change) {
		assertNoticed("update proposal_line set " + change + " where revision_id = ?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "half_days = half_days + 1", "amount = amount + 1",
			"allocated_half_days = allocated_half_days + 1", "holidays = 'Another day'",
			"holiday_half_days = holiday_half_days + 1", "leave_half_days = leave_half_days + 1", "closings = 'Closed'",
			"closed_half_days = 1", "paused_half_days = 1", "codes = 'WWW'" })
	void nothingOfAMonthCanBeChanged(String change) {
		assertNoticed("update proposal_line_month set " + change
				+ " where line_id in (select id from proposal_line where revision_id = ?)");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"insert into proposal_rate_step (revision_id, starts_on, percent) select id, '2027-01-01', 3 from proposal_revision where id = ?",
			"insert into proposal_line_phase (line_id, starts_on, allocation) select id, '2027-01-01', 'MON' from proposal_line where revision_id = ?",
			"insert into proposal_line_pause (line_id, starts_on, ends_on) select id, '2027-01-01', '2027-01-02' from proposal_line where revision_id = ?",
			"delete from proposal_line_month where line_id in (select id from proposal_line where revision_id = ?)" })
	void nothingCanBeAddedOrTakenAway(String sql) {
		assertNoticed(sql);
	}

}
