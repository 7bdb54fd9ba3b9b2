package org.muster.numbers;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;
import org.muster.vocabulary.JobRole;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

/** Every field for a number, in every form, is read by the one reader and says so. */
@IntegrationTest
class NumberFormsIntegrationTest {

	@Autowired
	private Validator validator;

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	private Organisation client;

	private CurrentUser member;

	private CurrentUser manager;

	private StaffingRequest request;

	@BeforeEach
	void build() {
		this.client = this.world.organisation();
		this.member = this.world.person(Role.APPROVER, this.client);
		this.manager = this.world.manager();
		this.request = this.world.draft(this.member);
	}

	private record Field(Class<?> form, String name, NumberKind kind) {
	}

	/** Of all records that carry what was typed. */
	private static List<Field> fields() throws IOException, ClassNotFoundException {
		List<Field> fields = new ArrayList<>();
		for (Resource file : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:org/muster/**/*.class")) {
			String path = file.getURL().getPath();
			String name = path.substring(path.lastIndexOf("org/muster/"), path.length() - 6).replace('/', '.');
			if (path.contains("/classes/")) {
				Class<?> type = Class.forName(name, false, NumberFormsIntegrationTest.class.getClassLoader());
				for (RecordComponent component : type.isRecord() ? type.getRecordComponents()
						: new RecordComponent[0]) {
					NumberText number = component.getAccessor().getAnnotation(NumberText.class);
					if (number != null) {
						fields.add(new Field(type, component.getName(), number.value()));
					}
				}
			}
		}
		return fields;
	}

	private List<String> messages(Field field, String typed) {
		return this.validator.validateValue(field.form(), field.name(), typed)
			.stream()
			.map(ConstraintViolation::getMessage)
			.toList();
	}

	@Test
	void everyFieldTakesWhatItsKindReadsAndNothingElse() throws Exception {
		List<Field> fields = fields();
		assertThat(fields).hasSizeGreaterThan(25);
		assertThat(fields).extracting(Field::kind).contains(NumberKind.values());
		for (Field field : fields) {
			for (String typed : List.of("1", "1.0", "1,5", "2.500", "1.250", "1,250", "1 250", "1’250", "1.250,00", "１",
					"0.250", "16.25", "abc", "-1", "1e3", "2.024", "2024", "999.999.999", "12,50 %")) {
				boolean taken = field.kind().read(typed) != null;
				assertThat(messages(field, typed).isEmpty()).as(field + " " + typed).isEqualTo(taken);
			}
		}
	}

	@Test
	void whatIsWrongIsSaidWithFormattedLimits() throws Exception {
		for (Field field : fields()) {
			for (String message : messages(field, "abc")) {
				assertThat(message).as(field.toString()).doesNotContain("{", "}").doesNotContainPattern("[1-9]\\d{4}");
			}
		}
	}

	private List<String> formPages() {
		String at = "/requests/" + this.request.reference();
		return List.of(at + "/budget", at + "/schedule", at + "/positions/1", "/days");
	}

	@Test
	void everyFieldForANumberSaysHowItWasUnderstood() throws Exception {
		this.world.consultant();
		String offer = "/proposals/" + this.world.drafted(this.member, this.manager).reference();
		List<Document> shown = new ArrayList<>();
		for (String path : formPages()) {
			shown.add(this.pages.page(this.member, path));
		}
		for (String path : List.of(offer + "/draft", "/admin/consultants/new", "/admin/rates", "/days")) {
			shown.add(this.pages.page(this.manager, path));
		}
		for (Document page : shown) {
			List<Element> numbers = page.select("input[inputmode=decimal], input[inputmode=numeric]");
			assertThat(numbers).as(page.title()).isNotEmpty();
			for (Element number : numbers) {
				Element hint = page.getElementById(number.id() + "-read");
				assertThat(hint).as(page.title() + " " + number.id()).isNotNull();
				assertThat(number.attr("aria-describedby").split(" ")).contains(number.id() + "-read");
			}
		}
	}

	/** What the page after saving a form says, each form with its numbers. */
	private String saidAfter(CurrentUser by, String path, String form, Map<String, String> changed) throws Exception {
		MvcResult saved = this.pages.sent(by, this.pages.page(by, path), form, changed, 302);
		String next = Objects.requireNonNull(saved.getResponse().getRedirectedUrl());
		return Jsoup
			.parse(this.pages
				.send(by, MockMvcRequestBuilders.get(URI.create(next)).flashAttrs(saved.getFlashMap()), 200)
				.getContentAsString())
			.select("[data-read-number]")
			.eachText()
			.toString();
	}

