package org.muster.tableimport;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes a table into the pool outside of requests. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {

	@Bean
	OneTimeTask<Void> importTask(Importing importing) {
		return Tasks.oneTime("pool-import")
			.execute((instance, context) -> importing.run(Long.parseLong(instance.getId())));
	}

}
