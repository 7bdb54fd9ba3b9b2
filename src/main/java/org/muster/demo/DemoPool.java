package org.muster.demo;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import net.datafaker.Faker;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultant.Rates;
import org.muster.consultants.Consultants;
import org.muster.consultants.SkillHeld;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The consultants of the demo: 120 of them, the same at every first start. */
@Component
@Profile("demo")
class DemoPool {

	private static final int SIZE = 120;

	private static final List<Home> HOMES = List.of(new Home("PT", "pt-PT", "pt", "Europe/Lisbon"),
			new Home("PT", "pt-PT", "pt", "Europe/Lisbon"), new Home("ES", "es", "es", "Europe/Madrid"),
			new Home("DE", "de", "de", "Europe/Berlin"), new Home("FR", "fr", "fr", "Europe/Paris"),
			new Home("PL", "pl", "pl", "Europe/Warsaw"), new Home("IE", "en-GB", "en", "Europe/Dublin"),
			new Home("NL", "nl", "nl", "Europe/Amsterdam"), new Home("IT", "it", "it", "Europe/Rome"));

	private static final List<Track> TRACKS = List.of(new Track(JobRole.BACK_END, "Java and Spring back-end developer",
			"Java,Spring Boot,SQL,PostgreSQL,REST,Git,CI/CD,Docker,Hibernate,JUnit",
			"Kafka,Kubernetes,Python,Kotlin,AWS,Microservices,Design patterns,Domain-driven design,MySQL,Banking"),
			new Track(JobRole.BACK_END, "Python back-end developer",
					"Python,Django,Flask,SQL,PostgreSQL,REST,Git,Docker",
					"FastAPI,Kafka,AWS,CI/CD,JavaScript,Redis,MongoDB,Healthcare,Design patterns"),
			new Track(JobRole.BACK_END, ".NET back-end developer", "C#,.NET,ASP.NET Core,SQL Server,SQL,REST,Git,Azure",
					"Entity Framework,Azure DevOps,Docker,TypeScript,Microservices,Insurance,JavaScript"),
			new Track(JobRole.FULL_STACK, "Full-stack developer, React and Node.js",
					"TypeScript,React,Node.js,SQL,REST,Git,HTML,CSS",
					"Next.js,GraphQL,Docker,AWS,CI/CD,MongoDB,Python,Retail"),
			new Track(JobRole.FULL_STACK, "Full-stack developer, Ruby on Rails",
					"Ruby,Ruby on Rails,JavaScript,PostgreSQL,SQL,Git,HTML",
					"React,Docker,CI/CD,Redis,Test-driven development,Retail"),
			new Track(JobRole.FRONT_END, "Front-end developer",
					"TypeScript,React,HTML,CSS,JavaScript,Git,Accessibility",
					"Next.js,Design systems,Vue.js,Cypress,Sass,Tailwind CSS,Test automation"),
			new Track(JobRole.FRONT_END, "Angular developer", "TypeScript,Angular,HTML,CSS,RxJS,Git",
					"Accessibility,Cypress,Java,Design systems,CI/CD,Public sector"),
			new Track(JobRole.MOBILE, "Mobile developer", "Kotlin,Android,Jetpack Compose,REST,Git,Mobile development",
					"Swift,SwiftUI,iOS,Flutter,CI/CD,Interaction design"),
			new Track(JobRole.QA, "Quality engineer",
					"Test automation,Selenium,Exploratory testing,Test planning,SQL,Git",
					"Playwright,Performance testing,CI/CD,Java,Cucumber,JMeter"),
			new Track(JobRole.DEVOPS, "Platform engineer",
					"Linux,Docker,Kubernetes,Terraform,CI/CD,Infrastructure as code,Git,Bash",
					"AWS,Azure,Prometheus,Grafana,Argo CD,Python,Application security,Networking"),
			new Track(JobRole.DATA, "Data engineer", "Python,SQL,Data engineering,Data modelling,PostgreSQL,Git",
					"Apache Airflow,dbt,Apache Spark,Snowflake,Machine learning,pandas,Energy"),
			new Track(JobRole.DESIGNER, "Product designer",
					"Interaction design,Visual design,Prototyping,Figma,User research",
					"Design systems,Accessibility,Facilitation,HTML,CSS"));

	private static final Map<String, List<String>> CITIES = Map.of("PT", List.of("Lisbon", "Porto", "Coimbra", "Braga"),
			"ES", List.of("Madrid", "Barcelona", "Valencia", "Seville"), "DE", List.of("Berlin", "Munich", "Hamburg"),
			"FR", List.of("Paris", "Lyon", "Nantes"), "PL", List.of("Warsaw", "Kraków", "Wrocław"), "IE",
			List.of("Dublin", "Cork"), "NL", List.of("Amsterdam", "Utrecht"), "IT", List.of("Milan", "Turin", "Rome"));

