package org.muster.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Runs imports outside of requests. Jobs stand in the database: one that a crash
 * interrupted is taken up again when its heartbeat has been missed for half a minute.
 */
@Configuration(proxyBeanMethods = false)
class ImportJobs {

	private static final Duration POLLING = Duration.ofSeconds(2);

	private static final Duration HEARTBEAT = Duration.ofSeconds(5);

	private static final int MISSED = 6;

	private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

	/** The last is half an hour after the first. */
	private static final int RETRIES = 5;

	@Bean
	OneTimeTask<Void> importTask(Importing importing) {
		return Tasks.oneTime("pool-import")
			.onFailure(retried(importing::giveUp))
			.execute((instance, context) -> importing.run(Long.parseLong(instance.getId())));
	}

	@Bean
	OneTimeTask<Void> draftTask(DraftReading reading) {
		return Tasks.oneTime("profile-draft")
			.onFailure(retried(reading::giveUp))
			.execute((instance, context) -> reading.run(Long.parseLong(instance.getId())));
	}

	/**
	 * Later each time, and in the end whoever waits for it is told that nothing comes.
	 */
	private static FailureHandler<Void> retried(LongConsumer giveUp) {
		return new FailureHandler.MaxRetriesFailureHandler<>(RETRIES,
				new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2),
				(failed, execution) -> giveUp.accept(Long.parseLong(failed.getExecution().getId())));
	}

	/** Within the transaction of whoever schedules. */
	@Bean(destroyMethod = "stop")
	Scheduler scheduler(DataSource source, OneTimeTask<Void> importTask, OneTimeTask<Void> draftTask, Clock clock) {
		return Scheduler.create(new TransactionAwareDataSourceProxy(source), importTask, draftTask)
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
