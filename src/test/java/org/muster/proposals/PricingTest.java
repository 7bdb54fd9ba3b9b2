package org.muster.proposals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.muster.audit.Actor;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayRule;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.calendar.WorkPattern;
import org.muster.calendar.WorkingDays;
import org.muster.consultants.Candidate;
import org.muster.consultants.Consultant;
import org.muster.consultants.DatedRates;
import org.muster.consultants.RatesOverTime;
import org.muster.forms.Formats;
import org.muster.matching.Match;
import org.muster.money.Money;
import org.muster.money.Vat;
import org.muster.pricing.Discounts;
import org.muster.pricing.Price;
import org.muster.pricing.PriceBand;
import org.muster.pricing.RateMultipliers;
import org.muster.pricing.VatShare;
import org.muster.requests.Position;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** What lines and proposals cost, by hand and over random proposals. */
class PricingTest {

	private static final Place BAVARIA = new Place("DE", "by");

	private static final RateMultipliers FACTORS = new RateMultipliers(new BigDecimal("1.5"), new BigDecimal("0.25"));

	private static final RateMultipliers NONE = new RateMultipliers(null, null);

	private static ProposalRevision revision(String currency, String discount, Map<LocalDate, BigDecimal> rises) {
		Proposal proposal = mock(Proposal.class);
		given(proposal.reference()).willReturn("P-1");
		given(proposal.createdAt()).willReturn(Instant.parse("2026-11-01T09:00:00Z"));
		return new ProposalRevision(proposal, 1, 1, currency,
				new Terms(BAVARIA, HolidayRule.PLACE, LocalDate.of(2027, 1, 31), new BigDecimal(discount),
						BigDecimal.ZERO, null, rises, null),
				new Vat(Vat.Treatment.DOMESTIC, new BigDecimal("19")), new Actor(1L, "Marta", null, null),
				Instant.EPOCH);
	}

	private static Match match(long id) {
		return new Match(new Candidate(id, "C-" + id, "Developer " + id, "", Set.of(JobRole.BACK_END), Seniority.SENIOR,
				8, BAVARIA, "", "Europe/Berlin", Set.of(WorkMode.REMOTE), Employment.EMPLOYEE, "EUR",
				new BigDecimal("300"), new BigDecimal("400"), LocalDate.EPOCH, LocalDate.EPOCH, Map.of(), Map.of(),
				List.of(), Candidate.Rating.NONE, 0), List.of(), List.of(), null, Set.of());
	}

	private static ProposalLine add(ProposalRevision revision, String weeks, String from, String to, String rate,
			String discount, boolean onCall) {
		Position position = mock(Position.class);
		given(position.role()).willReturn(JobRole.BACK_END);
		Period period = new Period(LocalDate.parse(from), LocalDate.parse(to));
		return revision.addLine(position, match(revision.lines().size() + 1L), new Reasons("", Map.of()),
				new LineTerms(WorkPattern.of(Allocation.parse(weeks)), period, new BigDecimal(rate),
						new BigDecimal(discount), onCall));
	}

	private static void price(ProposalRevision revision, RateMultipliers factors) {
		revision.lines()
			.forEach((line) -> line
				.price(new WorkingDays(PublicHolidays.during(line.period(), BAVARIA), Map.of(), List.of())
					.months(line.period(), line.pattern()), factors, new BigDecimal("6")));
	}

	private static BigDecimal amount(String amount) {
		return new BigDecimal(amount);
	}

