package org.muster.operations;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.stereotype.Component;

/**
 * Starts all timed work, each piece with a thread of its own: none waits for another that
 * hangs, nor for an import. A node that dies in the middle is missed after half a minute,
 * and another one begins again. In a portal that only verifies, nothing is started.
 */
@Component
@EnableScheduling
class TimedWorkRunner {

	private static final String TABLE = "scheduled_work";

	private static final Duration POLLING = Duration.ofSeconds(2);

	private static final Duration HEARTBEAT = Duration.ofSeconds(5);

	private static final int MISSED = 6;

	private final Scheduler scheduler;

	private final boolean verifying;

	TimedWorkRunner(DataSource source, List<RecurringTask<Void>> work, MeterRegistry meters,
			@Value("${muster.verify:false}") boolean verifying) {
		this.scheduler = Scheduler.create(source)
			.startTasks(work)
			.tableName(TABLE)
			.threads(work.size())
			.pollingInterval(POLLING)
			.heartbeatInterval(HEARTBEAT)
			.missedHeartbeatsLimit(MISSED)
			.shutdownMaxWait(Duration.ofSeconds(10))
			.addSchedulerListener(new StatsRegistryAdapter(new MicrometerStatsRegistry(meters, work)))
			.alwaysPersistTimestampInUTC()
			.build();
		this.verifying = verifying;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		if (!this.verifying) {
			this.scheduler.start();
		}
	}

	@PreDestroy
	void stop() {
		this.scheduler.stop();
	}

}
