package org.muster.insights;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.AuditTrail;
import org.muster.audit.Audited;
import org.muster.audit.TrailQuery;
import org.muster.audit.Viewer;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.ResponseMeanwhile;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The audit trail over everybody. */
@IntegrationTest
class AuditIntegrationTest {

	@Autowired
	private AuditController controller;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	private CurrentUser manager;

	@BeforeEach
	void build() {
		this.manager = this.world.manager();
	}

	@Test
	void entriesThatAreWrittenDuringAnExportDoubleNone() throws IOException {
		List<String> written = IntStream.range(0, 520).mapToObj((number) -> "R-export-" + number).toList();
		record(written);
		ResponseMeanwhile response = new ResponseMeanwhile(() -> record(List.of("R-later-1", "R-later-2")));
		this.controller.export("csv", new AuditForm(null, null, null, null, null), response);
		assertThat(response.getContentAsString().lines().map((line) -> line.split(",")[3].replace("\"", "")))
			.filteredOn((subject) -> subject.startsWith("R-export-"))
			.containsExactlyInAnyOrderElementsOf(written);
	}

	private void record(List<String> subjects) {
		this.transaction.executeWithoutResult((status) -> subjects.forEach((subject) -> this.events
			.publishEvent(new Audited(Actor.MUSTER, null, AuditAct.REQUEST_SUBMITTED, subject, null))));
	}

