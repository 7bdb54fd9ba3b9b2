package org.muster.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Consumer;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Work that the clock starts, on one node of all: a bean of one of these is all that it
 * takes. Only what each node has to do for itself, because it is about its own memory or
 * its own files, is scheduled by Spring.
 */
public final class TimedWork {

	private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

	/** The longest wait is some half an hour. */
	private static final int MOST_DOUBLINGS = 5;

	private TimedWork() {
	}

	/**
	 * Again and again.
	 * @param name of the work in the database: with another one it is other work
	 * @param pause between the end of one time and the next
	 */
	public static RecurringTask<Void> every(String name, Duration pause, Runnable work) {
		return recurring(name, FixedDelay.of(pause), work);
	}

	/**
	 * Once a day.
	 * @param name of the work in the database: with another one it is other work
	 * @param time in UTC, which has no summer time
	 */
	public static RecurringTask<Void> daily(String name, LocalTime time, Runnable work) {
		return recurring(name, new Daily(ZoneOffset.UTC, time), work);
	}

	private static RecurringTask<Void> recurring(String name, Schedule schedule, Runnable work) {
		return Tasks.recurring(name, schedule)
			.onFailure((failed, execution) -> execution.reschedule(failed, retry(failed, schedule)))
			.execute((instance, context) -> work.run());
	}

	/** What fails is tried again before its next time, later each time that it fails. */
	static Instant retry(ExecutionComplete failed, Schedule schedule) {
		int doublings = Math.min(failed.getExecution().consecutiveFailures, MOST_DOUBLINGS);
		Instant retry = failed.getTimeDone().plus(FIRST_RETRY.multipliedBy(1L << doublings));
		Instant next = schedule.getNextExecutionTime(failed);
		return next.isBefore(retry) ? next : retry;
	}

	/**
	 * Does something to each of some. One that fails keeps nobody else waiting; all of
	 * them have had their turn before the failure is told.
	 */
	public static <T> void forEach(Collection<T> all, Consumer<? super T> act) {
		@Nullable RuntimeException failure = null;
		for (T one : all) {
			try {
				act.accept(one);
			}
			catch (RuntimeException ex) {
				if (failure != null) {
					ex.addSuppressed(failure);
				}
				failure = ex;
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

}
