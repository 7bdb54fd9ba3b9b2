package org.muster.journeys;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job, from a client's first sign-in to an accepted proposal, as three people do
 * it.
 */
@Journey
class RequestToEngagementJourney {

	/** Each walk engages the best for another quarter of a year, when they are free. */
	private static final AtomicInteger WALKS = new AtomicInteger();

	@LocalServerPort
	private int port;

	private String address() {
		return "http://localhost:" + this.port;
	}

	@ParameterizedTest(name = "at {0} px")
	@ValueSource(ints = { 1440, 375 })
	void aClientStatesANeedAndAcceptsAProposalPricedByTheDay(int width) throws Exception {
		walk(width, true);
	}

	@Test
	void theSameWithScriptsSwitchedOff() throws Exception {
		walk(1440, false);
	}

	private void walk(int width, boolean scripts) throws Exception {
		String title = "Returns desk " + width + (scripts ? "" : " without scripts");
		try (Person member = new Person(address(), width, scripts);
				Person approver = new Person(address(), width, scripts);
				Person manager = new Person(address(), width, scripts)) {
			String request = submit(member.signIn("member@northwind.example"), title);
			shortlist(member, request);
			String proposal = propose(manager.signIn("manager@muster.example"), title, request);
			member.open("/proposals/" + proposal)
				.see("Only an approver can accept or decline it", "Rui Almeida")
				.doNotSee("Pay rate", "Margin");
			accept(approver.signIn("approver@northwind.example"), title, proposal);
			manager.open("/admin").see(title, "Accepted");
			manager.open("/admin/organisations/O-20417").see("Proposal accepted", "Request submitted", title);
			outsider(request, proposal);
		}
	}

	private static String submit(Person member, String title) {
		member.see("Good day, Inês Carvalho", "What needs doing next");
		member.follow("New request");
		// Nothing is chosen: a clear sentence beside the field, and the title is still
		// there.
		member.type("Title", title).press("Save and go on");
		member.see("Please choose at least one goal.");
		member.tick("A more efficient workflow");
		member.typeInto(member.find("[name=efficientWorkflowMeasure]"), "Returns are booked within a day")
			.press("Save and go on");
		String reference = member.path().split("/")[2];
		member.press("Back-end developer");
		member.type("How many people", "400").press("Save position");
		member.see("Please give a number of people from 1 to 100.");
		member.type("How many people", "1");
		member.type("Skill 1", "Jawa").press("Save position");
		member.see("We know no skill of this name.");
		member.type("Skill 1", "Java").press("Save position");
		member.see("1 × Back-end developer, Senior");
		member.follow("Go on: Dates and effort");
		LocalDate start = Browsers.today().plusDays(40 + 150L * WALKS.getAndIncrement());
		member.type("Earliest start", start.toString());
		member.type("Latest start", start.minusDays(1).toString());
		member.type("Number of days", "60").press("Save and go on");
		member.see("The latest start is before the earliest.");
		member.type("Latest start", start.plusDays(30).toString()).press("Save and go on");
		member.type("The most that a day may cost", "0").press("Save and go on");
		member.see("Enter an amount above zero");
		member.type("The most that a day may cost", "950").press("Save and go on");
		member.see(title, "Returns are booked within a day", "950");
		assertThat(Integer.parseInt(member.find("[data-fits]").getAttribute("data-fits"))).isPositive();
		member.press("Submit request");
		member.see("Submitted");
		return reference;
	}

	private static void shortlist(Person member, String request) {
		member.open("/requests/" + request + "/positions/1/matches?show=ALL");
		List<Double> scores = member.all("[data-consultant]")
			.stream()
			.map((row) -> Double.valueOf(row.getAttribute("data-score")))
			.toList();
		assertThat(scores).hasSize(15).isSortedAccordingTo((one, other) -> Double.compare(other, one));
		member.see("Required skills", "Availability", "Day rate", "Languages", "Goals").doNotSee("Pay rate");
		// Of those who are free: whom another journey has engaged by now cannot be
		// offered.
		member.open("/requests/" + request + "/positions/1/matches");
		String consultant = member.find("[data-consultant]").getAttribute("data-consultant");
		member.press("Keep");
		member.open("/requests/" + request + "/positions/1/matches?show=SHORTLISTED");
		assertThat(member.all("[data-consultant]")).singleElement()
			.satisfies((row) -> assertThat(row.getAttribute("data-consultant")).isEqualTo(consultant));
	}

