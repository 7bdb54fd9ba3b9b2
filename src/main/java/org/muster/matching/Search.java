package org.muster.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.muster.matching.Query.Asked;

/**
 * Finds those who score highest, exactly, without looking at everybody. Where required
 * skills exclude, only those who have the rarest of them are looked at. Where they do
 * not, the points that skills bring are added up skill by skill, and somebody is looked
 * at only if they, and the most that anything else brings in the same block of people,
 * reach the last of the best so far. Skills that so many have, and that bring so little,
 * that they alone cannot make that difference are not even added up: the method MaxScore
 * of H. Turtle and J. Flood, Query evaluation: strategies and optimizations, Information
 * Processing &amp; Management 31(6), 1995.
 */
final class Search {

	/** A sum of two parts, each rounded by itself, may be a tenth above their sum. */
	private static final int ROUNDING = Query.SCALE;

	/** How many are looked at first, so that there is something to reach. */
	private static final int PILOTS = 64;

	private static final int BUCKETS = 1024;

	private static final int BUCKET = 6;

	private final Query query;

	private final Snapshot pool;

	Search(Query query, Snapshot pool) {
		this.query = query;
		this.pool = pool;
	}

	/** How many are not excluded. */
	int count() {
		int count = 0;
		for (Snapshot.Part part : this.pool.parts()) {
			count += this.query.limitsSkills ? withRequired(part, null) : everybody(part, null);
		}
		return count;
	}

	/** The best of those who are not excluded, the best first. */
	List<Hit> top(int most) {
		TopHits top = new TopHits(most);
		char[] gained = new char[0];
		for (Snapshot.Part part : this.pool.parts()) {
			if (this.query.limitsSkills) {
				withRequired(part, top);
			}
			else if (this.query.asked.length == 0) {
				everybody(part, top);
			}
			else {
				gained = (gained.length >= part.segment().size) ? gained : new char[part.segment().size];
				byGain(part, top, gained);
			}
		}
		return top.ranked();
	}

	private int everybody(Snapshot.Part part, @org.jspecify.annotations.Nullable TopHits top) {
		int count = 0;
		for (int at = 0; at < part.segment().size; at++) {
			count += look(part, at, top);
		}
		return count;
	}

	private int look(Snapshot.Part part, int at, @org.jspecify.annotations.Nullable TopHits top) {
		if (!part.isLive(at) || !this.query.passes(part.segment(), at)) {
			return 0;
		}
		if (top != null) {
			offer(part.segment(), at, top);
		}
		return 1;
	}

	private void offer(Segment segment, int at, TopHits top) {
		top.offer(segment.ids[at], this.query.score(segment, at), this.query.cents(segment, at));
	}

	private int withRequired(Snapshot.Part part, @org.jspecify.annotations.Nullable TopHits top) {
		Segment segment = part.segment();
		Postings[] all = Stream.of(this.query.asked)
			.filter(Asked::required)
			.map((asked) -> segment.skill(asked.skill()))
			.sorted(Comparator.comparing(Postings::count))
			.toArray(Postings[]::new);
		Postings rarest = all[0];
		int count = 0;
		for (int one = 0; one < rarest.values().length; one++) {
			if (rarest.values()[one] == 0) {
				continue;
			}
			int at = rarest.isDense() ? one : rarest.places()[one];
			boolean has = true;
			for (int other = 1; has && other < all.length; other++) {
				has = all[other].at(at) != 0;
			}
			if (has) {
				count += look(part, at, top);
			}
		}
		return count;
	}

	private void byGain(Snapshot.Part part, TopHits top, char[] gained) {
		Segment segment = part.segment();
		Asked[] asked = this.query.asked.clone();
		Arrays.sort(asked, Comparator.comparing((one) -> -segment.skill(one.skill()).count()));
		int[] need = need(segment, top.least());
		int least = Arrays.stream(need).min().orElse(0);
		int common = 0;
		int commonGain = 0;
		while (common < asked.length && commonGain + most(segment, asked[common]) < least) {
			commonGain += most(segment, asked[common]);
			common++;
		}
		if (common == asked.length) {
			return;
		}
		Arrays.fill(gained, 0, segment.size, (char) 0);
		for (int one = common; one < asked.length; one++) {
			add(segment.skill(asked[one].skill()), asked[one].gain(), gained);
		}
		long[] seen = new long[(segment.size + 63) / 64];
		if (top.least() < 0) {
			pilots(part, top, gained, seen);
		}
		for (int block = 0; block < need.length; block++) {
			int end = Math.min(segment.size, (block + 1) * Segment.BLOCK);
			int enough = needOfBlock(segment, block, top.least()) - commonGain;
			for (int at = block * Segment.BLOCK; at < end; at++) {
				if (gained[at] >= enough && (seen[at >> 6] >>> at & 1) == 0) {
					look(part, at, top);
					enough = needOfBlock(segment, block, top.least()) - commonGain;
				}
			}
		}
	}

	private int[] need(Segment segment, int least) {
		int[] need = new int[segment.best.length];
		for (int block = 0; block < need.length; block++) {
			need[block] = needOfBlock(segment, block, least);
		}
		return need;
	}

	/** What skills have to bring in a block for somebody of it to be among the best. */
	private int needOfBlock(Segment segment, int block, int least) {
		return (least - this.query.mostOfBlock(segment, block) - this.query.unasked()) * Query.SCALE - ROUNDING;
	}

	private static int most(Segment segment, Asked asked) {
		return asked.gain()[segment.skill(asked.skill()).most()];
	}

	private static void add(Postings postings, char[] gain, char[] gained) {
		byte[] values = postings.values();
		if (postings.isDense()) {
			for (int at = 0; at < values.length; at++) {
				gained[at] += gain[values[at] & 0xff];
			}
			return;
		}
		char[] places = postings.places();
		for (int at = 0; at < places.length; at++) {
			gained[places[at]] += gain[values[at] & 0xff];
		}
	}

	/** Looks at those first to whom skills bring most. */
	private void pilots(Snapshot.Part part, TopHits top, char[] gained, long[] seen) {
		int size = part.segment().size;
		int[] buckets = new int[BUCKETS];
		for (int at = 0; at < size; at++) {
			buckets[gained[at] >> BUCKET]++;
		}
		int bucket = BUCKETS - 1;
		for (int count = 0; bucket > 0 && count + buckets[bucket] < PILOTS; bucket--) {
			count += buckets[bucket];
		}
		int left = PILOTS * 4;
		for (int at = 0; at < size && left > 0; at++) {
			if (gained[at] >> BUCKET >= bucket) {
				left--;
				seen[at >> 6] |= 1L << at;
				look(part, at, top);
			}
		}
	}

}
