package org.muster.journeys;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Offers that are priced, compared, negotiated, and lost to somebody else. */
@Journey
class OfferJourney {

	@LocalServerPort
	private int port;

	private Person person(int width, String username) {
		return new Person("http://localhost:" + this.port, width, true).signIn(username);
	}

	@Test
	void anOfferWithAlternativesIsNegotiatedAndOneOfThemIsAccepted() {
		String offer;
		try (Person manager = person(1440, "manager@muster.example")) {
			// A draft of its own: other journeys may have engaged whom the demo's takes.
			offer = propose(manager, "Stock levels");
			unevenWeeks(manager);
			twoAlternatives(manager);
			manager.press("Send to client").see("Internal approval", "Padraig Nolan");
			manager.press("Ask for approval").see("Alternative B", "Internal approval is needed");
		}
		try (Person administrator = person(375, "admin@muster.example")) {
			administrator.open("/notifications").see("Stock levels in real time");
			administrator.open(offer + "/draft").press("Approve sending").see("You can send it unchanged");
			administrator.press("Send to client").press("Send proposal").see("Waiting for an answer");
		}
		try (Person member = person(375, "member@wingtip.example")) {
			member.open(offer).see("2 alternatives, side by side", "whoever accepts one of them declines the others");
			member.follow("Look at it").see("alternative B");
			member.follow("Ask for changes").press("Ask for these changes").see("Please fill this in");
			member.type("Why", "We start with less")
				.press("Ask for these changes")
				.see("Nothing differs from the offer");
			member.type("Number of days", "10").press("Ask for these changes").see("Waits for an answer");
			member.type("Write something", "Could we talk about the warehouse <first>?").press("Send");
			assertThat(member.find("#thread article .words").getText()).contains("<first>");
		}
		try (Person manager = person(1440, "manager@muster.example")) {
			manager.open(offer).see("We start with less", "Could we talk about the warehouse <first>?");
			manager.press("Make a revision with these changes")
				.see("What the client asked for is in this draft", "alternative B");
			assertThat(manager.find("[name='lines[0].end']").getAttribute("value")).isNotEmpty();
			manager.typeInto(manager.find("[name=discountPercent]"), "5").press("Send to client");
			manager.see("Discount 5 %").press("Send proposal").see("Waiting for an answer");
		}
		accept(offer, "approver@wingtip.example", "Padraig Nolan");
	}

	private static void unevenWeeks(Person manager) {
		LocalDate start = LocalDate.parse(manager.find("[name='lines[0].start']").getAttribute("value"));
		manager.ask("Ramps and pauses");
		manager.typeInto(manager.find("[name='lines[0].phases[0].from']"), start.plusDays(14).toString());
		manager.press("Save and count anew").see("Please give both");
		manager.typeInto(manager.find("[name='lines[0].phases[0].perWeek']"), "2");
		manager.typeInto(manager.find("[name='lines[0].pauses[0].from']"), start.plusDays(21).toString());
		manager.typeInto(manager.find("[name='lines[0].pauses[0].to']"), start.plusDays(27).toString());
		manager.ask("Rates rise during the term");
		manager.typeInto(manager.find("[name='rises[0].from']"), start.plusDays(30).toString());
		manager.typeInto(manager.find("[name='rises[0].percent']"), "2.5").press("Save and count anew");
		String draft = manager.path();
		manager.open("/admin/closings").type("From", start.toString()).type("To", start.toString());
		manager.type("What it is called", "Stocktaking").press("Save").see("Stocktaking");
		manager.open(draft).press("Save and count anew");
		manager.press("Preview")
			.see("from " + shown(start.plusDays(14)) + ": 2 days a week", "Stocktaking", "all day rates rise by 2.5 %");
		assertThat(manager.all("[data-reason=PAUSE]")).isNotEmpty();
		assertThat(manager.all("[data-date='" + start + "'][data-reason=CLOSED]")).isNotEmpty();
		manager.open("/admin/closings").press("Remove Stocktaking");
		manager.open(draft).press("Save and count anew");
	}