	@Test
	void aRateRisesFromADayOnInHundredths() {
		ProposalRevision revision = revision("EUR", "0",
				Map.of(LocalDate.of(2027, 2, 15), amount("3"), LocalDate.of(2027, 3, 1), amount("2.5")));
		// Weeks of five days: 15 at 433.33 up to 19 February less two weeks, and so on.
		ProposalLine line = add(revision, "MON,TUE,WED,THU,FRI", "2027-02-08", "2027-03-05", "433.33", "0", false);
		price(revision, NONE);
		// 433.33 × 1.03 = 446.3299, a day costs 446.33; × 1.025 = 457.48825, 457.49.
		assertThat(line.charges()).extracting(PriceBand::rate)
			.containsExactly(amount("433.33"), amount("446.33"), amount("457.49"));
		assertThat(line.charges()).extracting((charge) -> charge.total().days().intValue()).containsExactly(5, 10, 5);
		assertThat(line.amount()).isEqualByComparingTo("8917.40");
		assertThat(line.months()).extracting(LineMonth::amount).containsExactly(amount("6629.95"), amount("2287.45"));
	}

	@Test
	void weekendsAndBeingOnCallAreMultipliedOnlyIfThatIsConfigured() {
		ProposalRevision revision = revision("EUR", "0", Map.of());
		ProposalLine weekend = add(revision, "FRI,SAT", "2027-02-08", "2027-02-21", "400", "10", false);
		ProposalLine onCall = add(revision, "FRI,SAT", "2027-02-08", "2027-02-21", "400", "0", true);
		price(revision, FACTORS);
		// Two Fridays at 400 and two Saturdays at 600, less 10 per cent.
		assertThat(weekend.amount()).isEqualByComparingTo("1800");
		// A quarter of it without the discount.
		assertThat(onCall.amount()).isEqualByComparingTo("500");
		assertThat(onCall.isUneven()).isTrue();
		price(revision, NONE);
		assertThat(weekend.amount()).isEqualByComparingTo("1440");
		assertThat(onCall.amount()).isEqualByComparingTo("1600");
	}

	@Test
	void everyMonthIsTaxedAtTheRateOfItsLastDay() {
		ProposalRevision revision = revision("EUR", "10", Map.of());
		add(revision, "MON,TUE,WED,THU,FRI", "2027-02-01", "2027-04-30", "100", "0", false);
		price(revision, NONE);
		// 20, 21 (Easter is at the end of March) and 22 days.
		NavigableMap<LocalDate, BigDecimal> vat = new TreeMap<>(
				Map.of(LocalDate.EPOCH, amount("19"), LocalDate.of(2027, 3, 15), amount("21")));
		revision.addUp((day) -> new Vat(Vat.Treatment.DOMESTIC, vat.floorEntry(day).getValue()));
		assertThat(revision.subtotal()).isEqualByComparingTo("6300");
		assertThat(revision.vatShares()).extracting(VatShare::net)
			.containsExactly(amount("1800.00"), amount("3870.00"));
		assertThat(revision.vatShares()).extracting(VatShare::tax).containsExactly(amount("342.00"), amount("812.70"));
		assertThat(revision.vatShares()).extracting((share) -> share.month().toString())
			.containsExactly("2027-02", "2027-03");
		assertThat(revision.total()).isEqualByComparingTo("6824.70");
	}

	@Test
	void discountsTogetherNeverTakeMoreThanAll() {
		ProposalRevision revision = revision("EUR", "97", Map.of());
		add(revision, "MON", "2027-02-01", "2027-02-28", "100", "0", false);
		price(revision, NONE);
		revision.agree("Frame", DayCount.ZERO, amount("5"));
		revision.addUp((day) -> new Vat(Vat.Treatment.DOMESTIC, amount("19")));
		assertThat(revision.volumePercent()).isEqualByComparingTo("3");
		assertThat(revision.total()).isZero();
	}

	@Test
	void partsAddUpToTheCentAndTheSheetReckonsTheSameOverRandomProposals() throws IOException {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/proposals", "messages/consultants");
		messages.setDefaultEncoding("UTF-8");
		EstimateSheet sheet = new EstimateSheet(messages, new Formats());
		Random random = new Random(20261126);
		for (int round = 0; round < 150; round++) {
			ProposalRevision revision = random(random);
			price(revision, random.nextBoolean() ? FACTORS : NONE);
			NavigableMap<LocalDate, BigDecimal> vat = vat(random);
			revision.agree("Frame", DayCount.ZERO, BigDecimal.valueOf(random.nextInt(1000), 2));
			revision.addUp((day) -> new Vat(Vat.Treatment.DOMESTIC, vat.floorEntry(day).getValue()));
			addsUp(revision);
			assertThat(recalculated(sheet.write("Round " + round, proposal(), revision))).as("round " + round)
				.isEqualByComparingTo(revision.total());
		}
	}

