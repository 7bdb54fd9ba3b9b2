package org.muster.audit;

import org.springframework.transaction.annotation.Transactional;

/**
 * What repositories of aggregates have in common.
 *
 * @param <T> the aggregates
 */
public interface Aggregates<T extends AggregateRoot> {

	/**
	 * Keeps one, and publishes what it has registered, at once and in the transaction of
	 * the act. One that was read in this transaction stays the same object, and so do the
	 * new parts of it: nothing is copied.
	 */
	@Transactional
	T save(T aggregate);

}
