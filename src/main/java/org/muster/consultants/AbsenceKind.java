package org.muster.consultants;

/** Why a person is not to be had. */
public enum AbsenceKind {

	LEAVE, ENGAGED;

	/** Whether it takes days of every week, rather than weeks now and then. */
	boolean takesWeeks() {
		return this == ENGAGED;
	}

}