	@Test
	void thePageAfterSavingSaysHowANumberWasRead() throws Exception {
		this.world.consultant();
		String budget = "/requests/" + this.request.reference() + "/budget";
		String offer = "/proposals/" + this.world.drafted(this.member, this.manager).reference() + "/draft";
		String agreements = "/admin/organisations/" + this.client.reference() + "/agreements";
		String rate = "form:has([name=dayRate])";
		String role = JobRole.values()[0].name();
		assertThat(saidAfter(this.manager, "/admin/rates", rate, Map.of("dayRate", "12.345", "role", role)))
			.contains("Day rate: we read “12.345” as 12,345.");
		assertThat(saidAfter(this.manager, agreements, "form:has([name=name])", Map.of("name", "Frame", "from",
				"2027-01-01", "to", "2027-12-31", "tiers[0].days", "1.250", "tiers[0].percent", "5")))
			.contains("From days: we read “1.250” as 1,250.");
		assertThat(saidAfter(this.member, budget, "form:has([name=rateCap])",
				Map.of("rateCap", "1,250", "budget", "150.000")))
			.contains("The most that a day may cost (EUR): we read “1,250” as 1,250.",
					"The most that all of it may cost (EUR): we read “150.000” as 150,000.");
		assertThat(saidAfter(this.manager, offer, "#draft", Map.of("lines[0].billRate", "1.250")))
			.contains("Day rate (EUR): we read “1.250” as 1,250.");
		assertThat(saidAfter(this.manager, offer, "#draft", Map.of("lines[0].billRate", "1.250,00"))).isEqualTo("[]");
	}

	@Test
	void thePageAfterSavingReadsAmountsInTheirCurrency() throws Exception {
		CurrentUser kuwaiti = this.world.person(Role.APPROVER, this.world.organisation("KWD"));
		assertThat(saidAfter(kuwaiti, "/requests/" + this.world.draft(kuwaiti, "KWD").reference() + "/budget",
				"form:has([name=rateCap])", Map.of("rateCap", "185.250", "budget", "150.000")))
			.contains("(KWD): we read “185.250” as 185.25.", "(KWD): we read “150.000” as 150,000.")
			.doesNotContain("185,250");
	}

