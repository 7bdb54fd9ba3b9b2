package org.muster.indexing;

import java.util.Set;

/**
 * People of the pool were added, changed or erased, here or on another node, and it is
 * kept.
 *
 * @param consultants their ids
 */
public record PoolChanged(Set<Long> consultants) {
}
