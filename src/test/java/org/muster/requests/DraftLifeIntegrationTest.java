package org.muster.requests;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.calendar.DayCount;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Drafts are discarded, copied, submitted with open eyes, and never lose what is known.
 */
@IntegrationTest
class DraftLifeIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Requests requests;

	@Autowired
	private TransactionTemplate transaction;

	private Organisation organisation;

	private CurrentUser member;

	@BeforeEach
	void build() {
		this.organisation = this.world.organisation();
		this.member = this.world.person(Role.MEMBER, this.organisation);
		this.world.consultant();
	}

	@Test
	void aDraftIsDiscardedWithAllThatWasSaidAboutIt() throws Exception {
		String reference = this.world.draft(this.member).reference();
		this.pages.post(this.member, "/requests/" + reference + "/comments", 302, "text", "Too early");
		this.pages.page(this.member, "/requests/" + reference + "/presence?at=goals");
		this.pages.post(this.member, "/requests/" + reference + "/comparison", 302, "version", "-1", "months", "6",
				"values[OWN_SALARY]", "");
		this.pages.post(this.member, "/requests/" + reference + "/removal", 302);
		this.pages.send(this.member, get("/requests/" + reference), 404);
		assertThat(this.requests.findByReference(reference, new Viewer.Client(this.organisation.id()))).isEmpty();
	}

	/** 31 December 2126 is a Tuesday; a draft takes the weekday of the start. */
	@Test
	void thePanelCountsTheDaysThatADraftWouldHave() throws Exception {
		String reference = this.world.draft(this.member).reference();
		for (String perWeek : new String[] { "0.5", "1", "5" }) {
			assertThat(this.pages
				.save(this.member, "/requests/" + reference + "/schedule", "form[action$=schedule]",
						java.util.Map.of("earliestStart", "2126-12-31", "latestStart", "2126-12-31", "end",
								"2127-01-03", "days", "", "daysPerWeek", perWeek, "more", "1"),
						200)
				.text()).as(perWeek).doesNotContain("there is no working day");
		}
		assertThat(this.pages
			.save(this.member, "/requests/" + reference + "/schedule", "form[action$=schedule]",
					java.util.Map.of("earliestStart", "2127-01-01", "latestStart", "2127-01-01", "end", "2127-01-01",
							"days", "", "daysPerWeek", "1", "more", "1"),
					200)
			.text()).contains("there is no working day");
	}

	/** One or the other is on another day than the server most of the time. */
	@Test
	void aScheduleGoesByTheDayOfTheClientAndNotOfTheServer() throws Exception {
		for (String country : new String[] { "NZ", "US" }) {
			Organisation there = this.world.organisation(new org.muster.calendar.Place(country, null), "EUR");
			java.time.LocalDate today = there.today(java.time.Clock.systemUTC());
			CurrentUser person = this.world.person(Role.MEMBER, there);
			String path = "/requests/" + this.world.draft(person).reference() + "/schedule";
			java.util.Map<String, String> past = java.util.Map.of("earliestStart", today.minusDays(1).toString(),
					"latestStart", today.minusDays(1).toString());
			this.pages.save(person, path, "form[action$=schedule]", past, 422);
			this.pages.save(person, path, "form[action$=schedule]",
					java.util.Map.of("earliestStart", today.toString(), "latestStart", today.toString()), 302);
		}
	}

	@Test
	void aSubmittedRequestIsNotDiscarded() throws Exception {
		String reference = this.world.submitted(this.member).reference();
		this.pages.send(this.member, MockMvcRequestBuilders.post("/requests/" + reference + "/removal"), 409);
		assertThat(this.requests.findByReference(reference, new Viewer.Client(this.organisation.id()))).isPresent();
	}

	@Test
	void aRequestThatNobodyFitsIsSubmittedOnlyOnPurpose() throws Exception {
		String reference = this.transaction.execute((status) -> {
			StaffingRequest draft = this.world.draft(this.member);
			draft.budget(new java.math.BigDecimal("1"), null, this.member, java.time.Instant.now());
			return this.requests.save(draft).reference();
		});
		this.pages.post(this.member, "/requests/" + reference + "/submission", 302);
		assertThat(status(reference)).isEqualTo(RequestStatus.DRAFT);
		assertThat(this.pages.page(this.member, "/requests/" + reference + "/review").select("form button").text())
			.contains("Submit anyway");
		this.pages.post(this.member, "/requests/" + reference + "/submission", 302, "anyway", "true");
		assertThat(status(reference)).isEqualTo(RequestStatus.SUBMITTED);
	}

	private RequestStatus status(String reference) {
		return this.requests.findByReference(reference, new Viewer.Client(this.organisation.id()))
			.orElseThrow()
			.status();
	}

	@Test
	void goingBackToTheReviewOfASubmittedRequestShowsTheRequest() throws Exception {
		String reference = this.world.submitted(this.member).reference();
		assertThat(this.pages.send(this.member, get("/requests/" + reference + "/review"), 302).getRedirectedUrl())
			.isEqualTo("/requests/" + reference);
	}

	@Test
	void whatIsKnownOfTheDatesStaysWhileTheRestIsOpen() {
		String reference = this.world.draft(this.member).reference();
		this.transaction.executeWithoutResult((status) -> {
			StaffingRequest draft = this.requests.requireLocked(reference, this.member);
			draft.schedule(new ScheduleDraft(this.world.today().plusDays(30), null, null, null, DayCount.of("3")),
					this.member, java.time.Instant.now());
		});
		StaffingRequest draft = this.requests.findByReference(reference, new Viewer.Client(this.organisation.id()))
			.orElseThrow();
		assertThat(draft.schedule()).isEmpty();
		assertThat(ScheduleForm.of(draft).earliestStart()).isEqualTo(this.world.today().plusDays(30).toString());
		assertThat(ScheduleForm.of(draft).daysPerWeek()).isEqualTo("3");
	}

	@Test
	void theListOffersACopyOfEachRequest() throws Exception {
		String reference = this.world.submitted(this.member).reference();
		assertThat(this.pages.page(this.member, "/requests?copy=true")
			.select("form[action=/requests/" + reference + "/copies]")).hasSize(1);
	}

	@Test
	void whoIsMentionedCanReadTheComment() throws Exception {
		String reference = this.world.submitted(this.member).reference();
		String mention = "@" + this.world.manager().name() + " are there others?";
		assertThat(this.pages.post(this.member, "/requests/" + reference + "/comments", 422, "text", mention).text())
			.contains("Your account manager can’t read this comment");
		this.pages.post(this.member, "/requests/" + reference + "/comments", 302, "text", mention, "manager", "true");
	}

	@Test
	void whoeverStillWritesADiscardedDraftIsToldWhoDiscardedItAndKeepsTheText() throws Exception {
		String reference = this.world.draft(this.member).reference();
		CurrentUser approver = this.world.person(Role.APPROVER, this.organisation);
		this.pages.post(approver, "/requests/" + reference + "/removal", 302);
		// A second click is harmless.
		this.pages.post(approver, "/requests/" + reference + "/removal", 302);
		assertThat(this.pages.post(this.member, "/requests/" + reference + "/goals", 404, "title", "Typed with care")
			.text()).contains("Draft discarded by " + approver.name(), "Typed with care");
		assertThat(this.pages.page(this.member, "/notifications").select("[data-kind=REQUEST_DISCARDED]").text())
			.contains(approver.name());
		CurrentUser stranger = this.world.person(Role.MEMBER, this.world.organisation());
		assertThat(this.pages.post(stranger, "/requests/" + reference + "/goals", 404, "title", "Typed").text())
			.doesNotContain("discarded", approver.name());
	}

	@Test
	void theListTakesSeveralStatesAtOnce() throws Exception {
		String reference = this.world.submitted(this.member).reference();
		assertThat(this.pages.page(this.member, "/requests?status=MATCHING").text()).doesNotContain(reference);
		var list = this.pages.page(this.member, "/requests?status=SUBMITTED,MATCHING");
		assertThat(list.select("table").text()).contains(reference);
		assertThat(list.select("a[href*='export.csv']").attr("href")).contains("SUBMITTED", "MATCHING");
		assertThat(list.select("select[name=status] option[selected]").text()).isEqualTo("Submitted, Being matched");
	}

	@Test
	void whatIsNoStateIsLeftOutOfTheAddress() throws Exception {
		String reference = this.world.submitted(this.member).reference();
		for (String typed : List.of("BOGUS", "SUBMITTED,", "SUBMITTED,BOGUS")) {
			assertThat(this.pages.page(this.member, "/requests?status=" + typed).select("table").text()).as(typed)
				.contains(reference);
		}
	}

}