	private static final List<String> WAYS = List.of("Communication", "Team play", "Continuous learning", "Curiosity",
			"Mentoring", "Facilitation", "Code review", "Scrum", "Leadership", "Stakeholder management",
			"Software architecture", "Observability");

	private static final List<String> PRAISE = List.of(
			"Understood our domain within two weeks and asked the right questions from the first day.",
			"Careful, quick and easy to work with. Our own developers write better tests now.",
			"Good work throughout; hand-over notes could have come a little earlier.",
			"Took a service that nobody wanted to touch and left it documented and boring.",
			"Reliable in every sprint, and honest about what would not fit.",
			"Strong on the technical side; needed a while to find a rhythm with our team.",
			"Brought two teams to one way of releasing. We still do it that way.",
			"Delivered what was agreed, and said early when an estimate changed.");

	private final Consultants consultants;

	private final Taxonomy taxonomy;

	private final Clock clock;

	private final Random random = new Random(20260101);

	private final DemoProfiles profiles;

	DemoPool(Consultants consultants, Taxonomy taxonomy, Clock clock, DemoProfiles profiles) {
		this.profiles = profiles;
		this.consultants = consultants;
		this.taxonomy = taxonomy;
		this.clock = clock;
	}

	private record Home(String country, String locale, String language, String timeZone) {

		Faker faker(Random random) {
			return new Faker(Locale.forLanguageTag(this.locale), random);
		}

	}

	private record Track(JobRole role, String headline, String core, String more) {
	}

	/**
	 * @param reviewers ids of organisations that have written reviews
	 */
	void create(List<Long> reviewers) {
		Map<Home, Faker> fakers = new LinkedHashMap<>();
		for (int index = 0; index < SIZE; index++) {
			Home home = HOMES.get(this.random.nextInt(HOMES.size()));
			Faker faker = fakers.computeIfAbsent(home, (missing) -> missing.faker(this.random));
			Track track = TRACKS.get(index % TRACKS.size());
			String name = faker.name().firstName() + " " + faker.name().lastName();
			Consultant consultant = consultant(index, name, home, track);
			if (this.random.nextInt(3) == 0) {
				LocalDate from = today().plusDays(20 + this.random.nextInt(150));
				consultant.takeLeave(new Period(from, from.plusDays(4 + this.random.nextInt(10))),
						Allocation.FULL_TIME);
			}
			if (this.random.nextInt(5) == 0) {
				LocalDate from = today().minusDays(this.random.nextInt(60));
				consultant.engage(new Period(from, from.plusDays(90 + this.random.nextInt(90))),
						Allocation.parse(this.random.nextBoolean() ? "MON,TUE" : "WED,THU,FRI/2"), "earlier");
			}
			review(consultant, reviewers);
			this.profiles.add(index, this.consultants.save(consultant).id(), track.core());
		}
		this.profiles.write();
	}

	private Consultant consultant(int index, String name, Home home, Track track) {
		int years = 1 + this.random.nextInt(16);
		Seniority seniority = (years < 3) ? Seniority.JUNIOR
				: (years < 6) ? Seniority.MID : (years < 11) ? Seniority.SENIOR : Seniority.LEAD;
		int pay = 180 + seniority.ordinal() * 75 + this.random.nextInt(14) * 5;
		int bill = (int) Math.round(pay * (1.22 + this.random.nextDouble() * 0.2) / 5) * 5;
		Set<JobRole> roles = EnumSet.of(track.role());
		if (track.role() == JobRole.FULL_STACK) {
			roles.add(this.random.nextBoolean() ? JobRole.BACK_END : JobRole.FRONT_END);
		}
		boolean now = this.random.nextInt(3) > 0;
		Consultant.Profile profile = new Consultant.Profile(name, headline(seniority, track), email(name, index),
				phone(home), roles, seniority, years, new Place(home.country(), null), city(home), home.timeZone(),
				(this.random.nextInt(3) == 0) ? Employment.CONTRACTOR : Employment.EMPLOYEE, modes(), "EUR",
				now ? today().minusDays(200) : today().plusDays(7L * (1 + this.random.nextInt(14))),
				skills(track, seniority, years), languages(home));
		Consultant consultant = new Consultant("C-%05d".formatted(10_007 + index * 733), profile,
				new Rates(BigDecimal.valueOf(pay), BigDecimal.valueOf(bill)), "Marta Nogueira", this.clock);
		if (index % 6 == 0) {
			consultant.charge(new Rates(BigDecimal.valueOf(pay + 15), BigDecimal.valueOf(bill + 20)),
					LocalDate.of(today().getYear() + 1, 1, 1), "Marta Nogueira", this.clock);
		}
		return consultant;
	}