	/** Pay is 300 a day. */
	@Test
	void theBreakEvenDiscountMakesNoLossAndOneStepMoreDoes() {
		Random random = new Random(20261127);
		int losses = 0;
		for (int round = 0; round < 150; round++) {
			ProposalRevision revision = random(random);
			price(revision, random.nextBoolean() ? FACTORS : NONE);
			revision.agree("Frame", DayCount.ZERO, BigDecimal.valueOf(random.nextInt(1000), 2));
			revision.addUp((day) -> new Vat(Vat.Treatment.DOMESTIC, amount("19")));
			Margins margins = java.util.Objects.requireNonNull(paidInItsCurrency(revision));
			assertThat(sum(margins.lines().stream().map(Margins.Row::revenue).toList()))
				.isEqualByComparingTo(revision.net());
			assertThat(sum(margins.months().stream().map((month) -> month.row().revenue()).toList()))
				.isEqualByComparingTo(revision.net());
			BigDecimal breakEven = margins.breakEven();
			if (breakEven == null) {
				losses++;
				assertThat(new Discounts(BigDecimal.ZERO, revision.volumePercent())
					.less(Money.of(revision.subtotal(), revision.currency()))
					.amount()).isLessThan(margins.total().cost());
				continue;
			}
			assertThat(margin(revision, breakEven)).isNotNegative();
			assertThat(margin(revision, breakEven.add(amount("0.01")))).isNegative();
		}
		assertThat(losses).isBetween(10, 140);
	}

	private static Margins paidInItsCurrency(ProposalRevision revision) {
		revision.lines()
			.forEach((line) -> org.springframework.test.util.ReflectionTestUtils.setField(line.pay(), "payCurrency",
					revision.currency()));
		return java.util.Objects.requireNonNull(Margins.of(revision));
	}

	/** What is left if the discount is taken, as the draft itself calculates it. */
	private static BigDecimal margin(ProposalRevision revision, BigDecimal discount) {
		org.springframework.test.util.ReflectionTestUtils.setField(revision, "discountPercent", discount);
		return paidInItsCurrency(revision).total().margin();
	}

	private static List<String> breaches(ProposalRevision revision) {
		revision.addUp((day) -> new Vat(Vat.Treatment.DOMESTIC, amount("19")));
		return new ApprovalPolicy(BigDecimal.TEN, new BigDecimal("15")).breaches(revision)
			.stream()
			.map((breach) -> breach.kind() + " " + breach.person() + " " + breach.actual() + " " + breach.by())
			.toList();
	}

	private static ProposalRevision oneDay(String discount, String... rates) {
		ProposalRevision revision = revision("EUR", discount, Map.of());
		for (String rate : rates) {
			add(revision, "MON,TUE,WED,THU,FRI", "2027-02-01", "2027-02-05", rate, "0", false);
		}
		price(revision, NONE);
		return revision;
	}

