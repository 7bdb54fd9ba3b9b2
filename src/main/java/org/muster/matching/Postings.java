package org.muster.matching;

import java.util.Arrays;

/**
 * Who has something in a segment, and how much of it. Where one in some few has it, a
 * byte for everybody is quicker to look at than places are to be searched, and not much
 * larger.
 *
 * @param places in ascending order, or empty where the values are for everybody
 * @param values unsigned; 0 for those who have nothing
 * @param count how many have it
 * @param most the largest value
 */
record Postings(char[] places, byte[] values, int count, int most) {

	static final Postings NONE = new Postings(new char[0], new byte[0], 0, 0);

	private static final int FEW = 12;

	/**
	 * @param places in ascending order
	 */
	static Postings of(char[] places, byte[] values, int size) {
		int most = 0;
		for (byte value : values) {
			most = Math.max(most, value & 0xff);
		}
		if (places.length * FEW <= size) {
			return new Postings(places, values, places.length, most);
		}
		byte[] all = new byte[size];
		for (int at = 0; at < places.length; at++) {
			all[places[at]] = values[at];
		}
		return new Postings(new char[0], all, places.length, most);
	}

	boolean isDense() {
		return this.places.length == 0 && this.values.length > 0;
	}

	/** The value at a place; 0 for none. */
	int at(int place) {
		if (this.places.length == 0) {
			return (this.values.length > 0) ? this.values[place] & 0xff : 0;
		}
		int found = Arrays.binarySearch(this.places, (char) place);
		return (found >= 0) ? this.values[found] & 0xff : 0;
	}

	long bytes() {
		return 2L * this.places.length + this.values.length + 48;
	}

}
