package org.muster.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.requests.GoalKind;
import org.muster.requests.SkillRequirement;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;

/**
 * A demand made ready for the index: names as numbers, and tables instead of formulas.
 * The very points that {@link Scoring} gives.
 */
final class Query {

	/** Gains are counted in this part of a tenth of a point. */
	static final int SCALE = 32;

	private static final int VALUES = 256;

	private static final int SENIORITIES = Seniority.values().length;

	final boolean limitsSkills;

	private final boolean limitsRate;

	final Asked[] asked;

	private final int required;

	private final int nice;

	private final int[] most;

	private final Demand demand;

	private final Set<Limit> limits;

	private final Rates rates;

	/** Above as many whole euros the limit of the rate excludes everybody. */
	final int capInEuros;

	private final int[] languages;

	private final int[] levels;

	private final int[] minutes;

	private final int roles;

	private final int mode;

	private final @Nullable Starts starts;

	/** Points by seniority and years, by standing and by zone. */
	private final char[] seniorityPoints = new char[SENIORITIES * VALUES];

	private final char[] breadthPoints = new char[VALUES];

	private final char[] reviewPoints = new char[VALUES];

	private final char[] overlapPoints;

	/** By the sum of the standings for each of the goals. */
	private final char[] goalPoints;

	private final boolean workflow;

	private final boolean together;

	private final boolean level;

	/** The most of what is calculated last. */
	private final int mostOfTheRest;

	/**
	 * A skill that is asked for.
	 *
	 * @param least the strength without which a required skill is missing
	 * @param gain by the strength held, at least what it adds to the score, in
	 * {@link #SCALE}ths of a tenth
	 */
	record Asked(long skill, int level, boolean required, int least, char[] gain) {
	}

	/**
	 * @param limits those that exclude
	 */
	Query(Demand demand, Weights weights, Set<Limit> limits, ScoringContext context, Buyer buyer, PoolNames names) {
		this.demand = demand;
		this.limits = limits;
		this.limitsSkills = limits.contains(Limit.SKILL) && !demand.required().isEmpty();
		this.limitsRate = limits.contains(Limit.RATE);
		this.most = weights.tenths();
		Window window = Window.of(demand, buyer, context.settings());
		this.starts = (window != null) ? new Starts(window) : null;
		this.rates = new Rates(demand, buyer.prices(), this.starts, context, names);
		this.capInEuros = this.limitsRate ? this.rates.capInEuros : Integer.MAX_VALUE;
		List<SkillRequirement> required = demand.required();
		List<SkillRequirement> nice = demand.nice();
		this.required = required.size();
		this.nice = nice.size();
		this.asked = demand.skills().stream().map(this::asked).toArray(Asked[]::new);
		this.languages = new int[demand.languages().size()];
		this.levels = new int[this.languages.length];
		int at = 0;
		for (Map.Entry<String, LanguageLevel> one : demand.languages().entrySet()) {
			this.languages[at] = names.languages().number(one.getKey());
			this.levels[at++] = Scoring.code(one.getValue());
		}
		this.minutes = new int[names.zones().size()];
		if (demand.hours() > 0) {
			Arrays.setAll(this.minutes, (zone) -> Scoring.overlapMinutes(demand, names.zones().name(zone)));
		}
		this.roles = PoolRow.bits(demand.roles());
		this.mode = PoolRow.bits(List.of(demand.workMode()));
		this.overlapPoints = new char[this.minutes.length];
		for (int zone = 0; zone < this.minutes.length; zone++) {
			this.overlapPoints[zone] = (char) points(Part.OVERLAP,
					(demand.hours() == 0) ? ScoreScale.FULL : ScoreScale.overlap(this.minutes[zone], demand.hours()));
		}
		this.workflow = demand.goals().contains(GoalKind.EFFICIENT_WORKFLOW);
		this.together = demand.goals().contains(GoalKind.BRING_TEAMS_TOGETHER);
		this.level = demand.goals().contains(GoalKind.STEP_UP_LEVEL);
		this.goalPoints = new char[Math.max(1, demand.goals().size()) * ScoreScale.STANDING + 1];
		fillTables();
		this.mostOfTheRest = points(Part.AVAILABILITY, ScoreScale.FULL) + points(Part.RATE, ScoreScale.FULL)
				+ points(Part.LANGUAGES, ScoreScale.FULL) + points(Part.MODE, ScoreScale.FULL);
	}

	private void fillTables() {
		for (int value = 0; value < VALUES; value++) {
			for (int seniority = 0; seniority < SENIORITIES; seniority++) {
				this.seniorityPoints[seniority * VALUES + value] = (char) points(Part.SENIORITY,
						ScoreScale.seniority(seniority, this.demand.seniority().ordinal(), value, this.demand.years()));
			}
			this.breadthPoints[value] = (char) points(Part.BREADTH,
					this.demand.isServerSide() ? ScoreScale.standing(value) : ScoreScale.FULL);
			this.reviewPoints[value] = (char) points(Part.REVIEWS, ScoreScale.standing(value));
		}
		int goals = this.demand.goals().size();
		for (int sum = 0; sum < this.goalPoints.length; sum++) {
			this.goalPoints[sum] = (char) points(Part.GOALS,
					(goals == 0) ? ScoreScale.FULL : ScoreScale.standing(sum) / goals);
		}
	}

	private Asked asked(SkillRequirement one) {
		Part part = one.isRequired() ? Part.REQUIRED : Part.NICE;
		int count = one.isRequired() ? this.required : this.nice;
		char[] gain = new char[VALUES];
		for (int units = 1; units < VALUES; units++) {
			long most = (long) this.most[part.ordinal()] * SCALE * ScoreScale.skill(units, one.level());
			long parts = (long) ScoreScale.FULL * count;
			gain[units] = (char) ((most + parts - 1) / parts);
		}
		return new Asked(one.skillId(), one.level(), one.isRequired(), ScoreScale.leastUnits(one.level()), gain);
	}

