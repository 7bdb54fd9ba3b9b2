package org.muster.tableimport;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.muster.operations.BackgroundTask;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes a table into the pool outside of requests. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {

	@Bean
	OneTimeTask<Void> importTask(Importing importing) {
		return BackgroundTask.of("pool-import", importing::run, importing::giveUp);
	}

}
