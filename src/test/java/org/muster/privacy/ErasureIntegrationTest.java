package org.muster.privacy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import jakarta.persistence.EntityManager;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.consultants.Consultant;
import org.muster.uploads.Documents;
import org.muster.notifications.Notice;
import org.muster.notifications.Notifications;
import org.muster.proposals.Proposal;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Erasing a person reaches every place, touches nobody else, and says what is left. */
@IntegrationTest
class ErasureIntegrationTest {

	/**
	 * Columns of words that are no people of the pool: names of other people and of
	 * organisations, codes, hashes and addresses of the network.
	 */
	private static final Set<String> OTHERS = Set.of("account.email", "account.full_name", "account.password_hash",
			"audit_entry.actor_name", "audit_entry.subject", "audit_entry.proof", "audit_entry.seal",
			"audit_entry.redaction_seal", "audit_entry.link", "audit_chain.seal", "audit_chain.link",
			"proposal_line.erasure_seal", "proposal_revision.seal", "proposal_revision.end_seal",
			"proposal_revision.reason_seal", "terms_version.seal", "interview.status_by_name",
			"interview.asked_by_name", "interview.scored_by_name", "notification.by_name", "notification.link",
			"organisation.name", "organisation.search_name", "organisation.address", "organisation.archived_by_name",
			"invitation.email", "request_comment.author_name", "request_presence.name", "invitation.full_name",
			"mail_out.recipient", "mail_out.problem", "proposal_revision.seller", "proposal_revision.buyer",
			"proposal_revision.signed_name", "proposal_revision.signed_function", "proposal_revision.signed_agent",
			"proposal_revision.agreement", "skill.name", "skill.marked", "skill.deciding", "skill_synonym.synonym",
			"shortlist_entry.tried", "request_goal.reviewed_by", "pool_import.date_orders", "pool_import.amount_notes",
			"proposal_line_month.holidays", "proposal_line_month.closings", "staffing_request.search_title",
			"verification_problem.subject", "erasure_trace.place", "erasure_trace.row_key", "erasure_trace.passages",
			"erasure_trace.reason");

	/**
	 * Of the person alone, or told of the person by identity: erased, and not looked
	 * through.
	 */
	private static final Set<String> ERASED = Set.of("consultant.name", "consultant.search_name", "consultant.email",
			"consultant.city", "engagement.consultant_name", "proposal_line.consultant_name",
			"proposal_line.consultant_headline", "proposal_line.reasons", "proposal_line_reason.reasons",
			"proposal_loss.person");

	private static final String REMOVAL = "[data-place^=request_attachment] form[action$=removal]";

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private EntityManager entities;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private Notifications notifications;

	@Autowired
	private TransactionTemplate transaction;

	private CurrentUser administrator;

	private CurrentUser member;

	private CurrentUser manager;

	private StaffingRequest request;

	private Consultant person;

	private String surname;

	private String name;

	@BeforeEach
	void build() {
		this.administrator = this.world.person(Role.ADMINISTRATOR, null);
		this.manager = this.world.manager();
		this.member = this.world.person(Role.MEMBER, this.world.organisation());
		this.request = this.world.submitted(this.member);
		this.person = this.world.consultant();
		// Others of this name are left of other tests.
		this.surname = "Qponm" + this.person.id() + "x";
		this.name = "Zyxwv " + this.surname;
		this.jdbc.update("update consultant set name = ? where id = ?", this.name, this.person.id());
	}

	/** Initials of people of other tests are the same. */
	@AfterEach
	void forget() {
		this.jdbc.update("delete from request_comment where request_id = ?", this.request.id());
	}

	private Consultant named(String name) {
		Consultant consultant = this.world.consultant();
		this.jdbc.update("update consultant set name = ? where id = ?", name, consultant.id());
		return consultant;
	}

	private void erase(Consultant consultant) throws Exception {
		this.pages.post(this.administrator, "/admin/consultants/" + consultant.reference() + "/erasure", 302,
				"confirmation", consultant.reference());
	}

	private String traces(Consultant consultant) {
		return "/admin/erasures/" + consultant.reference();
	}

	private List<String> columns() {
		return this.jdbc
			.query("""
					select lower(table_name), lower(column_name), character_maximum_length from information_schema.columns
					where lower(table_schema) in ('public', lower(coalesce(database(), 'public')))
						and lower(data_type) in ('varchar', 'character varying', 'text', 'mediumtext', 'character large object')
					order by 1, 2""",
					(row, index) -> row.getString(1) + "." + row.getString(2))
			.stream()
			.filter((column) -> !column.matches("(flyway|scheduled|shedlock|event_publication|spring).*"))
			.toList();
	}

