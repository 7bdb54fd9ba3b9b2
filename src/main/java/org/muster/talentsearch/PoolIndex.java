package org.muster.talentsearch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.muster.consultants.Candidate;
import org.muster.consultants.Consultants;
import org.muster.consultants.Pool;
import org.muster.indexing.Names;
import org.muster.indexing.PendingChanges;
import org.muster.indexing.PoolChanged;
import org.muster.skills.Taxonomy;
import org.muster.skills.TaxonomyEdited;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The whole pool in memory, for the search. No database counts the facets of 100,000
 * people within the patience of somebody who types; a pass over small entries does. What
 * changes is read again by the next search.
 */
@Component
class PoolIndex {

	private static final int CHUNK = 1000;

	private static final int MOST_SEARCHES = 50;

	private static final int MOST_AT_ONCE = 2000;

	private final Pool pool;

	private final Consultants consultants;

	private final Taxonomy taxonomy;

	private final Clock clock;

	private final Names names = new Names();

	private final PendingChanges changed = new PendingChanges();

	private final AtomicBoolean refreshing = new AtomicBoolean();

	private volatile @Nullable Contents contents;

	PoolIndex(Pool pool, Consultants consultants, Taxonomy taxonomy, Clock clock) {
		this.pool = pool;
		this.consultants = consultants;
		this.taxonomy = taxonomy;
		this.clock = clock;
	}

	/**
	 * @param entries by name
	 * @param cities as they are written, by their folded names
	 * @param day whose rates the entries have
	 * @param searches those made lately, by their text: people page and sort what they
	 * found
	 */
	private record Contents(PoolEntry[] entries, Map<String, String> cities, LocalDate day,
			Cache<String, PoolSearch> searches) {
	}

	/** A large pool is read beside the start, so that nobody waits for it later. */
	@EventListener(ApplicationReadyEvent.class)
	void warm() {
		beside(this::current);
	}

	/** Reads people anew. */
	@EventListener
	void follow(PoolChanged event) {
		this.changed.add(event.consultants());
	}

	/** Reads everybody again once the current transaction is kept. */
	void changed() {
		afterCommit(() -> this.contents = null);
	}

	@EventListener
	void follow(TaxonomyEdited edited) {
		changed();
	}

	private static void afterCommit(Runnable act) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			act.run();
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				act.run();
			}
		});
	}

	/** Names of cities as they are written, by their folded names. */
	Map<String, String> cities() {
		return current().cities();
	}

	/**
	 * @param text that the query was read from
	 */
	PoolFound search(String text, PoolQuery query, PoolOrder order, int page, int size) {
		Contents contents = current();
		return contents.searches()
			.get(text,
					(unknown) -> new PoolSearch(contents.entries(), query, contents.day(), this.taxonomy, this.names))
			.found(order, page, size);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private Contents current() {
		Contents known = this.contents;
		if (known == null || !known.day().equals(today())) {
			return refreshed();
		}
		if (this.changed.size() > MOST_AT_ONCE) {
			// An import is under way: what is known answers meanwhile.
			refreshBeside();
			return known;
		}
		return this.changed.isEmpty() ? known : refreshed();
	}

	private void refreshBeside() {
		if (this.refreshing.compareAndSet(false, true)) {
			beside(() -> {
				try {
					refreshed();
				}
				finally {
					this.refreshing.set(false);
				}
			});
		}
	}

	private static void beside(Runnable act) {
		Thread thread = new Thread(act, "pool-index");
		thread.setDaemon(true);
		thread.start();
	}

	private synchronized Contents refreshed() {
		Map<Long, Long> anew = this.changed.seen();
		Contents known = this.contents;
		if (known == null || !known.day().equals(today())) {
			known = read(this.consultants.allIds(), List.of());
		}
		else if (!anew.isEmpty()) {
			known = read(anew.keySet(),
					Arrays.stream(known.entries()).filter((entry) -> !anew.containsKey(entry.id)).toList());
		}
		this.contents = known;
		this.changed.done(anew);
		return known;
	}

	private Contents read(Collection<Long> ids, List<PoolEntry> others) {
		List<PoolEntry> entries = new ArrayList<>(others);
		List<Long> open = List.copyOf(ids);
		Map<String, String> cities = new TreeMap<>();
		Contents known = this.contents;
		if (known != null) {
			cities.putAll(known.cities());
		}
		for (int from = 0; from < open.size(); from += CHUNK) {
			for (Candidate candidate : this.pool.some(open.subList(from, Math.min(open.size(), from + CHUNK)))) {
				entries.add(new PoolEntry(candidate, this.taxonomy, this.names));
				CityNames.names(candidate.city()).forEach((name) -> cities.putIfAbsent(name, candidate.city()));
			}
		}
		cities.remove("");
		entries.sort(Comparator.comparing((PoolEntry entry) -> entry.words).thenComparing((entry) -> entry.id));
		return new Contents(entries.toArray(PoolEntry[]::new), cities, today(),
				Caffeine.newBuilder().maximumSize(MOST_SEARCHES).build());
	}

}
