package org.muster.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.Place;
import org.muster.consultants.Candidate;
import org.muster.consultants.Consultant;
import org.muster.consultants.DatedRates;
import org.muster.consultants.SkillHeld;
import org.muster.pricing.PriceList;
import org.muster.pricing.PriceListsOf;
import org.muster.pricing.RateCards;
import org.muster.requests.GoalKind;
import org.muster.requests.Priority;
import org.muster.requests.Schedule;
import org.muster.requests.SkillRequirement;
import org.muster.skills.Skill;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/**
 * People and demands drawn at random, the same for the same seed: skills by Zipf's law
 * over the taxonomy, so that few skills are held by many and many by few.
 */
final class GeneratedPool {

	static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

	private static final List<String> ZONES = List.of("Europe/Lisbon", "Europe/Berlin", "Europe/Warsaw", "Asia/Kolkata",
			"America/New_York", "America/Sao_Paulo", "Europe/Kyiv");

	private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "pl", "it", "nl");

	private static final List<String> COUNTRIES = List.of("PT", "DE", "IN");

	private static final String[] CURRENCIES = { "EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "GBP", "PLN", "USD" };

	private final List<Skill> skills;

	/** The chance that a skill is one of the first ones up to a place. */
	private final double[] chances;

	private final Random random;

	private final int perPerson;

	private long next = 1;

	GeneratedPool(Taxonomy taxonomy, long seed, int skillsPerPerson) {
		this.random = new Random(seed);
		this.perPerson = skillsPerPerson;
		List<Skill> shuffled = new ArrayList<>(taxonomy.all());
		java.util.Collections.shuffle(shuffled, new Random(5));
		this.skills = shuffled;
		this.chances = new double[this.skills.size()];
		double sum = 0;
		for (int place = 0; place < this.chances.length; place++) {
			sum += 1.0 / (place + 1);
			this.chances[place] = sum;
		}
		for (int place = 0; place < this.chances.length; place++) {
			this.chances[place] /= sum;
		}
	}

	List<Candidate> people(int count) {
		List<Candidate> people = new ArrayList<>(count);
		for (int one = 0; one < count; one++) {
			people.add(person());
		}
		return people;
	}

	Candidate person() {
		long id = this.next++;
		int years = this.random.nextInt(20);
		Seniority seniority = Seniority.values()[Math.min(3, years / 4)];
		Map<Long, SkillHeld> held = new HashMap<>();
		while (held.size() < this.perPerson) {
			long skill = skill();
			held.putIfAbsent(skill,
					new SkillHeld(skill, stated(1 + this.random.nextInt(5), id + skill, 11),
							stated(this.random.nextInt(years + 1), id + skill, 13),
							stated(TODAY.getYear() - this.random.nextInt(6), id + skill, 7)));
		}
		Map<String, LanguageLevel> languages = new TreeMap<>();
		languages.put(LANGUAGES.get(this.random.nextInt(LANGUAGES.size())), LanguageLevel.C2);
		languages.putIfAbsent("en", LanguageLevel.values()[1 + this.random.nextInt(5)]);
		BigDecimal rate = BigDecimal.valueOf(200 + 5L * this.random.nextInt(120));
		int reviews = Math.max(0, this.random.nextInt(6) - 2);
		return new Candidate(id, "C-" + id, "Person " + id, "Developer", roles(), seniority, stated(years, id, 9),
				new Place(COUNTRIES.get((int) (id % COUNTRIES.size())), null), "", pick(ZONES),
				EnumSet.of(pick(List.of(WorkMode.values())), WorkMode.REMOTE), Employment.EMPLOYEE, currency(id), rate,
				rate, since(id), TODAY.plusDays(this.random.nextInt(150) - 60L), held, languages, absences(id),
				(reviews == 0) ? Candidate.Rating.NONE : new Candidate.Rating(reviews, mark(), mark(), mark()),
				Math.max(0, this.random.nextInt(5) - 2), laterRates(id, rate));
	}

	/** One in some is not stated. */
	private static @Nullable Integer stated(int number, long of, int some) {
		return (of % some == 0) ? null : Integer.valueOf(number);
	}

	/** Long ago, today, or on a day between. */
	private static LocalDate since(long id) {
		return TODAY.minusDays(new Random(id).nextInt(5) * 20L);
	}

	/** Of some the rate changes, up or down, once or twice. */
	private static NavigableMap<LocalDate, DatedRates> laterRates(long id, BigDecimal rate) {
		NavigableMap<LocalDate, DatedRates> later = new TreeMap<>();
		Random random = new Random(id);
		for (int change = 0; change < 2 && id % 5 == 0; change++) {
			BigDecimal other = rate.add(BigDecimal.valueOf(5L * (random.nextInt(60) - 30)));
			LocalDate from = TODAY.plusDays(1 + random.nextInt(90));
			later.put(from,
					new DatedRates(new Consultant.Rates(other, other), random.nextBoolean() ? from : since(id)));
		}
		return later;
	}

	/** Some are paid in yen, and some in a currency without a rate of exchange. */
	private String currency(long id) {
		String usual = CURRENCIES[this.random.nextInt(CURRENCIES.length)];
		return (id % 31 == 0) ? "KWD" : (id % 29 == 0) ? "JPY" : usual;
	}

	private double mark() {
		return 2.5 + this.random.nextInt(6) / 2.0;
	}

	private Set<JobRole> roles() {
		return EnumSet.of(pick(List.of(JobRole.values())), pick(List.of(JobRole.BACK_END, JobRole.FULL_STACK)));
	}

	private List<AbsenceRow> absences(long id) {
		if (this.random.nextInt(4) > 0) {
			return List.of();
		}
		LocalDate from = TODAY.plusDays(this.random.nextInt(200) - 60L);
		return List.of(new AbsenceRow(id, null, id, pick(List.of(AbsenceKind.values())), from,
				from.plusDays(this.random.nextInt(90)),
				Allocation.ofWeekly(new DayCount(1 + this.random.nextInt(10)))));
	}

	/** Up to a few of any kind, on any weekdays. */
	List<AbsenceRow> absences(int most) {
		List<AbsenceRow> absences = new ArrayList<>();
		for (int one = this.random.nextInt(most + 1); one > 0; one--) {
			LocalDate from = TODAY.plusDays(this.random.nextInt(150) - 30L);
			Map<java.time.DayOfWeek, Integer> halves = new HashMap<>();
			int weekdays = 1 + this.random.nextInt(5);
			while (halves.size() < weekdays) {
				halves.put(java.time.DayOfWeek.of(1 + this.random.nextInt(6)), 1 + this.random.nextInt(2));
			}
			absences.add(new AbsenceRow(one, null, 1, pick(List.of(AbsenceKind.values())), from,
					from.plusDays(this.random.nextInt(80)), new Allocation(halves)));
		}
		return absences;
	}

	private long skill() {
		int at = Arrays.binarySearch(this.chances, this.random.nextDouble());
		return this.skills.get((at >= 0) ? at : Math.min(-at - 1, this.skills.size() - 1)).id();
	}

	private <T> T pick(List<T> among) {
		return among.get(this.random.nextInt(among.size()));
	}

	/**
	 * @param skills how many are asked for, about two of three of them required
	 */
	Demand demand(int skills) {
		Map<Long, SkillRequirement> asked = new TreeMap<>();
		while (asked.size() < skills) {
			long skill = skill();
			asked.putIfAbsent(skill, new SkillRequirement(skill, 2 + this.random.nextInt(3),
					(this.random.nextInt(3) > 0) ? Priority.REQUIRED : Priority.NICE_TO_HAVE));
		}
		// Some requests have waited for longer than they should.
		LocalDate start = TODAY.plusDays(this.random.nextInt(90) - 23L);
		Schedule schedule = (this.random.nextBoolean())
				? new Schedule(start, start.plusDays(21), start.plusMonths(5), null,
						new DayCount(2 + this.random.nextInt(9)))
				: new Schedule(start, start.plusDays(21), null, DayCount.of("60"),
						new DayCount(2 + this.random.nextInt(9)));
		JobRole role = pick(List.of(JobRole.values()));
		EnumSet<GoalKind> goals = EnumSet.noneOf(GoalKind.class);
		for (GoalKind goal : GoalKind.values()) {
			if (this.random.nextInt(3) == 0) {
				goals.add(goal);
			}
		}
		return new Demand(role, Set.of(role), pick(List.of(Seniority.values())), this.random.nextInt(9),
				List.copyOf(asked.values()), Map.of("en", LanguageLevel.B2), pick(ZONES), this.random.nextInt(7),
				WorkMode.REMOTE, BigDecimal.valueOf(400 + 20L * this.random.nextInt(20)),
				CURRENCIES[this.random.nextInt(CURRENCIES.length)], schedule, goals, 0);
	}

	/** A rate card for the demand's role, and rates that rise or have risen. */
	PriceList prices(Demand demand) {
		List<RateCards.Entry> entries = new ArrayList<>();
		for (int one = this.random.nextInt(6); one > 0; one--) {
			entries.add(PriceListsOf.entry(demand.role(), (one % 2 == 0) ? demand.seniority() : null, pick(COUNTRIES),
					CURRENCIES[this.random.nextInt(CURRENCIES.length)],
					String.valueOf(300 + 10 * this.random.nextInt(40)),
					TODAY.plusDays(this.random.nextInt(120) - 60L).toString()));
		}
		Map<LocalDate, BigDecimal> rises = new HashMap<>();
		for (int one = this.random.nextInt(3); one > 0; one--) {
			rises.put(TODAY.plusDays(this.random.nextInt(180) - 60L),
					BigDecimal.valueOf(1 + this.random.nextInt(900), 2));
		}
		return PriceListsOf.of(Matchers.CONTEXT.exchange(), demand.currency(), entries, rises, TODAY);
	}

	int number(int below) {
		return this.random.nextInt(below);
	}

}
