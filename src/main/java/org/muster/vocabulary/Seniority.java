package org.muster.vocabulary;

/** How far along a person is, from the beginning on. */
public enum Seniority {

	JUNIOR, MID, SENIOR, LEAD

}
