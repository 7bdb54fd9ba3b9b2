package org.muster.matching;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.availability.Start;
import org.muster.availability.StartFinder;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.Place;
import org.muster.calendar.Workdays;
import org.muster.consultants.Candidate;
import org.muster.consultants.Consultant;
import org.muster.consultants.DatedRates;
import org.muster.consultants.SkillHeld;
import org.muster.money.Money;
import org.muster.pricing.PriceList;
import org.muster.pricing.PriceListsOf;
import org.muster.requests.GoalKind;
import org.muster.requests.Priority;
import org.muster.requests.Schedule;
import org.muster.requests.SkillRequirement;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every person and every demand, over a few thousand drawn at random. */
class ScoringTest {

	private static final int ROUNDS = 3000;

	private final GeneratedPool generated = new GeneratedPool(Matchers.TAXONOMY, 11, 14);

	private final Random random = new Random(12);

	@Test
	void thePartsAddUpToTheScoreWhichIsBetween0And100() {
		for (int round = 0; round < ROUNDS; round++) {
			Demand demand = this.generated.demand(this.random.nextInt(9));
			Match match = score(this.generated.person(), demand);
			assertThat(match.parts()).extracting(PartScore::part).containsExactly(Part.values());
			assertThat(match.parts().stream().map(PartScore::points).reduce(BigDecimal.ZERO, BigDecimal::add))
				.isEqualByComparingTo(match.score());
			assertThat(match.parts().stream().map(PartScore::most).reduce(BigDecimal.ZERO, BigDecimal::add))
				.isEqualByComparingTo("100");
			assertThat(match.parts())
				.allSatisfy((part) -> assertThat(part.points()).isBetween(BigDecimal.ZERO, part.most()));
		}
	}

	@Test
	void aRequiredSkillThatAPersonLacksNeverRaisesTheScore() {
		for (int round = 0; round < ROUNDS; round++) {
			Demand demand = this.generated.demand(this.random.nextInt(8));
			Candidate person = this.generated.person();
			long lacking = 1 + this.random.nextInt(Matchers.TAXONOMY.highestId());
			if (Matchers.CONTEXT.strengths().best(lacking, person.skills()) != null
					|| demand.skills().stream().anyMatch((asked) -> asked.skillId() == lacking)) {
				continue;
			}
			List<SkillRequirement> more = new ArrayList<>(demand.skills());
			more.add(new SkillRequirement(lacking, 1 + this.random.nextInt(5), Priority.REQUIRED));
			assertThat(score(person, demand.withSkills(more)).tenths())
				.isLessThanOrEqualTo(score(person, demand).tenths());
		}
	}

	@Test
	void moreOfAnythingNeverLowersTheScore() {
		for (int round = 0; round < ROUNDS; round++) {
			Demand demand = this.generated.demand(1 + this.random.nextInt(8));
			// Without later rates: who starts earlier may meet a higher one.
			Candidate drawn = this.generated.person();
			Candidate person = with(drawn, drawn.skills());
			for (Candidate better : better(person, demand)) {
				assertThat(score(better, demand).tenths()).as("%s rather than %s for %s", better, person, demand)
					.isGreaterThanOrEqualTo(score(person, demand).tenths());
			}
		}
	}