	private long length(String column) {
		Long length = this.jdbc.queryForObject("""
				select max(character_maximum_length) from information_schema.columns
				where lower(table_schema) in ('public', lower(coalesce(database(), 'public')))
					and lower(table_name) = ? and lower(column_name) = ?""", Long.class, column.split("\\.")[0],
				column.split("\\.")[1]);
		return (length != null) ? length : 0;
	}

	@Test
	void everyColumnInWhichPeopleWriteIsLookedThroughOrNamesNobody() {
		Set<String> known = new TreeSet<>(OTHERS);
		known.addAll(ERASED);
		FreeTexts.ALL.forEach((place) -> known.add(place.place()));
		List<String> forgotten = columns().stream()
			.filter((column) -> length(column) >= 80)
			.filter((column) -> !column.matches(".*\\.(\\w*by_name|by_name|\\w*_hash|fingerprint|approval_asked_by|"
					+ "approval_asked_name|withdrawn_by|outcome_by)"))
			.filter((column) -> !known.contains(column))
			.toList();
		assertThat(forgotten).isEmpty();
		assertThat(columns()).containsAll(FreeTexts.ALL.stream().map(FreeText::place).toList());
	}

	private void rows() {
		Consultant other = named("Somebody Else");
		long position = this.request.positions().get(0).id();
		Proposal proposal = this.world.drafted(this.world.submitted(this.member), this.manager);
		this.jdbc.update(
				"update proposal_line set consultant_id = ?, consultant_name = ? where revision_id in"
						+ " (select id from proposal_revision where proposal_id = ?)",
				this.person.id(), this.name, proposal.id());
		this.jdbc.update(
				"""
						insert into counter_proposal (proposal_id, revision, reason, by_id, by_name, created_at, status, version)
						values (?, 1, 'x', ?, 'x', current_timestamp(6), 'ASKED', 0)""",
				proposal.id(), this.member.id());
		this.jdbc.update(
				"""
						insert into request_comment (request_id, part, author_id, author_name, of_client, shared, text, created_at)
						values (?, 'REQUEST', ?, 'x', true, true, 'x', current_timestamp(6))""",
				this.request.id(), this.member.id());
		this.jdbc.update("""
				insert into interview (reference, organisation_id, position_id, consultant_id, status, client_zone,
					consultant_zone, asked_by, asked_by_name, asked_at, status_by_name, status_at, version)
				values (?, ?, ?, ?, 'WITHDRAWN', 'Europe/Lisbon', 'Europe/Lisbon', ?, 'x', current_timestamp(6), 'x',
					current_timestamp(6), 0)""", "IV-" + other.id(), this.member.organisationId(), position, other.id(),
				this.member.id());
		this.jdbc.update("insert into consultant_note (consultant_id, text, written_by_name, written_at)"
				+ " values (?, 'x', 'x', current_timestamp(6))", other.id());
		this.jdbc.update("insert into consultant_project (consultant_id, title, starts_on, description)"
				+ " values (?, 'x', '2024-01-01', 'x')", other.id());
		this.jdbc.update("insert into saved_search (account_id, name, query, created_at)"
				+ " values (?, 'x', 'x', current_timestamp(6))", this.manager.id());
		this.notifications.tell(List.of(this.member.id()),
				new Notice(Notice.Kind.COMMENT, "R-1", "x", "/requests", "x", "x"));
		this.jdbc.update("""
				insert into mail_out (recipient, subject, plain, html, created_at, tries)
				values ('a@b.example', 'x', 'x', 'x', current_timestamp(6), 0)""");
		this.events.publishEvent(new Audited(this.manager.actor(), null, AuditAct.CV_UPLOADED, "CV-1", "x"));
	}