	private String city(Home home) {
		List<String> cities = CITIES.getOrDefault(home.country(), List.of());
		return cities.isEmpty() ? "" : cities.get(this.random.nextInt(cities.size() + 2) % cities.size());
	}

	private static String headline(Seniority seniority, Track track) {
		return switch (seniority) {
			case JUNIOR -> "Junior " + lowerFirst(track.headline());
			case MID -> track.headline();
			case SENIOR -> "Senior " + lowerFirst(track.headline());
			case LEAD -> "Lead " + lowerFirst(track.headline());
		};
	}

	private static String lowerFirst(String headline) {
		boolean word = headline.length() > 1 && Character.isLowerCase(headline.charAt(1));
		boolean name = headline.startsWith("Java") || headline.startsWith("Python") || headline.startsWith("Angular");
		return (word && !name) ? headline.substring(0, 1).toLowerCase(Locale.ROOT) + headline.substring(1) : headline;
	}

	private static String email(String name, int index) {
		String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^A-Za-z ]", "");
		return plain.toLowerCase(Locale.ROOT).strip().replace(' ', '.') + "." + (index + 1) + "@people.muster.example";
	}

	private String phone(Home home) {
		String code = Map
			.of("PT", "351", "ES", "34", "DE", "49", "FR", "33", "PL", "48", "IE", "353", "NL", "31", "IT", "39")
			.getOrDefault(home.country(), "351");
		return "+%s 555 %03d %03d".formatted(code, this.random.nextInt(1000), this.random.nextInt(1000));
	}

	private Set<WorkMode> modes() {
		Set<WorkMode> modes = EnumSet.of(WorkMode.REMOTE);
		if (this.random.nextBoolean()) {
			modes.add(WorkMode.HYBRID);
		}
		if (this.random.nextInt(4) == 0) {
			modes.add(WorkMode.ON_SITE);
		}
		return modes;
	}

	private Collection<SkillHeld> skills(Track track, Seniority seniority, int years) {
		Map<Long, SkillHeld> held = new LinkedHashMap<>();
		int base = 2 + seniority.ordinal() / 2 + ((seniority == Seniority.LEAD) ? 1 : 0);
		for (String name : track.core().split(",")) {
			hold(held, name, Math.min(5, base + this.random.nextInt(2)), years);
		}
		for (String name : track.more().split(",")) {
			if (this.random.nextInt(5) < 3) {
				hold(held, name, Math.min(5, base - 1 + this.random.nextInt(3)), Math.max(1, years / 2));
			}
		}
		for (String name : WAYS) {
			if (this.random.nextInt(3) == 0) {
				hold(held, name, Math.min(5, base + this.random.nextInt(2)), Math.max(1, years - 1));
			}
		}
		return held.values();
	}

	private void hold(Map<Long, SkillHeld> held, String name, int level, int years) {
		long id = this.taxonomy.find(name).orElseThrow(() -> new IllegalStateException("No skill: " + name)).id();
		held.putIfAbsent(id, new SkillHeld(id, Math.max(1, level), years, today().getYear() - this.random.nextInt(3)));
	}

	private Map<String, LanguageLevel> languages(Home home) {
		Map<String, LanguageLevel> languages = new LinkedHashMap<>();
		languages.put(home.language(), LanguageLevel.C2);
		languages.putIfAbsent("en", (this.random.nextInt(6) == 0) ? LanguageLevel.B1
				: this.random.nextBoolean() ? LanguageLevel.B2 : LanguageLevel.C1);
		if (this.random.nextInt(3) == 0) {
			languages.putIfAbsent(List.of("es", "fr", "de", "pt").get(this.random.nextInt(4)), LanguageLevel.B1);
		}
		return languages;
	}

	private void review(Consultant consultant, List<Long> reviewers) {
		int count = this.random.nextInt(4);
		for (int review = 0; review < count; review++) {
			consultant.review(reviewers.get(this.random.nextInt(reviewers.size())), 3 + this.random.nextInt(3),
					3 + this.random.nextInt(3), 3 + this.random.nextInt(3),
					PRAISE.get(this.random.nextInt(PRAISE.size())), today().minusDays(30L + this.random.nextInt(700)),
					null);
		}
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