	/** The same person a little better in one way each. */
	private List<Candidate> better(Candidate person, Demand demand) {
		Map<Long, SkillHeld> higher = new HashMap<>(person.skills());
		Map<Long, SkillHeld> longer = new HashMap<>(person.skills());
		Map<Long, SkillHeld> fresher = new HashMap<>(person.skills());
		Map<Long, SkillHeld> another = new HashMap<>(person.skills());
		SkillHeld one = new ArrayList<>(higher.values()).get(this.random.nextInt(higher.size()));
		higher.put(one.skillId(),
				new SkillHeld(one.skillId(), Math.min(5, one.countedLevel() + 1), one.years(), one.lastUsed()));
		longer.put(one.skillId(), new SkillHeld(one.skillId(), one.level(), one.countedYears() + 1, one.lastUsed()));
		fresher.put(one.skillId(), new SkillHeld(one.skillId(), one.level(), one.years(),
				Math.min(GeneratedPool.TODAY.getYear(), one.countedLastUse(GeneratedPool.TODAY.getYear()) + 1)));
		long asked = demand.skills().get(this.random.nextInt(demand.skills().size())).skillId();
		another.putIfAbsent(asked, new SkillHeld(asked, 3, 4, GeneratedPool.TODAY.getYear()));
		Map<String, LanguageLevel> languages = new HashMap<>(person.languages());
		languages.put("en", LanguageLevel.C2);
		Seniority next = Seniority.values()[Math.min(Seniority.LEAD.ordinal(), person.seniority().ordinal() + 1)];
		LocalDate earlier = person.availableFrom().minusDays(1 + this.random.nextInt(40));
		BigDecimal lower = person.billRate().subtract(new BigDecimal("17.5"));
		return List.of(with(person, higher), with(person, longer), with(person, fresher), with(person, another),
				with(person, person.seniority(), person.years(), lower, person.availableFrom(), person.languages()),
				with(person, person.seniority(), person.years(), person.billRate(), earlier, person.languages()),
				with(person, next, person.years(), person.billRate(), person.availableFrom(), person.languages()),
				with(person, person.seniority(), person.countedYears() + 1, person.billRate(), person.availableFrom(),
						person.languages()),
				with(person, person.seniority(), person.years(), person.billRate(), person.availableFrom(), languages));
	}

	private static Candidate with(Candidate person, Map<Long, SkillHeld> skills) {
		return new Candidate(person.id(), person.reference(), person.name(), person.headline(), person.roles(),
				person.seniority(), person.years(), person.place(), person.city(), person.timeZone(),
				person.workModes(), person.employment(), person.currency(), person.payRate(), person.billRate(),
				person.billedSince(), person.availableFrom(), skills, person.languages(), person.absences(),
				person.rating(), person.certifications());
	}

	private static Candidate with(Candidate person, Seniority seniority, @Nullable Integer years, BigDecimal rate,
			LocalDate from, Map<String, LanguageLevel> languages) {
		return new Candidate(person.id(), person.reference(), person.name(), person.headline(), person.roles(),
				seniority, years, person.place(), person.city(), person.timeZone(), person.workModes(),
				person.employment(), person.currency(), person.payRate(), rate, person.billedSince(), from,
				person.skills(), languages, person.absences(), person.rating(), person.certifications());
	}

	@Test
	void equalInputsGiveEqualScoresInOneOrderWhateverThatOfThePool() {
		List<Candidate> people = new ArrayList<>(this.generated.people(400));
		Demand demand = this.generated.demand(5);
		List<Match> ranked = Matchers.everybody(people, demand, Matchers.weights(demand));
		Collections.shuffle(people, this.random);
		assertThat(Matchers.everybody(people, demand, Matchers.weights(demand))).isEqualTo(ranked);
	}

	@Test
	void aRateInAnotherCurrencyIsConvertedByTheTableAndTheMatchSaysSo() {
		Candidate person = this.generated.people(200)
			.stream()
			.filter((one) -> one.currency().equals("GBP"))
			.findFirst()
			.orElseThrow();
		Demand demand = this.generated.demand(3);
		Demand inEuro = new Demand(demand.role(), demand.roles(), demand.seniority(), demand.years(), demand.skills(),
				demand.languages(), demand.timeZone(), demand.overlapHours(), demand.workMode(), new BigDecimal("1000"),
				"EUR", demand.schedule(), demand.goals(), 0);
		Match match = score(person, inEuro);
		assertThat(match.rate())
			.isEqualByComparingTo(Matchers.CONTEXT.exchange().convert(person.billRate(), "GBP", "EUR"))
			.isGreaterThan(person.billRate());
		assertThat(match.parts().get(Part.RATE.ordinal()).reasons()).extracting(Reason::key)
			.contains("matching.reason.rate.converted");
	}

