package org.muster.journeys;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Who fits, why, and what would have to change for others to fit. */
@Journey
class MatchingJourney {

	@LocalServerPort
	private int port;

	private Person person(int width, String username, boolean scripts) {
		return new Person("http://localhost:" + this.port, width, scripts).signIn(username);
	}

	private static String matches(Person member, String request) {
		member.open("/requests").follow(request).follow("See the matches");
		return member.path();
	}

	private static int fitting(Person person) {
		return Integer.parseInt(person.find("[data-fitting]").getAttribute("data-fitting"));
	}

	@ParameterizedTest(name = "at {0} px")
	@ValueSource(ints = { 1440, 375 })
	void aClientEasesAConditionTiltsTheWeightsAndKeepsWhy(int width) {
		try (Person member = person(width, "member@northwind.example", true)) {
			String matches = matches(member, "Warehouse app for hand scanners");
			int before = fitting(member);
			member.see("Can start on".toLowerCase(), "What keeps people out");
			WebElement gain = member.find("[data-more]");
			int more = Integer.parseInt(gain.getAttribute("data-more"));
			member.follow("more if").see("Tried:");
			assertThat(fitting(member)).isEqualTo(before + more);
			assertThat(member.all("article[data-consultant]")).hasSizeGreaterThanOrEqualTo(Math.min(15, before + more));
			member.ask("What counts how much");
			String most = "0 of 0";
			member.doNotSee(most);
			member.find("[name=REQUIRED]").sendKeys(Keys.HOME);
			member.await(".chip-removable[aria-label='Back to the weights of the request']").see(most);
			String name = member.find("article[data-consultant] h2 a").getText();
			String score = member.find("article[data-consultant]").getAttribute("data-score");
			member.press("Keep").see("On the shortlist");
			assertThat(member.find("article[data-consultant]").getAttribute("data-score")).isEqualTo(score);
			member.open(matches.replaceAll("/positions/.*", "")).see(name);
			member.follow("Why, by the weights then").see("By weights that were chosen", "Tried:", "Skill by skill");
			assertThat(member.find("[data-score]").getAttribute("data-score")).isEqualTo(score);
			member.follow("How scores are reckoned").see("How matches are scored", "Rates of exchange");
			member.open(matches).follow("Compare those on the shortlist").see("Side by side", name);
			member.open(matches + "?show=SHORTLISTED").press("On the shortlist").see("Nobody is on the shortlist yet");
		}
	}

	@ParameterizedTest(name = "at {0} px")
	@ValueSource(ints = { 1440, 375 })
	void aClientComparesThreeTeamsAndKeepsOne(int width) {
		try (Person member = person(width, "member@tailspin.example", true)) {
			member.open("/requests").follow("Crew roster application").follow("See teams");
			assertThat(member.all("[data-team]")).hasSize(3);
			member.see("Best fit", "Lowest cost", "Earliest start", "Required skills", "Proven");
			List<Double> costs = member.all("[data-cost]")
				.stream()
				.map((one) -> Double.valueOf(one.getAttribute("data-cost")))
				.toList();
			assertThat(costs.get(1)).isLessThanOrEqualTo(costs.get(0));
			String name = member.find("[data-team=LOWEST_COST] [data-member] a").getText();
			member.press("Keep this team: Lowest cost").see(name, "Why, by the weights then");
		}
	}

	@Test
	void theSlidersAndTheRelaxationsWorkWithScriptsSwitchedOff() {
		try (Person member = person(1440, "member@northwind.example", false)) {
			matches(member, "Warehouse app for hand scanners");
			int before = fitting(member);
			WebElement gain = member.find("[data-more]");
			int more = Integer.parseInt(gain.getAttribute("data-more"));
			member.follow("more if");
			assertThat(fitting(member)).isEqualTo(before + more);
			member.ask("What counts how much").find("[name=GOALS]").sendKeys(Keys.HOME);
			member.press("Show").see("By weights that were chosen", "Tried:");
			assertThat(fitting(member)).isEqualTo(before + more);
		}
	}

	@Test
	void anAccountManagerSeesMarginsBesideTheScoresAndNearMissesWithWhatExcludesThem() {
		try (Person manager = person(1440, "manager@muster.example", true)) {
			String matches = matches(manager, "Warehouse app for hand scanners");
			manager.see("Pay rate", "margin");
			manager.open(matches + "?show=ALL").see("Near miss:");
			List<Double> scores = manager.all("article[data-consultant]")
				.stream()
				.map((row) -> Double.valueOf(row.getAttribute("data-score")))
				.toList();
			assertThat(scores).hasSize(15).isSortedAccordingTo((one, other) -> Double.compare(other, one));
			manager.follow("Next");
			assertThat(Double.valueOf(manager.find("article[data-consultant]").getAttribute("data-score")))
				.isLessThanOrEqualTo(scores.get(14));
		}
	}

}
