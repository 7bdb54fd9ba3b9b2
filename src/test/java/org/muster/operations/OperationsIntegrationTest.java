package org.muster.operations;

import java.util.Collection;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.muster.testing.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class OperationsIntegrationTest {

	@Autowired
	private Collection<ScheduledTaskHolder> holders;

	@Autowired
	private ThreadPoolTaskScheduler scheduler;

	@Autowired
	private Map<String, HealthIndicator> indicators;

	@Test
	void allTimedWorkCanRunAtOnce() {
		int tasks = this.holders.stream().mapToInt((holder) -> holder.getScheduledTasks().size()).sum();
		assertThat(this.scheduler.getScheduledThreadPoolExecutor().getCorePoolSize()).isGreaterThanOrEqualTo(tasks);
	}

	@Test
	void everyHealthIndicatorAnswersInTime() {
		assertThat(this.indicators).containsKey("dbHealthContributor");
		assertThat(this.indicators.values()).allSatisfy((one) -> assertThat(one).isInstanceOf(TimelyHealth.class));
	}

}
