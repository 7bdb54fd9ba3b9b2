package org.muster.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Verifies all that is sealed, one run at a time, with what was found so far to be seen.
 */
@Component
public class Verification {

	private static final Logger log = LoggerFactory.getLogger(Verification.class);

	private final List<Evidence> kinds;

	private final Clock clock;

	private final ExecutorService thread;

	private @Nullable Run latest;

	Verification(List<Evidence> kinds, Clock clock) {
		this.kinds = kinds;
		this.clock = clock;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("verification");
		threads.setDaemon(true);
		this.thread = Executors.newSingleThreadExecutor(threads);
	}

	@PreDestroy
	void stop() {
		this.thread.shutdownNow();
	}

	/** One look at everything. */
	public static final class Run {

		private final Instant startedAt;

		private final List<Findings> findings;

		private volatile boolean running = true;

		private volatile boolean failed;

		private Run(Instant startedAt, List<Findings> findings) {
			this.startedAt = startedAt;
			this.findings = findings;
		}

		public Instant startedAt() {
			return this.startedAt;
		}

		/** One for each kind of things. */
		public List<Findings> findings() {
			return this.findings;
		}

		public boolean isRunning() {
			return this.running;
		}

		/**
		 * Whether it ended before everything was verified, as when the database is away.
		 */
		public boolean isFailed() {
			return this.failed;
		}

		/** Whether everything was verified, and is as it was sealed. */
		public boolean isIntact() {
			return !this.running && !this.failed && this.findings.stream().allMatch(Findings::isIntact);
		}

	}

	/**
	 * Starts a run in the background.
	 * @return whether it was started now; {@code false} if one is running
	 */
	public synchronized boolean start() {
		if (this.latest != null && this.latest.isRunning()) {
			return false;
		}
		Run run = next();
		this.thread.execute(() -> verify(run));
		return true;
	}

	/** Verifies everything, and comes back when it is done. */
	public Run run() {
		Run run;
		synchronized (this) {
			run = next();
		}
		verify(run);
		return run;
	}

	private Run next() {
		Run run = new Run(this.clock.instant(), this.kinds.stream().map((kind) -> new Findings(kind.kind())).toList());
		this.latest = run;
		return run;
	}

	private void verify(Run run) {
		try {
			for (int index = 0; index < this.kinds.size(); index++) {
				Findings findings = run.findings().get(index);
				this.kinds.get(index).verify(findings);
				findings.end();
			}
		}
		catch (RuntimeException ex) {
			run.failed = true;
			log.error("The verification has not come to its end", ex);
		}
		finally {
			run.running = false;
		}
		if (!run.isFailed() && !run.isIntact()) {
			run.findings()
				.forEach((kind) -> kind.broken()
					.forEach((finding) -> log.error("Evidence is broken: {}: {}: {}", kind.kind(), finding.subject(),
							finding.problem())));
		}
	}

	/** The run of this portal that was started last. */
	public synchronized Optional<Run> latest() {
		return Optional.ofNullable(this.latest);
	}

}
