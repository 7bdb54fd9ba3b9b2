package org.muster.operations;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.testing.IntegrationTest;
import org.muster.testing.TwoNodes;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class TimedWorkIntegrationTest {

	@Autowired
	private List<RecurringTask<Void>> work;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void allTimedWorkHasItsSchedule() {
		assertThat(this.work.stream().collect(Collectors.toMap(RecurringTask::getName, TimedWorkIntegrationTest::of)))
			.containsExactlyInAnyOrderEntriesOf(Map.ofEntries(Map.entry("mails-sent", every(Duration.ofSeconds(15))),
					Map.entry("digests-written", daily(7, 0)), Map.entry("notifications-forgotten", daily(2, 40)),
					Map.entry("goals-reminded", daily(6, 30)),
					Map.entry("offers-expired", every(Duration.ofMinutes(10))),
					Map.entry("offers-reminded", every(Duration.ofHours(1))),
					Map.entry("cvs-discarded", every(Duration.ofHours(6))),
					Map.entry("left-out-rows-forgotten", every(Duration.ofHours(6))),
					Map.entry("presence-forgotten", every(Duration.ofHours(6))),
					Map.entry("sign-in-attempts-forgotten", every(Duration.ofHours(1))),
					Map.entry("pool-changes-forgotten", every(Duration.ofHours(1))),
					Map.entry("events-forgotten", daily(2, 50)),
					// As the tests set it.
					Map.entry("events-resubmitted", every(Duration.ofSeconds(1)))));
	}

	private static @Nullable Object of(RecurringTask<Void> task) {
		return ReflectionTestUtils.getField(task, "schedule");
	}

	private static Schedule every(Duration pause) {
		return FixedDelay.of(pause);
	}

	private static Schedule daily(int hour, int minute) {
		return new Daily(ZoneOffset.UTC, LocalTime.of(hour, minute));
	}

	@Test
	void allTimedWorkIsStarted() {
		assertThat(this.jdbc.sql("select task_name from scheduled_work").query(String.class).list())
			.containsExactlyInAnyOrderElementsOf(this.work.stream().map(RecurringTask::getName).toList());
		await().untilAsserted(() -> assertThat(this.jdbc
			.sql("select count(*) from scheduled_work where task_name = 'offers-expired' and last_success is not null")
			.query(Integer.class)
			.single()).isOne());
	}

	@Test
	void ofTwoNodesOneDoesIt() throws Exception {
		TwoNodes nodes = TwoNodes.start();
		await().until(() -> done(nodes.one(MeterRegistry.class)) + done(nodes.other(MeterRegistry.class)) > 0);
		// Longer than the other looks for work.
		Thread.sleep(2500);
		assertThat(done(nodes.one(MeterRegistry.class)) + done(nodes.other(MeterRegistry.class))).isEqualTo(1);
	}

	private static double done(MeterRegistry meters) {
		return meters.find("dbscheduler_task_completions")
			.tag("task", "cvs-discarded")
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

}