	/** Within a transaction of its own, which takes all of it back. */
	@Test
	@Transactional
	void whateverStillNamesTheErasedPersonIsOnTheListForAHumansEye() throws Exception {
		rows();
		List<String> put = new ArrayList<>();
		for (FreeText place : FreeTexts.ALL) {
			long length = length(place.place());
			List<String> rows = this.jdbc.queryForList(
					"select min(" + place.key() + ") from " + place.table() + " t where 1 = 1"
							+ (place.table().equals("consultant") ? " and t.id <> " + this.person.id() : ""),
					String.class);
			if (rows.get(0) != null) {
				String text = "Ask ZYXWV\u00a0" + this.surname + ", or " + this.surname + ", Zyxwv.";
				this.jdbc.update(place.redaction(), text.substring(0, (int) Math.min(length, text.length())),
						rows.get(0));
				put.add(place.place());
			}
		}
		assertThat(put).hasSizeGreaterThan(25);
		// As in a request of its own: what was read before is read again.
		this.entities.flush();
		this.entities.clear();
		erase(this.person);
		List<String> listed = this.jdbc.queryForList("select place from erasure_trace where consultant_id = ?",
				String.class, this.person.id());
		assertThat(listed).containsAll(put);
		for (String column : columns()) {
			String[] parts = column.split("\\.");
			List<String> texts = this.jdbc.queryForList("select " + parts[1] + " from " + parts[0] + " where lower("
					+ parts[1] + ") like '%" + this.surname.toLowerCase(Locale.ROOT) + "%'", String.class);
			if (!put.contains(column) && !column.equals("staffing_request.search_title")) {
				assertThat(texts).as(column).isEmpty();
			}
		}
		Document page = this.pages.page(this.administrator, traces(this.person));
		assertThat(page.select("[data-place]")).hasSize(25);
		for (int settled = 0; settled < put.size() + 10; settled++) {
			Element form = page.selectFirst("form[action$=redaction]");
			if (form == null) {
				break;
			}
			this.pages.send(this.administrator, page, "form[action$=redaction]", Map.of(), 302);
			page = this.pages.page(this.administrator, traces(this.person));
		}
		assertThat(page.select("[data-place]").eachAttr("data-place"))
			.allMatch((place) -> FreeFile.at(place).isPresent() || place.startsWith("proposal_revision.")
					|| place.equals("terms_version.text"));
		this.entities.flush();
		for (String place : put) {
			if (!place.startsWith("proposal_revision.") && !place.equals("terms_version.text")) {
				String[] parts = place.split("\\.");
				assertThat(this.jdbc.queryForList("select " + parts[1] + " from " + parts[0] + " where lower("
						+ parts[1] + ") like '%" + this.surname.toLowerCase(Locale.ROOT) + "%'", String.class))
					.as(place)
					.isEmpty();
			}
		}
	}

	private void comment(String text) {
		this.jdbc.update(
				"""
						insert into request_comment (request_id, part, author_id, author_name, of_client, shared, text, created_at)
						values (?, 'REQUEST', ?, 'x', true, true, ?, current_timestamp(6))""",
				this.request.id(), this.member.id(), text);
	}

	private List<String> comments(Document page) {
		return page.select("[data-place='request_comment.text'] .words").eachText();
	}

	@Test
	void aLastNameAloneIsAPossibleMentionUnlessSomethingTellsThatItIsSomebodyElses() throws Exception {
		Consultant namesake = named("Peter " + this.surname);
		String alone = this.surname + " said so";
		String titled = "As Dr. " + this.surname + " said";
		String initials = "Ask Zyxwv Q. about it";
		String full = this.name + " said more";
		List.of(alone, titled, initials, full, "Peter " + this.surname + " said so. " + this.surname + " is sure.")
			.forEach(this::comment);
		this.jdbc.update(
				"insert into consultant_note (consultant_id, text, written_by_name, written_at)"
						+ " values (?, ?, 'x', current_timestamp(6))",
				namesake.id(), this.surname + " is his last name");
		erase(this.person);
		Document page = this.pages.page(this.administrator, traces(this.person));
		assertThat(comments(page)).containsExactly(full, alone, titled, initials);
		assertThat(page.select("[data-place='consultant_note.text']")).isEmpty();
		assertThat(page.select("[data-place='request_comment.text']").eachText())
			.extracting((text) -> text.contains("Possible mention"))
			.containsExactly(false, true, true, true);
	}

