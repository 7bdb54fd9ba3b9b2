package org.muster.cvs;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads a CV outside of requests. */
@Configuration(proxyBeanMethods = false)
class DraftJobs {

	@Bean
	OneTimeTask<Void> draftTask(DraftReading reading) {
		return Tasks.oneTime("profile-draft")
			.execute((instance, context) -> reading.run(Long.parseLong(instance.getId())));
	}

}