	@Test
	void aReferenceIsFoundInSmallLettersOnEveryDatabase() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		String reference = this.world.submitted(member).reference();
		this.transaction.executeWithoutResult((status) -> this.events
			.publishEvent(new Audited(Actor.MUSTER, null, AuditAct.REQUEST_SUBMITTED, reference, null)));
		for (String typed : List.of(reference, reference.toLowerCase(Locale.ROOT))) {
			assertThat(this.pages.page(this.manager, "/admin/audit?subject=" + typed).text()).contains(reference);
			assertThat(this.pages.page(member, "/requests/" + typed).text()).contains(reference);
		}
	}

	@Test
	void aLongTrailIsReadFromTheNewestOnWithoutCountingIt() throws Exception {
		String subject = "R-" + this.world.organisation().reference();
		this.transaction.executeWithoutResult((status) -> {
			for (int number = 1; number <= 60; number++) {
				this.events.publishEvent(
						new Audited(Actor.MUSTER, null, AuditAct.REQUEST_SUBMITTED, subject, "number " + number));
			}
		});
		String address = "/admin/audit?subject=" + subject;
		Document newest = this.pages.page(this.manager, address);
		assertThat(details(newest)).hasSize(25).startsWith("number 60").endsWith("number 36");
		assertThat(newest.select("a[rel=first]")).isEmpty();
		// Whatever is written meanwhile moves nothing.
		record(List.of(subject));
		Document older = this.pages.page(this.manager, newest.select("a[rel=next]").attr("href"));
		assertThat(details(older)).hasSize(25).startsWith("number 35").endsWith("number 11");
		Document oldest = this.pages.page(this.manager, older.select("a[rel=next]").attr("href"));
		assertThat(details(oldest)).hasSize(10).endsWith("number 1");
		assertThat(oldest.select("a[rel=next]")).isEmpty();
		assertThat(details(this.pages.page(this.manager, oldest.select("a[rel=first]").attr("href")))).hasSize(24)
			.startsWith("number 60");
	}

	@Test
	void entriesAreFoundByActByPersonAndByDay() throws Exception {
		CurrentUser other = this.world.person(Role.MEMBER, this.world.organisation());
		String subject = "R-" + this.world.organisation().reference();
		this.transaction.executeWithoutResult((status) -> {
			this.events
				.publishEvent(new Audited(this.manager.actor(), null, AuditAct.REQUEST_SUBMITTED, subject, "one"));
			this.events.publishEvent(new Audited(other.actor(), null, AuditAct.REQUEST_SUBMITTED, subject, "two"));
			this.events.publishEvent(new Audited(other.actor(), null, AuditAct.REQUEST_WITHDRAWN, subject, "three"));
			this.events.publishEvent(new Audited(Actor.MUSTER, null, AuditAct.REQUEST_WITHDRAWN, subject, "four"));
		});
		this.jdbc.update(
				"update audit_entry set happened_at = '2019-03-05 23:59:59' where subject = ? and detail = 'one'",
				subject);
		assertThat(found(subject, "act=request.withdrawn")).containsExactly("four", "three");
		assertThat(found(subject, "person=" + other.name().toUpperCase(Locale.ROOT))).containsExactly("three", "two");
		assertThat(found(subject, "person=muster")).contains("four").doesNotContain("two");
		assertThat(found(subject, "person=Nobody+of+ours")).isEmpty();
		assertThat(found(subject, "from=" + this.world.today())).containsExactly("four", "three", "two");
		assertThat(found(subject, "to=" + this.world.today())).containsExactly("four", "three", "two", "one");
		assertThat(found(subject, "act=request.withdrawn&person=" + other.name())).containsExactly("three");
		for (String date : List.of("from=2027-13-01", "to=1999-12-31")) {
			assertThat(this.pages.send(this.manager, get("/admin/audit?" + date), 422).getContentAsString())
				.contains("Choose a date between 2000 and 2199.");
			this.pages.send(this.manager, get("/admin/audit/export.csv?" + date), 400);
		}
		assertThat(this.pages.page(this.manager, "/admin/audit?person=Nobody+of+ours").text())
			.contains("No entries match");
	}

	/** Read for each of them, by an index, and put in order. */
	@Test
	void theNewestOfSeveralOfOneNameComeInTheirOrder() {
		CurrentUser one = this.world.person(Role.MEMBER, this.world.organisation());
		CurrentUser other = this.world.person(Role.MEMBER, this.world.organisation());
		List<Actor> actors = List.of(one.actor(), other.actor(), other.actor(), Actor.MUSTER, one.actor(),
				this.manager.actor(), other.actor());
		String subject = "R-several-" + one.id();
		this.transaction.executeWithoutResult((status) -> IntStream.range(0, actors.size())
			.forEach((number) -> this.events.publishEvent(new Audited(actors.get(number), null,
					AuditAct.REQUEST_SUBMITTED, subject, String.valueOf(number)))));
		assertThat(several(subject, false, List.of(one.id(), other.id()), null, 3)).containsExactly("6", "4", "2");
		assertThat(several(subject, true, List.of(one.id(), other.id()), null, 3)).containsExactly("6", "4", "3");
		assertThat(several(subject, true, List.of(other.id()), null, 9)).containsExactly("6", "3", "2", "1");
		assertThat(several(subject, false, List.of(), null, 9)).isEmpty();
		assertThat(several(subject, true, List.of(), null, 9)).containsExactly("3");
		long fourth = this.audit
			.find(new TrailQuery(Viewer.staff(), subject, "", List.of(one.id(), other.id()), false, null, null), null,
					Limit.of(2))
			.get(1)
			.id();
		assertThat(several(subject, false, List.of(one.id(), other.id()), fourth, 2)).containsExactly("2", "1");
	}

	private List<String> several(String subject, boolean muster, List<Long> actors, @Nullable Long before, int most) {
		return this.audit
			.find(new TrailQuery(Viewer.staff(), subject, "", actors, muster, null, null), before, Limit.of(most))
			.stream()
			.map((line) -> Objects.requireNonNull(line.detail()))
			.toList();
	}

	@Test
	void anOrganisationsHistoryGoesOnWhereThePageEnds() throws Exception {
		Organisation organisation = this.world.organisation();
		this.transaction.executeWithoutResult((status) -> {
			for (int number = 1; number <= 30; number++) {
				this.events.publishEvent(new Audited(Actor.MUSTER, organisation.id(), AuditAct.REQUEST_SUBMITTED, "R-1",
						"number " + number));
			}
		});
		Document newest = this.pages.page(this.manager, "/admin/organisations/" + organisation.reference());
		assertThat(details(newest)).hasSize(25).startsWith("number 30");
		Document older = this.pages.page(this.manager, newest.select("#results a[rel=next]").attr("href"));
		assertThat(details(older)).hasSize(5).endsWith("number 1");
	}

	private List<String> found(String subject, String query) throws Exception {
		return details(this.pages.page(this.manager, "/admin/audit?subject=" + subject + "&" + query));
	}

	private static List<String> details(Document page) {
		return page.select("#results th[scope=row] .sub").eachText();
	}

}
