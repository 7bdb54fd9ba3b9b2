package org.muster.matching;

/** Something that finds the best of a pool for a demand. */
interface Contender extends AutoCloseable {

	/**
	 * @return how many were found
	 */
	int top(Demand demand, int most) throws Exception;

	@Override
	default void close() throws Exception {
	}

}
