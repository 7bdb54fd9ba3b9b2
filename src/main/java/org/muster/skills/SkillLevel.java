package org.muster.skills;

/** How well a skill is asked for or held. */
public enum SkillLevel {

	AWARE, WORKING, GOOD, PROFICIENT, EXPERT;

	/** 1 for aware to 5 for expert. */
	public int value() {
		return ordinal() + 1;
	}

	/**
	 * @param value 1 to 5
	 * @throws IllegalArgumentException for any other
	 */
	public static SkillLevel of(int value) {
		if (value < 1 || value > 5) {
			throw new IllegalArgumentException("A level is 1 to 5, not " + value);
		}
		return values()[value - 1];
	}

}
