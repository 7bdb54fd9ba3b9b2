package org.muster.matching;

import org.jspecify.annotations.Nullable;

/**
 * When people of the pool can begin. Several parts of a search ask it of the same person
 * one after the other, so that the last answer is kept. Not for several threads.
 */
final class Starts {

	private final Window window;

	private @Nullable Segment knownIn;

	private int knownAt;

	private Window.@Nullable Start known;

	Starts(Window window) {
		this.window = window;
	}

	/** The first day on which a person could begin, whatever is booked. */
	int first(Segment pool, int at) {
		return this.window.first(pool.availableFrom[at]);
	}

	/** Of those who are available by then nobody begins later. */
	int last() {
		return this.window.last();
	}

	Window.Start best(Segment pool, int at) {
		Window.Start start = known(pool, at);
		if (start == null) {
			int busy = pool.busy(at);
			start = this.window.best(pool.availableFrom[at], pool.taken, (busy < 0) ? 0 : pool.begin(busy),
					(busy < 0) ? 0 : pool.begin(busy + 1));
			this.knownIn = pool;
			this.knownAt = at;
			this.known = start;
		}
		return start;
	}

	/** Quicker than to find the best, where that is not known. */
	boolean fits(Segment pool, int at) {
		Window.Start start = known(pool, at);
		if (start != null) {
			return start.fits();
		}
		int busy = pool.busy(at);
		return this.window.fits(pool.availableFrom[at], pool.taken, (busy < 0) ? 0 : pool.begin(busy),
				(busy < 0) ? 0 : pool.begin(busy + 1));
	}

	private Window.@Nullable Start known(Segment pool, int at) {
		return (this.knownIn == pool && this.knownAt == at) ? this.known : null;
	}

}
