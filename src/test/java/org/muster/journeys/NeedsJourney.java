package org.muster.journeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** From a vague wish to a request worth answering. */
@Journey
class NeedsJourney {

	private static final String AD = """
			Senior Java Developer
			Our goal is to release every week instead of every quarter.
			We are looking for two senior Java developers with 5+ years of professional experience.
			Must have: Java, Spring Boot, SQL
			Nice to have: Kafka
			We used to write PHP.
			Start: 1 February 2127. Duration: 6 months. Remote. English B2. Up to 620 EUR per day.
			""";

	@LocalServerPort
	private int port;

	private Person person(int width, String username, boolean scripts) {
		return new Person("http://localhost:" + this.port, width, scripts).signIn(username);
	}

	@ParameterizedTest(name = "at {0} px, scripts {1}")
	@CsvSource({ "1440, true", "375, true", "1440, false" })
	void anAdBecomesASubmittedRequest(int width, boolean scripts) {
		try (Person member = person(width, "member@northwind.example", scripts)) {
			member.open("/requests").follow("From a text").type("Job ad or notes", AD).press("Read the text");
			member.see("What your text asks for", "two senior Java developers", "certain",
					"What your text leaves open");
			assertThat(values(member, "skill")).contains("Java", "Spring Boot", "SQL", "Kafka");
			assertThat(values(member, "start")).containsExactly("2127-02-01");
			assertThat(values(member, "rate-cap")).containsExactly("620");
			WebElement count = member.find("[data-field=head-count] input[type=text]");
			member.typeInto(count, "3");
			WebElement kafka = member.find("[data-field=skill][data-value=Kafka] input[type=checkbox]");
			kafka.sendKeys(" ");
			assertThat(kafka.isSelected()).isFalse();
			member.press("Make the draft").see("3 × Back-end developer, Senior").doNotSee("Kafka");
			member.press("Submit request").see("Submitted", "Release every week instead of every quarter");
		}
	}

	private static java.util.List<String> values(Person person, String field) {
		return person.all("[data-field=" + field + "]").stream().map((one) -> one.getAttribute("data-value")).toList();
	}

	@Test
	void aTextThatSaysNothingIsAnsweredWithASentence() {
		try (Person member = person(1440, "member@northwind.example", true)) {
			member.open("/requests/intake").press("Read the text").see("Please paste a text");
			member.type("Job ad or notes", "lorem ipsum").press("Read the text").see("Nothing in this text");
			assertThat(member.find("#text").getAttribute("value")).isEqualTo("lorem ipsum");
		}
	}

	@Test
	void anAccountManagersTemplateIsWhereItsOrganisationStarts() {
		try (Person manager = person(1440, "manager@muster.example", true)) {
			manager.open("/admin/templates").follow("Copy").type("Name", "Back-end developer for Contoso");
			manager.choose("For whom", "Contoso Insurance")
				.press("Save template")
				.see("Back-end developer for Contoso");
		}
		try (Person other = person(1440, "member@northwind.example", true)) {
			other.open("/requests/templates").see("Software architect").doNotSee("for Contoso");
		}
		try (Person member = person(375, "member@contoso.example", true)) {
			member.open("/requests").follow("From a template").see("Back-end developer for Contoso");
			member.press("Start a request: Back-end developer for Contoso").press("Save and go on: Positions");
			member.see("1 × Back-end developer, Senior");
			member.choose("Template", "UX researcher").press("Add a position").see("Questions for the interview");
			String request = member.path().replaceAll("/positions.*", "");
			member.open(request).press("Copy as a new request").press("Save and go on: Positions");
			member.see("1 × Back-end developer, Senior", "1 × Designer, Senior");
		}
	}

	@ParameterizedTest(name = "at {0} px, scripts {1}")
	@CsvSource({ "1440, true", "375, true", "1440, false" })
	void whileAPositionIsWrittenThePanelSaysHowThePoolAnswers(int width, boolean scripts) {
		try (Person member = person(width, "member@tailspin.example", scripts)) {
			member.open("/requests").follow("Check-in kiosks, new look");
			String request = member.path();
			member.open(request + "/positions/1").see("How the pool answers").choose("Seniority", "Junior");
			for (int skill = 1; skill <= 4; skill++) {
				member.choose("Level of skill " + skill, "expert");
			}
			if (scripts) {
				member.await("[data-contradiction=level]");
			}
			else {
				member.press("Look again");
			}
			member.see("Hardly anybody at the level");
			assertThat(new Select(member.find("#seniority")).getFirstSelectedOption().getText()).isEqualTo("Junior");
			member.open(request + "/schedule").type("Earliest start", "2020-01-06");
			if (scripts) {
				member.await("[data-contradiction=past]");
			}
			else {
				member.press("Look again");
			}
			member.see("The start on 6 Jan 2020 has passed already");
		}
	}

	@ParameterizedTest(name = "at {0} px")
	@ValueSource(ints = { 1440, 375 })
	void theThreeWaysAreComparedWithAssumptionsOfTheClientsOwn(int width) {
		try (Person member = person(width, "member@wingtip.example", true)) {
			member.open("/requests").follow("Loyalty card in the phone").follow("Compare with hiring and freelancers");
			member.see("Three ways, compared", "How it is reckoned");
			member.typeInto(member.find("#augmentation-rate"), "2500").press("Reckon and save");
			member.see("working with us is the dearest way", "Your own figure; usual is");
			assertThat(member.find("[data-dearest]").getAttribute("data-dearest")).isEqualTo("AUGMENTATION");
			member.typeInto(member.find("#months"), "99").press("Reckon and save").see("a number from 1 to 36");
			assertThat(member.find("#months").getAttribute("value")).isEqualTo("99");
			member.typeInto(member.find("#months"), "36");
			member.typeInto(member.find("#augmentation-rate"), "100").press("Reckon and save");
			member.see("For 36 months of work, working with us is the cheapest way");
		}
	}

