package org.muster.matching;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
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

	private static final int PILOTS = 128;

	private static final int PILOT_BLOCKS = 48;

	private static final int BUCKETS = 1024;

	private static final int BUCKET = 6;

	private final Query query;

	private final Snapshot pool;

	private @Nullable Visitor visitor;

	Search(Query query, Snapshot pool) {
		this.query = query;
		this.pool = pool;
	}

	/** Is shown one after the other. */
	interface Visitor {

		void visit(Segment segment, int at);

	}

	/** Shows everybody who is not excluded. */
	void each(Visitor one) {
		this.visitor = one;
		count();
		this.visitor = null;
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
		for (Snapshot.Part part : this.pool.parts()) {
			if (this.query.limitsSkills) {
				withRequired(part, top);
			}
			else if (this.query.asked.length == 0) {
				everybody(part, top);
			}
			else {
				byGain(part, top);
			}
		}
		return top.ranked();
	}

	private int everybody(Snapshot.Part part, @Nullable TopHits top) {
		int count = 0;
		for (int at = 0; at < part.segment().size; at++) {
			count += look(part, at, top);
		}
		return count;
	}

	private int look(Snapshot.Part part, int at, @Nullable TopHits top) {
		if (!part.isLive(at) || !this.query.passes(part.segment(), at)) {
			return 0;
		}
		if (this.visitor != null) {
			this.visitor.visit(part.segment(), at);
		}
		if (top != null) {
			offer(part.segment(), at, top);
		}
		return 1;
	}

	private void offer(Segment segment, int at, TopHits top) {
		top.offer(segment.ids[at], this.query.score(segment, at), this.query.units(segment, at));
	}

	private int withRequired(Snapshot.Part part, @Nullable TopHits top) {
		Segment segment = part.segment();
		Asked[] all = Stream.of(this.query.asked)
			.filter(Asked::required)
			.sorted(Comparator.comparing((asked) -> segment.skill(asked.skill()).count()))
			.toArray(Asked[]::new);
		Postings[] lists = Stream.of(all).map((asked) -> segment.skill(asked.skill())).toArray(Postings[]::new);
		Postings rarest = lists[0];
		int count = 0;
		for (int one = 0; one < rarest.values().length; one++) {
			if ((rarest.values()[one] & 0xff) < all[0].least()) {
				continue;
			}
			int at = rarest.isDense() ? one : rarest.places()[one];
			boolean has = true;
			for (int other = 1; has && other < all.length; other++) {
				has = lists[other].at(at) >= all[other].least();
			}
			if (has) {
				count += look(part, at, top);
			}
		}
		return count;
	}

	private void byGain(Snapshot.Part part, TopHits top) {
		Segment segment = part.segment();
		long[] seen = (top.least() < 0) ? pilots(part, top) : new long[0];
		Gains gains = new Gains(segment, this.query.asked);
		for (int block = 0; block < segment.best.length; block++) {
			if (segment.cheapest[block] > this.query.capInEuros) {
				continue;
			}
			int mostElse = this.query.mostOfBlock(segment, block);
			int need = need(mostElse, top.least());
			int common = gains.common(need);
			if (common == gains.count) {
				continue;
			}
			int from = block * Segment.BLOCK;
			char[] gained = gains.add(from, common);
			int commonGain = gains.most(common);
			for (int at = from; at < Math.min(segment.size, from + Segment.BLOCK); at++) {
				int gain = gained[at - from];
				if (gain + commonGain >= need && this.query.mayBeWithinCap(segment, at)
						&& isPromising(segment, at, gain + commonGain, top)
						&& isPromising(segment, at, gain + gains.of(at, common), top)
						&& (seen.length == 0 || (seen[at >> 6] >>> at & 1) == 0)) {
					look(part, at, top);
					need = need(mostElse, top.least());
				}
			}
		}
	}

	/**
	 * Looks at those first to whom skills bring most, so that there is something to
	 * reach.
	 */
	private long[] pilots(Snapshot.Part part, TopHits top) {
		Segment segment = part.segment();
		Gains gains = new Gains(segment, this.query.asked);
		char[] gained = new char[segment.size];
		int[] buckets = new int[BUCKETS];
		int step = Math.max(1, segment.best.length / PILOT_BLOCKS);
		for (int block = 0; block < segment.best.length; block += step) {
			if (segment.cheapest[block] <= this.query.capInEuros) {
				int from = block * Segment.BLOCK;
				int count = Math.min(Segment.BLOCK, segment.size - from);
				System.arraycopy(gains.add(from, 0), 0, gained, from, count);
				for (int at = from; at < from + count; at++) {
					buckets[gained[at] >> BUCKET]++;
				}
			}
		}
		int bucket = BUCKETS - 1;
		for (int count = buckets[bucket]; bucket > 1 && count < PILOTS; count += buckets[bucket]) {
			bucket--;
		}
		long[] seen = new long[(segment.size + 63) / 64];
		for (int at = 0; at < segment.size; at++) {
			if (gained[at] >> BUCKET >= bucket && this.query.mayBeWithinCap(segment, at)) {
				seen[at >> 6] |= 1L << at;
				look(part, at, top);
			}
		}
		return seen;
	}

	/**
	 * Whether somebody may be among the best; who would be last by points has to be
	 * cheap.
	 */
	private boolean isPromising(Segment segment, int at, int gain, TopHits top) {
		int most = (gain + ROUNDING) / Query.SCALE + this.query.unasked() + this.query.mostOf(segment, at);
		return most > top.least() || most == top.least() && this.query.isCheaper(segment, at, top.dearest());
	}

	/**
	 * What skills have to bring for somebody to be among the best.
	 * @param mostElse the most that anything else brings
	 */
	private int need(int mostElse, int least) {
		return (least - mostElse - this.query.unasked()) * Query.SCALE - ROUNDING;
	}

}
