package org.muster.operations;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Runs outside of requests what a module declares as a task, such as an import. Jobs
 * stand in the database: one that a crash interrupted is taken up again when its
 * heartbeat has been missed for half a minute.
 */
@Configuration(proxyBeanMethods = false)
class Jobs {

	private static final Duration POLLING = Duration.ofSeconds(2);

	private static final Duration HEARTBEAT = Duration.ofSeconds(5);

	private static final int MISSED = 6;

	/** Within the transaction of whoever schedules. */
	@Bean(destroyMethod = "stop")
	Scheduler scheduler(DataSource source, List<OneTimeTask<?>> tasks, Clock clock) {
		return Scheduler.create(new TransactionAwareDataSourceProxy(source), List.<Task<?>>copyOf(tasks))
			// A CV need not wait for a table of 100,000 rows.
			.threads(2)
			.pollingInterval(POLLING)
			.heartbeatInterval(HEARTBEAT)
			.missedHeartbeatsLimit(MISSED)
			.shutdownMaxWait(Duration.ofSeconds(10))
			.alwaysPersistTimestampInUTC()
			.build();
	}

	@Configuration(proxyBeanMethods = false)
	static class Starting {

		private final Scheduler scheduler;

		private final boolean verifying;

		Starting(Scheduler scheduler, @Value("${muster.verify:false}") boolean verifying) {
			this.scheduler = scheduler;
			this.verifying = verifying;
		}

		@EventListener(ApplicationReadyEvent.class)
		void start() {
			if (!this.verifying) {
				this.scheduler.start();
			}
		}

	}

}
