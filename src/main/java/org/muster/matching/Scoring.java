package org.muster.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.availability.Start;
import org.muster.availability.StartFinder;
import org.muster.calendar.DayCount;
import org.muster.consultants.Candidate;
import org.muster.consultants.DatedRates;
import org.muster.money.Money;
import org.muster.pricing.Price;
import org.muster.requests.GoalKind;
import org.muster.requests.Schedule;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.WorkMode;

/**
 * Holds candidates against what one seat asks, one by one and with every reason. The
 * points of each part are its fraction, 0 to 1, of the most that its weight gives;
 * {@link ScoreScale}, {@link Strengths}, {@link BaselineScorer} and {@link Window} say
 * how the fractions are found. What nothing is asked of is met.
 */
final class Scoring {

	private static final int STRONG = 600;

	private final Demand demand;

	private final ScoringContext context;

	private final Buyer buyer;

	private final int[] most;

	private final @Nullable Window window;

	Scoring(Demand demand, Weights weights, ScoringContext context, Buyer buyer) {
		this.buyer = buyer;
		this.demand = demand;
		this.context = context;
		this.most = weights.tenths();
		this.window = Window.of(demand, buyer, context.settings());
	}

	Match match(Candidate candidate) {
		return new Judgement(candidate).match();
	}

	/** One candidate against the demand. */
	private final class Judgement {

		private final Candidate candidate;

		private final Demand demand = Scoring.this.demand;

		private final Map<Part, PartScore> parts = new EnumMap<>(Part.class);

		private final Set<Limit> limits = EnumSet.noneOf(Limit.class);

		private final List<SkillMatch> skills;

		private final BaselineScore baseline;

		/** When the work begins, or {@code null} while its dates are open. */
		private final Window.@Nullable Start found;

		private @Nullable Start start;

		/** In the currency of the demand; {@code null} where it is not comparable. */
		private final @Nullable Price price;

		private Judgement(Candidate candidate) {
			this.candidate = candidate;
			ScoringContext context = Scoring.this.context;
			this.skills = this.demand.skills()
				.stream()
				.map((asked) -> new SkillMatch(asked, context.taxonomy().get(asked.skillId()).name(),
						context.strengths().best(asked.skillId(), candidate.skills())))
				.toList();
			this.baseline = context.baselines().of(candidate, context.strengths().of(candidate.skills()));
			this.found = found(Scoring.this.window);
			LocalDate first = Scoring.this.buyer.prices()
				.firstDay((this.found != null) ? LocalDate.ofEpochDay(this.found.day()) : candidate.availableFrom());
			DatedRates own = candidate.ratesOn(first);
			this.price = Scoring.this.buyer.prices()
				.price(this.demand.role(), this.demand.seniority(), candidate.place(), first,
						Money.of(own.bill(), candidate.currency()), own.since())
				.orElse(null);
		}

		private Window.@Nullable Start found(@Nullable Window window) {
			int[] calendar = StartFinder.pack(this.candidate.absences());
			return (window != null)
					? window.best(StartFinder.day(this.candidate.availableFrom()), calendar, 0, calendar.length) : null;
		}

		Match match() {
			skills(Part.REQUIRED, this.skills.stream().filter((skill) -> skill.requirement().isRequired()).toList());
			skills(Part.NICE, this.skills.stream().filter((skill) -> !skill.requirement().isRequired()).toList());
			breadth();
			seniority();
			availability();
			rate();
			languages();
			overlap();
			mode();
			reviews();
			goals();
			return new Match(this.candidate, List.copyOf(this.parts.values()), this.skills, this.price, this.limits,
					this.start);
		}

		private void put(Part part, int fraction, List<Reason> reasons) {
			int most = Scoring.this.most[part.ordinal()];
			this.parts.put(part, new PartScore(part, ScoreScale.points(most, fraction), most, reasons));
		}

		private void skills(Part part, List<SkillMatch> asked) {
			if (asked.isEmpty()) {
				put(part, ScoreScale.FULL, List.of(Reason.good("skills.none." + part)));
				return;
			}
			long met = asked.stream().filter((skill) -> skill.outcome() == SkillMatch.Outcome.MET).count();
			if (part == Part.REQUIRED && asked.stream().anyMatch((skill) -> !skill.isEnough())) {
				this.limits.add(Limit.SKILL);
			}
			put(part, asked.stream().mapToInt(SkillMatch::fraction).sum() / asked.size(), List
				.of(new Reason("matching.reason.skills." + part, List.of(met, asked.size()), met == asked.size())));
		}