	/** Own rates are 400, pay is 300. */
	@Test
	void approvalIsNeededBeyondALimitAndNotAtIt() {
		// 340 are 15 % below 400, and 11.76 % are left.
		assertThat(breaches(oneDay("0", "340"))).isEmpty();
		assertThat(breaches(oneDay("0", "339.99"))).containsExactly("DISCOUNT null 15.01 0.01");
		assertThat(breaches(oneDay("15", "400"))).isEmpty();
		assertThat(breaches(oneDay("15.01", "400"))).containsExactly("DISCOUNT null 15.01 0.01");
		// Nothing above 15 by itself, but together.
		assertThat(breaches(oneDay("10", "370"))).containsExactly("MARGIN null 9.90 0.10", "DISCOUNT null 16.75 1.75");
		ProposalRevision framed = oneDay("8", "400");
		framed.agree("Frame", DayCount.ZERO, amount("8"));
		assertThat(breaches(framed)).containsExactly("DISCOUNT null 16.00 1.00");
		// Neither discount alone, but both on one person.
		assertThat(breaches(oneDay("8", "365", "430"))).containsExactly("LINE_DISCOUNT Developer 1 16.05 1.05");
		// A person at a loss among others who make up for it.
		assertThat(breaches(oneDay("0", "290", "500", "500"))).containsExactly("LINE_LOSS Developer 1 -3.45 13.45",
				"LINE_DISCOUNT Developer 1 27.50 12.50");
		assertThat(breaches(oneDay("0", "333.33", "500"))).containsExactly("LINE_MARGIN Developer 1 9.99 0.01",
				"LINE_DISCOUNT Developer 1 16.67 1.67");
		assertThat(breaches(oneDay("0", "333.34", "500"))).doesNotContain("LINE_MARGIN Developer 1 10.00 0.00");
		assertThat(breaches(oneDay("100", "400"))).contains("NO_REVENUE null -100 110");
	}

	@Test
	void anAgreedRiseThatIsLeftOutIsADiscount() {
		LocalDate monday = LocalDate.of(2027, 2, 1);
		ProposalRevision revision = revision("EUR", "0", Map.of(monday, BigDecimal.ZERO));
		add(revision, "MON,TUE,WED,THU,FRI", "2027-02-01", "2027-02-05", "400", "0", false);
		revision.raise(Map.of(monday, amount("25")));
		price(revision, NONE);
		assertThat(revision.subtotal()).isZero();
		assertThat(breaches(revision)).containsExactly("DISCOUNT null 20.00 5.00");
		assertThat(revision.subtotal()).isEqualByComparingTo("2000");
		assertThat(revision.seenRises()).isEmpty();
		revision.raise(Map.of());
		assertThat(breaches(revision)).isEmpty();
	}

	private static RatesOverTime rates(String currency, Object... steps) {
		NavigableMap<LocalDate, DatedRates> rates = new TreeMap<>();
		for (int at = 0; at < steps.length; at += 3) {
			rates.put(LocalDate.parse((String) steps[at]),
					new DatedRates(new Consultant.Rates(amount((String) steps[at + 1]), amount((String) steps[at + 2])),
							LocalDate.EPOCH));
		}
		return new RatesOverTime(currency, rates);
	}

	@Test
	void everyDayIsPaidByThePayRateOfThatDay() {
		ProposalRevision revision = revision("EUR", "0", Map.of());
		// Ten days in February, and five in March, of which the first is a Monday.
		ProposalLine line = add(revision, "MON,TUE,WED,THU,FRI", "2027-02-15", "2027-03-05", "430", "0", false);
		line.charge(rates("EUR", "2000-01-01", "335", "430", "2027-02-17", "700", "430", "2027-03-03", "1250", "430",
				"2027-03-06", "9000", "430"), null);
		price(revision, NONE);
		revision.addUp((day) -> new Vat(Vat.Treatment.DOMESTIC, amount("19")));
		// Two days at 335 and eight at 700; two at 700 and three at 1,250.
		Margins margins = java.util.Objects.requireNonNull(Margins.of(revision));
		assertThat(margins.months()).extracting((month) -> month.row().cost())
			.containsExactly(amount("6270.00"), amount("5150.00"));
		assertThat(margins.lines()).extracting(Margins.Row::cost).containsExactly(amount("11420.00"));
		assertThat(margins.total().margin()).isEqualByComparingTo("-4970");
		assertThat(margins.breakEven()).isNull();
		assertThat(breaches(revision)).containsExactly("LOSS null -77.06 87.06");
		assertThat(line.pay().rate()).isEqualByComparingTo("335");
		assertThat(line.pay().later()).containsExactly(Map.entry(LocalDate.of(2027, 2, 17), amount("700")),
				Map.entry(LocalDate.of(2027, 3, 3), amount("1250")));
	}

