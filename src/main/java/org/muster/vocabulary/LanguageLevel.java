package org.muster.vocabulary;

/** The levels of the Common European Framework of Reference for Languages. */
public enum LanguageLevel {

	A1, A2, B1, B2, C1, C2;

	public boolean reaches(LanguageLevel asked) {
		return compareTo(asked) >= 0;
	}

}