		private void breadth() {
			if (!this.demand.isServerSide()) {
				put(Part.BREADTH, ScoreScale.FULL, List.of(Reason.good("breadth.none")));
				return;
			}
			int[] levels = Scoring.this.context.baselines().serverSideLevels(this.candidate);
			long proficient = Arrays.stream(levels).filter((level) -> level >= 4).count();
			long good = Arrays.stream(levels).filter((level) -> level >= 3).count();
			Reason reason = (proficient > 0)
					? new Reason("matching.reason.breadth." + Math.min(2, good - 1), List.of(), good > 1)
					: Reason.bad((good > 0) ? "breadth.good" : "breadth.weak");
			boolean unstated = Scoring.this.context.baselines().isServerSideUnstated(this.candidate);
			put(Part.BREADTH, ScoreScale.standing(this.baseline.breadth()),
					List.of((unstated && !reason.speaksFor()) ? Reason.bad("breadth.unstated") : reason));
		}

		private void seniority() {
			List<Reason> reasons = new ArrayList<>();
			boolean role = this.demand.roles().stream().anyMatch(this.candidate.roles()::contains);
			if (!role) {
				this.limits.add(Limit.ROLE);
				reasons.add(Reason.bad("role.other", this.demand.role()));
			}
			boolean senior = this.candidate.seniority().compareTo(this.demand.seniority()) >= 0;
			reasons.add(senior ? Reason.good("seniority.met", this.candidate.seniority())
					: Reason.bad("seniority.below", this.candidate.seniority(), this.demand.seniority()));
			years().ifPresent(reasons::add);
			put(Part.SENIORITY, role ? ScoreScale.seniority(this.candidate.seniority().ordinal(),
					this.demand.seniority().ordinal(), this.candidate.countedYears(), this.demand.years()) : 0,
					reasons);
		}

		/** Nothing where none are stated and none are asked. */
		private Optional<Reason> years() {
			Integer years = this.candidate.years();
			int asked = this.demand.years();
			if (years == null) {
				return Optional.of(Reason.bad("years.unstated", asked)).filter((reason) -> asked > 0);
			}
			return Optional.of((years >= asked) ? Reason.good("years.met", years, asked)
					: Reason.bad("years.below", years, asked));
		}

		private void availability() {
			Window window = Scoring.this.window;
			Window.Start start = this.found;
			if (window == null || start == null) {
				put(Part.AVAILABILITY, ScoreScale.FULL, List.of(Reason.good("dates.open")));
				return;
			}
			if (!start.fits()) {
				this.limits.add(Limit.DATES);
			}
			if (start.perWeek() == 0) {
				put(Part.AVAILABILITY, start.fraction(), List.of(Reason.bad("available.never")));
				return;
			}
			Start step = new Start(LocalDate.ofEpochDay(start.day()), new DayCount(start.perWeek()));
			this.start = step;
			List<Reason> reasons = new ArrayList<>(List.of(available(step, window.late(start.day()))));
			DayCount leave = this.candidate.capacity()
				.leave(step, LocalDate.ofEpochDay(window.end(start)), Scoring.this.buyer.place());
			if (!leave.isZero()) {
				reasons.add(Reason.good("available.leave", leave));
			}
			put(Part.AVAILABILITY, start.fraction(), reasons);
		}

		private Reason available(Start start, int late) {
			DayCount asked = Objects.requireNonNull(this.demand.schedule()).daysPerWeek();
			boolean full = start.perWeek().equals(asked);
			if (late > 0) {
				return full ? Reason.bad("available.late", start.from(), late, asked)
						: Reason.bad("available.late.partly", start.from(), late, start.perWeek(), asked);
			}
			return full ? Reason.good("available", start.from(), asked)
					: Reason.bad("available.partly", start.from(), start.perWeek(), asked);
		}

		private void rate() {
			BigDecimal cap = this.demand.cap();
			String currency = this.demand.currency();
			List<Reason> reasons = new ArrayList<>();
			int fraction = ScoreScale.FULL;
			if (cap == null) {
				reasons.add(Reason.good("rate.open"));
			}
			else if (this.price == null) {
				fraction = ScoreScale.FULL / 2;
				reasons.add(Reason.bad("rate.unknown", this.candidate.currency(), currency));
			}
			else {
				BigDecimal rate = this.price.amount();
				fraction = ScoreScale.rate(Rates.units(rate), Rates.units(cap));
				if (rate.compareTo(cap) > 0) {
					this.limits.add(Limit.RATE);
					reasons.add(Reason.bad("rate.above", Money.of(rate.subtract(cap), currency)));
				}
				else {
					reasons.add(Reason.good("rate.within", Money.of(cap, currency)));
				}
			}
			if (this.price != null && this.price.isConverted()) {
				reasons.add(Reason.good("rate.converted", this.price.origin(), this.price.listed(),
						Scoring.this.context.exchange().date()));
			}
			if (this.price != null && this.price.isRaised()) {
				reasons.add(Reason.good("rate.raised", this.price.listed(), this.price.rate()));
			}
			put(Part.RATE, fraction, reasons);
		}