	@Test
	void halfDaysArePaidByHalfTheRateOfTheirDay() {
		ProposalRevision revision = revision("EUR", "0", Map.of());
		ProposalLine line = add(revision, "MON/2,TUE", "2027-02-15", "2027-02-28", "430", "0", false);
		line.charge(rates("EUR", "2000-01-01", "335.55", "430", "2027-02-22", "700.01", "430"), null);
		price(revision, NONE);
		assertThat(line.cost()).isEqualByComparingTo("1553.34");
	}

	@Test
	void theListPriceIsThatOfTheFirstDay() {
		ProposalRevision revision = revision("EUR", "0", Map.of());
		ProposalLine line = add(revision, "MON,TUE,WED,THU,FRI", "2027-02-01", "2027-02-05", "400", "0", false);
		line.charge(rates("EUR", "2000-01-01", "300", "400", "2027-02-01", "300", "500", "2027-02-03", "300", "900"),
				null);
		price(revision, NONE);
		assertThat(line.listRate()).isEqualByComparingTo("500");
		assertThat(breaches(revision)).containsExactly("DISCOUNT null 20.00 5.00");
	}

	private static Price own(String listed, String risen, String asOf) {
		Money rate = Money.of(listed, "EUR");
		return new Price(Money.of(risen, "EUR"), Price.Rule.OWN, rate, rate, LocalDate.parse(asOf));
	}

	@Test
	void aLineIsHeldAgainstWhatTheOwnRateHasRisenToAndSaysSo() {
		ProposalRevision revision = revision("EUR", "0", Map.of());
		ProposalLine line = add(revision, "MON,TUE,WED,THU,FRI", "2027-02-01", "2027-02-05", "440", "0", false);
		line.charge(rates("EUR", "2000-01-01", "300", "400"), own("400", "440", "2026-11-01"));
		price(revision, NONE);
		assertThat(line.listRate()).isEqualByComparingTo("440");
		assertThat(line.listBeforeRises()).isEqualByComparingTo("400");
		assertThat(line.rateRule()).isEqualTo(ProposalLine.RateRule.OWN);
		assertThat(breaches(revision)).isEmpty();
		line.charge(rates("EUR", "2000-01-01", "300", "400"), own("400", "550", "2026-11-01"));
		assertThat(breaches(revision)).containsExactly("DISCOUNT null 20.00 5.00");
		line.charge(rates("EUR", "2000-01-01", "300", "400"), own("400", "400", "2026-11-01"));
		assertThat(line.listBeforeRises()).isNull();
	}

	/** What was set after a rise is not raised by it, on whichever line it stands. */
	@Test
	void anOwnRateThatWasSetAfterARiseIsNotRaisedByIt() {
		ProposalRevision revision = revision("EUR", "0", Map.of());
		ProposalLine line = add(revision, "MON,TUE,WED,THU,FRI", "2027-02-01", "2027-02-05", "400", "0", false);
		revision.raise(Map.of(LocalDate.of(2026, 12, 1), amount("10")));
		line.charge(rates("EUR", "2000-01-01", "300", "420"), own("420", "420", "2026-12-15"));
		price(revision, NONE);
		assertThat(line.dayRate()).isEqualByComparingTo("440");
		assertThat(line.listAmount()).isEqualByComparingTo("2100");
		type(revision, "410");
		assertThat(line.dayRate()).isEqualByComparingTo("451");
		type(revision, "420");
		assertThat(line.dayRate()).isEqualByComparingTo("420");
		assertThat(line.risesBefore()).isEmpty();
		assertThat(line.exactAmount()).isEqualByComparingTo(line.listAmount());
	}

	private static void type(ProposalRevision revision, String rate) {
		revision.change(revision.terms(), Map.of(1, revision.requireLine(1).terms().at(amount(rate))));
		price(revision, NONE);
	}

