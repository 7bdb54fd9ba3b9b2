package org.muster.vocabulary;

/** How the consultancy pays a person. */
public enum Employment {

	EMPLOYEE, CONTRACTOR

}
