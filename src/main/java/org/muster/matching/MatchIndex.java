package org.muster.matching;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.muster.consultants.Consultants;
import org.muster.consultants.Pool;
import org.muster.indexing.PendingChanges;
import org.muster.indexing.PoolChanged;
import org.muster.money.ExchangeRates;
import org.muster.skills.Taxonomy;
import org.muster.skills.TaxonomyEdited;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the pool in memory as the match needs it. One thread reads it from the database
 * and follows every change; who searches waits a moment for the changes that are known,
 * so that whoever has saved something finds it.
 */
@Component
class MatchIndex {

	private static final Logger log = LoggerFactory.getLogger(MatchIndex.class);

	private static final int CHUNK = 2000;

	private static final int MANY = 5000;

	/**
	 * How long a page waits for the first reading, which is over by then in small pools.
	 */
	private static final Duration MOMENT = Duration.ofSeconds(2);

	private final Pool pool;

	private final Consultants consultants;

	private final Taxonomy taxonomy;

	private final MatchingSettings settings;

	private final ExchangeRates exchange;

	private final Clock clock;

	private final PoolNames names = new PoolNames();

	private final PendingChanges changed = new PendingChanges();

	private final ExecutorService thread = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "match-index");
		thread.setDaemon(true);
		return thread;
	});

	private volatile boolean outdated = true;

	private volatile @Nullable Snapshot snapshot;

	MatchIndex(Pool pool, Consultants consultants, Taxonomy taxonomy, MatchingSettings settings, ExchangeRates exchange,
			Clock clock) {
		this.exchange = exchange;
		this.pool = pool;
		this.consultants = consultants;
		this.taxonomy = taxonomy;
		this.settings = settings;
		this.clock = clock;
	}

	@EventListener(ApplicationReadyEvent.class)
	void warm() {
		refreshBeforehand();
	}

	@EventListener
	void follow(PoolChanged event) {
		this.changed.add(event.consultants());
		refreshBeforehand();
	}

	/** Everybody's skills may be worth something else now. */
	@TransactionalEventListener(fallbackExecution = true)
	void follow(TaxonomyEdited event) {
		this.outdated = true;
		refreshBeforehand();
	}

	@PreDestroy
	void stop() {
		this.thread.shutdownNow();
	}

	PoolNames names() {
		return this.names;
	}

	/**
	 * The pool as it is now. While very many change, as in an import, as it was lately.
	 * @throws WarmingUp if it is being read for the first time
	 */
	Snapshot current() {
		Snapshot known = this.snapshot;
		boolean stale = !this.changed.isEmpty() || this.outdated || known == null || !known.day().equals(today());
		if (stale && (known == null || this.changed.size() < MANY)) {
			await(refresh());
			known = this.snapshot;
		}
		if (known == null) {
			throw new WarmingUp();
		}
		return known;
	}

	private static void await(Future<?> refreshed) {
		try {
			refreshed.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			// What is known has to do.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			log.warn("The pool could not be read for matching; the next search tries again", ex.getCause());
		}
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** Whoever searches next tries again if it fails, and is told why. */
	@SuppressWarnings("FutureReturnValueIgnored")
	private void refreshBeforehand() {
		refresh();
	}

	private Future<?> refresh() {
		return this.thread.submit(this::readAnew);
	}

	private void readAnew() {
		Snapshot known = this.snapshot;
		Map<Long, Long> anew = this.changed.seen();
		if (known == null || this.outdated || !known.day().equals(today())) {
			readAll();
		}
		else if (!anew.isEmpty()) {
			this.snapshot = known.with(anew.keySet().stream().map(Math::toIntExact).collect(Collectors.toSet()),
					rows(anew.keySet(), known.context()));
		}
		this.changed.done(anew);
	}

	private void readAll() {
		this.outdated = false;
		long begun = System.nanoTime();
		LocalDate day = today();
		try {
			ScoringContext context = ScoringContext.of(this.settings, this.taxonomy, this.exchange, day);
			Builder builder = new Builder();
			List<Long> ids = this.consultants.allIds();
			for (int from = 0; from < ids.size(); from += CHUNK) {
				rows(ids.subList(from, Math.min(ids.size(), from + CHUNK)), context).forEach(builder::add);
			}
			Snapshot read = builder.snapshot(context, day);
			this.snapshot = read;
			log.info("Matching is ready: {} consultants in {} ms, {} bytes each", read.count(),
					(System.nanoTime() - begun) / 1_000_000, (read.count() > 0) ? read.bytes() / read.count() : 0);
		}
		catch (RuntimeException ex) {
			this.outdated = true;
			throw ex;
		}
	}

	private List<PoolRow> rows(Collection<Long> ids, ScoringContext context) {
		return this.pool.some(ids).stream().map((candidate) -> PoolRow.of(candidate, context, this.names)).toList();
	}

	/** Closes a segment whenever one is full, so that few rows are held at once. */
	static final class Builder {

		private final List<Snapshot.Part> parts = new ArrayList<>();

		private List<PoolRow> rows = new ArrayList<>();

		void add(PoolRow row) {
			this.rows.add(row);
			if (this.rows.size() == Segment.MOST) {
				close();
			}
		}

		private void close() {
			this.parts.add(Snapshot.Part.of(this.rows));
			this.rows = new ArrayList<>();
		}

		Snapshot snapshot(ScoringContext context, LocalDate day) {
			if (!this.rows.isEmpty()) {
				close();
			}
			return new Snapshot(List.copyOf(this.parts), context, day);
		}

	}

}
