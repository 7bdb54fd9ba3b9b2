package org.muster.vocabulary;

/** Where the work is done. */
public enum WorkMode {

	REMOTE, HYBRID, ON_SITE

}