	@Test
	void whatCameOfAGoalIsSaidWhenPeopleAreEngaged() {
		try (Person member = person(1440, "member@northwind.example", true)) {
			member.open("/requests")
				.follow("One delivery pipeline for four teams")
				.see("Bring teams together", "Looked at");
			member.ask("Say what came of it").find("input[name=outcome][value=PARTLY]").click();
			member.type("In a few words", "Three of four <b>teams</b> do").press("Save outcome");
			member.see("Partly met", "Three of four <b>teams</b> do");
		}
	}

	@ParameterizedTest(name = "at {0} px")
	@ValueSource(ints = { 1440, 375 })
	void twoMembersWriteOneRequestAndNothingIsLost(int width) {
		try (Person member = person(width, "member@northwind.example", true);
				Person approver = person(1440, "approver@northwind.example", true)) {
			member.open("/requests").follow("Customs interface, second phase");
			String draft = member.path();
			member.open(draft + "/budget").await("#presence-now, .presence p");
			approver.open(draft + "/budget").await("[data-here]").see("Also here:");
			approver.type("The most that a day may cost", String.valueOf(width)).press("Save and go on: Review");
			member.type("The most that all of it may cost", "98765").press("Save and go on: Review");
			member.see("Somebody changed this while you were editing it");
			assertThat(member.find("#budget").getAttribute("value")).isEqualTo("98765");
			member.open(draft);
			String approverName = approver.find(".who-name span").getAttribute("textContent");
			member.type("Your comment", "Is this enough, @" + approverName + "?").choose("About", "budget");
			member.press("Send comment").see("Is this enough");
			approver.open("/notifications").see("mentions you").press("mentions you").see("Is this enough");
		}
	}

	@Test
	void aQuestionToTheAccountManagerIsAnsweredBesideTheRequest() {
		try (Person member = person(1440, "member@northwind.example", true);
				Person manager = person(375, "manager@muster.example", true)) {
			member.open("/requests").follow("Warehouse app for hand scanners");
			String request = member.path();
			member.type("Your comment", "Could somebody start sooner?").tick("Ask our account manager");
			member.press("Send comment").see("account manager sees it");
			manager.open(request).see("Could somebody start sooner?").type("Your answer", "Two people could.");
			manager.press("Send answer");
			member.open("/notifications").see("answers: Warehouse app").press("answers: Warehouse app");
			member.see("Two people could.");
		}
	}

	@Test
	void whereAnApproverIsRequiredAMemberAsksForApproval() {
		try (Person manager = person(1440, "manager@muster.example", true)) {
			manager.open("/admin/organisations").follow("Litware").press("Let only approvers submit");
			manager.see("Only approvers submit requests");
		}
		try (Person member = person(1440, "member@litware.example", true)) {
			member.open("/requests/intake").type("Job ad or notes", AD).press("Read the text");
			member.typeInto(member.find("#title"), "Approval wanted").press("Make the draft").press("Ask for approval");
			member.see("has asked for approval", "Draft");
		}
		try (Person approver = person(375, "approver@litware.example", true)) {
			approver.open("/").follow("Approve and submit: Approval wanted").press("Submit request").see("Submitted");
		}
	}

	@Test
	void whatWouldBeSentByEmailStandsInTheOutboxAndCanBeSwitchedOff() {
		try (Person member = person(375, "member@wingtip.example", true)) {
			member.open("/notifications/settings");
			member.find("input[aria-label='By e-mail: Your account manager answers']").click();
			member.press("Save settings").see("Saved.");
		}
		try (Person admin = person(1440, "admin@muster.example", true)) {
			admin.open("/admin/outbox").see("No e-mail server is configured", "kept here");
			admin.follow("New proposal").see("has sent a proposal");
		}
	}

	@Test
	void aSubmittedRequestIsChangedAndTheAccountManagerSeesWhatStoodThereBefore() {
		try (Person member = person(375, "member@wingtip.example", true)) {
			member.open("/requests").follow("Loyalty card in the phone").follow("Change request");
			member.see("This request is submitted");
			member.open(member.path().replace("/goals", "/budget")).type("The most that a day may cost", "41");
			member.press("Save and go on: Review").see("Changed since it was submitted", "41 EUR");
		}
		try (Person manager = person(1440, "aoife.byrne@muster.example", true)) {
			manager.open("/notifications").press("has changed a request: Loyalty card").see("41 EUR");
			manager.follow("Loyalty card in the phone").see("does not meet what is now asked for", "the cap is 41 EUR");
		}
	}

	@Test
	void aColleagueWhoIsInvitedBeginsWithTheRequest() {
		String link;
		try (Person member = person(1440, "member@fabrikam.example", true)) {
			member.open("/requests/intake").type("Job ad or notes", AD).press("Read the text");
			member.typeInto(member.find("#title"), "Written by two").press("Make the draft");
			member.follow("Invite a colleague to this request").type("Full name", "Noé Petit");
			member.type("E-mail", "noe@fabrikam.example").press("Make the link");
			link = member.find("[data-invitation-link]").getText();
		}
		try (Person colleague = new Person("http://localhost:" + this.port, 375, true)) {
			colleague.open(link.replaceFirst("http://[^/]+", "")).type("Password", "a long enough one");
			colleague.type("The password once more", "a long enough one").press("Make the account");
			colleague.type("E-mail", "noe@fabrikam.example").type("Password", "a long enough one").press("Sign in");
			colleague.see("Written by two", "Finish request");
		}
	}

}