	@Test
	void anApprovalHoldsUntilWhatItCostsChanges() {
		ProposalRevision revision = revision("EUR", "0", Map.of());
		ProposalLine line = add(revision, "MON,TUE,WED,THU,FRI", "2027-02-01", "2027-02-26", "320", "0", false);
		line.charge(rates("EUR", "2000-01-01", "300", "400"), null);
		price(revision, NONE);
		Approval given = new Approval(1, "Asker", null, 2L, "Approver", Instant.EPOCH, null);
		DraftFigures before = DraftFigures.of(List.of(revision));
		line.charge(rates("EUR", "2000-01-01", "300", "400", "2027-02-27", "999", "400"), null);
		revision.keepApproval(given, before);
		assertThat(revision.isApproved()).isTrue();
		revision.dropApproval();
		line.charge(rates("EUR", "2000-01-01", "300", "400", "2027-02-26", "999", "400"), null);
		revision.keepApproval(given, before);
		assertThat(revision.isApproved()).isFalse();
		assertThat(Seal.canonical(revision)).doesNotContain("999", "300");
	}

	@Test
	void ratesOfDaysAreThoseThatSomeDayCosts() {
		ProposalRevision revision = revision("EUR", "0", Map.of(LocalDate.of(2027, 1, 1), amount("2.5"),
				LocalDate.of(2027, 3, 1), amount("3"), LocalDate.of(2028, 1, 1), amount("2")));
		ProposalLine line = add(revision, "MON,TUE,WED,THU,FRI", "2027-02-01", "2027-03-31", "350", "0", false);
		price(revision, NONE);
		assertThat(line.dayRate()).isEqualByComparingTo("358.75");
		assertThat(line.highestDayRate()).isEqualByComparingTo("369.51");
		assertThat(revision.seenRises()).containsOnlyKeys(LocalDate.of(2027, 3, 1));
	}

	@Test
	void anAgreementThatChangesReplacesItsRisesAndLeavesThoseThatWereTyped() {
		LocalDate march = LocalDate.of(2027, 3, 1);
		LocalDate april = LocalDate.of(2027, 4, 1);
		ProposalRevision revision = revision("EUR", "0", Map.of(april, amount("1")));
		revision.raise(Map.of(march, amount("3.1"), april, amount("5")));
		assertThat(revision.rises()).containsExactly(Map.entry(march, amount("3.1")), Map.entry(april, amount("1")));
		revision.raise(Map.of(march, amount("2")));
		assertThat(revision.rises()).containsExactly(Map.entry(march, amount("2")), Map.entry(april, amount("1")));
		revision.change(revision.terms(), Map.of());
		assertThat(revision.agreedRises()).containsExactly(Map.entry(march, amount("2")));
		revision.raise(Map.of());
		assertThat(revision.rises()).containsExactly(Map.entry(april, amount("1")));
		// What was typed as the agreement has it is the agreement's.
		revision.raise(Map.of(april, amount("1.00")));
		assertThat(revision.steps().typed()).isEmpty();
	}

	private static Proposal proposal() {
		Proposal proposal = mock(Proposal.class);
		given(proposal.reference()).willReturn("P-1");
		return proposal;
	}