	private static String propose(Person manager, String title, String request) {
		manager.see("Requests to answer");
		// The queue begins with the oldest; other journeys may have sent some before.
		manager.open("/requests?q=" + java.net.URLEncoder.encode(title, java.nio.charset.StandardCharsets.UTF_8));
		manager.follow(title);
		manager.open("/requests/" + request + "/positions/1/matches").see("Pay rate", "margin");
		manager.open("/requests/" + request).press("Make a proposal");
		String reference = manager.path().split("/")[2];
		manager.typeInto(manager.find("[name='lines[0].billRate']"), "0").press("Save and count anew");
		manager.see("Enter an amount above zero");
		// Less would leave too little: somebody else would have to approve.
		manager.typeInto(manager.find("[name='lines[0].billRate']"), "680");
		manager.typeInto(manager.find("[name='lines[0].discountPercent']"), "5").press("Save and count anew");
		manager.see("Margin", "Total");
		manager.press("Send to client").see("Recipients").press("Send proposal");
		manager.see("Waiting for an answer");
		return reference;
	}

	private void accept(Person approver, String title, String proposal) throws Exception {
		approver.see("Answer the proposal: " + title);
		approver.follow("Answer the proposal: " + title);
		approver.see("Why this person", "Days and cost by month", "less 5 %").doNotSee("Pay rate", "Margin");
		approver.type("Your function", "Head of logistics").type("Number of the purchase order", "PO-2027-01");
		approver.type("Your full name", "Somebody Else").press("Accept ");
		approver.see("Please type your full name as it stands in your account: Rui Almeida.");
		approver.type("Your full name", "Rui Almeida").press("Accept ");
		approver.see("Accepted by Rui Almeida.", "unchanged since it was sent").follow("Receipt");
		approver.see("PO-2027-01", "Head of logistics", "SHA-256 of what was accepted").follow("The proposal");
		assertThat(approver.find("[data-signed]").getText()).isEqualTo("Rui Almeida");
		approver.open("/proposals").see(title, "Accepted");
		assertThat(approver.path()).isEqualTo("/proposals");
		assertThat(proposal).matches("P-\\d{4}-\\d{4,}");
	}

	private void outsider(String request, String proposal) throws Exception {
		try (Person outsider = new Person(address(), 1440, true)) {
			outsider.signIn("member@contoso.example");
			for (String path : List.of("/requests/" + request, "/requests/" + request + "/positions/1/matches",
					"/proposals/" + proposal, "/proposals/" + proposal + ".pdf", "/admin")) {
				outsider.open(path).see("There is nothing here");
			}
		}
	}

	@Test
	void aProposalIsDeclinedWithAReason() {
		try (Person approver = new Person(address(), 375, true)) {
			approver.signIn("approver@contoso.example");
			approver.open("/proposals?status=SENT");
			approver.follow("Accessibility of the customer portal");
			approver.ask("Decline").press("Decline proposal");
			approver.see("Please fill this in.");
			approver.type("Why not?", "The audit is put off 🙂").press("Decline proposal");
			approver.see("Declined by Stefan Graf", "The audit is put off 🙂");
		}
	}

	@Test
	void anExpiredOrWithdrawnProposalSaysWhyItCannotBeAccepted() {
		try (Person approver = new Person(address(), 1440, true)) {
			approver.signIn("approver@fabrikam.example").open("/proposals?status=WITHDRAWN");
			approver.follow("Firmware update service").see("it was withdrawn by");
			approver.press("Sign out");
			approver.signIn("approver@contoso.example").open("/proposals?status=EXPIRED");
			approver.follow("Regression tests for tariffs").see("it was valid until");
		}
	}

