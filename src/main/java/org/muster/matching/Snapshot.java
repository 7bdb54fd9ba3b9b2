package org.muster.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The whole pool as it is at one moment; never changed, so that a search sees one state
 * of it.
 *
 * @param day whose rates and certifications it has
 * @param version a number that no other state has while the portal runs
 */
record Snapshot(List<Part> parts, ScoringContext context, LocalDate day, long version) {

	private static final AtomicLong VERSIONS = new AtomicLong();

	Snapshot(List<Part> parts, ScoringContext context, LocalDate day) {
		this(parts, context, day, VERSIONS.incrementAndGet());
	}

	/** Smaller segments are joined, as are those of whom half have gone. */
	private static final int SMALL = Segment.MOST / 4;

	/**
	 * @param live a bit for each place whose person is still as it says
	 * @param count how many those are
	 */
	record Part(Segment segment, long[] live, int count) {

		static Part of(List<PoolRow> rows) {
			Segment segment = new Segment(rows);
			long[] live = new long[(segment.size + 63) / 64];
			for (int at = 0; at < segment.size; at++) {
				live[at >> 6] |= 1L << at;
			}
			return new Part(segment, live, segment.size);
		}

		boolean isLive(int at) {
			return (this.live[at >> 6] >>> at & 1) != 0;
		}

		private Part without(Collection<Integer> ids) {
			long[] left = this.live.clone();
			int count = this.count;
			for (int id : ids) {
				int at = this.segment.place(id);
				if (at >= 0 && (left[at >> 6] >>> at & 1) != 0) {
					left[at >> 6] &= ~(1L << at);
					count--;
				}
			}
			return (count == this.count) ? this : new Part(this.segment, left, count);
		}

		private boolean isToBeJoined() {
			return this.count < SMALL || this.count < this.segment.size / 2;
		}

		private List<PoolRow> rows() {
			List<PoolRow> rows = this.segment.rows();
			List<PoolRow> left = new ArrayList<>(this.count);
			for (int at = 0; at < this.segment.size; at++) {
				if (isLive(at)) {
					left.add(rows.get(at));
				}
			}
			return left;
		}

	}

	int count() {
		return this.parts.stream().mapToInt(Part::count).sum();
	}

	long bytes() {
		return this.parts.stream().mapToLong((part) -> part.segment().bytes() + 8L * part.live().length).sum();
	}

	/**
	 * With others instead of some.
	 * @param gone the ids of those who are no more as they were
	 * @param rows those who are there now
	 */
	Snapshot with(Collection<Integer> gone, List<PoolRow> rows) {
		List<Part> kept = new ArrayList<>();
		List<PoolRow> joined = new ArrayList<>(rows);
		for (Part part : this.parts) {
			Part left = part.without(gone);
			if (left.isToBeJoined() && joined.size() + left.count() <= Segment.MOST) {
				joined.addAll(left.rows());
			}
			else {
				kept.add(left);
			}
		}
		for (int from = 0; from < joined.size(); from += Segment.MOST) {
			kept.add(Part.of(joined.subList(from, Math.min(joined.size(), from + Segment.MOST))));
		}
		return new Snapshot(List.copyOf(kept), this.context, this.day);
	}

}
