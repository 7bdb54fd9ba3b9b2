package org.muster.journeys;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** From a shortlist to a meeting, and what came of it. */
@Journey
class InterviewJourney {

	@LocalServerPort
	private int port;

	private Person person(int width, String username, boolean scripts) {
		return new Person("http://localhost:" + this.port, width, scripts).signIn(username);
	}

	@ParameterizedTest(name = "{0} at {2} px, scripts {3}")
	@CsvSource({ "fabrikam, Telemetry from the factory floor, 1440, true",
			"tailspin, Observability for operations, 375, true", "litware, Lab results pipeline, 1440, false" })
	void aClientAsksToMeetSomebodyAndTheAccountManagerConfirms(String client, String title, int width,
			boolean scripts) {
		String interview;
		String name;
		try (Person member = person(width, "member@" + client + ".example", scripts)) {
			member.open("/requests").follow(title);
			String request = member.path();
			member.open(request + "/positions/1/matches?show=ALL").press("Keep");
			name = member.find(".match h2").getText();
			member.open(request).follow("Ask to meet").see("Meet " + name);
			member.press("Ask for the interview").see("Please choose at least one half hour");
			List<WebElement> times = member.all(".slot-day[open] input[name=start]");
			times.get(0).sendKeys(" ");
			times.get(1).sendKeys(" ");
			member.type("Your time zone", "Asia/Tokyo").press("Show times here").see("yours (Tokyo)");
			assertThat(member.all("input[name=start]:checked")).hasSize(2);
			member.type("What you want to talk about", "Kafka, <b>mostly</b>").press("Ask for the interview");
			member.see("Asked for", "Your account manager will confirm one", "Kafka, <b>mostly</b>");
			interview = member.path();
			member.open(request).see("Interview: Asked for");
		}
		try (Person manager = person(375, "manager@muster.example", true)) {
			manager.open("/admin").see("Interviews that wait for an answer");
			manager.open(interview).see("(Tokyo)").press("Confirm").see("Confirmed", "Add to your calendar");
		}
		try (Person member = person(width, "member@" + client + ".example", scripts)) {
			member.open("/").see("You meet " + name).follow("You meet " + name).see("When you meet");
			member.ask("Call it off").press("Call it off").see("Called off", "Ask for another time");
		}
	}

	@Test
	void whatIsNotPossibleIsSaidAndAnotherTimeIsAskedFor() {
		String interview;
		try (Person manager = person(1440, "manager@muster.example", true)) {
			manager.open("/interviews?status=ASKED");
			manager.follow(manager.find("tbody tr:has(td) th a").getText());
			interview = manager.path();
			manager.ask("It is not possible").press("Tell the client").see("Please say why");
			manager.type("Why", "On leave until Monday. Any day after that would do.").press("Tell the client");
			manager.see("It cannot take place", "Any day after that");
		}
		assertThat(interview).startsWith("/interviews/");
	}

	@ParameterizedTest(name = "at {0} px, scripts {1}")
	@CsvSource({ "1440, true", "375, true", "1440, false" })
	void whatWasFoundStandsBesideTheMatch(int width, boolean scripts) {
		try (Person member = person(width, "member@northwind.example", scripts)) {
			member.open("/interviews?status=CONFIRMED");
			member.follow(member.find("tbody tr th a").getText()).follow("Change the scorecard");
			member.choose("SQL", "3, nearly what we asked for").choose("Would you work", "We are not sure");
			member.type("In a few words", "Knows <b>queues</b> at " + width + " px").press("Save scorecard");
			member.see("We are not sure", "Knows <b>queues</b>", "3 of 5").follow("How well they match");
			member.see("Interviewed: We are not sure", "Knows <b>queues</b> at " + width + " px");
		}
	}

}
