package org.muster.intake;

/**
 * A sentence, or a line that is none.
 *
 * @param start where it begins in the whole text, in characters
 * @param line the number of its line, from 0
 */
record Clause(String text, int start, int line) {

	int end() {
		return this.start + this.text.length();
	}

	/** What stands before a place of the clause, no longer than some characters. */
	String before(int at, int most) {
		return this.text.substring(Math.max(0, at - most), at);
	}

	/** What stands from a place of the clause on, no longer than some characters. */
	String after(int at, int most) {
		return this.text.substring(at, Math.min(this.text.length(), at + most));
	}

}
