package org.muster.matching;

/** The parts of a score, and the most points that each gives; together 100. */
public enum Part {

	SKILLS(40), EXPERIENCE(15), AVAILABILITY(15), RATE(10), COMMUNICATION(10), GOALS(10);

	private final int most;

	Part(int most) {
		this.most = most;
	}

	public int most() {
		return this.most;
	}

}
