package org.muster.matching;

/** The parts that a score is the sum of, in the order in which they are shown. */
public enum Part {

	REQUIRED, NICE, BREADTH, SENIORITY, AVAILABILITY, RATE, LANGUAGES, OVERLAP, MODE, REVIEWS, GOALS;

	/** Whether it is about what is asked for of people, besides roles and skills. */
	boolean isOfPeople() {
		return this == SENIORITY || this == LANGUAGES || this == OVERLAP || this == MODE;
	}

}
