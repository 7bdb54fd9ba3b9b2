package org.muster.comparison;

import org.muster.requests.RequestDiscarded;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was assumed for a draft goes with it. */
@Component
class DiscardedComparisons {

	private final SavedComparisons saved;

	DiscardedComparisons(SavedComparisons saved) {
		this.saved = saved;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void discard(RequestDiscarded event) {
		this.saved.deleteById(event.requestId());
	}

}