	@Test
	void aTextFromWhichTheNameWasTakenOutIsSearchedAgain() throws Exception {
		comment(this.name + " was great. ".repeat(2) + this.name + " left.");
		erase(this.person);
		Document page = this.pages.page(this.administrator, traces(this.person));
		Element form = page.selectFirst("[data-place='request_comment.text'] form[action$=redaction]");
		String action = Objects.requireNonNull(form).attr("action");
		String seen = form.select("[name=seen]").attr("value");
		this.pages.post(this.administrator, action, 302, "seen", seen, "text", "She was. " + this.name + " left.");
		page = this.pages.page(this.administrator, traces(this.person));
		assertThat(comments(page)).containsExactly("She was. " + this.name + " left.");
		assertThat(page.select("[data-place='request_comment.text'] textarea").text()).isEqualTo("She was. […] left.");
		this.pages.send(this.administrator, page, "[data-place='request_comment.text'] form[action$=redaction]",
				Map.of(), 302);
		assertThat(comments(this.pages.page(this.administrator, traces(this.person)))).isEmpty();
	}

	@Test
	void ofMoreMentionsThanAreNotedNoneIsLeft() throws Exception {
		comment((this.name + " and ").repeat(40));
		erase(this.person);
		for (int round = 0; round < 2; round++) {
			Document page = this.pages.page(this.administrator, traces(this.person));
			assertThat(comments(page)).hasSize(1);
			this.pages.send(this.administrator, page, "[data-place='request_comment.text'] form[action$=redaction]",
					Map.of(), 302);
		}
		assertThat(comments(this.pages.page(this.administrator, traces(this.person)))).isEmpty();
		assertThat(this.jdbc.queryForList("select text from request_comment where request_id = ?", String.class,
				this.request.id()))
			.noneMatch((text) -> text.contains(this.surname));
	}

