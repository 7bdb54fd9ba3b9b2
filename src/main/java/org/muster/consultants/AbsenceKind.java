package org.muster.consultants;

/** Why a person is not to be had. */
public enum AbsenceKind {

	LEAVE, ENGAGED

}
