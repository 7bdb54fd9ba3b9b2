package org.muster.matching;

/**
 * How far one thing that is held meets what is asked, in thousandths. Whole numbers
 * throughout, so that the index and the explanation calculate the very same.
 */
final class ScoreScale {

	static final int FULL = 1000;

	/** A level of a skill, in the units that strengths are counted in. */
	static final int LEVEL = 50;

	/** The most of a standing: see {@link BaselineScore}. */
	static final int STANDING = 250;

	private static final int ENOUGH = LEVEL + LEVEL / 2;

	/** What a fiftieth of a level below the one asked takes off. */
	private static final int BELOW = 7;

	private static final int WORKING_MINUTES = 8 * 60;

	private static final int DAY_MINUTES = 24 * 60;

	private ScoreScale() {
	}

	/** Points in tenths, rounded half up. */
	static int points(int mostTenths, int fraction) {
		return (mostTenths * fraction + FULL / 2) / FULL;
	}

	/**
	 * The least strength of a required skill for somebody to fit: no more than a level
	 * and a half below the one asked.
	 */
	static int leastUnits(int level) {
		return Math.max(LEVEL, level * LEVEL - ENOUGH);
	}

	/**
	 * All at the level asked; each level below it takes 35 % off, and some evidence
	 * counts 5 % at least.
	 * @param units strength held, 0 for none
	 */
	static int skill(int units, int level) {
		if (units == 0) {
			return 0;
		}
		int below = Math.max(0, level * LEVEL - units);
		return Math.max(FULL / 20, FULL - below * BELOW);
	}

	/**
	 * Half for the seniority (as asked or above all, one step below half of it, two steps
	 * a fifth), half for years held ÷ years asked. Years that are not stated are none.
	 */
	static int seniority(int held, int asked, int years, int yearsAsked) {
		int step = switch (Math.max(0, asked - held)) {
			case 0 -> FULL;
			case 1 -> FULL / 2;
			case 2 -> FULL / 5;
			default -> 0;
		};
		return (step + ((years >= yearsAsked) ? FULL : years * FULL / yearsAsked)) / 2;
	}

	/**
	 * All up to the cap, fading to nothing at a quarter above. Both in the same units.
	 */
	static int rate(long price, long cap) {
		return (price <= cap) ? FULL : (int) Math.max(0, FULL - (price - cap) * 4 * FULL / cap);
	}

	/**
	 * All at the level asked, half one level below, a fifth two levels below.
	 * @param held 0 for none, 1 (A1) to 6 (C2)
	 */
	static int language(int held, int asked) {
		if (held == 0) {
			return 0;
		}
		return switch (Math.max(0, asked - held)) {
			case 0 -> FULL;
			case 1 -> FULL / 2;
			case 2 -> FULL / 5;
			default -> 0;
		};
	}

	static int overlap(int minutes, int hours) {
		return (minutes >= hours * 60) ? FULL : minutes * FULL / (hours * 60);
	}

	/** What two working days of eight hours have in common whose clocks are apart. */
	static int minutesInCommon(long minutesApart) {
		int apart = (int) (Math.abs(minutesApart) % DAY_MINUTES);
		return Math.max(0, WORKING_MINUTES - Math.min(apart, DAY_MINUTES - apart));
	}

	static int standing(int standing) {
		return standing * FULL / STANDING;
	}

}
