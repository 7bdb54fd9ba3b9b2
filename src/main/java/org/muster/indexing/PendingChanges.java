package org.muster.indexing;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who was changed since an index last read them. Somebody who is changed again while they
 * are read stays among them.
 */
public final class PendingChanges {

	/** The number of the latest change by id. */
	private final Map<Long, Long> latest = new ConcurrentHashMap<>();

	private final AtomicLong changes = new AtomicLong();

	public void add(Collection<Long> ids) {
		ids.forEach((id) -> this.latest.put(id, this.changes.incrementAndGet()));
	}

	public boolean isEmpty() {
		return this.latest.isEmpty();
	}

	public int size() {
		return this.latest.size();
	}

	/** Those of now with the numbers of their changes, to be read and then given back. */
	public Map<Long, Long> seen() {
		return Map.copyOf(this.latest);
	}

	/** They were read after they were seen. */
	public void done(Map<Long, Long> seen) {
		seen.forEach(this.latest::remove);
	}

}
