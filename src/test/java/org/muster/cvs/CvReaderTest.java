package org.muster.cvs;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.muster.profiles.CertificationForm;
import org.muster.profiles.ConsultantForm;
import org.muster.profiles.ConsultantForm.LanguageRow;
import org.muster.profiles.ConsultantForm.SkillRow;
import org.muster.profiles.ProfileHistory;
import org.muster.profiles.ProjectForm;
import org.muster.skills.SkillReader;
import org.muster.skills.SkillReaders;
import org.muster.uploads.Document;
import org.muster.uploads.DocumentText;
import org.muster.uploads.Unreadable;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;

import static org.assertj.core.api.Assertions.assertThat;

class CvReaderTest {

	private static final SkillReader SKILLS = SkillReaders.ofTheFile();

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	private static CvDraft draft(String text) {
		return CvReader.read(SKILLS, text, TODAY);
	}

	private static ConsultantForm form(String text) {
		return draft(text).form();
	}

	private static List<SkillRow> skills(ConsultantForm form) {
		return Objects.requireNonNull(form.skills());
	}

	private static SkillRow skill(ConsultantForm form, String name) {
		return skills(form).stream().filter((row) -> name.equals(row.name())).findFirst().orElseThrow();
	}

	private static final String USUAL = """
			ADA MARIA LOVELACE
			Senior Back-end Engineer

			Lisbon, Portugal | +351 912 345 678 | ada.lovelace@example.com
			https://github.com/ada

			Summary
			I have spent my life with databases and services, and enjoy teaching others.

			Experience

			Senior Back-end Engineer, Analytical Engines
			2019 – present
			Designed event-driven services in Java and Spring Boot on Kubernetes.
			Moved reporting to PostgreSQL.

			Software developer, Difference & Co.
			Mar 2014 - 06/2019
			Maintained a shop in PHP and MySQL; automated the tests with Selenium.

			Education

			Mathematics, University of London
			2008 - 2012
			Wrote a thesis in Haskell.

			Skills
			Java (expert), Python, Docker

			Languages
			Portuguese (native), English – C1
			German: basic
			""";

	@Test
	void aCvAsMostPeopleWriteItFillsTheFieldsOfAProfile() {
		ConsultantForm form = form(USUAL);
		assertThat(form.name()).isEqualTo("Ada Maria Lovelace");
		assertThat(form.headline()).isEqualTo("Senior Back-end Engineer");
		assertThat(form.email()).isEqualTo("ada.lovelace@example.com");
		assertThat(form.phone()).isEqualTo("+351 912 345 678");
		assertThat(form.country()).isEqualTo("PT");
		assertThat(form.city()).isEqualTo("Lisbon");
		assertThat(form.timeZone()).isEqualTo("Europe/Lisbon");
		assertThat(form.roles()).containsExactly(JobRole.BACK_END);
		assertThat(form.seniority()).isEqualTo(Seniority.SENIOR);
		assertThat(form.years()).isEqualTo("12");
		assertThat(form.employment()).as("not stated").isNull();
		assertThat(form.workModes()).as("not stated").isEmpty();
		assertThat(form.languages()).startsWith(new LanguageRow("pt", LanguageLevel.C2),
				new LanguageRow("en", LanguageLevel.C1), new LanguageRow("de", LanguageLevel.A2));
		assertThat(form.payRate()).isEmpty();
	}

	@Test
	void aSkillHasTheYearsOfTheJobsThatUsedItAndWhenTheLastEnded() {
		ConsultantForm form = form(USUAL);
		assertThat(skill(form, "Java")).isEqualTo(new SkillRow("Java", "5", "7", "2026"));
		assertThat(skill(form, "Spring Boot")).isEqualTo(new SkillRow("Spring Boot", "", "7", "2026"));
		assertThat(skill(form, "PHP")).isEqualTo(new SkillRow("PHP", "", "5", "2019"));
		assertThat(skill(form, "Haskell")).as("of the studies").isEqualTo(new SkillRow("Haskell", "", "", ""));
		assertThat(skill(form, "Docker")).isEqualTo(new SkillRow("Docker", "", "", ""));
	}

	@Test
	void everyFieldThatIsFilledHasItsPassage() {
		assertThat(draft(USUAL).passages()).anySatisfy((passage) -> {
			assertThat(passage.label()).isEqualTo("consultants.email");
			assertThat(passage.text()).isEqualTo("Lisbon, Portugal | +351 912 345 678 | ada.lovelace@example.com");
		}).anySatisfy((passage) -> {
			assertThat(passage.value()).isEqualTo("PHP");
			assertThat(passage.text())
				.isEqualTo("Maintained a shop in PHP and MySQL; automated the tests with Selenium.");
		}).anySatisfy((passage) -> {
			assertThat(passage.label()).isEqualTo("consultants.years");
			assertThat(passage.text()).isEqualTo("2019–2026, 2014–2019");
		});
		assertThat(USUAL).contains(draft(USUAL).passages()
			.stream()
			.filter((passage) -> !passage.label().equals("consultants.years"))
			.map(CvDraft.Passage::text)
			.toList());
	}