	/** A conversion that a client works out again comes to the same. */
	@Test
	void aConvertedRateIsThatBeforeItRisesAndTheRiseIsSaidByItself() {
		LocalDate start = LocalDate.of(2027, 2, 8);
		Demand drawn = this.generated.demand(2)
			.withSchedule(new Schedule(start, start.plusDays(14), start.plusDays(90), null, DayCount.of("5")));
		Demand demand = new Demand(drawn.role(), drawn.roles(), drawn.seniority(), drawn.years(), drawn.skills(),
				drawn.languages(), drawn.timeZone(), drawn.overlapHours(), drawn.workMode(), new BigDecimal("1000"),
				"EUR", drawn.schedule(), drawn.goals(), 0);
		PriceList prices = PriceListsOf.of(Matchers.CONTEXT.exchange(), "EUR",
				List.of(PriceListsOf.entry(demand.role(), null, null, "USD", "777.77", "2026-01-01")),
				Map.of(LocalDate.of(2027, 2, 1), new BigDecimal("3.1")), GeneratedPool.TODAY);
		Match match = new Scoring(demand, Matchers.weights(demand), Matchers.CONTEXT,
				new Buyer(prices, Workdays.ofWeek(null), GeneratedPool.TODAY))
			.match(this.generated.person());
		Money converted = Money.of(Matchers.CONTEXT.exchange().convert(new BigDecimal("777.77"), "USD", "EUR"), "EUR");
		Money raised = java.util.Objects.requireNonNull(match.price()).rate();
		assertThat(raised.amount()).isGreaterThan(converted.amount());
		assertThat(match.parts().get(Part.RATE.ordinal()).reasons()).contains(
				Reason.good("rate.converted", Money.of("777.77", "USD"), converted, Matchers.CONTEXT.exchange().date()),
				Reason.good("rate.raised", converted, raised));
	}

	@Test
	void aDayCostsWhatTheProfileSaysOfTheFirstDay() {
		Candidate drawn = this.generated.people(200)
			.stream()
			.filter((one) -> one.currency().equals("EUR"))
			.findFirst()
			.orElseThrow();
		LocalDate start = GeneratedPool.TODAY.plusDays(200).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
		Demand demand = this.generated.demand(3)
			.withSchedule(new Schedule(start, start.plusDays(14), start.plusDays(90), null, DayCount.of("5")));
		for (LocalDate from : List.of(start, start.plusDays(1))) {
			NavigableMap<LocalDate, DatedRates> later = new TreeMap<>(Map.of(from,
					new DatedRates(new Consultant.Rates(new BigDecimal("500"), new BigDecimal("777")), from)));
			Candidate person = new Candidate(drawn.id(), drawn.reference(), drawn.name(), drawn.headline(),
					drawn.roles(), drawn.seniority(), drawn.years(), drawn.place(), drawn.city(), drawn.timeZone(),
					drawn.workModes(), drawn.employment(), "EUR", drawn.payRate(), new BigDecimal("400"),
					GeneratedPool.TODAY, GeneratedPool.TODAY, drawn.skills(), drawn.languages(), List.of(),
					drawn.rating(), drawn.certifications(), later);
			PriceList prices = PriceList.ofOwnRates(Matchers.CONTEXT.exchange(), "EUR", GeneratedPool.TODAY);
			Match match = Matchers
				.everybody(List.of(person), demand, Matchers.weights(demand),
						new Buyer(prices, Workdays.ofWeek(null), GeneratedPool.TODAY))
				.get(0);
			assertThat(match.rate()).isEqualByComparingTo(from.equals(start) ? "777" : "400");
		}
	}

