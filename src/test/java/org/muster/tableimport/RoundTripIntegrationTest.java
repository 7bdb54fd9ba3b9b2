package org.muster.tableimport;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.consultants.SkillHeld;
import org.muster.skills.Skill;
import org.muster.skills.SkillReader;
import org.muster.skills.Taxonomy;
import org.muster.tables.AmountNotes;
import org.muster.tables.Sheets;
import org.muster.tables.TableColumn;
import org.muster.tables.TableReading;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Languages;
import org.muster.vocabulary.ProfileWords;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The pool as a table, imported unchanged, changes nothing. */
@IntegrationTest
class RoundTripIntegrationTest {

	private static final List<String> NAMES = List.of("Jörg \"Joe\" Müßig", "Sean O’Neil; Jr., MSc",
			"=cmd|' /C calc'!A0", "'+quoted", "''=twice", "-minus", "@at", "Łukasz Żółć", "İpek Yılmaz", "李 小龙", "A\tB",
			"Ann_x000D_ Lee", "'plain", "Nguyễn Văn Ánh", "Zoe\u0308 in pieces", "O'Neil", "\ufeffMarked", "Ann\u200b",
			"\u200fAnn Lee\u00ad", "\u00a0Blank");

	private static final List<@Nullable String> PHONES = java.util.Arrays.asList("+48 555 276 415", "'+48 555",
			"0049 (30) 12", null, "-", "=1", "\u202a+49 171\u202c", "+48 555\u00ad", "\u200e'+1");

	private static final List<String> ZONES = List.of("Europe/Lisbon", "UTC", "America/New_York", "UTC+1",
			"Asia/Tokyo");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Imports imports;

	@Autowired
	private ImportFiles files;

	@Autowired
	private Importing importing;

	@Autowired
	private Consultants consultants;

	@Autowired
	private Taxonomy taxonomy;

	@Autowired
	private SkillReader skills;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private static final Clock A_YEAR_AGO = Clock.offset(Clock.systemUTC(), Duration.ofDays(-365));

	private final Random random = new Random(17);

	private final String tag = "rt" + UUID.randomUUID().toString().substring(0, 8);

	private <T> T one(List<T> of) {
		return of.get(this.random.nextInt(of.size()));
	}

	private @Nullable Integer perhaps(int least, int most) {
		return (this.random.nextInt(4) == 0) ? null : (Integer) (least + this.random.nextInt(most - least + 1));
	}

	private Consultant person(int number) {
		List<Skill> all = new ArrayList<>(this.taxonomy.all());
		Map<Long, SkillHeld> held = new HashMap<>();
		for (int skill = this.random.nextInt(9); skill > 0; skill--) {
			long id = one(all).id();
			held.put(id, new SkillHeld(id, perhaps(1, 5), perhaps(0, 60), perhaps(1970, this.world.today().getYear())));
		}
		Map<String, LanguageLevel> spoken = new HashMap<>();
		for (int language = this.random.nextInt(4); language > 0; language--) {
			spoken.put(one(Languages.OFFERED), one(List.of(LanguageLevel.values())));
		}
		String country = one(PublicHolidays.countries().stream().sorted().toList());
		List<String> regions = new ArrayList<>(PublicHolidays.regions(country).keySet());
		String region = (regions.isEmpty() || this.random.nextBoolean()) ? null : one(regions);
		String text = one(NAMES);
		Consultant.Profile profile = new Consultant.Profile(text, this.tag + " " + one(NAMES),
				"=" + number + "'x-" + this.tag + "@pool.example", one(PHONES),
				this.random.nextBoolean() ? EnumSet.allOf(JobRole.class) : Set.of(one(List.of(JobRole.values()))),
				one(List.of(Seniority.values())), perhaps(0, 60), new Place(country, region),
				this.random.nextBoolean() ? null : one(NAMES), one(ZONES), one(List.of(Employment.values())),
				this.random.nextBoolean() ? EnumSet.allOf(WorkMode.class) : Set.of(one(List.of(WorkMode.values()))),
				this.random.nextInt(9) == 0 ? "CHF" : "EUR",
				LocalDate.of(2020, 1, 1).plusDays(this.random.nextInt(5000)), held.values(), spoken);
		return new Consultant("C-" + this.tag.substring(2, 8) + number, profile,
				new Consultant.Rates(BigDecimal.valueOf(1 + this.random.nextInt(100_000), 2),
						BigDecimal.valueOf(1 + this.random.nextInt(9_999_999), 2)),
				"Somebody", A_YEAR_AGO);
	}

	private byte[] export(String format) throws Exception {
		return this.mvc
			.perform(
					get("/consultants/export." + format).param("q", this.tag).with(this.world.as(this.world.manager())))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
	}

	private PoolImport imported(byte[] content) throws Exception {
		Path file = Files.createTempFile("muster-round", null);
		try (InputStream input = new ByteArrayInputStream(content)) {
			Files.write(file, input.readAllBytes());
			TableReading reading = TableReading.of(file, Sheets.format(file), null, null);
			List<@Nullable TableColumn> guesses = TableColumn.guess(reading.header());
			Map<TableColumn, Integer> columns = new HashMap<>();
			for (int at = 0; at < guesses.size(); at++) {
				TableColumn field = guesses.get(at);
				if (field != null) {
					columns.put(field, at);
				}
			}
			assertThat(columns.keySet()).as("fields of an export")
				.containsExactlyInAnyOrderElementsOf(
						EnumSet.complementOf(EnumSet.of(TableColumn.FIRST_NAME, TableColumn.LAST_NAME)));
			assertThat(AmountNotes.doubts(reading.notes(), reading.header(), columns, "EUR")).isEmpty();
			long id = this.transaction.execute((status) -> {
				PoolImport table = this.imports.save(new PoolImport("I-" + UUID.randomUUID().toString().substring(0, 8),
						"x", reading, this.world.manager(), Instant.now()));
				this.files.keep(table.id(), file);
				table.map(columns, null, new NewPeople("EUR", null, null, null));
				return table.id();
			});
			this.importing.run(id);
			return this.imports.findById(id).orElseThrow();
		}
		finally {
			Files.delete(file);
		}
	}

