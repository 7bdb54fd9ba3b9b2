package org.muster.indexing;

/**
 * An entity that indexes read a person of the pool from. Its class has
 * {@link PoolChanges} as an entity listener, so that no change of it is missed.
 */
public interface PoolPart {

	/** Whose it is; known once it is stored. */
	long consultantId();

}