	/**
	 * Not of the day that was asked for, nor of that from which a person is available.
	 */
	@Test
	void aDayCostsWhatItDoesOnTheDayOnWhichTheWorkCanBegin() {
		LocalDate monday = LocalDate.of(2027, 1, 11);
		Demand demand = this.generated.demand(2)
			.withSchedule(new Schedule(monday, monday.plusDays(21), monday.plusDays(79), null, DayCount.of("5")))
			.withCap(new BigDecimal("600"));
		Candidate away = booked(LocalDate.of(2027, 1, 8), "MON,TUE,WED,THU,FRI", "2027-01-22");
		String currency = demand.currency();
		for (LocalDate change : List.of(LocalDate.of(2027, 1, 14), LocalDate.of(2027, 1, 25))) {
			PriceList card = PriceListsOf.of(Matchers.CONTEXT.exchange(), currency,
					List.of(PriceListsOf.entry(demand.role(), null, null, currency, "650", change.toString()),
							PriceListsOf.entry(demand.role(), null, null, currency, "500", "2026-01-01")),
					Map.of(), GeneratedPool.TODAY);
			PriceList rising = PriceListsOf.of(Matchers.CONTEXT.exchange(), currency,
					List.of(PriceListsOf.entry(demand.role(), null, null, currency, "500", "2026-01-01")),
					Map.of(change, new BigDecimal("30")), GeneratedPool.TODAY);
			for (PriceList prices : List.of(card, rising)) {
				Match match = new Scoring(demand, Matchers.weights(demand), Matchers.CONTEXT,
						new Buyer(prices, Workdays.ofWeek(null), GeneratedPool.TODAY))
					.match(away);
				assertThat(start(match)).contains("2027-01-25");
				assertThat(match.rate()).isEqualByComparingTo("650");
				assertThat(match.limits()).contains(Limit.RATE);
			}
		}
	}

	@Test
	void proficiencyInOneServerSideLanguageAndTwoMoreThatAreGoodIsTheBest() {
		assertThat(breadth(Map.of("Java", 4, "Python", 3, "Go", 3))).isEqualTo(1000);
		assertThat(breadth(Map.of("Java", 5, "Python", 3))).isEqualTo(900);
		assertThat(breadth(Map.of("Java", 5))).isEqualTo(600);
		assertThat(breadth(Map.of("Java", 3, "Python", 3))).isEqualTo(652);
		assertThat(breadth(Map.of("React", 5))).isZero();
	}

	private int breadth(Map<String, Integer> levels) {
		return ScoreScale.standing(standing(levels).breadth());
	}

	private BaselineScore standing(Map<String, Integer> levels) {
		Candidate person = with(this.generated.person(), levels.entrySet()
			.stream()
			.map((entry) -> new SkillHeld(id(entry.getKey()), entry.getValue(), 5, GeneratedPool.TODAY.getYear()))
			.collect(Collectors.toMap(SkillHeld::skillId, Function.identity())));
		return Matchers.CONTEXT.baselines().of(person, Matchers.CONTEXT.strengths().of(person.skills()));
	}

	private static long id(String skill) {
		return Matchers.TAXONOMY.find(skill).orElseThrow().id();
	}

	@Test
	void aSkillFadesWithItsHalfLifeAndCountsThroughWhatImpliesIt() {
		int year = GeneratedPool.TODAY.getYear();
		assertThat(strength("Java", "Java", new SkillHeld(id("Java"), 4, 8, year - 1))).isEqualTo(4);
		assertThat(strength("Java", "Java", new SkillHeld(id("Java"), 4, 8, year - 7))).isEqualTo(2);
		assertThat(strength("Java", "Java", new SkillHeld(id("Java"), 4, 0, year))).isEqualTo(3.4);
		assertThat(strength("Java", "Kotlin", new SkillHeld(id("Kotlin"), 5, 8, year))).isEqualTo(3);
		assertThat(Matchers.CONTEXT.strengths()
			.best(id("Java"), Map.of(id("Kotlin"), new SkillHeld(id("Kotlin"), 5, 8, year)))).isNotNull()
			.extracting(SkillEvidence::through, SkillEvidence::percent)
			.containsExactly("Kotlin", 60);
	}