	private static String shown(LocalDate date) {
		return DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK).format(date);
	}

	private static void twoAlternatives(Person manager) {
		manager.press("Add a copy of this one").see("alternative B");
		manager.typeInto(manager.find("[name=discountPercent]"), "16")
			.press("Save and count anew")
			.see("Discount 16 %");
		manager.press("Add a copy of this one").see("alternative C").press("Remove alternative C");
		assertThat(manager.all("#alternatives [data-alternative]")).hasSize(2);
	}

	private void accept(String offer, String username, String name) {
		try (Person approver = person(375, username)) {
			approver.open(offer).follow("Look at it").see("alternative B");
			approver.type("Your function", "Head of operations").type("Your full name", name).press("Accept ");
			approver.see("Accepted by " + name, "unchanged since it was sent")
				.follow("Receipt")
				.see("Head of operations");
			approver.open("/proposals?status=ACCEPTED").see("One of 2 alternatives");
			approver.open(offer).follow("Look at it").see("Another alternative was accepted by " + name);
		}
	}

	@Test
	void whoIsOfferedTwiceIsShownToBothAndLostToWhoeverAcceptsFirst() {
		String first;
		String second;
		String lost;
		try (Person manager = person(1440, "manager@muster.example")) {
			first = propose(manager, "Route planning");
			LocalDate from = LocalDate.parse(manager.find("[name='lines[0].start']").getAttribute("value"));
			LocalDate to = LocalDate.parse(manager.find("[name='lines[0].end']").getAttribute("value"));
			lost = manager.find("#draft section h2").getText();
			manager.press("Preview");
			String reference = manager.find("section[data-line] h2 a").getAttribute("href").replaceAll(".*/", "");
			manager.follow("Edit draft").press("Send to client").press("Send proposal").see("Waiting for an answer");
			second = propose(manager, "Checkout in three");
			manager.open("/days?country=IE&from=" + from + "&to=" + to + "&weekdays=MON,TUE,WED,THU,FRI");
			assertThat(manager.all("[data-month][data-days]")).isNotEmpty();
			manager.find("#seat option[value^='" + second.replaceAll(".*/", "") + ":']").click();
			manager.type("Reference of the consultant", reference).press("Add to the draft");
			manager.see("A line was added with", "Offered to others as well on the same days", lost);
			manager.press("Send to client").press("Send proposal").see("Waiting for an answer");
			manager.open(first).see("Offered to others as well on the same days");
		}
		try (Person approver = person(1440, "approver@northwind.example")) {
			approver.open(first).doNotSee("Offered to others");
			approver.type("Your function", "Head of logistics").type("Your full name", "Rui Almeida").press("Accept ");
			approver.see("Accepted by Rui Almeida");
		}
		try (Person approver = person(375, "approver@wingtip.example")) {
			approver.open(second).see("Not to be had any more: ", lost, "cannot be accepted as it is");
			assertThat(approver.all("form[action$=acceptance]")).isEmpty();
		}
		try (Person manager = person(375, "manager@muster.example")) {
			manager.open(second).see("Not to be had any more: ", "make a new revision");
		}
	}

	private static String propose(Person manager, String title) {
		manager.open("/requests?q=" + title.replace(" ", "+"));
		manager.find("tbody").findElement(By.cssSelector("th a")).click();
		manager.press("Make a proposal");
		if (manager.path().equals("/proposals/new")) {
			manager.see("Second proposal").press("Start another proposal");
		}
		return manager.path().replace("/draft", "");
	}

	@Test
	void whatIsSentIsWhatWasSeenAndApprovedAndADraftIsDiscarded() {
		try (Person manager = person(375, "manager@muster.example");
				Person administrator = person(1440, "admin@muster.example")) {
			String offer = propose(manager, "Lab results");
			String reference = offer.replace("/proposals/", "");
			LocalDate start = LocalDate.parse(manager.find("[name='lines[0].start']").getAttribute("value"));
			manager.open("/requests?q=Lab+results");
			manager.find("tbody").findElement(By.cssSelector("th a")).click();
			manager.press("Make a proposal").see("Second proposal", reference + " is a draft").follow(reference);
			// Typed and sent in one go.
			manager.typeInto(manager.find("[name=discountPercent]"), "16").press("Send to client");
			manager.see("Recipients", "Internal approval").type("Note for the approver", "They buy 500 days");
			manager.press("Ask for approval").see("Internal approval is needed");
			assertThat(manager.find("[name=discountPercent]").getAttribute("value")).isEqualTo("16.00");
			administrator.open("/admin").see("Waiting for internal approval", reference).open(offer);
			administrator.see("They buy 500 days").ask("Refuse approval").type("Reason for refusal", "15 % is enough");
			administrator.press("Refuse approval").see("refused to approve this", "15 % is enough");
			manager.open(offer + "/draft").see("15 % is enough");
			manager.typeInto(manager.find("[name=discountPercent]"), "5").press("Send to client").see("Discount 5 %");
			// Meanwhile the company closes for a fortnight, so that fewer days are left.
			LocalDate closed = start.plusDays(14);
			administrator.open("/admin/closings")
				.type("From", closed.toString())
				.type("To", closed.plusDays(13).toString());
			administrator.type("What it is called", "Refit").press("Save").see("Refit");
			manager.press("Send proposal").see("Nothing was sent", "→");
			assertThat(manager.all("[data-recounted] [data-changed$=Days]")).isNotEmpty();
			manager.press("Send proposal").see("Waiting for an answer");
			administrator.open("/admin/closings").press("Remove Refit");
			manager.press("Make a new revision").see("revision 2").ask("Discard new revision");
			manager.press("Discard new revision").see("revision 1", "Waiting for an answer").doNotSee("in draft");
		}
	}

	@Test
	void theRateCardAndAFrameAgreementPriceADraft() {
		try (Person manager = person(375, "manager@muster.example")) {
			manager.open("/admin/rates").press("Save").see("Please fill this in");
			manager.choose("Role", "Mobile developer").choose("Seniority", "Junior").type("Day rate", "333.33");
			manager.press("Save").see("333.33 EUR");
			manager.choose("Role", "Mobile developer").choose("Seniority", "Junior").type("Day rate", "350");
			manager.press("Save").see("There is a rate for just the same in this time already");
			manager.open("/admin/rates").press("Remove Mobile developer, 333.33").doNotSee("333.33");
			manager.open("/admin/organisations").follow("Tailspin Air").follow("Frame agreements");
			manager.type("What it is called", "Frame of the journey").type("From", Browsers.today().toString());
			manager.type("To", Browsers.today().plusYears(1).toString()).type("From days", "10").press("Save");
			manager.see("Please type both, or none").type("Discount (%)", "3").press("Save");
			manager.see("Frame of the journey", "From 10 days: 3 %");
			manager.press("Remove Frame of the journey").see("There is no frame agreement");
		}
	}

	@Test
	void anAdministratorChangesTheLetterhead() {
		try (Person administrator = person(375, "admin@muster.example")) {
			administrator.open("/admin/letterhead").type("Colour of headings", "#ffff00").press("Save");
			administrator.see("too light to be read on white").type("Colour of headings", "#7a1f5c").press("Save");
			assertThat(administrator.find("[data-colour]").getText()).isEqualTo("#7a1f5c");
			administrator.type("Colour of headings", "#24508f").press("Save");
		}
	}

}
