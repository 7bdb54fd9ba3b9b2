package org.muster.requests;

/** Whether a position can be filled without a skill. */
public enum Necessity {

	REQUIRED, NICE_TO_HAVE

}