	@Test
	void whatIsNotStatedCountsForLittleAndIsNotSaidToBeKnown() {
		Candidate drawn = this.generated.person();
		int years = 5;
		Demand any = this.generated.demand(1);
		Demand demand = new Demand(JobRole.BACK_END, Set.of(drawn.roles().iterator().next()), drawn.seniority(), years,
				List.of(new SkillRequirement(id("Java"), 4, Priority.REQUIRED)),
				Map.of("pt", LanguageLevel.B2, "en", LanguageLevel.B2), null, 0, any.workMode(), null, any.currency(),
				null, Set.of(), 0);
		Candidate silent = with(with(drawn, Map.of(id("Java"), SkillHeld.unstated(id("Java")))), drawn.seniority(),
				null, drawn.billRate(), drawn.availableFrom(), Map.of("en", LanguageLevel.C1));
		Candidate begun = with(silent, silent.seniority(), 0, silent.billRate(), silent.availableFrom(),
				silent.languages());
		assertThat(score(silent, demand).tenths()).isEqualTo(score(begun, demand).tenths());
		assertThat(keys(silent, demand))
			.contains("years.unstated [5]", "language.unstated [pt, B2]", "breadth.unstated []")
			.noneMatch((key) -> key.startsWith("years.below") || key.startsWith("years.met"));
		assertThat(keys(begun, demand)).contains("years.below [0, 5]");
		Demand nothing = new Demand(demand.role(), demand.roles(), demand.seniority(), 0, demand.skills(),
				demand.languages(), null, 0, demand.workMode(), null, demand.currency(), null, Set.of(), 0);
		assertThat(keys(silent, nothing)).noneMatch((key) -> key.startsWith("years"));
	}

	private static List<String> keys(Candidate person, Demand demand) {
		return score(person, demand).reasons()
			.stream()
			.map((reason) -> reason.key().replace("matching.reason.", "") + " " + reason.args())
			.toList();
	}

	private static double strength(String asked, String held, SkillHeld skill) {
		SkillEvidence evidence = Matchers.CONTEXT.strengths().best(id(asked), Map.of(id(held), skill));
		return (evidence != null) ? evidence.level() : 0;
	}

	@Test
	void goalsRaiseThoseWhoServeThem() {
		Map<String, Integer> deliverer = Map.of("Java", 4, "CI/CD", 5, "Test automation", 5, "Docker", 5, "Scrum", 5);
		Map<String, Integer> gatherer = Map.of("Java", 4, "Communication", 5, "Facilitation", 5);
		Map<String, Integer> mentor = Map.of("Java", 4, "Mentoring", 5, "Software architecture", 5);
		assertThat(standing(deliverer).workflow()).isGreaterThan(standing(gatherer).workflow())
			.isGreaterThan(standing(mentor).workflow());
		assertThat(Matchers.SETTINGS.weightsFor(Set.of(GoalKind.BRING_TEAMS_TOGETHER)).share(Part.LANGUAGES))
			.isGreaterThan(Matchers.SETTINGS.weightsFor(Set.of()).share(Part.LANGUAGES));
	}

