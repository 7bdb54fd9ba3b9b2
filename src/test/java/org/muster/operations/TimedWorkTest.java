package org.muster.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TimedWorkTest {

	private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

	/** Whatever else the clock starts is done once in a cluster, by db-scheduler. */
	@Test
	void onlyWorkOnTheMemoryAndTheFilesOfANodeIsDoneByEachOfThem() {
		Set<String> scheduled = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.muster")
			.stream()
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> method.isAnnotatedWith(Scheduled.class))
			.map((method) -> method.getOwner().getSimpleName() + "." + method.getName())
			.collect(Collectors.toSet());
		assertThat(scheduled).containsExactlyInAnyOrder("AuditChain.extend", "HolidayCalendar.follow",
				"Occurrences.sweep", "PoolJournal.read", "Taxonomy.follow");
	}

	private static Duration waits(Schedule schedule, int failuresBefore) {
		Execution execution = new Execution(NOON, new TaskInstance<Void>("work", "recurring"));
		execution.consecutiveFailures = failuresBefore;
		ExecutionComplete failed = ExecutionComplete.failure(execution, NOON, NOON, new IllegalStateException());
		return Duration.between(NOON, TimedWork.retry(failed, schedule));
	}

	@Test
	void dailyWorkThatFailsIsTriedAgainTheSameDayAndLaterEachTime() {
		Schedule daily = new Daily(ZoneOffset.UTC, LocalTime.of(7, 0));
		assertThat(waits(daily, 0)).isEqualTo(Duration.ofMinutes(1));
		assertThat(waits(daily, 1)).isEqualTo(Duration.ofMinutes(2));
		assertThat(waits(daily, 4)).isEqualTo(Duration.ofMinutes(16));
		assertThat(waits(daily, 100)).isEqualTo(Duration.ofMinutes(32));
	}

	@Test
	void aRetryIsNeverLaterThanTheNextTime() {
		assertThat(waits(FixedDelay.ofSeconds(15), 0)).isEqualTo(Duration.ofSeconds(15));
		assertThat(waits(new Daily(ZoneOffset.UTC, LocalTime.of(12, 10)), 6)).isEqualTo(Duration.ofMinutes(10));
	}

	@Test
	void oneThatFailsKeepsNobodyElseWaitingAndIsTold() {
		List<Integer> done = new ArrayList<>();
		assertThatIllegalStateException().isThrownBy(() -> TimedWork.forEach(List.of(1, 2, 3, 4), (number) -> {
			if (number % 2 == 0) {
				throw new IllegalStateException(number + " failed");
			}
			done.add(number);
		})).withMessage("4 failed").satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(1));
		assertThat(done).containsExactly(1, 3);
	}

}