	@Test
	void nobodyElsesRowsAreTouched() throws Exception {
		Consultant one = named("1");
		Consultant ana = named("Ana Li");
		Consultant namesake = named("Ana Li");
		this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(
					new Audited(this.manager.actor(), null, AuditAct.PROPOSAL_ACCEPTED, "P-T1", "1, Padraig Nolan"));
			this.events.publishEvent(new Audited(this.manager.actor(), null, AuditAct.SHORTLIST_ADDED,
					this.request.reference(), "Ana Li")
				.naming(ana.id()));
			this.events.publishEvent(new Audited(this.manager.actor(), null, AuditAct.SHORTLIST_ADDED,
					this.request.reference(), "Ana Li")
				.naming(namesake.id()));
			this.notifications.tell(List.of(this.member.id()),
					new Notice(Notice.Kind.PEOPLE, "P-T1", "x", "/x", "x", "Ana Li").naming(ana.id()));
			this.notifications.tell(List.of(this.member.id()),
					new Notice(Notice.Kind.PEOPLE, "P-T2", "x", "/x", "x", "Ana Li").naming(namesake.id()));
			for (String subject : List.of("Ana Lima is offered", "Diana Li is offered", "Ana Li and Ana Lima")) {
				this.jdbc.update("""
						insert into mail_out (recipient, subject, plain, html, created_at, tries)
						values ('erased@test.example', ?, ?, ?, current_timestamp(6), 0)""", subject, subject, subject);
			}
			this.jdbc.update("""
					insert into mail_person (mail_id, consultant_id) select max(id), ? from mail_out
					where recipient = 'erased@test.example'""", ana.id());
		});
		erase(one);
		erase(ana);
		assertThat(this.jdbc.queryForList("select detail from audit_entry where subject = 'P-T1'", String.class))
			.containsExactly("1, Padraig Nolan");
		assertThat(this.jdbc.queryForList("""
				select e.detail from audit_entry e join audit_person p on p.entry_id = e.id
				where e.act = 'shortlist.added' and p.consultant_id in (?, ?) order by p.consultant_id""", String.class,
				ana.id(), namesake.id()))
			.containsExactly(null, "Ana Li");
		assertThat(this.jdbc.queryForList("select subject from notification where account_id = ? and detail = 'Ana Li'",
				String.class, this.member.id()))
			.containsExactly("P-T2");
		assertThat(this.jdbc.queryForList(
				"select plain from mail_out where recipient = 'erased@test.example' order by id", String.class))
			.containsExactly("Ana Lima is offered", "Diana Li is offered",
					"Former consultant " + ana.reference() + " and Ana Lima");
	}

	private static byte[] pdf(String text) throws Exception {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			PDPage page = new PDPage();
			document.addPage(page);
			try (PDPageContentStream content = new PDPageContentStream(document, page)) {
				content.beginText();
				content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
				content.newLineAtOffset(50, 700);
				content.showText(text);
				content.endText();
			}
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	private void attach(String name, byte[] content) throws Exception {
		this.pages.send(this.member,
				MockMvcRequestBuilders.multipart("/requests/" + this.request.reference() + "/attachments")
					.file(new MockMultipartFile("file", name, "application/octet-stream", content)),
				302);
	}

	@Test
	void filesThatNameThePersonAreListedAndGoTogetherWithTheirFile() throws Exception {
		Consultant filed = named("Uvwxy Files");
		attach("cv.pdf", pdf("Curriculum of Uvwxy Files"));
		attach("terms.pdf", pdf("Nothing but terms"));
		attach("uvwxy_files.png", Documents.picture("png"));
		erase(filed);
		Document page = this.pages.page(this.administrator, traces(filed));
		assertThat(page.select("[data-place='request_attachment.content'] .words").eachText()).contains("cv.pdf")
			.doesNotContain("terms.pdf");
		assertThat(page.select("[data-place='request_attachment.file_name'] textarea").eachText()).contains("[…].png");
		// A picture whose name names the person is listed by both; what is gone is not
		// asked for again.
		for (Element form = page.selectFirst(REMOVAL); form != null;) {
			this.pages.post(this.administrator, form.attr("action"), 302);
			form = this.pages.page(this.administrator, traces(filed)).selectFirst(REMOVAL);
		}
		assertThat(this.jdbc.queryForList("select file_name from request_attachment where request_id = ?", String.class,
				this.request.id()))
			.containsExactly("terms.pdf");
		Document done = this.pages.page(this.administrator, traces(filed));
		assertThat(done.select("[data-place]").eachAttr("data-place")).containsOnly("audit_entry.detail");
		this.pages.send(this.administrator, done, "form[action$=redaction]", Map.of(), 302);
		done = this.pages.page(this.administrator, traces(filed));
		assertThat(done.text()).contains("Nothing is left to review").doesNotContain("Uvwxy", "uvwxy");
		assertThat(this.pages.page(this.administrator, "/admin/erasures").text()).contains(filed.reference());
	}

	private String upload(String name, String table) throws Exception {
		String address = String.valueOf(
				this.pages
					.send(this.manager,
							MockMvcRequestBuilders
								.multipart("/admin/consultants/imports")
								.file(new MockMultipartFile("file", name, "text/csv",
										table.getBytes(StandardCharsets.UTF_8))),
							302)
					.getRedirectedUrl());
		return address.substring(address.lastIndexOf('/') + 1);
	}

	/** One that no job comes for. */
	private String unreadCv(String name, String text) {
		String reference = "D-" + this.person.id() + name.substring(0, 2);
		this.jdbc.update(
				"""
						insert into profile_draft (reference, file_name, kind, status, created_by, created_by_name, created_at, version)
						values (?, ?, 'TEXT', 'READING', ?, 'x', current_timestamp(6), 0)""",
				reference, name, this.manager.id());
		this.jdbc.update(
				"insert into profile_draft_file (draft_id, content) select id, ? from profile_draft where reference = ?",
				text.getBytes(StandardCharsets.UTF_8), reference);
		return reference;
	}

	private List<String> fileNames(Document page, String place) {
		return page.select("[data-place='" + place + "'] .words").eachText();
	}

	@Test
	void tablesThatWaitAndCvsThatAreUnreadAreSearchedAndCanBeRemoved() throws Exception {
		String head = "First name,Last name,E-mail\n";
		String table = upload("people-" + this.surname.length() + ".csv",
				head + "Anna,Other,anna@test.example\nZyxwv," + this.surname + ",z@test.example\n");
		String others = upload("others.csv", head + "Anna,Other,anna@test.example\n");
		String cv = unreadCv("cv-of-somebody.txt", "Zyxwv " + this.surname + "\nDeveloper");
		String broken = unreadCv("empty.txt", " ");
		String otherCv = unreadCv("other.txt", "Anna Other\nDeveloper");
		erase(this.person);
		Document page = this.pages.page(this.administrator, traces(this.person));
		assertThat(fileNames(page, "pool_import.content")).contains("people-" + this.surname.length() + ".csv")
			.doesNotContain("others.csv");
		assertThat(fileNames(page, "profile_draft.content")).contains("cv-of-somebody.txt", "empty.txt")
			.doesNotContain("other.txt");
		assertThat(page.select("[data-place='pool_import.content'] a").eachAttr("href"))
			.contains("/admin/consultants/imports/" + table);
		this.pages.page(this.administrator, "/admin/consultants/imports/" + table);
		for (Element form : page.select("[data-place$=.content] form[action$=removal]")) {
			this.pages.post(this.administrator, form.attr("action"), 302);
		}
		assertThat(
				this.jdbc.queryForList(
						"select reference from pool_import i where reference in (?, ?) and exists"
								+ " (select 1 from pool_import_part p where p.import_id = i.id)",
						String.class, table, others))
			.containsExactly(others);
		assertThat(this.jdbc.queryForList(
				"select reference from profile_draft d where reference in (?, ?, ?) and status = 'READING' and exists"
						+ " (select 1 from profile_draft_file f where f.draft_id = d.id)",
				String.class, cv, broken, otherCv))
			.containsExactly(otherCv);
		assertThat(this.pages.page(this.administrator, traces(this.person)).select("[data-place$=.content]")).isEmpty();
		this.jdbc.update(
				"delete from profile_draft_file where draft_id = (select id from profile_draft where reference = ?)",
				otherCv);
	}

	@Test
	void aTableThatIsBeingTakenOverIsListedUntilItIsThrough() throws Exception {
		String table = upload("people.csv", "Name,E-mail\n" + this.name + ",z@test.example\n");
		this.jdbc.update("update pool_import set status = 'RUNNING' where reference = ?", table);
		erase(this.person);
		Document page = this.pages.page(this.administrator, traces(this.person));
		assertThat(fileNames(page, "pool_import.content")).contains("people.csv");
		assertThat(page.select("[data-place='pool_import.content']:contains(people.csv) form[action$=removal]"))
			.isEmpty();
		this.jdbc.update(
				"delete from pool_import_part where import_id = (select id from pool_import where reference = ?)",
				table);
		assertThat(
				this.pages.page(this.administrator, traces(this.person)).select("[data-place='pool_import.content']"))
			.isEmpty();
	}

	@Test
	void picturesOfRequestsThatNameThePersonAreListed() throws Exception {
		attach("board.png", Documents.picture("png"));
		StaffingRequest other = this.world.submitted(this.member);
		this.pages.send(this.member, MockMvcRequestBuilders.multipart("/requests/" + other.reference() + "/attachments")
			.file(new MockMultipartFile("file", "elsewhere.png", "image/png", Documents.picture("png"))), 302);
		this.jdbc.update("update staffing_request set title = ? where id = ?", "As with " + this.name,
				this.request.id());
		erase(this.person);
		Document page = this.pages.page(this.administrator, traces(this.person));
		assertThat(fileNames(page, "request_attachment.content")).containsExactly("board.png");
	}

	@Test
	void aTextIsKeptOnlyForAReasonAndNobodyOverwritesWhatSomebodyElseChanged() throws Exception {
		this.transaction.executeWithoutResult((status) -> rows());
		this.jdbc.update("update request_comment set text = ? where request_id = ?", this.name + " was great",
				this.request.id());
		erase(this.person);
		Document page = this.pages.page(this.administrator, traces(this.person));
		Element comment = page.select("[data-place='request_comment.text']").get(0);
		assertThat(comment.select("textarea").text()).isEqualTo("[…] was great");
		String redaction = comment.select("form[action$=redaction]").attr("action");
		String retention = comment.select("form[action$=retention]").attr("action");
		String seen = comment.select("[name=seen]").attr("value");
		assertThat(this.pages.post(this.administrator, retention, 422).text()).contains("Enter the reason");
		assertThat(this.pages.post(this.administrator, redaction, 422, "seen", seen, "text", this.name + " was great")
			.text()).contains("The text is unchanged");
		assertThat(this.pages.post(this.administrator, redaction, 422, "seen", seen, "text", "\u200b \u202e").text())
			.contains("Enter the text that replaces it");
		this.jdbc.update("update request_comment set text = ? where request_id = ?", this.name + " was very great",
				this.request.id());
		assertThat(this.pages.post(this.administrator, redaction, 422, "seen", seen, "text", "She was great").text())
			.contains("Someone changed this text");
		this.pages.post(this.administrator, retention, 302, "reason", "Part of a court case");
		assertThat(this.pages.page(this.administrator, traces(this.person)).text()).contains("Part of a court case");
		this.pages.post(this.administrator, retention, 404, "reason", "Once more");
	}

}