	@Test
	void theBestStartIsThatOfTryingEveryDayWithEveryNumberOfDaysAWeek() {
		int lateOnes = 0;
		for (int round = 0; round < 4000; round++) {
			LocalDate earliest = GeneratedPool.TODAY.plusDays(this.random.nextInt(40));
			LocalDate latest = earliest.plusDays(this.random.nextInt(60));
			int asked = 1 + this.random.nextInt(10);
			DayCount week = new DayCount(asked);
			Schedule schedule = this.random.nextBoolean()
					? new Schedule(earliest, latest, latest.plusDays(3 + this.random.nextInt(120)), null, week)
					: new Schedule(earliest, latest, null, new DayCount(1 + this.random.nextInt(100)), week);
			Workdays workdays = workdays((round % 3 == 0) ? new Place("IL", null) : null, latest);
			LocalDate today = earliest.plusDays(this.random.nextInt(120) - 90L);
			LocalDate first = today.isAfter(earliest) ? today : earliest;
			Window window = new Window(schedule,
					new Buyer(PriceList.ofOwnRates(Matchers.CONTEXT.exchange(), "EUR", today), workdays, today), 60,
					800);
			int[] calendar = StartFinder.pack(this.generated.absences(4));
			int free = StartFinder.day(earliest) + this.random.nextInt(160) - 40;
			Window.Start best = window.best(free, calendar, 0, calendar.length);
			int fraction = 0;
			boolean fits = false;
			for (int halves = asked; halves > 0; halves--) {
				StartFinder finder = finder(schedule, workdays, halves);
				for (int day = Math.max(free, StartFinder.day(first)); day <= StartFinder.day(latest) + 60; day++) {
					if (finder.earliest(halves, day, day, calendar, 0, calendar.length) == day) {
						int start = finder.workday(day);
						boolean late = start > StartFinder.day(workdays.from(latest));
						int inTime = late ? Math.max(0, 1000 - (start - StartFinder.day(latest)) * 1000 / 60) : 1000;
						fraction = Math.max(fraction, inTime * (halves * 1000 / asked) / 1000);
						fits |= !late && halves * 10 >= asked * 8;
					}
				}
			}
			assertThat(best.fraction()).isEqualTo(fraction);
			assertThat(best.fits()).isEqualTo(fits);
			assertThat(workdays.from(LocalDate.ofEpochDay(best.day()))).isEqualTo(LocalDate.ofEpochDay(best.day()));
			assertThat(window.fits(free, calendar, 0, calendar.length)).isEqualTo(fits);
			if (best.fraction() > 0) {
				assertThat(finder(schedule, workdays, best.perWeek()).earliest(best.perWeek(), best.day(), best.day(),
						calendar, 0, calendar.length))
					.isEqualTo(best.day());
				lateOnes += (window.late(best.day()) > 0) ? 1 : 0;
			}
		}
		assertThat(lateOnes).isGreaterThan(200);
	}

	@Test
	void nobodyStartsBeforeTodayHoweverLongARequestHasWaited() {
		Demand asked = this.generated.demand(4);
		LocalDate today = GeneratedPool.TODAY;
		for (LocalDate latest : List.of(today.minusDays(40), today.plusDays(12))) {
			Demand waiting = asked
				.withSchedule(new Schedule(today.minusDays(60), latest, null, new DayCount(20), DayCount.of("5")));
			for (Match match : Matchers.everybody(this.generated.people(50), waiting, Matchers.weights(waiting))) {
				Start start = match.start();
				if (start != null) {
					assertThat(start.from()).isAfterOrEqualTo(today);
				}
				if (start == null || latest.isBefore(today)) {
					assertThat(match.limits()).contains(Limit.DATES);
				}
			}
		}
	}

	/** Public holidays and closures come alone, in runs, and around the latest start. */
	private Workdays workdays(@Nullable Place place, LocalDate latest) {
		LocalDate run = latest.plusDays(this.random.nextInt(12) - 8L);
		Stream<LocalDate> closed = run.datesUntil(run.plusDays(this.random.nextInt(12)));
		Stream<LocalDate> holidays = IntStream.range(0, this.random.nextInt(8))
			.mapToObj((one) -> latest.plusDays(this.random.nextInt(160) - 80L));
		return new Workdays(place, Stream.concat(closed, holidays).collect(Collectors.toSet()));
	}