	private Document budget(String cap, int expected) throws Exception {
		String at = "/requests/" + this.request.reference() + "/budget";
		String version = this.pages.page(this.member, at).select("[name=version]").attr("value");
		return this.pages.post(this.member, at, expected, "rateCap", cap, "budget", "", "version", version);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,250", "1.250", "1 250", "1'250", "1’250.00", "1.250,00", "€ 1.250", "1.250,- €" })
	void aCapIsNeverAThousandthOfWhatWasTyped(String typed) throws Exception {
		budget(typed, 302);
		String at = "/requests/" + this.request.reference();
		assertThat(this.pages.page(this.member, at + "/review").text()).contains("1,250 EUR");
		assertThat(this.pages.page(this.member, at + "/budget").select("#rateCap").attr("value")).isEqualTo("1250.00");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			500.000; Read as 500,000; up to 100,000
			1250 USD; 1250 USD; Amounts here are in EUR
			$ 1,250; Read as 1,250; Amounts here are in EUR
			1,25,0; 1,25,0; Enter an amount above zero, such as
			999999999; 999999999; No day costs that much
			""")
	void whatIsRefusedIsKeptAndExplained(String typed, String shown, String said) throws Exception {
		Document refused = budget(typed, 422);
		assertThat(refused.select("#rateCap").attr("value")).isEqualTo(typed);
		assertThat(refused.html()).contains(shown);
		assertThat(refused.text()).contains(said);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			DAY_RATE; 1.250; 'Read as 1,250'
			DAYS_PER_WEEK; 2.500; 'Read as 2.5'
			PERCENT; 2,125; 'Read as 2.125'
			DAY_RATE; 1250.50; ''
			DAY_RATE; <b>; ''
			""")
	void aPageIsToldWhileSomebodyTypes(NumberKind kind, String typed, String said) throws Exception {
		assertThat(this.pages
			.send(this.member,
					MockMvcRequestBuilders.get("/numbers/reading").param("kind", kind.name()).param("text", typed), 200)
			.getContentAsString()).isEqualTo(said);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			DAY_RATE; KWD; 185.250; 'Read as 185.25'
			DAY_RATE; KWD; 1,250; 'Read as 1,250'
			DAY_RATE; EUR; 1.250; 'Read as 1,250'
			AMOUNT; KWD; 150.000; 'Read as 150,000'
			AMOUNT; XYZ; 150.000; 'Read as 150,000'
			""")
	void aPageIsToldByTheCurrencyOfTheForm(NumberKind kind, String currency, String typed, String said)
			throws Exception {
		assertThat(this.pages
			.send(this.member,
					MockMvcRequestBuilders.get("/numbers/reading")
						.param("kind", kind.name())
						.param("currency", currency)
						.param("text", typed),
					200)
			.getContentAsString()).isEqualTo(said);
	}

	@Test
	void aHintSaysWhatTheFormTakes() throws Exception {
		Document counted = this.pages.page(this.member,
				"/days?country=PT&from=2027-02-01&days=16,5&weekdays=MON,TUE,WED,THU,FRI&rate=99.500&currency=OMR");
		assertThat(counted.select("#rate-read").text()).isEqualTo("Read as 99.5");
		assertThat(counted.text()).contains("1,641.750 OMR").doesNotContain("1,641,750");
		assertThat(counted.select("select[name=currency] option[selected]").attr("value")).isEqualTo("OMR");
		String at = "/requests/" + this.request.reference() + "/budget";
		assertThat(this.pages.page(this.member, at).select("output[data-currency=EUR]")).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			95.5; JPY; Amounts in JPY have no decimals
			480 GBP; EUR; Amounts here are in EUR
			500.000; EUR; up to 100,000
			0; EUR; Enter a day rate above zero
			abc; EUR; Enter a day rate above zero
			""")
	void theCalculatorOfDaysSaysWhatIsWrongWithARate(String rate, String currency, String said) throws Exception {
		Document page = Jsoup.parse(
				this.pages
					.send(this.member,
							MockMvcRequestBuilders.get("/days")
								.param("country", "PT")
								.param("from", "2027-02-01")
								.param("days", "16")
								.param("weekdays", "MON,TUE")
								.param("rate", rate)
								.param("currency", currency),
							422)
					.getContentAsString());
		assertThat(page.select("#rate-about").text()).contains(said);
	}

	@Test
	void theRequestOfAClientInDinarsKeepsWhatIsTyped() throws Exception {
		CurrentUser kuwaiti = this.world.person(Role.APPROVER, this.world.organisation("KWD"));
		String at = "/requests/" + this.world.draft(kuwaiti, "KWD").reference() + "/budget";
		this.pages.save(kuwaiti, at, "form:has([name=rateCap])", Map.of("rateCap", "185.250", "budget", "150.000"),
				302);
		Document shown = this.pages.page(kuwaiti, at);
		assertThat(shown.select("#rateCap").attr("value")).isEqualTo("185.25");
		assertThat(shown.select("#budget").attr("value")).isEqualTo("150000.00");
	}

	@Test
	void noFormTakesAnAmountOfAnotherCurrency() throws Exception {
		this.world.consultant();
		String request = "/requests/" + this.request.reference();
		String offer = "/proposals/" + this.world.drafted(this.member, this.manager).reference() + "/draft";
		List<Document> refused = List.of(
				this.pages.save(this.manager, offer, "#draft", Map.of("lines[0].billRate", "400 USD"), 422),
				this.pages.save(this.manager, offer, "#draft", Map.of("cap", "CHF 400'000.-"), 422), this.pages
					.save(this.manager, "/admin/rates", "form:has([name=dayRate])", Map.of("dayRate", "£400"), 422));
		assertThat(refused).allSatisfy((page) -> assertThat(page.text()).contains("Amounts here are in EUR"));
		assertThat(this.pages
			.save(this.member, request + "/comparison", "#assumptions form", Map.of("salary", "62.500 USD"), 422)
			.select("#salary")
			.attr("aria-invalid")).isEqualTo("true");
		Document compared = this.pages.save(this.member, request + "/comparison", "#assumptions form",
				Map.of("salary", "62.500 €", "freelance-rate", "1,000,000,000"), 422);
		assertThat(compared.select("#salary-about [data-read-as]").text()).isEqualTo("Read as 62,500");
		assertThat(compared.select("#freelance-rate-about").text()).contains("from 1 to 100,000");
	}

	@Test
	void theAmountsOfAllFormsAreReadInTheirCurrency() {
		assertThat(Stream.of(NumberKind.DAY_RATE, NumberKind.AMOUNT)
			.map((kind) -> Arrays.asList(kind.read("1.250 €", "EUR"), kind.read("1.250 €", "USD"),
					kind.read("1.250 €"))))
			.allSatisfy((read) -> {
				assertThat(read.get(0)).isEqualByComparingTo("1250");
				assertThat(read.get(1)).isNull();
				assertThat(read.get(2)).isNull();
			});
	}

}