	@Test
	void aCvOfLabelsIsReadByThem() {
		ConsultantForm form = form("""
				Curriculum Vitae
				Full name: João de Souza e Silva
				Date of birth: 01.02.1990
				Position: QA engineer (freelance)
				Address: Rua do Ouro 12, 1100-063 Lisboa, Portugal
				Mobile: 00351 (21) 555-0199
				E-mail: JOAO@EXAMPLE.COM
				Languages: Portuguese native, English fluent, French B1

				I have 8+ years of professional experience in testing with Cypress.
				5 years of Java experience.
				""");
		assertThat(form.name()).isEqualTo("João de Souza e Silva");
		assertThat(form.headline()).isEqualTo("QA engineer (freelance)");
		assertThat(form.roles()).containsExactly(JobRole.QA);
		assertThat(form.employment()).isEqualTo(Employment.CONTRACTOR);
		assertThat(form.phone()).isEqualTo("00351 (21) 555-0199");
		assertThat(form.email()).isEqualTo("joao@example.com");
		assertThat(form.city()).isEqualTo("Lisboa");
		assertThat(form.country()).isEqualTo("PT");
		assertThat(form.years()).isEqualTo("8");
		assertThat(form.seniority()).as("eight years are no seniority").isNull();
		assertThat(form.languages()).startsWith(new LanguageRow("pt", LanguageLevel.C2),
				new LanguageRow("en", LanguageLevel.C1), new LanguageRow("fr", LanguageLevel.B1));
		assertThat(skill(form, "Java").years()).isEqualTo("5");
	}

	@Test
	void aNameBesideAHeadlineAndOneInAnotherScriptAreFound() {
		assertThat(form("Grace Hopper | DevOps engineer | grace@example.org").name()).isEqualTo("Grace Hopper");
		assertThat(form("Grace Hopper | DevOps engineer | grace@example.org").headline()).isEqualTo("DevOps engineer");
		assertThat(form("山田 太郎\nMobile developer\n東京").name()).isEqualTo("山田 太郎");
		assertThat(form("محمد الأحمد\nData engineer").name()).isEqualTo("محمد الأحمد");
	}

	@Test
	void aLevelThatTheTextDoesNotSayIsNotInvented() {
		ConsultantForm form = form("""
				Grace Hopper
				DevOps engineer
				Languages: French, English, French B1

				Skills
				Docker, Kubernetes, expert in Java
				""");
		assertThat(skill(form, "Docker")).isEqualTo(new SkillRow("Docker", "", "", ""));
		assertThat(skill(form, "Java").level()).isEqualTo("5");
		assertThat(form.seniority()).isNull();
		assertThat(form.years()).isEmpty();
		assertThat(form.availableFrom()).as("not stated, and not today").isEmpty();
		assertThat(form.languages()).startsWith(new LanguageRow("fr", LanguageLevel.B1), new LanguageRow("en", null));
	}

	@Test
	void someMonthsOfWorkAreNoYear() {
		ConsultantForm form = form("""
				Grace Hopper
				DevOps engineer

				Experience
				DevOps engineer, Harbour Freight
				Mar 2024 - May 2024
				Docker and Terraform.

				DevOps engineer, Quay Services
				2025 - 2025
				Terraform and Ansible.
				""");
		assertThat(skill(form, "Docker")).isEqualTo(new SkillRow("Docker", "", "0", "2024"));
		assertThat(skill(form, "Terraform")).isEqualTo(new SkillRow("Terraform", "", "1", "2025"));
		assertThat(form.years()).isEqualTo("1");
	}

	@Test
	void whatIsNoCvFillsNothing() {
		ConsultantForm form = form("the quick brown fox jumps over the lazy dog. from 1789 to 1815 there was war.");
		assertThat(form.name()).isEmpty();
		assertThat(form.headline()).isEmpty();
		assertThat(form.email()).isEmpty();
		assertThat(form.phone()).isEmpty();
		assertThat(form.years()).isEmpty();
		assertThat(form.seniority()).isNull();
		assertThat(form.country()).isEmpty();
		assertThat(form.timeZone()).isEmpty();
		assertThat(form.roles()).isEmpty();
		assertThat(skills(form)).allMatch((row) -> "".equals(row.name()));
	}

	@Test
	void aCvMadeToKeepUsBusyIsReadAllTheSame() {
		for (String part : List.of("2019 - ", "a@", "1 (2) ", "Java ", "years of ", ": ", "Mar 2014 to 06/2019 ", "(",
				"- ")) {
			String text = part.repeat(100_000 / part.length());
			assertThat(draft(text)).as(part).isNotNull();
			assertThat(draft(text.replace(" ", "\n"))).as(part + " by lines").isNotNull();
		}
	}