	private static StartFinder finder(Schedule schedule, Workdays workdays, int halves) {
		LocalDate end = schedule.end();
		DayCount days = schedule.days();
		return (end != null) ? new StartFinder(workdays, StartFinder.day(end), 1000) : new StartFinder(workdays,
				StartFinder.NEVER, (int) Math.ceil(7.0 * java.util.Objects.requireNonNull(days).halves() / halves) - 1);
	}

	@Test
	void weeksAreJudgedOneByOneAndTheMatchSaysWithHowManyDays() {
		LocalDate start = LocalDate.of(2026, 12, 14);
		Schedule schedule = new Schedule(start, start.plusDays(21), LocalDate.of(2027, 4, 6), null, DayCount.of("3"));
		Demand demand = this.generated.demand(2).withSchedule(schedule);
		// Half of all days until April are free, but not one in December.
		Match full = score(booked(start, "MON,TUE,WED,THU,FRI", "2027-02-04"), demand);
		assertThat(full.limits()).contains(Limit.DATES);
		assertThat(start(full)).isEqualTo("matching.reason.available.late 2027-02-05 32 3");
		Match part = score(booked(start, "MON,TUE,WED/2", "2027-02-04"), demand);
		assertThat(part.limits()).doesNotContain(Limit.DATES);
		assertThat(start(part)).isEqualTo("matching.reason.available.partly 2026-12-16 2.5 3");
		assertThat(start(score(booked(start, "MON,TUE", "2027-02-04"), demand)))
			.isEqualTo("matching.reason.available 2026-12-16 3");
		assertThat(start(score(booked(start, "MON,TUE,WED,THU,FRI", "2027-06-30"), demand)))
			.isEqualTo("matching.reason.available.never");
	}

	private static String start(Match match) {
		Reason reason = match.parts().get(Part.AVAILABILITY.ordinal()).reasons().get(0);
		return (reason.key() + " " + reason.args().stream().map(String::valueOf).collect(Collectors.joining(" ")))
			.strip();
	}

	private Candidate booked(LocalDate from, String weekdays, String to) {
		Candidate person = this.generated.person();
		return new Candidate(person.id(), person.reference(), person.name(), person.headline(), person.roles(),
				person.seniority(), person.years(), person
					.place(),
				person.city(), person.timeZone(), person.workModes(), person.employment(), person.currency(),
				person.payRate(), person.billRate(), person.billedSince(), GeneratedPool.TODAY, person.skills(),
				person.languages(), List.of(new AbsenceRow(1, "E-1", person.id(), AbsenceKind.ENGAGED, from,
						LocalDate.parse(to), Allocation.parse(weekdays))),
				person.rating(), person.certifications());
	}

	@Test
	void weightsAreReadAsTheyAreWrittenAndNonsenseIsNone() {
		for (int round = 0; round < 200; round++) {
			Weights weights = new Weights(Stream.of(Part.values())
				.collect(Collectors.toMap(Function.identity(), (part) -> this.random.nextInt(61))));
			assertThat(Weights.read(weights.toString())).contains(weights);
			assertThat(java.util.Arrays.stream(weights.tenths()).sum()).isEqualTo(1000);
		}
		assertThat(Weights.read("")).isEmpty();
		assertThat(Weights.read("1-2-3")).isEmpty();
		assertThat(Weights.read("0-0-0-0-0-0-0-0-0-0-0")).isEmpty();
		assertThat(Weights.read("61-0-0-0-0-0-0-0-0-0-0")).isEmpty();
		assertThat(Weights.read("-1-0-0-0-0-0-0-0-0-0-1")).isEmpty();
	}

	private static Match score(Candidate person, Demand demand) {
		return new Scoring(demand, Matchers.weights(demand), Matchers.CONTEXT, Matchers.buyer(demand)).match(person);
	}

}
