package org.muster.consultants;

/** How the consultancy pays a person. */
public enum Employment {

	EMPLOYEE, CONTRACTOR

}
