package org.muster.availability;

/** Why a person is not to be had, the strongest first. */
public enum AbsenceKind {

	LEAVE, ENGAGED,

	/** Promised to a client. */
	HELD,

	/** Offered to a client, who has not answered. Others may have the days meanwhile. */
	TENTATIVE;

	/** Whether the days are not to be had by others. */
	public boolean isFirm() {
		return this != TENTATIVE;
	}

}
