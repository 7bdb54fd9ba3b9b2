package org.muster.requests;

/** Whether a position can be filled without a skill. */
public enum Priority {

	REQUIRED, NICE_TO_HAVE

}