	private static ProposalRevision random(Random random) {
		Map<LocalDate, BigDecimal> rises = new HashMap<>();
		for (int rise = random.nextInt(3); rise > 0; rise--) {
			rises.put(LocalDate.of(2027, 1, 1).plusDays(random.nextInt(500)),
					BigDecimal.valueOf(1 + random.nextInt(999), 2));
		}
		ProposalRevision revision = revision(List.of("JPY", "EUR", "EUR", "EUR", "KWD", "CLF").get(random.nextInt(6)),
				BigDecimal.valueOf(random.nextInt(3000), 2).toPlainString(), rises);
		for (int line = 1 + random.nextInt(8); line > 0; line--) {
			LocalDate from = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(200));
			List<String> weeks = new ArrayList<>();
			for (String day : List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")) {
				int halves = random.nextInt(3);
				if (halves > 0) {
					weeks.add((halves == 1) ? day + "/2" : day);
				}
			}
			add(revision, weeks.isEmpty() ? "MON" : String.join(",", weeks), from.toString(),
					from.plusDays(random.nextInt(400)).toString(),
					BigDecimal.valueOf(1 + random.nextInt(150_000), 2).toPlainString(),
					BigDecimal.valueOf(random.nextInt(2000), 2).toPlainString(), random.nextInt(4) == 0);
		}
		return revision;
	}

	private static NavigableMap<LocalDate, BigDecimal> vat(Random random) {
		NavigableMap<LocalDate, BigDecimal> vat = new TreeMap<>(Map.of(LocalDate.EPOCH, amount("19")));
		for (int change = random.nextInt(3); change > 0; change--) {
			vat.put(LocalDate.of(2027, 1 + random.nextInt(12), 1), BigDecimal.valueOf(random.nextInt(2700), 2));
		}
		return vat;
	}

	private static void addsUp(ProposalRevision revision) {
		int decimals = java.util.Currency.getInstance(revision.currency()).getDefaultFractionDigits();
		for (ProposalLine line : revision.lines()) {
			BigDecimal charged = line.charges()
				.stream()
				.map((charge) -> charge.rate().multiply(charge.total().days()))
				.reduce(BigDecimal.ZERO, BigDecimal::add);
			BigDecimal less = BigDecimal.ONE.subtract(line.discountPercent().movePointLeft(2));
			assertThat(line.amount())
				.isEqualByComparingTo(charged.multiply(less).setScale(decimals, RoundingMode.HALF_UP));
			assertThat(sum(line.months().stream().map(LineMonth::amount).toList())).isEqualByComparingTo(line.amount());
			assertThat(line.charges().stream().map(PriceBand::total).reduce(DayCount.ZERO, DayCount::plus))
				.isEqualTo(line.days());
		}
		assertThat(sum(revision.lines().stream().map(ProposalLine::amount).toList()))
			.isEqualByComparingTo(revision.subtotal());
		assertThat(sum(revision.vatShares().stream().map(VatShare::net).toList())).isEqualByComparingTo(revision.net());
		assertThat(sum(revision.vatShares().stream().map(VatShare::tax).toList())).isEqualByComparingTo(revision.vat());
		assertThat(revision.net().add(revision.vat())).isEqualByComparingTo(revision.total());
		assertThat(revision.low().net()).isLessThanOrEqualTo(revision.net());
		assertThat(revision.high().net()).isEqualByComparingTo(revision.net());
	}

	private static BigDecimal sum(List<BigDecimal> amounts) {
		return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static List<Double> formulas(XSSFWorkbook workbook) {
		List<Double> values = new ArrayList<>();
		workbook.getSheetAt(0).forEach((row) -> row.forEach((cell) -> {
			if (cell.getCellType() == CellType.FORMULA) {
				values.add(cell.getNumericCellValue());
			}
		}));
		return values;
	}

	private static BigDecimal recalculated(byte[] bytes) throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
			List<Double> shown = formulas(workbook);
			workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
			List<Double> calculated = formulas(workbook);
			assertThat(shown).as("what is shown without calculating").hasSameSizeAs(calculated).isNotEmpty();
			for (int at = 0; at < shown.size(); at++) {
				assertThat(shown.get(at)).isCloseTo(calculated.get(at), within(1e-9));
			}
			for (Row row : workbook.getSheetAt(0)) {
				if (row.getCell(0) != null && row.getCell(0).toString().equals("Total")) {
					var last = row.getCell(row.getLastCellNum() - 1);
					assertThat(last.getCellType()).isEqualTo(CellType.FORMULA);
					return BigDecimal.valueOf(last.getNumericCellValue()).setScale(4, RoundingMode.HALF_UP);
				}
			}
		}
		throw new AssertionError("No total");
	}

}