	@Test
	void eachJobIsAPastProjectWithItsSkillsAndTheEmployerApart() {
		List<ProfileHistory.ProjectRow> projects = Objects.requireNonNull(draft(USUAL).history().projects());
		assertThat(projects).hasSize(2).allMatch((row) -> Boolean.TRUE.equals(row.taken()));
		assertThat(projects.get(0).form()).isEqualTo(new ProjectForm("Senior Back-end Engineer", "Analytical Engines",
				"2019-01-01", "",
				"Designed event-driven services in Java and Spring Boot on Kubernetes.\nMoved reporting to PostgreSQL.",
				Objects.requireNonNull(projects.get(0).form()).skills()));
		assertThat(Objects.requireNonNull(projects.get(0).form()).skills()).contains("Java", "Spring Boot",
				"PostgreSQL");
		ProjectForm second = Objects.requireNonNull(projects.get(1).form());
		assertThat(second.title()).isEqualTo("Software developer");
		assertThat(second.customer()).isEqualTo("Difference & Co.");
		assertThat(second.startsOn()).isEqualTo("2014-03-01");
		assertThat(second.endsOn()).isEqualTo("2019-06-30");
	}

	@Test
	void certificationsHaveTheirIssuerAndTheDayIfTheTextNamesAMonth() {
		CvDraft draft = draft("""
				Ada Lovelace

				Certifications
				AWS Certified Developer – Associate, 2021-05-14
				• Professional Scrum Master I (PSM I), Scrum.org, March 2020
				- Oracle Certified Professional: Java SE 17 (2022)
				Diploma of quiet thinking
				Certified Kubernetes Administrator by The Linux Foundation, Mai 2023

				Certificates
				2019: ISTQB Foundation Level
				""");
		assertThat(draft.history().certifications()).extracting(ProfileHistory.CertificationRow::form)
			.containsExactly(
					new CertificationForm("AWS Certified Developer – Associate", "Amazon Web Services", "2021-05-14",
							""),
					new CertificationForm("Professional Scrum Master I", "Scrum.org", "2020-03-01", ""),
					new CertificationForm("Oracle Certified Professional: Java SE 17", "Oracle", "", ""),
					new CertificationForm("Diploma of quiet thinking", "", "", ""),
					new CertificationForm("Certified Kubernetes Administrator", "The Linux Foundation", "2023-05-01",
							""),
					new CertificationForm("ISTQB Foundation Level", "ISTQB", "", ""));
		assertThat(draft.history().certifications()).extracting(ProfileHistory.CertificationRow::taken)
			.containsExactly(true, true, true, false, true, true);
		assertThat(draft.passages()).extracting(CvDraft.Passage::text).contains("Diploma of quiet thinking");
	}

	@Test
	void aJsonResumeIsReadByTheSameRules() throws Unreadable {
		String json = """
				{"basics": {"name": "Alan Turing", "label": "Lead data engineer", "email": "alan@example.com",
				  "phone": "+44 20 7946 0000", "location": {"city": "Manchester", "countryCode": "GB"},
				  "summary": "Builds pipelines."},
				 "work": [{"name": "Bletchley", "position": "Data engineer", "startDate": "2017-03-01",
				   "endDate": "2024-05-01", "highlights": ["Streams with Apache Kafka", "Python throughout"]},
				  {"company": "Older", "position": "Programmer", "startDate": "2015"}],
				 "skills": [{"name": "Databases", "level": "Master", "keywords": ["PostgreSQL", "MySQL"]}],
				 "languages": [{"language": "English", "fluency": "Native speaker"}, {"language": "French"}]}""";
		ConsultantForm form = form(DocumentText.of(Document.Kind.JSON, json.getBytes(StandardCharsets.UTF_8)));
		assertThat(form.name()).isEqualTo("Alan Turing");
		assertThat(form.headline()).isEqualTo("Lead data engineer");
		assertThat(form.email()).isEqualTo("alan@example.com");
		assertThat(form.phone()).isEqualTo("+44 20 7946 0000");
		assertThat(form.city()).isEqualTo("Manchester");
		assertThat(form.country()).isEqualTo("GB");
		assertThat(form.roles()).containsExactly(JobRole.DATA);
		assertThat(form.seniority()).isEqualTo(Seniority.LEAD);
		assertThat(form.years()).isEqualTo("11");
		assertThat(skill(form, "Kafka")).isEqualTo(new SkillRow("Kafka", "", "7", "2024"));
		assertThat(skills(form)).extracting(SkillRow::name).contains("Python", "PostgreSQL", "MySQL");
		assertThat(form.languages()).startsWith(new LanguageRow("en", LanguageLevel.C2), new LanguageRow("fr", null));
	}

}