		private void languages() {
			if (this.demand.languages().isEmpty()) {
				put(Part.LANGUAGES, ScoreScale.FULL, List.of(Reason.good("languages.none")));
				return;
			}
			List<Reason> reasons = new ArrayList<>();
			int sum = 0;
			for (Map.Entry<String, LanguageLevel> asked : this.demand.languages().entrySet()) {
				LanguageLevel held = this.candidate.languages().get(asked.getKey());
				sum += ScoreScale.language(code(held), code(asked.getValue()));
				if (held == null || !held.reaches(asked.getValue())) {
					this.limits.add(Limit.LANGUAGE);
					Locale language = Locale.forLanguageTag(asked.getKey());
					reasons.add((held != null) ? Reason.bad("language.below", language, held, asked.getValue())
							: Reason.bad("language.unstated", language, asked.getValue()));
				}
			}
			if (reasons.isEmpty()) {
				reasons.add(Reason.good("languages.met"));
			}
			put(Part.LANGUAGES, sum / this.demand.languages().size(), reasons);
		}

		private void overlap() {
			if (this.demand.hours() == 0) {
				put(Part.OVERLAP, ScoreScale.FULL, List.of(Reason.good("overlap.none")));
				return;
			}
			int minutes = overlapMinutes(this.demand, this.candidate.timeZone());
			boolean enough = minutes >= this.demand.hours() * 60;
			if (!enough) {
				this.limits.add(Limit.OVERLAP);
			}
			put(Part.OVERLAP, ScoreScale.overlap(minutes, this.demand.hours()),
					List.of(enough ? Reason.good("overlap.met", minutes / 60.0)
							: Reason.bad("overlap.below", minutes / 60.0, this.demand.hours())));
		}

		private void mode() {
			WorkMode mode = this.demand.workMode();
			boolean works = this.candidate.workModes().contains(mode);
			if (!works) {
				this.limits.add(Limit.MODE);
			}
			put(Part.MODE, works ? ScoreScale.FULL : 0,
					List.of(works ? Reason.good("mode.met", mode) : Reason.bad("mode.other", mode)));
		}

		private void reviews() {
			int reviews = this.candidate.rating().reviews();
			put(Part.REVIEWS, ScoreScale.standing(this.baseline.reviews()),
					List.of((reviews == 0) ? Reason.bad("reviews.none")
							: new Reason("matching.reason.reviews",
									List.of(Math.round(this.candidate.rating().overall() * 10) / 10.0, reviews),
									this.candidate.rating().overall() >= BaselineScorer.USUAL)));
		}

		private void goals() {
			Set<GoalKind> goals = this.demand.goals();
			if (goals.isEmpty()) {
				put(Part.GOALS, ScoreScale.FULL, List.of(Reason.good("goals.none")));
				return;
			}
			List<Reason> reasons = new ArrayList<>();
			int sum = 0;
			for (GoalKind goal : goals.stream().sorted().toList()) {
				int baseline = standing(goal, this.baseline);
				sum += baseline;
				boolean strong = ScoreScale.standing(baseline) >= STRONG;
				reasons.add(
						new Reason("matching.reason.goal." + goal + (strong ? ".strong" : ".weak"), List.of(), strong));
			}
			put(Part.GOALS, ScoreScale.standing(sum) / goals.size(), reasons);
		}

	}

	static int standing(GoalKind goal, BaselineScore baseline) {
		return switch (goal) {
			case EFFICIENT_WORKFLOW -> baseline.workflow();
			case BRING_TEAMS_TOGETHER -> baseline.together();
			case STEP_UP_LEVEL -> baseline.level();
		};
	}

	/** 0 for none, 1 (A1) to 6 (C2). */
	static int code(@Nullable LanguageLevel level) {
		return (level != null) ? level.ordinal() + 1 : 0;
	}

	/**
	 * Minutes that two working days have in common, on the first day of the work: clocks
	 * are changed on different days in different places.
	 */
	static int overlapMinutes(Demand demand, String zone) {
		Schedule schedule = demand.schedule();
		LocalDate day = (schedule != null) ? schedule.earliestStart() : LocalDate.EPOCH;
		return ScoreScale
			.minutesInCommon((offset(zone, day) - offset(Objects.requireNonNull(demand.timeZone()), day)) / 60);
	}

	private static int offset(String zone, LocalDate day) {
		ZoneOffset offset = day.atTime(9, 0).atZone(ZoneId.of(zone)).getOffset();
		return offset.getTotalSeconds();
	}

}
