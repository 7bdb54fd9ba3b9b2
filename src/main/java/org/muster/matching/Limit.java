package org.muster.matching;

/** What excludes a person, unless near misses are asked for. */
public enum Limit {

	/** The person does not work in the role. */
	ROLE,

	/** A required skill is missing, or far below the level asked. */
	SKILL,

	/** Too few days of every week are free, or too late. */
	DATES,

	/** The day costs more than the cap. */
	RATE,

	/** A language is not stated at the level asked. */
	LANGUAGE,

	/** Too few hours of the working day in common. */
	OVERLAP,

	/** The person does not work remotely, on site or between the two, as asked. */
	MODE

}