	@Test
	void nothingChangesByWayOfEitherFormat() throws Exception {
		int people = 120;
		this.transaction.executeWithoutResult((status) -> {
			for (int number = 0; number < people; number++) {
				this.consultants.save(person(number));
			}
		});
		for (String format : List.of("csv", "xlsx", "csv")) {
			byte[] before = export(format);
			PoolImport done = imported(before);
			assertThat(this.jdbc
				.sql("select concat(column_name, ' ', reason, ' ', typed) from pool_import_problem where import_id = ?")
				.param(done.id())
				.query(String.class)
				.list()).as(format).isEmpty();
			assertThat(List.of(done.unchanged(), done.changed(), done.added(), done.refused())).as(format)
				.containsExactly(people, 0, 0, 0);
			if (format.equals("csv")) {
				assertThat(export(format)).isEqualTo(before);
			}
		}
		assertThat(this.jdbc.sql("""
				select distinct r.since from consultant_rate r join consultant c on c.id = r.consultant_id
				where c.headline like :headline""").param("headline", this.tag + " %").query(LocalDate.class).list())
			.containsExactly(LocalDate.now(A_YEAR_AGO));
	}

	@Test
	void everySkillIsKnownByItsName() {
		this.taxonomy.all().forEach((skill) -> {
			assertThat(this.skills.named(skill.name())).map(Skill::id).as(skill.name()).contains(skill.id());
			assertThat(new SkillCells(this.skills, SkillNumbers.NOT_SAID, 2026, new ArrayList<>())
				.read(skill.name() + ":2:3:2024")).as(skill.name())
				.containsExactly(Map.entry(skill.id(), new SkillHeld(skill.id(), 2, 3, 2024)));
			assertThat(new SkillCells(this.skills, SkillNumbers.NOT_SAID, 2026, new ArrayList<>())
				.read(skill.name() + ":2")).as(skill.name())
				.containsExactly(Map.entry(skill.id(), new SkillHeld(skill.id(), 2, null, null)));
		});
	}

	@Test
	void countriesAndRegionsAreKnownAsPeopleWriteThem() {
		Map<String, String> countries = Map.ofEntries(Map.entry("Deutschland", "DE"), Map.entry("Czech Republic", "CZ"),
				Map.entry("The Netherlands", "NL"), Map.entry("DEU", "DE"), Map.entry("España", "ES"),
				Map.entry("Suisse", "CH"), Map.entry("pays-bas", "NL"), Map.entry("Österreich", "AT"),
				Map.entry("Oesterreich", "AT"), Map.entry("U.K.", "GB"), Map.entry("Brasil", "BR"),
				Map.entry("Estados Unidos", "US"), Map.entry("Germany (DE)", "DE"), Map.entry("Polska", "PL"),
				Map.entry("Tschechien", "CZ"), Map.entry("Royaume-Uni", "GB"), Map.entry("Países Bajos", "NL"));
		countries.forEach((name, code) -> assertThat(ProfileWords.country(name)).as(name).contains(code));
		for (String bavaria : List.of("by", "BY", "DE-BY", "de_by", "Bavaria", "Bayern", "Freistaat Bayern")) {
			assertThat(ProfileWords.region("DE", bavaria)).as(bavaria).contains("by");
		}
		Map<String, String> rest = Map.ofEntries(Map.entry("Grossbritannien", "GB"), Map.entry("Česká republika", "CZ"),
				Map.entry("EUA", "US"), Map.entry("EE.UU.", "US"), Map.entry("Hong Kong", "HK"),
				Map.entry("Korea, Republic of", "KR"), Map.entry("VR China", "CN"), Map.entry("Weißrussland", "BY"),
				Map.entry("Schottland", "GB"));
		rest.forEach((name, code) -> {
			if (PublicHolidays.countries().contains(code)) {
				assertThat(ProfileWords.country(name)).as(name).contains(code);
			}
		});
		assertThat(ProfileWords.region("DE", "NRW")).contains("nw");
		assertThat(ProfileWords.region("ES", "Catalunya")).isEqualTo(ProfileWords.region("ES", "Catalonia"))
			.isPresent();
		assertThat(ProfileWords.regionOfCountry("Scotland")).isEqualTo(ProfileWords.region("GB", "Scotland"))
			.isPresent();
		assertThat(ProfileWords.regionOfCountry("Northern Ireland")).isPresent();
		assertThat(ProfileWords.regionOfCountry("Ireland")).isEmpty();
		assertThat(ProfileWords.zoneNamed("europe/berlin")).contains("Europe/Berlin");
		assertThat(ProfileWords.zoneNamed("America/New York")).contains("America/New_York");
		assertThat(ProfileWords.zoneNamed("W. Europe Standard Time")).contains("Europe/Berlin");
		assertThat(ProfileWords.zoneNamed("UTC+1")).contains("UTC+1");
		assertThat(ProfileWords.zoneNamed("Nowhere/Land")).isEmpty();
		assertThat(ProfileWords.region("DE", "Atlantis")).isEmpty();
		assertThat(ProfileWords.country("Atlantis")).isEmpty();
	}

}
