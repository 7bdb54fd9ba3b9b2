package org.muster.tableimport;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.consultants.PoolMember;
import org.muster.skills.Taxonomies;
import org.muster.tables.AmountWords;
import org.muster.tables.CellText;
import org.muster.tables.DateOrder;
import org.muster.tables.SheetRow;
import org.muster.tables.TableColumn;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.ProfileWords;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers of tables, as people in different countries write them. */
class RowReaderTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

	private static ReadRow read(String pay, String bill, String years) {
		return read("Day rate", pay, bill, years);
	}

	private static ReadRow read(String heading, String pay, String bill, String years) {
		return new RowReader(List.of("Email", "Cost", heading, "Years"),
				Map.of(TableColumn.EMAIL, 0, TableColumn.PAY_RATE, 1, TableColumn.BILL_RATE, 2, TableColumn.YEARS, 3),
				Taxonomies.reader(Taxonomies.ofTheFile()), TODAY, "EUR", DateOrder.OPEN, Mends.NONE)
			.read(new SheetRow(2, List.of("someone@x.example", pay, bill, years)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			1.000; 1000.00
			1.250; 1250.00
			1,250; 1250.00
			950,5 €; 950.50
			1.250 €; 1250.00
			1.150,50; 1150.50
			1’250.50; 1250.50
			1'250.-; 1250.00
			480,50; 480.50
			480½; 480.50
			0,480; 0.48
			450; 450.00
			450.50 EUR; 450.50
			1,250.00 EUR; 1250.00
			€ 1 250; 1250.00
			600,-; 600.00
			""")
	void aRateIsReadAsTheFormsReadIt(String typed, String rate) {
		ReadRow read = read(typed, typed, "7");
		assertThat(read.wrongs()).isEmpty();
		assertThat(read.person().payRate).hasToString(rate);
		assertThat(read.person().billRate).hasToString(rate);
	}

	@ParameterizedTest
	@ValueSource(strings = { "500.000", "450 USD", "$450", "1,25,0", "450-500", "0", "-450", "450.505", "480²", "480¼",
			"on request" })
	void whatIsNoRateInTheCurrencyOfThePoolLeavesTheRowOut(String typed) {
		assertThat(read("450", typed, "7").isFatal()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			7; 7
			7,5; 7
			7.5; 7
			12; 12
			7.25; 7
			12 ans; 12
			12 years; 12
			10+; 10
			""")
	void partsOfAYearAreDropped(String typed, int years) {
		assertThat(read("450", "500", typed).person().years).isEqualTo(years);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Cost (per hour)", "Rate (EUR/h)", "Cost (month)", "Rate (k EUR)", "Sell Rate (hourly)",
			"VK-Satz T€", "Stundensatz", "Taux horaire", "Rate p.a.", "Rate (EUR/wk)", "Cost (EUR/yr)", "Rate (€ pw)",
			"Rate (€ pm)", "Rate (€/PM)", "Rate (€/uur)", "Tagessatz brutto", "Tagessatz (inkl. MwSt)", "TJM TTC",
			"Day rate (incl. 19% VAT)" })
	void anAmountThatIsNotByTheDayIsNeitherGuessedNorTaken(String heading) {
		assertThat(TableColumn.guess(heading)).isEmpty();
		assertThat(read(heading, "450", "600", "7").wrongs()).extracting(Wrong::reason).containsExactly("rate.unit");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Tagessatz (8 Std.)", "Day rate (8h)", "Rate/day (EUR)", "VK-Satz (€)", "TJM HT",
			"Day rate in EUR", "Rate (€/PT)", "Tagessatz (exkl. MwSt.)", "TJM (€ HT)", "Bill rate (EUR per day, net)" })
	void anAmountByTheDayInTheCurrencyOfThePoolIsTaken(String heading) {
		assertThat(TableColumn.guess(heading)).contains(TableColumn.BILL_RATE);
		assertThat(read(heading, "450", "600", "7").wrongs()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Rate (€/mo)", "Rate (per fortnight)", "Rate (half day)", "TJM (€/demi-journée)",
			"Rate (in 100 €)", "Rate (per 4 hours)", "Rate (%)", "Rate (¢)", "Rate (per sprint)", "Cost [per project]",
			"Rate / pax", "Rate (€/jr2)", "Cost (planned)", "Tagessatz (inkl. Spesen)", "Bill rate (internal)" })
	void aHeadingThatIsNotUnderstoodIsNotGuessed(String heading) {
		assertThat(TableColumn.guess(heading)).isEmpty();
		assertThat(AmountWords.of(heading).isDoubtful("EUR") || heading.contains("internal")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Cost (€)", "Cost €", "Cost (€/day)", "Daily cost (€)", "Kost €" })
	void aCurrencySignBehindAWordIsNoThousand(String heading) {
		assertThat(AmountWords.of(heading).isByDay()).isTrue();
		assertThat(AmountWords.of("T€").isByDay()).isFalse();
		assertThat(AmountWords.of("k €").isByDay()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "Day rate (USD),USD", "Tagessatz CHF,CHF", "Rate in PLN,PLN", "Rate (£),GBP", "day rate usd,USD" })
	void theCurrencyOfAHeadingIsThatOfItsRows(String heading, String currency) {
		assertThat(TableColumn.guess(heading)).contains(TableColumn.BILL_RATE);
		ReadRow read = read(heading, "", "600", "7");
		assertThat(read.wrongs()).isEmpty();
		assertThat(read.person().currency).isEqualTo(currency);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Day rate ($)", "Rate EUR/USD" })
	void aCurrencyThatMayBeAnotherThanThatOfThePoolIsRefused(String heading) {
		assertThat(read(heading, "450", "600", "7").wrongs()).extracting(Wrong::reason)
			.containsExactly("rate.currency");
	}

	@Test
	void anAmountInTheCurrencyOfThePoolIsNotTakenForOneInThatOfAPersonsRates() {
		assertThat(read("", "600 €", "7").person().currency).isEqualTo("EUR");
		assertThat(read("Rate (€)", "", "600", "7").person().currency).isEqualTo("EUR");
		assertThat(read("", "600", "7").person().currency).isNull();
	}

	/** A row with an e-mail and the skills. */
	private static ReadRow skills(String heading, String skills) {
		return new RowReader(List.of("Email", heading), Map.of(TableColumn.EMAIL, 0, TableColumn.SKILLS, 1),
				Taxonomies.reader(Taxonomies.ofTheFile()), TODAY, "EUR", null, Mends.NONE)
			.read(new SheetRow(2, List.of("someone@x.example", skills)));
	}

	/** Level and years of each skill. */
	private static List<String> held(ReadRow read) {
		return java.util.Objects.requireNonNull(read.person().skills)
			.values()
			.stream()
			.map((held) -> held.level() + " " + held.years())
			.toList();
	}

	private static List<String> reasons(ReadRow read) {
		return read.wrongs().stream().map(Wrong::reason).toList();
	}

	private static ReadRow email(String email) {
		return new RowReader(List.of("Email", "Phone", "City"),
				Map.of(TableColumn.EMAIL, 0, TableColumn.PHONE, 1, TableColumn.CITY, 2),
				Taxonomies.reader(Taxonomies.ofTheFile()), TODAY, "EUR", null, Mends.NONE)
			.read(new SheetRow(2, List.of(email, "-", "#N/A")));
	}

	@Test
	void aSkillThatIsDeniedIsNotHeld() {
		ReadRow read = skills("Skills", "Java:0; Python (none); Docker (kein); Node.js: no; COBOL:0");
		assertThat(read.person().skills).isNull();
		assertThat(reasons(read)).containsOnly("skill.none").hasSize(5);
		assertThat(read.isFatal()).isFalse();
		assertThat(skills("Skills", "Java::0").person().skills).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Java (never used) | skill.none", "Java: never used | skill.none",
					"Java (no experience) | skill.none", "Java (keine Erfahrung) | skill.none", "no Java | skill.none",
					"kein Java | skill.none", "No Java, React | skill.unclear", "Java? | skill.unclear",
					"Java (?) | skill.unclear", "no experience with Java, React | skill.unclear",
					"Java (no longer used since 2019) | skill.unclear", "C (not C++) | skill.unclear",
					"Java: 4 React: 3 | skill.unclear", "Java:4:React:3 | skill.unclear",
					"Java:5; no Java | skill.none skill.denied", "Java: no; Java:4 | skill.none skill.denied" })
	void aSkillThatIsNegatedOrNotReadForSureIsNotHeldAndIsListed(String cell, String expected) {
		ReadRow read = skills("Skills", cell);
		assertThat(read.person().skills).as(cell).isNull();
		assertThat(reasons(read)).as(cell).containsExactly(expected.split(" "));
		assertThat(read.isFatal()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "React expert | 5 null", "JavaScript: beginner | 1 null", "Java (5 years) | null 5",
					"Kotlin/advanced | 4 null", "Kotlin - advanced | 4 null", "Java – 5+ years | null 5",
					"Java: 5 years | null 5", "Java 18 months | null 1", "Java (expert, 5 years) | 5 5",
					"Java (5 Jahre, Experte) | 5 5", "Java expert 5 years | 5 5", "TypeScript 4/5 | 4 null",
					"Expert in Java | 5 null", "Advanced SQL | 4 null", "5 years of Java | null 5",
					"Java intermédiaire | 3 null", "Java Anfänger | 1 null", "Objective-C good | 3 null",
					"C#: basics | 1 null" })
	void aSkillIsReadWithTheLevelOrTheYearsThatWordsBesideItState(String cell, String expected) {
		for (String whole : List.of(cell, cell + ", Docker", "Docker; " + cell)) {
			ReadRow read = skills("Skills", whole);
			assertThat(read.wrongs()).as(whole).isEmpty();
			assertThat(held(read)).as(whole).contains(expected).hasSizeBetween(1, 2);
		}
	}

	@Test
	void skillsThatWereReadByWordsAreListedAsInterpreted() {
		assertThat(skills("Skills", "React expert, Java").loose()).containsEntry(TableColumn.SKILLS,
				"React expert, Java");
		assertThat(skills("Skills", "React:5; Java (6 years)").loose()).isEmpty();
	}

	/**
	 * Four may be a level, years or a version, and a senior developer may be new to it.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "TypeScript 4 | skill.number", "Angular 17 | skill.number",
			"Java - 8 | skill.number", "Java - senior | skill.level", "Java junior | skill.level" })
	void whatBesideASkillMayMeanSeveralThingsIsListedAndTheSkillEnteredWithoutIt(String cell, String reason) {
		ReadRow read = skills("Skills", cell);
		assertThat(held(read)).as(cell).containsExactly("null null");
		assertThat(reasons(read)).as(cell).containsExactly(reason);
		assertThat(read.wrongs()).extracting(Wrong::typed).containsExactly(cell);
	}

	@Test
	void aBareNumberBesideASkillIsWhatTheHeadingSays() {
		assertThat(held(skills("Skills (level 1-5)", "TypeScript 4, Java 5"))).containsExactly("4 null", "5 null");
		assertThat(held(skills("Skills (years)", "TypeScript 4, Java - 12"))).containsExactly("null 4", "null 12");
		assertThat(reasons(skills("Skills (level 1-10)", "TypeScript 4"))).containsExactly("skill.scale");
		assertThat(reasons(skills("Skills (level 1-5)", "Kotlin 17"))).containsExactly("skill.level");
	}

	@ParameterizedTest
	@ValueSource(strings = { "React wizardry", "Java/Kotlin/x", "expert", "5 years", "ISO 27001x", "Team lead of 5" })
	void whatIsNoSkillWithADetailIsNotUnderstoodAsBefore(String cell) {
		ReadRow read = skills("Skills", cell);
		assertThat(read.person().skills).as(cell).isNull();
		assertThat(reasons(read)).as(cell).containsExactly("skill");
	}

	@ParameterizedTest
	@ValueSource(strings = { "no Java", "Java (never used)", "Java: no", "Java: never used", "Java no" })
	void whatDeniesASkillIsListedAsItIsWritten(String cell) {
		assertThat(skills("Skills", cell).wrongs()).extracting(Wrong::typed).containsExactly(cell);
	}

	@Test
	void whatIsNotReadForSureIsListedAsItIsWritten() {
		assertThat(skills("Skills", "Python:4; Java: 4 React: 3").wrongs()).extracting(Wrong::typed)
			.containsExactly("Java: 4 React: 3");
	}

	@Test
	void aDenialAmongOthersDeniesItsOwnSkillOnly() {
		ReadRow read = skills("Skills", "React:3; Java (never used); Python:4, no Kotlin");
		assertThat(held(read)).containsExactly("3 null", "4 null");
		assertThat(reasons(read)).containsExactly("skill.none", "skill.none");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Java:5; Java:1 | null null", "Java:5:8; Java:2:8 | null 8",
			"Java: expert, beginner | null null", "Java expert, beginner | null null", "Java:4:3, Java::6 | 4 null" })
	void detailsThatContradictEachOtherAreListedAndNotDecided(String cell, String expected) {
		ReadRow read = skills("Skills", cell);
		assertThat(held(read)).as(cell).containsExactly(expected);
		assertThat(reasons(read)).as(cell).containsExactly("skill.contradiction");
	}

	@Test
	void detailsThatCompleteEachOtherAreTakenTogether() {
		ReadRow read = skills("Skills", "Java:5; Java::8; Java:5:8:2026");
		assertThat(held(read)).containsExactly("5 8");
		assertThat(read.wrongs()).isEmpty();
	}

	@Test
	void aNumberInBracketsIsALevelOrYearsOnlyWhereTheHeadingSaysSo() {
		ReadRow open = skills("Skills", "SQL (5); Kotlin (12)");
		assertThat(held(open)).containsExactly("null null", "null null");
		assertThat(reasons(open)).containsExactly("skill.number", "skill.number");
		assertThat(held(skills("Skills (level 1-5)", "SQL (5)"))).containsExactly("5 null");
		assertThat(held(skills("Skills (years)", "SQL (5); Kotlin (12)"))).containsExactly("null 5", "null 12");
		assertThat(skills("Skills", "SQL (4/5); Java (6 years)").wrongs()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nb.one@x.example", "nb.one@x.example\u00a0", "\u200bnb.one@x.example",
			"mailto:Nb.One@x.example", "'nb.one@x.example" })
	void anAddressIsTheSameHoweverItWasCopied(String email) {
		assertThat(email(email).wrongs()).isEmpty();
		assertThat(email(email).person().email).isEqualTo("nb.one@x.example");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "a,b@x.example", "a..b@x.example", ".a@x.example", "zoë@x.example", "n/a@n/a.na", "nobody" })
	void anAddressThatTheFormRefusesLeavesTheRowOut(String email) {
		assertThat(reasons(email(email))).containsExactly("email");
	}

	@Test
	void errorsOfFormulasAndWordsForNothingAreEmptyCells() {
		for (String nothing : List.of("#N/A", "#VALUE!", "#DIV/0!", "#WERT!", "#NV", "n/a", "NULL", "-", "—", " \u00a0",
				"k.A.")) {
			assertThat(CellText.of(nothing)).as(nothing).isEmpty();
		}
		for (String something : List.of("NA", "#1", "-5", "Null Island", "Null", "C#", "#hash")) {
			assertThat(CellText.of(something)).isEqualTo(something);
		}
		assertThat(email("a@x.example").person().phone).isNull();
		assertThat(email("a@x.example").person().city).isNull();
		assertThat(reasons(email("#N/A"))).containsExactly("missing");
	}

	@Test
	void aRowThatIsWiderThanItsHeadingsIsLeftOut() {
		RowReader reader = new RowReader(List.of("Email", "Cost", "Day rate", ""),
				Map.of(TableColumn.EMAIL, 0, TableColumn.PAY_RATE, 1, TableColumn.BILL_RATE, 2),
				Taxonomies.reader(Taxonomies.ofTheFile()), TODAY, "EUR", null, Mends.NONE);
		ReadRow wide = reader.read(new SheetRow(40, List.of("a@x.example", "480", "50", "650", "00")));
		assertThat(wide.wrongs()).containsExactly(new Wrong(null, "wide", "650 · 00", true));
		assertThat(reader.read(new SheetRow(41, List.of("a@x.example", "480", "650", "", " ", "-"))).wrongs())
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "€,EUR", "Euro,EUR", "chf,CHF", "£,GBP" })
	void aCurrencyIsKnownByItsSign(String typed, String code) {
		RowReader reader = new RowReader(List.of("Email", "Currency"),
				Map.of(TableColumn.EMAIL, 0, TableColumn.CURRENCY, 1), Taxonomies.reader(Taxonomies.ofTheFile()), TODAY,
				"EUR", null, Mends.NONE);
		assertThat(reader.read(new SheetRow(2, List.of("a@x.example", typed))).person().currency).isEqualTo(code);
		assertThat(reasons(reader.read(new SheetRow(2, List.of("a@x.example", "$"))))).containsExactly("currency");
	}

	@Test
	void aPhoneThatIsMarkedAsTextLosesItsMark() {
		RowReader reader = new RowReader(List.of("Email", "Phone"), Map.of(TableColumn.EMAIL, 0, TableColumn.PHONE, 1),
				Taxonomies.reader(Taxonomies.ofTheFile()), TODAY, "EUR", null, Mends.NONE);
		assertThat(reader.read(new SheetRow(2, List.of("a@x.example", "'0171 5551234"))).person().phone)
			.isEqualTo("0171 5551234");
	}

	@Test
	void aNameInTwoPartsIsNotCut() {
		RowReader reader = new RowReader(List.of("Email", "First name", "Last name"),
				Map.of(TableColumn.EMAIL, 0, TableColumn.FIRST_NAME, 1, TableColumn.LAST_NAME, 2),
				Taxonomies.reader(Taxonomies.ofTheFile()), TODAY, "EUR", null, Mends.NONE);
		assertThat(reasons(reader.read(new SheetRow(2, List.of("a@x.example", "A".repeat(80), "B".repeat(80))))))
			.containsExactly("long");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Skills (level 1-10)", "Skills (score out of 10)", "Skills (rating 0-100)",
			"Kenntnisse (Stufe 1-3)", "Skills (0-5)", "Skills (15)", "Skills (level)", "Skills (stars)",
			"Skills (level 1-10, years)" })
	void aNumberOnAScaleThatIsNotOursIsNotStated(String heading) {
		for (String cell : List.of("SQL (5)", "SQL:5", "SQL (3)", "SQL: 3")) {
			ReadRow read = skills(heading, cell);
			assertThat(held(read)).as(cell).containsExactly("null null");
			assertThat(reasons(read)).as(cell).containsExactly("skill.scale");
		}
		assertThat(held(skills(heading, "SQL (5/5)"))).containsExactly("5 null");
	}

	@Test
	void aNumberBehindAColonIsOfYearsWhereTheHeadingSaysSo() {
		assertThat(held(skills("Skills (years)", "SQL:5; Kotlin: 12"))).containsExactly("null 5", "null 12");
		assertThat(held(skills("Skills (years)", "SQL:5:3"))).containsExactly("null 3");
		assertThat(held(skills("Skills (1 to 5)", "SQL:5:3; Kotlin (4)"))).containsExactly("5 3", "4 null");
		assertThat(held(skills("Skills (level:years)", "SQL:5:3"))).containsExactly("5 3");
	}

	@Test
	void theErrorOfAFormulaIsNoEmptyRate() {
		ReadRow read = read("#REF!", "600", "7");
		assertThat(reasons(read)).containsExactly("error");
		assertThat(read.person().payRate).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "vor Ort|ON_SITE", "Homeoffice|REMOTE", "télétravail|REMOTE",
			"presencial|ON_SITE", "remoto|REMOTE", "100% remote|REMOTE", "hybride|HYBRID" })
	void cellsSpeakTheLanguagesOfTheHeadings(String mode, WorkMode read) {
		assertThat(ProfileWords.mode(mode)).contains(read);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Back-End Entwickler", "Développeur back-end", "Desarrollador backend",
			"Backend-Entwicklerin" })
	void aRoleIsKnownByItsTrade(String role) {
		assertThat(ProfileWords.roleNamed(role)).contains(JobRole.BACK_END);
		assertThat(ProfileWords.roleNamed("Entwickler")).isEmpty();
	}

	@Test
	void otherWordsOfProfilesAreKnown() {
		assertThat(ProfileWords.seniority("Sr.")).contains(Seniority.SENIOR);
		assertThat(ProfileWords.seniority("Confirmé")).contains(Seniority.MID);
		assertThat(ProfileWords.employment("Angestellter")).contains(Employment.EMPLOYEE);
		assertThat(ProfileWords.zoneNamed("MEZ")).contains("Europe/Berlin");
		assertThat(ProfileWords.zoneNamed("Berlin")).contains("Europe/Berlin");
		RowReader reader = new RowReader(List.of("Email", "Languages"),
				Map.of(TableColumn.EMAIL, 0, TableColumn.LANGUAGES, 1), Taxonomies.reader(Taxonomies.ofTheFile()),
				TODAY, "EUR", null, Mends.NONE);
		ReadRow read = reader.read(new SheetRow(2, List.of("a@x.example", "Englisch fließend; Deutsch (C1)")));
		assertThat(read.wrongs()).isEmpty();
		assertThat(read.person().languages).containsOnlyKeys("en", "de");
		assertThat(read.worded()).as("C1 says so itself").containsOnlyKeys("Englisch fließend");
	}

	private static List<String> misfits(String name, @Nullable PoolMember mailed, @Nullable PoolMember referenced) {
		RowReader reader = new RowReader(List.of("Email", "Name"), Map.of(TableColumn.EMAIL, 0, TableColumn.NAME, 1),
				Taxonomies.reader(Taxonomies.ofTheFile()), TODAY, "EUR", null, Mends.NONE);
		return reader.read(new SheetRow(2, List.of("a@x.example", name)))
			.wrongs(mailed, referenced, new NewPeople("EUR", null, null, null))
			.stream()
			.map(Wrong::reason)
			.filter((reason) -> !reason.equals("missing"))
			.toList();
	}

	private static PoolMember member(String reference, String name) {
		return new PoolMember(1, reference, "a@x.example", name, "EUR", "DE");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Anna Alpha|Bruno Beta", "Anna Alpha|Anna Beta", "Someone Else|Águeda Costa" })
	void aNameThatIsNotThatOfTheProfileLeavesTheRowOut(String said, String known) {
		assertThat(misfits(said, member("C-1", known), null)).containsExactly("name.other");
		assertThat(misfits(said, null, member("C-1", known))).containsExactly("name.other");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Costa, Agueda|Águeda Costa", "Juergen Muessig|Jürgen Müßig",
			"Ana Maria Lima|Ana Lima", "Dr. A. Lima|Ana Lima", "Ann|\u200bAnn", "=1+1|=1+1", "Who?|Who?" })
	void aNameThatIsSpeltOtherwiseIsThatOfTheProfile(String said, String known) {
		assertThat(misfits(said, member("C-1", known.replace("\\u200b", "\u200b")), null)).isEmpty();
	}

	@Test
	void aReferenceOfOneAndTheEmailOfAnotherLeaveTheRowOut() {
		assertThat(misfits("Ann", member("C-1", "Ann"), member("C-2", "Ann"))).containsExactly("email.other");
		assertThat(misfits("Ann", member("C-1", "Ann"), member("C-1", "Ann"))).isEmpty();
	}

	@Test
	void aNameWhoseLettersWereLostLeavesTheRowOut() {
		assertThat(misfits("Anatol ?ebrowski", member("C-1", "Anatol Żebrowski"), null)).containsExactly("letters");
		assertThat(misfits("Anatol \ufffdebrowski", null, null)).containsExactly("letters");
		assertThat(misfits("Micha?", null, null)).containsExactly("letters");
	}

	@Test
	void aTextWhoseLettersWereLostIsNotTaken() {
		RowReader reader = new RowReader(List.of("Email", "City", "Headline"),
				Map.of(TableColumn.EMAIL, 0, TableColumn.CITY, 1, TableColumn.HEADLINE, 2),
				Taxonomies.reader(Taxonomies.ofTheFile()), TODAY, "EUR", null, Mends.NONE);
		ReadRow read = reader.read(new SheetRow(2, List.of("a@x.example", "Gda?sk", "Entwickler f?r Java")));
		assertThat(read.person().city).isNull();
		assertThat(read.person().headline).isNull();
		assertThat(reasons(read)).containsExactly("letters", "letters");
		assertThat(read.isFatal()).isFalse();
		assertThat(reader.read(new SheetRow(2, List.of("a@x.example", "Łódź", "Java? Yes"))).wrongs()).isEmpty();
	}

	@Test
	void whatNobodySeesAtTheEndsOfATextChangesNothing() {
		for (String known : List.of("\u202a+49 171\u202c", "\u200fPorto", "\u200bSenior developer", "\ufeffAnn",
				"+49 555\u00ad", "\u00a0Ann", "'=1")) {
			assertThat(ReadPerson.textOrNull(CellText.ofExported(known), known)).isSameAs(known);
		}
		assertThat(ReadPerson.textOrNull("Bo", "Ann")).isEqualTo("Bo");
		assertThat(ReadPerson.textOrNull(null, "Ann")).isEqualTo("Ann");
	}

	private static ReadRow cell(TableColumn field, String cell) {
		return cell(field, cell, DateOrder.OPEN, Mends.NONE);
	}

	private static ReadRow cell(TableColumn field, String cell, DateOrder order, Mends mends) {
		return new RowReader(List.of("Email", "Cell"), Map.of(TableColumn.EMAIL, 0, field, 1),
				Taxonomies.reader(Taxonomies.ofTheFile()), TODAY, "EUR", order, mends)
			.read(new SheetRow(2, List.of("a@x.example", cell)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sofort", "ab sofort", "Ab sofort!", "sofort verfügbar", "immediately", "Immediate",
			"ASAP", "a.s.a.p.", "now", "available now", "de imediato", "Imediata", "já", "a partir de já",
			"immédiatement", "Immédiate", "tout de suite", "dès maintenant", "a partir de ya", "inmediata",
			"de inmediato", "per direct", "subito", "verfügbar", "Disponible", "heute", "hoy" })
	void whoIsFreeAtOnceIsAvailableFromTheDayOfTheImport(String cell) {
		ReadRow read = cell(TableColumn.AVAILABLE_FROM, cell);
		assertThat(read.wrongs()).isEmpty();
		assertThat(read.person().availableFrom).isEqualTo(TODAY);
		assertThat(read.loose()).containsEntry(TableColumn.AVAILABLE_FROM, cell);
	}

	@ParameterizedTest
	@ValueSource(strings = { "not available", "nach Vereinbarung", "nicht verfügbar", "no disponible", "2 weeks", "TBD",
			"yes", "booked", "until 31.12.2027", "01.03.2027 (50%)", "01.03.2027 - 30.06.2027", "2027-03-01 (50 %)" })
	void whatIsNoDayAsksForOne(String cell) {
		assertThat(reasons(cell(TableColumn.AVAILABLE_FROM, cell))).containsExactly("date");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "ab 01.03.2027|2027-03-01", "from 2027-03-04|2027-03-04", "à partir du 4 mars 2027|2027-03-04",
					"dès le 1er mars 2027|2027-03-01", "desde el 4/13/2027|2027-04-13", "März 2027|2027-03-01",
					"ab 03/2027|2027-03-01", "2027-03|2027-03-01", "March 2027|2027-03-01",
					"available from 4 March 2027|2027-03-04", "04.03.2027 00:00:00|2027-03-04",
					"2027-03-04T00:00:00Z|2027-03-04", "04.03.2027 (Do)|2027-03-04" })
	void aDateIsReadBehindTheWordsAheadOfIt(String cell, String date) {
		assertThat(cell(TableColumn.AVAILABLE_FROM, cell).person().availableFrom).isEqualTo(date);
		assertThat(reasons(cell(TableColumn.AVAILABLE_FROM, "ab 03/04/2027"))).containsExactly("date.order");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "3-5|3", "3–5|3", "3 - 5 years|3", "3 to 5|3", "3 bis 5 Jahre|3", "3 à 5 ans|3",
					"entre 3 y 5 años|3", "zwischen 3 und 5|3", ">10|10", "> 10 years|10", ">= 8|8", "≥8|8", "10+|10",
					"10+ years|10", "10 years+|10", "10 or more|10", "ca. 7|7", "~7|7", "about 7 years|7", "etwa 7|7",
					"environ 7 ans|7", "<1|0", "< 1 year|0", "less than a year|0", "weniger als 1 Jahr|0",
					"über 10 Jahre|10", "more than 10|10", "mehr als 10|10", "plus de 10 ans|10", "más de 10 años|10",
					"mais de 10 anos|10", "min. 5|5", "mindestens 5 Jahre|5", "5 J.|5", "5 years of experience|5",
					"5 Jahre Erfahrung|5", "18 months|1", "6 Monate|0" })
	void ofSeveralNumbersOfYearsTheLeastIsTakenAndSaid(String cell, int years) {
		ReadRow read = cell(TableColumn.YEARS, cell);
		assertThat(read.wrongs()).isEmpty();
		assertThat(read.person().years).isEqualTo(years);
		assertThat(read.loose()).containsEntry(TableColumn.YEARS, cell);
		assertThat(cell(TableColumn.YEARS, "7.5").loose()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "many", "5-3", "<5", "up to 5", "61", "-3", "3-5-7", "since 2015" })
	void yearsOfWhichTheLeastIsNotSaidAreAskedFor(String cell) {
		assertThat(reasons(cell(TableColumn.YEARS, cell))).containsExactly("years");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Java Developer|BACK_END", "Senior Backend Engineer (Java)|BACK_END", "Java-Entwickler|BACK_END",
					"Javaentwicklerin|BACK_END", "Backendentwickler (m/w/d)|BACK_END", "Développeur Java|BACK_END",
					"React Developer|FRONT_END", "Angular-Entwicklerin|FRONT_END", "iOS Engineer|MOBILE",
					"React Native developer|MOBILE", "Cloud Engineer|DEVOPS", "Kubernetes specialist|DEVOPS",
					"Softwaretester|QA", "Senior Test Engineer|QA", "Machine Learning Engineer|DATA",
					"BI consultant|DATA", "Senior UX/UI Designer|DESIGNER",
					"Full-Stack Developer (Java, React)|FULL_STACK", "Data Engineer (Python)|DATA",
					"Developer, Java|BACK_END", "Lead Data Scientist|DATA" })
	void aTitleThatIsClearOfARoleIsReadAsThatRole(String cell, JobRole role) {
		ReadRow read = cell(TableColumn.ROLES, cell);
		assertThat(read.wrongs()).isEmpty();
		assertThat(read.person().roles).containsExactly(role);
		assertThat(read.loose()).containsKey(TableColumn.ROLES);
		assertThat(cell(TableColumn.ROLES, "Backend developer, QA").loose()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Software-Entwickler", "Software Engineer", "Developer", "Consultant", "Product Owner",
			"Java and React Developer", "Astronaut", "Data protection officer" })
	void aTitleOfSeveralRolesOrNoneAsksForTheRole(String cell) {
		assertThat(reasons(cell(TableColumn.ROLES, cell))).containsExactly("role");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "JosÃ© GarcÃ­a|José García", "MÃ¼ller|Müller", "FranÃ§ois|François", "Å\u0081ukasz|Łukasz",
					"Ã“scar|Óscar", "JosÃƒÂ©|José", "ÐœÐ°Ñ€Ð¸Ð½Ð°|Марина", "O’Neill|O’Neill", "Oâ€™Neill|O’Neill",
					"SÃO PAULO|SÃO PAULO", "Ñuñoa|Ñuñoa", "„Äpfel“|„Äpfel“", "Łódź|Łódź", "李明|李明" })
	void textThatWasReadInAnotherEncodingIsMended(String cell, String name) {
		ReadRow read = cell(TableColumn.NAME, cell);
		assertThat(read.person().name).isEqualTo(name);
		assertThat(read.loose().containsKey(TableColumn.NAME)).isEqualTo(!cell.equals(name));
	}

	@Test
	void aTextInAnotherEncodingOfWhichSomeIsLostIsAskedFor() {
		assertThat(misfits("ÐœÐ°Ñ€Ð¸Ñ\ufffd", null, null)).containsExactly("letters");
		assertThat(misfits("ÐœÐ°Ñ€Ð¸Ñ", null, null)).containsExactly("letters");
		assertThat(reasons(cell(TableColumn.CITY, "ÐœÐ¾ÑÐºÐ²Ð°"))).containsExactly("letters");
	}

	@Test
	void whatSomebodyCorrectsIsReadInPlaceOfTheCell() {
		Mends mends = new Mends(List.of(Mends.Mend.of(2, TableColumn.YEARS, "many", "12"),
				Mends.Mend.of(7, TableColumn.ROLES, "Astronaut", "DATA"),
				Mends.Mend.of(9, TableColumn.CITY, "Porto", "Lisbon")));
		assertThat(cell(TableColumn.YEARS, "many", DateOrder.OPEN, mends).person().years).isEqualTo(12);
		assertThat(cell(TableColumn.ROLES, "Astronaut", DateOrder.OPEN, mends).person().roles)
			.containsExactly(JobRole.DATA);
		assertThat(cell(TableColumn.CITY, "Porto", DateOrder.OPEN, mends).person().city).isEqualTo("Porto");
		for (JobRole role : JobRole.values()) {
			assertThat(ProfileWords.roleNamed(role.name())).contains(role);
		}
	}

}