	/** What a day costs, in {@link Rates#UNITS} of the demand's currency. */
	long units(Segment pool, int at) {
		return this.rates.units(pool, at);
	}

	/** Whether a day costs no more than some units. */
	boolean isCheaper(Segment pool, int at, long units) {
		return this.rates.isCheaper(pool, at, units);
	}

	/** Whether the limit of the rate does not exclude a person. */
	boolean isWithinCap(Segment pool, int at) {
		return !this.limitsRate || this.rates.isWithinCap(pool, at);
	}

	/** Whether the limit of the rate does not exclude a person for certain. */
	boolean mayBeWithinCap(Segment pool, int at) {
		return !this.limitsRate || this.rates.mayBeWithinCap(pool, at);
	}

	/** Whether no limit excludes a person; the required skills are left aside. */
	boolean passes(Segment pool, int at) {
		Set<Limit> limits = this.limits;
		if (limits.isEmpty()) {
			return true;
		}
		// The quickest first: what a day costs may depend on when the work begins.
		return (!limits.contains(Limit.ROLE) || (pool.roles[at] & this.roles) != 0)
				&& (!limits.contains(Limit.MODE) || (pool.modes[at] & this.mode) != 0)
				&& (!limits.contains(Limit.OVERLAP) || this.demand.hours() == 0
						|| this.minutes[pool.zones[at]] >= this.demand.hours() * 60)
				&& (!limits.contains(Limit.LANGUAGE) || speaks(pool, at))
				&& (!limits.contains(Limit.DATES) || this.starts == null || this.starts.fits(pool, at))
				&& isWithinCap(pool, at);
	}

	private boolean speaks(Segment pool, int at) {
		for (int one = 0; one < this.languages.length; one++) {
			if (pool.language(this.languages[one]).at(at) < this.levels[one]) {
				return false;
			}
		}
		return true;
	}

	/** When a person can begin; {@code null} while the dates are open. */
	Window.@Nullable Start start(Segment pool, int at) {
		return (this.starts != null) ? this.starts.best(pool, at) : null;
	}

	/** Points in tenths. */
	int score(Segment pool, int at) {
		int required = 0;
		int nice = 0;
		for (Asked one : this.asked) {
			int fraction = ScoreScale.skill(pool.skill(one.skill()).at(at), one.level());
			if (one.required()) {
				required += fraction;
			}
			else {
				nice += fraction;
			}
		}
		return points(Part.REQUIRED, (this.required > 0) ? required / this.required : ScoreScale.FULL)
				+ points(Part.NICE, (this.nice > 0) ? nice / this.nice : ScoreScale.FULL) + standing(pool, at)
				+ this.overlapPoints[pool.zones[at]] + points(Part.AVAILABILITY, availability(pool, at))
				+ points(Part.RATE, this.rates.fraction(pool, at)) + points(Part.LANGUAGES, languages(pool, at))
				+ points(Part.MODE, ((pool.modes[at] & this.mode) != 0) ? ScoreScale.FULL : 0);
	}

	private int points(Part part, int fraction) {
		return ScoreScale.points(this.most[part.ordinal()], fraction);
	}

	private int standing(int seniority, int years, int breadth, int reviews, int workflow, int together, int level) {
		int goals = (this.workflow ? workflow : 0) + (this.together ? together : 0) + (this.level ? level : 0);
		return this.seniorityPoints[seniority * VALUES + years] + this.breadthPoints[breadth]
				+ this.reviewPoints[reviews] + this.goalPoints[goals];
	}

	private int standing(Segment pool, int at) {
		int standing = standing(pool.seniorities[at], pool.years[at] & 0xff, pool.breadth[at] & 0xff,
				pool.reviews[at] & 0xff, pool.workflow[at] & 0xff, pool.together[at] & 0xff, pool.level[at] & 0xff);
		return ((pool.roles[at] & this.roles) != 0) ? standing
				: standing - this.seniorityPoints[pool.seniorities[at] * VALUES + (pool.years[at] & 0xff)];
	}

	/** No more than this comes from anything but skills in a block, in tenths. */
	int mostOfBlock(Segment pool, int block) {
		BaselineScore best = pool.best[block];
		return standing(pool.bestSeniority[block], pool.bestYears[block] & 0xff, best.breadth(), best.reviews(),
				best.workflow(), best.together(), best.level()) + points(Part.OVERLAP, ScoreScale.FULL)
				+ this.mostOfTheRest;
	}

	/** No more than this comes from anything but skills for one person, in tenths. */
	int mostOf(Segment pool, int at) {
		return standing(pool, at) + this.overlapPoints[pool.zones[at]] + this.mostOfTheRest;
	}

	/** What the skills give where none of a kind is asked, in tenths. */
	int unasked() {
		return ((this.required == 0) ? points(Part.REQUIRED, ScoreScale.FULL) : 0)
				+ ((this.nice == 0) ? points(Part.NICE, ScoreScale.FULL) : 0);
	}

	private int availability(Segment pool, int at) {
		return (this.starts != null) ? this.starts.best(pool, at).fraction() : ScoreScale.FULL;
	}

	private int languages(Segment pool, int at) {
		if (this.languages.length == 0) {
			return ScoreScale.FULL;
		}
		int sum = 0;
		for (int one = 0; one < this.languages.length; one++) {
			sum += ScoreScale.language(pool.language(this.languages[one]).at(at), this.levels[one]);
		}
		return sum / this.languages.length;
	}

}
