package org.muster.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;

import org.muster.accounts.CurrentUser;
import org.muster.cvs.CvIntake;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** CVs of people who have applied, and wait for somebody to look at them. */
@Component
@Profile("demo")
class DemoCvs {

	private static final String TEXT = """
			Beatriz Fontoura
			Senior Back-end Developer

			Porto, Portugal | +351 910 000 417 | beatriz.fontoura@applicants.example

			Summary
			Nine years of experience with services that must not stop. I like small releases and good tests.

			Experience

			Senior Back-end Developer, Ribeira Pay
			Mar %1$d – present
			Payment services in Java and Spring Boot on Kubernetes, with events over Kafka.
			Brought the time from commit to production from a week to an hour with GitLab CI and Terraform.

			Back-end Developer, Douro Logistics
			Sep %2$d – Feb %1$d
			Route planning in Java and Python with PostgreSQL; tests with JUnit and Testcontainers.

			Education
			Informatics Engineering, University of Porto
			%3$d – %2$d

			Certifications
			AWS Certified Developer – Associate, May %4$d
			Professional Scrum Developer, Scrum.org, %1$d

			Skills
			Java (expert), Spring Boot (expert), PostgreSQL, Docker, working knowledge of Go

			Languages
			Portuguese (native), English – C1, Spanish: B1
			""";

	private static final String RESUME = """
			{"basics": {"name": "Jonas Wehrle", "label": "Front-end engineer", "email": "jonas.wehrle@applicants.example",
			  "phone": "+49 30 0000417", "location": {"city": "Berlin", "countryCode": "DE"},
			  "summary": "Builds interfaces that everybody can use."},
			 "work": [{"name": "Spreewerk Media", "position": "Front-end engineer", "startDate": "%1$d-04",
			  "summary": "Design system in TypeScript and React, checked with axe and Playwright.",
			  "highlights": ["Lighthouse accessibility from 71 to 100"]},
			  {"name": "Kiezladen", "position": "Junior web developer", "startDate": "%2$d-08", "endDate": "%1$d-03",
			  "summary": "Shop pages in Vue.js, CSS and PHP."}],
			 "skills": [{"name": "TypeScript", "level": "expert"}, {"name": "React", "level": "advanced"},
			  {"name": "Accessibility"}],
			 "certificates": [{"name": "Web Accessibility Specialist", "issuer": "IAAP", "date": "%1$d-11-02"}],
			 "languages": [{"language": "German", "fluency": "native"}, {"language": "English", "fluency": "C1"}]}
			""";

	private final CvIntake intake;

	private final Clock clock;

	DemoCvs(CvIntake intake, Clock clock) {
		this.intake = intake;
		this.clock = clock;
	}

	void create(CurrentUser manager) {
		int year = LocalDate.now(this.clock).getYear();
		take("Beatriz Fontoura.txt", TEXT.formatted(year - 4, year - 9, year - 13, year - 2), manager);
		take("jonas-wehrle.json", RESUME.formatted(year - 3, year - 6), manager);
	}

	private void take(String name, String text, CurrentUser manager) {
		this.intake.take(name, text.getBytes(StandardCharsets.UTF_8), manager);
	}

}
