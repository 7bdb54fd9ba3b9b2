package org.muster.matching;

import java.util.Arrays;
import java.util.Comparator;

import org.muster.matching.Query.Asked;

/**
 * What the skills that are asked for bring to the people of a segment, block by block.
 * Those come first that many people have for the little that they bring: of them it is
 * best not to ask at all.
 */
final class Gains {

	final int count;

	private final Postings[] lists;

	private final char[][] gains;

	/** The most that the first ones bring together. */
	private final int[] most;

	/** How far each list was read. */
	private final int[] next;

	private final char[] gained = new char[Segment.BLOCK];

	Gains(Segment segment, Asked[] asked) {
		Asked[] ordered = asked.clone();
		Arrays.sort(ordered,
				Comparator.comparing((one) -> -segment.skill(one.skill()).count() / (1.0 + most(segment, one))));
		this.count = ordered.length;
		this.lists = new Postings[this.count];
		this.gains = new char[this.count][];
		this.most = new int[this.count + 1];
		this.next = new int[this.count];
		for (int one = 0; one < this.count; one++) {
			this.lists[one] = segment.skill(ordered[one].skill());
			this.gains[one] = ordered[one].gain();
			this.most[one + 1] = this.most[one] + most(segment, ordered[one]);
		}
	}

	private static int most(Segment segment, Asked asked) {
		return asked.gain()[segment.skill(asked.skill()).most()];
	}

	/** How many of the first ones cannot bring what is needed. */
	int common(int need) {
		int common = 0;
		while (common < this.count && this.most[common + 1] < need) {
			common++;
		}
		return common;
	}

	int most(int first) {
		return this.most[first];
	}

	/**
	 * What all but the first ones bring to the people of a block.
	 * @param from where the block begins; later than the one before
	 */
	char[] add(int from, int first) {
		Arrays.fill(this.gained, (char) 0);
		for (int one = first; one < this.count; one++) {
			if (this.lists[one].isDense()) {
				addDense(this.lists[one].values(), this.gains[one], from);
			}
			else {
				addSparse(one, from);
			}
		}
		return this.gained;
	}

	private void addDense(byte[] values, char[] gain, int from) {
		char[] gained = this.gained;
		int count = Math.min(gained.length, values.length - from);
		for (int at = 0; at < count; at++) {
			gained[at] += gain[values[from + at] & 0xff];
		}
	}

	private void addSparse(int one, int from) {
		char[] places = this.lists[one].places();
		byte[] values = this.lists[one].values();
		char[] gain = this.gains[one];
		int at = this.next[one];
		if (at < places.length && places[at] < from) {
			int found = Arrays.binarySearch(places, at, places.length, (char) from);
			at = (found >= 0) ? found : -found - 1;
		}
		for (int end = from + Segment.BLOCK; at < places.length && places[at] < end; at++) {
			this.gained[places[at] - from] += gain[values[at] & 0xff];
		}
		this.next[one] = at;
	}

	/** What the first ones bring to one person. */
	int of(int at, int first) {
		int gained = 0;
		for (int one = 0; one < first; one++) {
			gained += this.gains[one][this.lists[one].at(at)];
		}
		return gained;
	}

}
