package org.muster.operations;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(30)
class TimelyHealthTest {

	private final CountDownLatch hanging = new CountDownLatch(1);

	private final AtomicInteger checks = new AtomicInteger();

	private final TimelyHealth health = new TimelyHealth(this::check, ForkJoinPool.commonPool());

	private Health check() {
		this.checks.incrementAndGet();
		try {
			this.hanging.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return Health.up().build();
	}

	@Test
	void whatHangsIsDownAndCheckedOnceUntilItAnswers() {
		assertThat(this.health.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(this.checks).hasValue(1);
		this.hanging.countDown();
		await().until(() -> this.health.health().getStatus().equals(Status.UP));
	}

	@Test
	void whatFailsIsDown() {
		TimelyHealth failing = new TimelyHealth(() -> {
			throw new IllegalStateException("Broken");
		}, ForkJoinPool.commonPool());
		assertThat(failing.health().getStatus()).isEqualTo(Status.DOWN);
	}

}