	@Test
	void anAdministratorInvitesAMemberWhoMakesAnAccountAndSignsIn() {
		try (Person admin = new Person(address(), 1440, true); Person guest = new Person(address(), 375, true)) {
			admin.signIn("admin@muster.example").open("/admin/organisations").follow("New organisation");
			admin.type("Name", "Proseware 株式会社").choose("Country", "Portugal").press("Save");
			admin.follow("Invite a member");
			admin.type("Full name", "نور الهدى").type("E-mail", "nour@proseware.example").press("Make the link");
			String link = admin.find("[data-invitation-link]").getText();
			guest.open(URI.create(link).getPath());
			guest.typeInto(guest.find("[name=password]"), "correct horse battery");
			guest.typeInto(guest.find("[name=repetition]"), "correct horse battery").press("Make the account");
			guest.type("E-mail", "nour@proseware.example").type("Password", "correct horse battery").press("Sign in");
			guest.see("Good day, نور الهدى", "Nothing waits for you");
			guest.open(URI.create(link).getPath()).see("There is nothing here");
		}
	}

	@Test
	void anAccountManagerAddsAConsultantAndEntersLeave() {
		try (Person manager = new Person(address(), 1440, true)) {
			manager.signIn("manager@muster.example").open("/consultants").follow("New consultant");
			manager.press("Save");
			manager.see("Please fill this in.", "Please choose at least one role.");
			manager.choose("Employment", "Employee").tick("Remote");
			manager.type("Name", "Zoë Ångström").type("Headline", "Senior Java developer");
			manager.type("E-mail", "zoe@people.muster.example").tick("Back-end developer");
			manager.type("Years of experience", "9").choose("Seniority", "Senior").choose("Country", "Sweden");
			manager.typeInto(manager.find("[name=timeZone]"), "Europe/Stockholm");
			manager.type("Pay rate a day", "330").type("Day rate for clients", "430");
			manager.type("Skill 1", "k8s").press("Save");
			manager.see("Zoë Ångström", "Kubernetes", "430");
			manager.follow("Availability");
			manager.type("From", Browsers.today().plusDays(9).toString());
			manager.type("To", Browsers.today().plusDays(3).toString()).press("Save");
			manager.see("The end is before the start.");
			manager.type("To", Browsers.today().plusDays(12).toString()).press("Save");
			manager.see("Leave");
		}
	}

	@ParameterizedTest(name = "at {0} px")
	@ValueSource(ints = { 1440, 375 })
	void anAccountManagerReadsTheSkillsOfAnAd(int width) {
		try (Person manager = new Person(address(), width, true)) {
			manager.signIn("manager@muster.example").open("/skills/reading").press("Read");
			manager.see("Please paste a text to read.");
			manager.type("Text", "Five years of golang, k8s a plus. Go to market in spring.").press("Read");
			manager.see("The text with its skills", "Kubernetes", "nice to have");
			assertThat(manager.find("mark[data-skill=Go]").getText()).isEqualTo("golang");
		}
	}

	@Test
	void theDocumentIsServedToTheClientAndNoPageAsksAnotherHost() throws Exception {
		try (Person approver = new Person(address(), 1440, true)) {
			approver.signIn("approver@northwind.example").open("/proposals?status=SENT");
			approver.follow("Track-and-trace service for parcels");
			String session = approver.session();
			HttpResponse<byte[]> pdf = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create(address() + approver.path() + ".pdf"))
					.header("Cookie", "JSESSIONID=" + session)
					.build(), HttpResponse.BodyHandlers.ofByteArray());
			assertThat(pdf.statusCode()).isEqualTo(200);
			assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
			assertThat(approver.hostsAsked()).allMatch((host) -> host.equals("localhost:" + this.port));
			assertThat(pdf.headers().firstValue("Content-Security-Policy")).get().asString().doesNotContain("unsafe");
		}
	}

}
