package org.muster.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Verifies all that is sealed, one run at a time over all portals, with what was found so
 * far to be seen.
 */
@Component
public class Verification {

	private static final Logger log = LoggerFactory.getLogger(Verification.class);

	/** How often the page gets to know how far it is. */
	private static final Duration TOLD_EVERY = Duration.ofSeconds(1);

	private final List<Evidence> kinds;

	private final VerificationRuns runs;

	private final Clock clock;

	private final ExecutorService thread;

	Verification(List<Evidence> kinds, VerificationRuns runs, Clock clock) {
		this.kinds = kinds;
		this.runs = runs;
		this.clock = clock;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("verification");
		threads.setDaemon(true);
		this.thread = Executors.newSingleThreadExecutor(threads);
	}

	@PreDestroy
	void stop() {
		this.thread.shutdownNow();
	}

	/**
	 * One look at everything.
	 *
	 * @param toldAt when it ended, or when the last was told of it
	 * @param failed whether it ended before everything was verified, as when the database
	 * is away or the portal was stopped
	 * @param findings one for each kind of things
	 */
	public record Run(Instant startedAt, Instant toldAt, boolean running, boolean failed, List<Findings> findings) {

		/** Whether everything was verified, and is as it was sealed. */
		public boolean isIntact() {
			return !this.running && !this.failed && this.findings.stream().allMatch(Findings::isIntact);
		}

		public long verified() {
			return this.findings.stream().mapToLong(Findings::verified).sum();
		}

		/** About how many there are of all kinds. */
		public long expected() {
			return this.findings.stream().mapToLong(Findings::expected).sum();
		}

		/** How far it is, in per cent. */
		public long percent() {
			return (expected() > 0) ? 100 * verified() / expected() : 0;
		}

	}

	/**
	 * Starts a run in the background.
	 * @return whether it was started now; {@code false} if one is running here or in
	 * another portal
	 */
	public boolean start() {
		List<Findings> findings = findings();
		Optional<Long> begun = this.runs.begin(this.clock.instant(), findings);
		begun.ifPresent((id) -> this.thread.execute(() -> verify(id, findings)));
		return begun.isPresent();
	}

	/** Verifies everything, and comes back when it is done. Nothing is written. */
	Run run() {
		List<Findings> findings = findings();
		Instant startedAt = this.clock.instant();
		boolean failed = !verify(findings, () -> {
		});
		return new Run(startedAt, this.clock.instant(), false, failed, findings);
	}

	private List<Findings> findings() {
		return this.kinds.stream().map((kind) -> new Findings(kind.kind())).toList();
	}

	private void verify(long id, List<Findings> findings) {
		Instant[] last = { this.clock.instant() };
		boolean complete = verify(findings, () -> {
			Instant now = this.clock.instant();
			if (now.isAfter(last[0].plus(TOLD_EVERY))) {
				last[0] = now;
				this.runs.tell(id, findings, now);
			}
		});
		try {
			this.runs.end(id, findings, !complete, this.clock.instant());
		}
		catch (DataAccessException | TransactionException ex) {
			log.error("The result of the verification could not be kept", ex);
		}
	}

	/**
	 * @return whether it has come to its end
	 */
	private boolean verify(List<Findings> findings, Runnable told) {
		try {
			for (int index = 0; index < this.kinds.size(); index++) {
				findings.get(index).begin(this.kinds.get(index).size(), told);
			}
			told.run();
			for (int index = 0; index < this.kinds.size(); index++) {
				this.kinds.get(index).verify(findings.get(index));
				findings.get(index).end();
			}
		}
		catch (RuntimeException ex) {
			log.error("The verification has not come to its end", ex);
			return false;
		}
		findings.forEach((kind) -> kind.broken()
			.forEach((finding) -> log.error("Evidence is broken: {}: {}: {}", kind.kind(), finding.subject(),
					finding.problem())));
		return true;
	}

	/** The run that goes on, in whichever portal. */
	public Optional<Run> running() {
		return this.runs.running(this.clock.instant());
	}

	/** The run that ended last. */
	public Optional<Run> latest() {
		return this.runs.ended(this.clock.instant());
	}

}
