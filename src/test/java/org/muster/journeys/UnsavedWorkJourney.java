package org.muster.journeys;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What is typed and not saved yet is not lost by leaving, staying or signing out. */
@Journey
class UnsavedWorkJourney {

	/** What a browser asks the page before it is left; the answer is whether it warns. */
	private static final String LEAVE = """
			const leaving = new Event("beforeunload", { cancelable: true });
			dispatchEvent(leaving);
			return leaving.defaultPrevented;""";

	@LocalServerPort
	private int port;

	private Person person(String username) {
		return new Person("http://localhost:" + this.port, 1440, true).signIn(username);
	}

	/** The address of a position of a draft. */
	private static String position(Person member) {
		member.open("/requests").follow("Check-in kiosks, new look");
		return member.open(member.path() + "/positions/1").path();
	}

	@Test
	void whoeverStaysCanPressTheButtonOnceMore() {
		try (Person member = person("member@tailspin.example")) {
			position(member);
			member.typeInto(member.find("#responsibilities"), "Typed with care");
			member.script("""
					const other = document.querySelector("header form[method=post]");
					other.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));""");
			assertThat(member.all("header form[data-sent]")).isNotEmpty();
			assertThat(member.script(LEAVE)).isEqualTo(true);
			new WebDriverWait(member.browser(), Duration.ofSeconds(5))
				.until((free) -> member.all("header form[data-sent]").isEmpty());
		}
	}

	@Test
	void aFormThatCameBackWithMoreRowsIsStillUnsaved() {
		try (Person member = person("member@tailspin.example")) {
			position(member);
			assertThat(member.script(LEAVE)).isEqualTo(false);
			member.find("#responsibilities").click();
			member.go("button[name=more]");
			member.find("#responsibilities").click();
			assertThat(member.script(LEAVE)).isEqualTo(true);
		}
	}

	@Test
	void aSessionThatExpiresWhileSomebodyTypesAsksNothingAndLosesNothing() {
		try (Person member = person("member@tailspin.example")) {
			String position = position(member);
			member.script("""
					window.asked = 0;
					window.refused = 0;
					addEventListener("beforeunload", () => window.asked++);
					document.addEventListener("htmx:afterRequest", (event) => {
					  if (event.detail.xhr.status === 403) {
					    window.refused++;
					  }
					});""");
			member.browser().manage().deleteAllCookies();
			member.typeInto(member.find("#responsibilities"), "Typed with care");
			new WebDriverWait(member.browser(), Duration.ofSeconds(10))
				.until((refused) -> ((Number) member.script("return window.refused")).intValue() > 0
						|| ((Number) member.script("return window.asked")).intValue() > 0);
			assertThat(member.script("return window.asked")).isEqualTo(0L);
			assertThat(member.path()).isEqualTo(position);
			assertThat(member.find("#responsibilities").getAttribute("value")).isEqualTo("Typed with care");
		}
	}

}
