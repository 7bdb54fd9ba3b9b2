package org.muster.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What failed or was refused, and so has no transaction of its own. It is written beside
 * the request, within a moment: nobody can tell from how long an answer takes whether an
 * account exists. Whoever tries again and again fills no table: after some entries the
 * rest is counted, and one entry says how many there were.
 */
@Component
public class Occurrences {

	private static final Logger log = LoggerFactory.getLogger(Occurrences.class);

	private static final Duration WINDOW = Duration.ofMinutes(15);

	/** Of one kind of act in a window, for each account or network address. */
	private static final int MOST_OF_EACH = 10;

	/** The same for all of them together. */
	private static final int MOST_OF_ALL = 500;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final ThreadPoolExecutor writer;

	private final Map<String, Window> windows = new HashMap<>();

	Occurrences(AuditTrail audit, TransactionTemplate transaction, Clock clock) {
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("occurrences-");
		threads.setDaemon(true);
		this.writer = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_OF_ALL), threads);
	}

	/**
	 * What it was about.
	 *
	 * @param organisationId whose history it belongs to, or {@code null} for the
	 * consultancy's own
	 */
	public record About(@Nullable Long organisationId, String subject, @Nullable String detail) {
	}

	/** What has happened since a time, by one or by all. */
	private static final class Window {

		private final Instant since;

		private final AuditAct act;

		private final @Nullable String address;

		private int written;

		private long counted;

		Window(Instant since, AuditAct act, @Nullable String address) {
			this.since = since;
			this.act = act;
			this.address = address;
		}

	}

	/**
	 * @param about asked for only if it is written, and not by the thread of the request
	 */
	public void note(Actor by, AuditAct act, Supplier<About> about) {
		if (isWritten(by, act)) {
			Instant now = this.clock.instant();
			write(() -> this.audit.record(now, by, about.get(), act));
		}
	}

	private synchronized boolean isWritten(Actor by, AuditAct act) {
		Window all = window(act.key(), act, null);
		if (all.written >= MOST_OF_ALL) {
			all.counted++;
			return false;
		}
		Window each = window(act.key() + " " + ((by.id() != null) ? by.id() : Networks.of(by.address())), act,
				by.address());
		if (each.written >= MOST_OF_EACH) {
			each.counted++;
			return false;
		}
		each.written++;
		all.written++;
		return true;
	}

	private Window window(String key, AuditAct act, @Nullable String address) {
		return this.windows.computeIfAbsent(key, (missing) -> new Window(this.clock.instant(), act, address));
	}

	/**
	 * Says how many there were that were counted only. On every node, which has counted
	 * them for itself.
	 */
	@Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
	void sweep() {
		sweep(this.clock.instant().minus(WINDOW));
	}

	void sweep(Instant before) {
		ended(before)
			.forEach((window) -> write(() -> this.audit.record(this.clock.instant(), Actor.nobody(window.address),
					new About(null, "–", window.counted + " × " + window.act.key()), AuditAct.OCCURRENCES_MORE)));
	}

	/** Windows from before a time are over. */
	private synchronized List<Window> ended(Instant before) {
		List<Window> counted = new ArrayList<>();
		for (Iterator<Window> each = this.windows.values().iterator(); each.hasNext();) {
			Window window = each.next();
			if (window.since.isBefore(before)) {
				each.remove();
				if (window.counted > 0) {
					counted.add(window);
				}
			}
		}
		return counted;
	}

	private void write(Runnable act) {
		try {
			this.writer.execute(() -> {
				try {
					this.transaction.executeWithoutResult((status) -> act.run());
				}
				catch (RuntimeException ex) {
					log.warn("What was refused could not be recorded", ex);
				}
			});
		}
		catch (RejectedExecutionException ex) {
			log.warn("What was refused is not recorded: too much of it waits, or the portal ends");
		}
	}

	@PreDestroy
	void end() throws InterruptedException {
		this.writer.shutdown();
		this.writer.awaitTermination(5, TimeUnit.SECONDS);
	}

}
