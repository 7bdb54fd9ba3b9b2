package org.muster.interviews;

/** The life of an interview. */
public enum InterviewStatus {

	/** The client has proposed times. */
	ASKED,

	/** The account manager has confirmed one of them. */
	CONFIRMED,

	/** The account manager has said that it cannot take place. */
	REFUSED,

	/** The client does not want it any more. */
	WITHDRAWN

}
