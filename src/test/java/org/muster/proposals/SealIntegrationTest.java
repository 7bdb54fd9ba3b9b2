package org.muster.proposals;

import java.util.List;
import java.util.Objects;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.Viewer;
import org.muster.evidence.Evidence;
import org.muster.evidence.Findings;
import org.muster.evidence.FindingsOf;
import org.muster.privacy.TextRedacted;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Whoever can change the database, but has no key, cannot change what was sent or signed
 * without being noticed.
 */
@IntegrationTest
class SealIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private List<Evidence> kinds;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private Proposals proposals;

	private CurrentUser approver;

	private CurrentUser manager;

	private String offer;

	private long revision;

	@BeforeEach
	void build() {
		this.approver = this.world.person(Role.APPROVER, this.world.organisation());
		this.manager = this.world.manager();
		this.offer = this.world.sent(this.approver, this.manager).reference();
		this.revision = id("select v.id from proposal_revision v join proposal p on p.id = v.proposal_id "
				+ "where p.reference = ? order by v.id desc limit 1", this.offer);
	}

	/** What the tests break stays broken for nobody else. */
	@AfterEach
	void forget() {
		this.jdbc.update("update proposal_revision set status = 'WITHDRAWN' where id = ? and status = 'SENT'",
				this.revision);
	}

	private long id(String sql, Object... values) {
		Long id = this.jdbc.queryForObject(sql, Long.class, values);
		return (id != null) ? id : 0;
	}

	private Document show() throws Exception {
		return this.pages.page(this.approver, "/proposals/" + this.offer);
	}

	private MockHttpServletResponse accept(int expected) throws Exception {
		return this.pages.send(this.approver,
				post("/proposals/" + this.offer + "/acceptance").param("revision", "1")
					.param("fullName", this.approver.name())
					.param("function", "Head of delivery")
					.param("purchaseOrder", "PO-1"),
				expected);
	}

	private void assertBroken() throws Exception {
		Document shown = show();
		assertThat(shown.select("[data-intact]").attr("data-intact")).isEqualTo("false");
		assertThat(shown.select("form[action$=/acceptance]")).isEmpty();
		assertThat(accept(409).getContentAsString()).contains("This is not what was sent");
		this.pages.send(this.approver, get("/proposals/" + this.offer + ".pdf"), 409);
		this.pages.send(this.approver, get("/proposals/" + this.offer + ".xlsx"), 409);
		assertThat(broken()).anyMatch((finding) -> finding.subject().equals(this.offer + ", 1"));
	}

	private List<Findings.Finding> broken() {
		return broken("proposals");
	}

	private List<Findings.Finding> broken(String kind) {
		return FindingsOf.kind(kind, this.kinds).broken();
	}

	private Evidence kind(String name) {
		return this.kinds.stream().filter((kind) -> kind.kind().equals(name)).findFirst().orElseThrow();
	}

	private void decline() throws Exception {
		this.pages.post(this.approver, "/proposals/" + this.offer + "/refusal", 302, "revision", "1", "reason",
				"Ana Li is too expensive");
	}

	private void change(String change) {
		this.jdbc.update("update proposal_revision set " + change + " where id = ?", this.revision);
	}

	/** Offers from before clocks were kept say nothing of one, and their hashes hold. */
	@Test
	void theClockOfTheDeadlineIsSealedToo() throws Exception {
		assertThat(canonical()).contains("clock=Europe/Lisbon");
		change("deadline_zone = 'Pacific/Honolulu'");
		assertBroken();
		change("deadline_zone = null");
		assertBroken();
		assertThat(canonical()).doesNotContain("clock");
		change("deadline_zone = 'Europe/Lisbon'");
		assertThat(show().select("[data-intact]").attr("data-intact")).isEqualTo("true");
	}

	private String canonical() {
		return Objects.requireNonNull(this.transaction.execute((status) -> Seal
			.canonical(this.proposals.findByReference(this.offer, Viewer.staff()).orElseThrow().requireRevision(1))));
	}

	@Test
	void anOfferWithoutItsHashAndSealIsNoOfferThatWasSent() throws Exception {
		this.jdbc.update("update proposal_revision set total = 1, subtotal = 1, content_hash = null where id = ?",
				this.revision);
		this.jdbc.update("update proposal_line set bill_rate = 0.01 where revision_id = ?", this.revision);
		assertBroken();
		this.jdbc.update("update proposal_revision set seal = null where id = ?", this.revision);
		assertBroken();
		this.jdbc.update("update proposal_revision set sealed_later = true where id = ?", this.revision);
		assertBroken();
	}

	@ParameterizedTest
	@ValueSource(strings = { "consultant_name = 'Somebody Else'", "consultant_headline = 'Another headline'",
			"reasons = 'The best of all'", "seniority = 'JUNIOR'", "pay_rate = 1", "person_hash = null",
			"person_salt = null",
			"consultant_name = 'Somebody', consultant_headline = '–', reasons = '–', person_salt = null" })
	void whoIsOfferedCannotBeChanged(String change) throws Exception {
		this.jdbc.update("update proposal_line set " + change + " where revision_id = ?", this.revision);
		assertBroken();
	}

	@Test
	void whyInAnotherLanguageCannotBeChanged() throws Exception {
		this.jdbc.update("delete from proposal_line_reason where line_id in "
				+ "(select id from proposal_line where revision_id = ?)", this.revision);
		assertBroken();
	}

	@Test
	void theTextOfTheTermsCannotBeChanged() throws Exception {
		CurrentUser administrator = this.world.person(Role.ADMINISTRATOR, null);
		this.pages.send(administrator, post("/admin/terms").param("text", "Paid within 30 days. " + this.offer), 302);
		this.offer = this.world.sent(this.approver, this.manager).reference();
		int number = (int) id("select max(number) from terms_version");
		String text = this.jdbc.queryForObject("select text from terms_version where number = ?", String.class, number);
		assertThat(this.pages.page(this.approver, "/terms/" + number).select("[data-broken]")).isEmpty();
		try {
			this.jdbc.update("update terms_version set text = 'You pay everything twice.' where number = ?", number);
			assertThat(this.pages.page(this.approver, "/terms/" + number).select("[data-broken]")).hasSize(1);
			assertThat(FindingsOf.kind("terms", this.kinds).broken()).hasSize(1);
			assertBroken();
		}
		finally {
			this.jdbc.update("update terms_version set text = ? where number = ?", text, number);
		}
		assertThat(show().select("[data-intact]").attr("data-intact")).isEqualTo("true");
	}

	@Test
	void termsFromBeforeThereWereSealsAreCountedAsSealedLater() {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.update("insert into terms_version (number, text, by_name, created_at) select "
					+ "coalesce(max(number), 0) + 1, 'Old', 'Old', '2020-01-01 00:00:00' from terms_version");
			kind("terms").sealOld(10);
			Findings found = FindingsOf.kind("terms", this.kinds);
			assertThat(found.sealedLaterCount()).isEqualTo(1);
			assertThat(found.broken()).isEmpty();
			status.setRollbackOnly();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "signed_function = 'Forged function'", "purchase_order = 'FORGED'",
			"signed_address = '6.6.6.6'", "signed_name = 'Somebody Else'", "signed_agent = 'Another'",
			"status_by_name = 'Somebody Else'", "end_seal = null", "status_at = '2020-01-01 00:00:00'" })
	void aSignatureCannotBeChanged(String change) throws Exception {
		accept(302);
		String receipt = "/proposals/" + this.offer + "/receipt";
		assertThat(this.pages.page(this.approver, receipt).select("[data-intact=false]")).isEmpty();
		this.jdbc.update("update proposal_revision set " + change + " where id = ?", this.revision);
		assertThat(this.pages.page(this.approver, receipt).select("[data-intact=false]")).hasSize(1);
		assertThat(show().select("[data-intact]").attr("data-intact")).isEqualTo("false");
		assertThat(broken("ends")).contains(new Findings.Finding(this.offer + ", 1", "signature"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "decline_reason = 'Another reason'", "decline_reason = null",
			"status_by_name = 'Somebody Else'", "status_by_id = null", "status_at = '2020-01-01 00:00:00'",
			"status = 'WITHDRAWN'", "status = 'EXPIRED', decline_reason = null, reason_hash = null", "end_seal = null",
			"end_seal = null, end_sealed_later = true", "reason_salt = null", "signed_name = 'Somebody'",
			"decline_reason = 'Another reason', reason_seal = end_seal" })
	void aRefusalCannotBeChanged(String change) throws Exception {
		decline();
		assertThat(show().select("[data-intact]").attr("data-intact")).isEqualTo("true");
		assertThat(broken("ends")).noneMatch((finding) -> finding.subject().equals(this.offer + ", 1"));
		change(change);
		assertThat(show().select("[data-intact]").attr("data-intact")).isEqualTo("false");
		assertThat(broken("ends")).anyMatch((finding) -> finding.subject().equals(this.offer + ", 1"));
	}

	@Test
	void whatWasDeclinedCannotBeOpenedAgain() throws Exception {
		decline();
		change("status = 'SENT', decline_reason = null, end_seal = null, reason_salt = null, reason_hash = null");
		assertThat(broken("ends")).contains(new Findings.Finding(this.offer + ", 1", "reopened"));
		assertThat(broken()).contains(new Findings.Finding(this.offer, "missing"));
		Document shown = show();
		assertThat(shown.select("[data-intact]").attr("data-intact")).isEqualTo("false");
		assertThat(shown.select("form[action$=/acceptance]")).isEmpty();
		assertThat(accept(409).getContentAsString()).contains("This is not what was sent");
		this.jdbc.update("insert into audit_entry (happened_at, actor_name, act, subject, proof, seal) select "
				+ "current_timestamp(6), actor_name, act, subject, proof, seal from audit_entry where subject = ? "
				+ "and act = 'proposal.sent'", this.offer);
		accept(409);
		this.jdbc.update("delete from audit_entry where subject = ? and link_number is null and nonce is null",
				this.offer);
	}

	@Test
	void whatWasWithdrawnOrSupersededCannotBeOpenedAgain() throws Exception {
		this.pages.send(this.manager, post("/proposals/" + this.offer + "/revisions"), 302);
		this.pages.send(this.manager, post("/proposals/" + this.offer + "/sending").param("revision", "2"), 302);
		assertThat(broken("ends")).noneMatch((finding) -> finding.subject().startsWith(this.offer));
		change("status = 'SENT', end_seal = null");
		assertThat(broken("ends")).contains(new Findings.Finding(this.offer + ", 1", "reopened"));
		assertThat(broken()).contains(new Findings.Finding(this.offer, "missing"));
		accept(409);
		this.pages.send(this.manager, post("/proposals/" + this.offer + "/withdrawal").param("revision", "2"), 302);
		assertThat(broken("ends")).noneMatch((finding) -> finding.subject().equals(this.offer + ", 2"));
		this.jdbc.update("update proposal_revision set status = 'SENT', end_seal = null where number = 2 and "
				+ "proposal_id = (select id from proposal where reference = ?)", this.offer);
		assertThat(broken("ends")).contains(new Findings.Finding(this.offer + ", 2", "reopened"));
		this.jdbc.update("update proposal_revision set status = 'WITHDRAWN' where status = 'SENT' and "
				+ "proposal_id = (select id from proposal where reference = ?)", this.offer);
	}

	@Test
	void aNameCanBeTakenOutOfAReasonOnPurposeOnly() throws Exception {
		decline();
		change("decline_reason = '… is too expensive'");
		assertThat(broken("ends")).contains(new Findings.Finding(this.offer + ", 1", "changed"));
		this.transaction.executeWithoutResult(
				(status) -> this.events.publishEvent(new TextRedacted("proposal_revision.decline_reason",
						String.valueOf(this.revision), "… is too expensive")));
		assertThat(show().select("[data-intact]").attr("data-intact")).isEqualTo("true");
		assertThat(broken("ends")).noneMatch((finding) -> finding.subject().equals(this.offer + ", 1"));
		change("decline_reason = 'Something else'");
		assertThat(broken("ends")).contains(new Findings.Finding(this.offer + ", 1", "changed"));
	}

	@Test
	void whatEndedBeforeEndsWereSealedIsSealedOnceAndSaysSo() throws Exception {
		decline();
		change("end_seal = null, reason_salt = null, reason_hash = null");
		this.transaction.executeWithoutResult((status) -> kind("ends").sealOld(1000));
		assertThat(show().select("[data-intact]").attr("data-intact")).isEqualTo("true");
		assertThat(FindingsOf.kind("ends", this.kinds).sealedLaterCount()).isPositive();
		change("end_seal = null");
		this.transaction.executeWithoutResult((status) -> kind("ends").sealOld(1000));
		assertThat(broken("ends")).contains(new Findings.Finding(this.offer + ", 1", "unsealed"));
	}

	@Test
	void anAcceptanceCannotBeInvented() throws Exception {
		this.jdbc.update(
				"update proposal_revision set status = 'ACCEPTED', signed_name = 'Somebody', signed_function = 'Head' where id = ?",
				this.revision);
		assertThat(show().select("[data-intact]").attr("data-intact")).isEqualTo("false");
		assertThat(broken("ends")).contains(new Findings.Finding(this.offer + ", 1", "signature"));
		this.jdbc.update("update proposal_revision set status = 'DRAFT' where id = ?", this.revision);
		assertThat(broken()).contains(new Findings.Finding(this.offer + ", 1", "unsent"));
	}

	@Test
	void aSealOfAnotherOfferDoesNotFit() throws Exception {
		String other = this.world.sent(this.approver, this.manager).reference();
		this.jdbc.update(
				"update proposal_revision set seal = (select seal from (select v.seal from proposal_revision v "
						+ "join proposal p on p.id = v.proposal_id where p.reference = ?) one) where id = ?",
				other, this.revision);
		assertBroken();
	}

	@Test
	void aRevisionThatWasSentBeforeCannotBeTakenAway() throws Exception {
		this.pages.send(this.manager, post("/proposals/" + this.offer + "/revisions"), 302);
		this.pages.send(this.manager, post("/proposals/" + this.offer + "/sending").param("revision", "2"), 302);
		assertThat(show().select("[data-intact]").attr("data-intact")).isEqualTo("true");
		this.jdbc.update("update proposal_revision set number = 7 where id = ?", this.revision);
		assertThat(this.pages.page(this.approver, "/proposals/" + this.offer + "?revision=2")
			.select("[data-intact]")
			.attr("data-intact")).isEqualTo("false");
		this.jdbc.update("update proposal_revision set number = 1 where id = ?", this.revision);
		assertThat(show().select("[data-intact]").attr("data-intact")).isEqualTo("true");
	}

	@Test
	void aWholeProposalThatIsGoneIsNoticed() {
		assertThat(broken()).doesNotContain(new Findings.Finding(this.offer, "missing"));
		this.jdbc.update("update proposal_revision set seal = concat(seal, '0') where id = ?", this.revision);
		assertThat(broken()).contains(new Findings.Finding(this.offer, "missing"));
	}

	@Test
	void whatWasSentBeforeThereWereSealsIsSealedOnceAndSaysSo() throws Exception {
		String later = this.world.sent(this.approver, this.manager).reference();
		this.jdbc.update("update proposal_revision set seal = null where proposal_id = "
				+ "(select id from proposal where reference = ?)", later);
		Evidence proposals = kind("proposals");
		this.transaction.executeWithoutResult((status) -> {
			// As it stood in the trail before there were seals.
			this.events.publishEvent(new Audited(this.manager.actor(), null, AuditAct.PROPOSAL_SENT, later, "1"));
			proposals.sealOld(1000);
		});
		assertThat(this.pages.page(this.approver, "/proposals/" + later).select("[data-intact]").text())
			.contains("began to seal");
		this.jdbc.update("update proposal_revision set seal = null where proposal_id = "
				+ "(select id from proposal where reference = ?)", later);
		this.transaction.executeWithoutResult((status) -> proposals.sealOld(1000));
		assertThat(this.pages.page(this.approver, "/proposals/" + later).select("[data-intact]").attr("data-intact"))
			.isEqualTo("false");
	}

}
