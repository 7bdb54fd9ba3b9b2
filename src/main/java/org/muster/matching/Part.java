package org.muster.matching;

/** The parts that a score is the sum of, in the order in which they are shown. */
public enum Part {

	REQUIRED, NICE, BREADTH, SENIORITY, AVAILABILITY, RATE, LANGUAGES, OVERLAP, MODE, REVIEWS, GOALS

}
