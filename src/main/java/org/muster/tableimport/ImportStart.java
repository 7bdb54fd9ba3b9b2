package org.muster.tableimport;

import java.time.Clock;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;

import org.springframework.stereotype.Component;

/** Starts the import of a table once its columns are known. */
@Component
class ImportStart {

	private final SchedulerClient scheduler;

	private final OneTimeTask<Void> task;

	private final Clock clock;

	ImportStart(SchedulerClient scheduler, OneTimeTask<Void> importTask, Clock clock) {
		this.scheduler = scheduler;
		this.task = importTask;
		this.clock = clock;
	}

	/** Within the transaction of the act. */
	void start(PoolImport table) {
		this.scheduler.scheduleIfNotExists(this.task.instance(String.valueOf(table.id())), this.clock.instant());
	}

}
