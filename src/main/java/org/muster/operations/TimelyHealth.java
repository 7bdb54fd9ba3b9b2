package org.muster.operations;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * An indicator that answers in time: what hangs is down. A check that hangs goes on and
 * is not begun once more, so that whoever asks every second does not pile them up.
 */
class TimelyHealth implements HealthIndicator {

	/** Those who ask give up after one to three seconds. */
	private static final long PATIENCE = 800;

	private final HealthIndicator indicator;

	private final Executor threads;

	private @Nullable CompletableFuture<Health> running;

	TimelyHealth(HealthIndicator indicator, Executor threads) {
		this.indicator = indicator;
		this.threads = threads;
	}

	@Override
	public Health health() {
		try {
			return running().get(PATIENCE, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			return Health.down().withDetail("error", "No answer within " + PATIENCE + " ms").build();
		}
		catch (ExecutionException ex) {
			return Health.down(ex).build();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Health.unknown().build();
		}
	}

	private synchronized CompletableFuture<Health> running() {
		CompletableFuture<Health> check = this.running;
		if (check == null || check.isDone()) {
			check = CompletableFuture.supplyAsync(this.indicator::health, this.threads);
			this.running = check;
		}
		return check;
	}

}
