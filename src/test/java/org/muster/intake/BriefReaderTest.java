package org.muster.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.requests.Priority;
import org.muster.requests.TemplatesOf;
import org.muster.skills.Taxonomies;
import org.muster.skills.Taxonomy;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read out of texts, against what people see in them. */
class BriefReaderTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

	private final Taxonomy taxonomy = Taxonomies.ofTheFile();

	private final BriefReader reader = new BriefReader(Taxonomies.reader(this.taxonomy),
			TemplatesOf.file(this.taxonomy));

	private ParsedBrief read(String text) {
		return this.reader.read(text, "EUR", TODAY);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			Java developer in Köln, max. 600,- EUR/Tag; RATE_CAP; 600
			Java developer, EUR 1’200 per day; RATE_CAP; 1200
			Java developer, max 1.250 € pro Tag; RATE_CAP; 1250
			Java developer, up to 1,250.50 EUR a day; RATE_CAP; 1250.50
			Java developer, 1 250 EUR per day; RATE_CAP; 1250
			Java developer, 1.5k/day; RATE_CAP; 1500
			Java developer, € 1.125k per day; RATE_CAP; 1125
			Java developer at 800 €/PT; RATE_CAP; 800
			Java developer, máximo 600 € al día; RATE_CAP; 600
			Java developer, 850 € je Tag; RATE_CAP; 850
			Java developer. Budget: 1.250.000 EUR; BUDGET; 1250000
			Java developer. Budget: EUR 250.000,-; BUDGET; 250000
			Java developer. Budget: 1.5 million EUR; BUDGET; 1500000
			Java developer. Effort: 1,250 person days; DAYS; 1250
			Java developer. Effort: 16.5 person days; DAYS; 16.5
			Java developer. Effort: 16½ person days; DAYS; 16.5
			Java developer, 2½ days a week; DAYS_PER_WEEK; 2.5
			Java developer, 2,5 days per week; DAYS_PER_WEEK; 2.5
			""")
	void numbersAreReadHoweverTheyAreWritten(String text, BriefField field, BigDecimal value) {
		assertThat(read(text).findings().stream().filter((one) -> one.field() == field).map(Finding::value)).as(text)
			.singleElement()
			.satisfies((said) -> assertThat(new BigDecimal(said)).isEqualByComparingTo(value));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			Java developer. Day rate: 15 000 CZK.; RATE_CAP; 15000; CZK
			Java developer. Day rate: 3.500 Kč; RATE_CAP; 3500; CZK
			Java developer. Day rate: ¥18,000; RATE_CAP; 18000; ¥
			Java developer. Day rate: 12,000 INR; RATE_CAP; 12000; INR
			Java developer. Day rate: ₹1,25,000; RATE_CAP; 125000; INR
			Java developer. Day rate: 1,25,000 INR; RATE_CAP; 125000; INR
			Java developer. Day rate: Rs. 1,25,000.50; RATE_CAP; 125000.5; INR
			Java developer. Budget: INR 12,34,567.50; BUDGET; 1234567.5; INR
			Java developer. Budget: ₹2.5 lakh; BUDGET; 250000; INR
			Java developer. Budget: 1.2 crore INR; BUDGET; 12000000; INR
			Java developer. Budget: INR 20-25 lakhs; BUDGET; 2500000; INR
			Java developer. Day rate: CAD 1.100; RATE_CAP; 1100; CAD
			Java developer. Day rate: 5 000 kr.; RATE_CAP; 5000; kr.
			Java developer. Day rate: 2.200 zł; RATE_CAP; 2200; PLN
			Java developer. Day rate: 95.000 HUF; RATE_CAP; 95000; HUF
			Java developer. Day rate: 95.000 Ft; RATE_CAP; 95000; HUF
			Java developer. Day rate: A$1,100; RATE_CAP; 1100; AUD
			Java developer. Day rate: R$ 2.500; RATE_CAP; 2500; BRL
			Java developer, max 900 CHF per day; RATE_CAP; 900; CHF
			Java developer, GBP500 a day; RATE_CAP; 500; GBP
			Java developer. Day rate: 185.250 KWD; RATE_CAP; 185.25; KWD
			Java developer. Day rate: 8,000 THB; RATE_CAP; 8000; THB
			Java developer. Day rate: ₦350,000; RATE_CAP; 350000; NGN
			Java developer. Day rate (CZK): 15 000; RATE_CAP; 15000; CZK
			Java developer. Day rate in Kč: 15 000; RATE_CAP; 15000; CZK
			Java developer. Day rate: 15 000 (CZK); RATE_CAP; 15000; CZK
			Java developer. Budget in HUF: 40.000.000; BUDGET; 40000000; HUF
			Java developer. Budget: 500,000 CZK; BUDGET; 500000; CZK
			Java developer. Budget: 40.000.000 HUF; BUDGET; 40000000; HUF
			Java developer. Budget: 1.5m USD; BUDGET; 1500000; USD
			Java developer. Budget: 500,000 TRY; BUDGET; 500000; TRY
			""")
	void anAmountInAnotherCurrencyIsAGuessThatNamesIt(String text, BriefField field, BigDecimal value,
			String currency) {
		assertThat(read(text).findings().stream().filter((one) -> one.field() == field)).as(text)
			.singleElement()
			.satisfies((said) -> {
				assertThat(new BigDecimal(said.value())).isEqualByComparingTo(value);
				assertThat(said.confidence()).isEqualTo(Confidence.GUESS);
				assertThat(said.note()).isEqualTo(currency);
				assertThat(IntakeForm.Row.of(said).take()).isFalse();
				assertThat(IntakeForm.Row.of(said).value()).isEqualTo(said.value() + " " + currency);
				assertThat(Objects.requireNonNull(field.number()).read(IntakeForm.Row.of(said).value(), "EUR"))
					.isNull();
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			CZK; Day rate: 15 000 Kč; 15000
			JPY; Day rate: ¥85,000; 85000
			SEK; Day rate: 9 500 kr.; 9500
			HUF; 95.000 HUF per day; 95000
			KWD; Day rate: 85.500 KWD; 85.5
			KWD; Day rate: 85.500; 85.5
			CAD; Day rate: $1,100; 1100
			EUR; Day rate: 480½ EUR; 480.5
			EUR; max EUR600 per day; 600
			EUR; Day rate: 500 EUR all in; 500
			""")
	void anAmountInTheCurrencyOfTheClientIsCertain(String currency, String text, BigDecimal value) {
		assertThat(this.reader.read("Java developer. " + text, currency, TODAY)
			.findings()
			.stream()
			.filter((one) -> one.field() == BriefField.RATE_CAP)).as(text).singleElement().satisfies((said) -> {
				assertThat(new BigDecimal(said.value())).isEqualByComparingTo(value);
				assertThat(said.confidence()).isEqualTo(Confidence.CERTAIN);
				assertThat(said.isForeign()).isFalse();
			});
	}

	@Test
	void noPartOfANumberIsTakenForTheWhole() {
		assertThat(read("Java developer. Day rate: 480² EUR. Or 480¼ EUR a day.").findings())
			.noneMatch((one) -> one.field() == BriefField.RATE_CAP);
	}

	@Test
	void aWordThatIsACodeIsNoCurrency() {
		assertThat(read("Java developer. Budget: 50,000 all in.").findings()
			.stream()
			.filter((one) -> one.field() == BriefField.BUDGET)).singleElement()
			.satisfies((said) -> assertThat(said.isForeign()).isFalse());
	}

	@Test
	void labelledTextsAreReadAsLabelled() throws IOException {
		List<String> wrong = new ArrayList<>();
		int right = 0;
		int more = 0;
		for (String part : new ClassPathResource("intake/wishes.txt").getContentAsString(StandardCharsets.UTF_8)
			.split("(?m)^=== ")) {
			if (part.startsWith("#")) {
				continue;
			}
			String name = part.lines().findFirst().orElseThrow();
			String[] halves = part.substring(name.length() + 1).split("(?m)^---\n");
			List<Finding> found = new ArrayList<>(read(halves[0]).findings()
				.stream()
				.filter((one) -> one.passage() != null && one.field() != BriefField.RESPONSIBILITIES)
				.toList());
			found.removeIf((one) -> !one.confidence().isAccepted() && one.necessity() != Priority.NICE_TO_HAVE
					&& one.note() == null);
			for (String expected : halves[1].lines().filter((line) -> !line.isBlank()).toList()) {
				Finding finding = found.stream().filter((one) -> matches(one, expected)).findFirst().orElse(null);
				if (finding == null) {
					wrong.add(name + ": not read: " + expected);
				}
				else {
					found.remove(finding);
					right++;
				}
			}
			for (Finding one : found) {
				more++;
				wrong.add(name + ": read too: " + one.field().code() + " " + one.value() + " " + one.level() + " "
						+ one.necessity() + " in " + one.passage());
			}
		}
		wrong.forEach(System.out::println);
		int missed = (int) wrong.stream().filter((line) -> line.contains("not read")).count();
		double precision = right / (double) (right + more);
		double recall = right / (double) (right + missed);
		System.out.printf("RESULT intake values=%d precision=%.3f recall=%.3f%n", right + missed, precision, recall);
		assertThat(precision).isGreaterThan(0.95);
		assertThat(recall).isGreaterThan(0.97);
	}

	private static boolean matches(Finding finding, String expected) {
		List<String> parts = new ArrayList<>(Arrays.asList(expected.split(" ")));
		String field = parts.remove(0);
		if (!finding.field().code().equals(field)) {
			return false;
		}
		if (field.equals("skill")) {
			String last = parts.get(parts.size() - 1);
			if (last.equals("R") || last.equals("N")) {
				parts.remove(parts.size() - 1);
				if (finding.necessity() != (last.equals("N") ? Priority.NICE_TO_HAVE : Priority.REQUIRED)) {
					return false;
				}
				last = parts.get(parts.size() - 1);
			}
			if (last.matches("[1-5]") && parts.size() > 1) {
				parts.remove(parts.size() - 1);
				if (!last.equals(finding.level())) {
					return false;
				}
			}
			return finding.value().equals(String.join(" ", parts));
		}
		return finding.value().equals(parts.get(0))
				&& (parts.size() == 1 || Objects.equals(finding.level(), parts.get(1)));
	}

	@Test
	void everyFindingStandsInTheText() {
		String text = "We need two senior Java developers from 1 March 2027, 5 days a week, max. 500 EUR per day.";
		for (Finding finding : read(text).findings()) {
			Passage passage = finding.passage();
			if (passage != null) {
				assertThat(text.replace("…", "")).contains(passage.said());
				assertThat(text.substring(passage.start())).startsWith(passage.said());
			}
		}
	}

	@Test
	void whatATextLeavesOpenIsAsked() {
		assertThat(read("We need a Java developer.").open()).contains(BriefField.GOAL, BriefField.START, BriefField.END,
				BriefField.DAYS, BriefField.RATE_CAP, BriefField.BUDGET);
		assertThat(read("We need a Java developer from 1 March 2027 for 40 working days.").open())
			.doesNotContain(BriefField.START, BriefField.END, BriefField.DAYS);
	}

	@Test
	void whoIsThereAlreadyIsNotAskedFor() {
		List<Finding> findings = read(
				"We are looking for a back-end developer. You will work closely with our designers and QA engineers and report to the data engineer.")
			.findings();
		assertThat(findings.stream().filter((one) -> one.field() == BriefField.ROLE).map(Finding::value))
			.containsExactly("BACK_END");
	}

	@Test
	void aTextThatOnlySaysWhatIsNotWantedProposesNothing() {
		assertThat(read("We do not use Java.").findings()).noneMatch((one) -> one.field() == BriefField.SKILL);
		assertThat(read("Without SQL.").findings()).isEmpty();
	}

	@Test
	void skillsOfNoTemplateAreProposedAllTheSame() {
		assertThat(read("COBOL and Prolog.").findings()).extracting(Finding::value).contains("COBOL", "Prolog");
	}

	@Test
	void aSalaryIsNoBudget() {
		assertThat(read("Java developer. Salary 60,000 EUR per year, budget for training.").findings())
			.noneMatch((one) -> one.field() == BriefField.BUDGET || one.field() == BriefField.RATE_CAP);
	}

	@Test
	void nothingThatIsWrittenBadlyMakesItFall() {
		String invisible = "Ja\u200bva \u202edeveloper\u202c needed, R\u00adeact";
		assertThat(read(invisible).findings()).anyMatch((one) -> one.value().equals("Java"));
		Stream.of("", " ", "\n".repeat(50_000), "a".repeat(50_000), "Java ".repeat(10_000), "1,".repeat(25_000),
				"<script>".repeat(6_000), "€ 1 ".repeat(12_000), "((((((".repeat(8_000), "5 days ".repeat(7_000),
				"we need a ".repeat(5_000), "1 January ".repeat(5_000), "\ud83d\ude00".repeat(12_000),
				"Senior ".repeat(7_000) + "developer", "Porto Porto Porto in ".repeat(2_000), "English ".repeat(6_000))
			.forEach((text) -> assertThat(read(text)).isNotNull());
	}

	@Test
	void fiveHundredSkillsBecomeForty() {
		StringBuilder text = new StringBuilder("We need a Java developer.\nSkills: ");
		this.taxonomy.all().stream().limit(500).forEach((skill) -> text.append(skill.name()).append(", "));
		ParsedBrief brief = read(text.toString());
		assertThat(brief.findings().stream().filter((one) -> one.field() == BriefField.SKILL && one.seat() == 1))
			.hasSize(SkillRequirementReader.MOST_OF_A_SEAT);
		assertThat(brief.left()).isGreaterThan(100);
	}

}
