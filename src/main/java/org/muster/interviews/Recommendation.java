package org.muster.interviews;

/** What a client who has met a person thinks of working together. */
public enum Recommendation {

	YES, UNSURE, NO

}
