package org.muster.matching;

import java.util.List;
import java.util.PriorityQueue;

/** The best of those that were offered. */
final class TopHits {

	private final int most;

	private final PriorityQueue<Hit> worstFirst;

	TopHits(int most) {
		this.most = most;
		this.worstFirst = new PriorityQueue<>(most + 1, Hit.RANKING.reversed());
	}

	void offer(int id, int tenths, long units) {
		if (tenths < least()) {
			return;
		}
		this.worstFirst.add(new Hit(id, tenths, units));
		if (this.worstFirst.size() > this.most) {
			this.worstFirst.remove();
		}
	}

	/** With fewer points nobody comes in any more; below zero while there is room. */
	int least() {
		Hit worst = this.worstFirst.peek();
		return (worst != null && this.worstFirst.size() == this.most) ? worst.tenths() : -1;
	}

	/** With as many points and a higher rate nobody comes in any more, in units. */
	long dearest() {
		Hit worst = this.worstFirst.peek();
		return (worst != null && this.worstFirst.size() == this.most) ? worst.units() : Long.MAX_VALUE;
	}

	/** The best first. */
	List<Hit> ranked() {
		return this.worstFirst.stream().sorted(Hit.RANKING).toList();
	}

}
