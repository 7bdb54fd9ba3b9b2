package org.muster.audit;

import jakarta.persistence.MappedSuperclass;

import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something that acts for itself: it checks an act, changes, and registers what happened.
 * Its repository publishes that when it is saved. Since Hibernate writes changes without
 * being asked, saving could be forgotten, and the act with it: then the transaction
 * fails.
 */
@MappedSuperclass
public abstract class AggregateRoot extends AbstractAggregateRoot<AggregateRoot> {

	/** The last thing that an act does: who listens sees it done. */
	protected void register(Object event) {
		if (domainEvents().isEmpty() && TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new Unsaved());
		}
		registerEvent(event);
	}

	/** Looks at the aggregate before the commit. */
	private final class Unsaved implements TransactionSynchronization {

		@Override
		public void beforeCommit(boolean readOnly) {
			if (!domainEvents().isEmpty()) {
				throw new IllegalStateException("Nobody has saved %s, and so nobody is told of %s"
					.formatted(AggregateRoot.this, domainEvents()));
			}
		}

	}

}
