package org.muster.cvs;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.muster.operations.BackgroundTask;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads a CV outside of requests. */
@Configuration(proxyBeanMethods = false)
class DraftJobs {

	@Bean
	OneTimeTask<Void> draftTask(DraftReading reading) {
		return BackgroundTask.of("profile-draft", reading::run, reading::giveUp);
	}

}
