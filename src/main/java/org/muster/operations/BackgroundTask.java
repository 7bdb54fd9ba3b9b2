package org.muster.operations;

import java.time.Duration;
import java.util.function.LongConsumer;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

/**
 * Work on one thing that somebody waits for, done once, outside of requests, on whichever
 * node comes first.
 */
public final class BackgroundTask {

	private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

	/** The last is half an hour after the first. */
	private static final int RETRIES = 5;

	private BackgroundTask() {
	}

	/**
	 * What fails is tried again, later each time, and given up in the end.
	 * @param name of the work in the database: with another one it is other work
	 * @param work by the id of the thing
	 * @param giveUp tells whoever waits that nothing comes
	 */
	public static OneTimeTask<Void> of(String name, LongConsumer work, LongConsumer giveUp) {
		return Tasks.oneTime(name)
			.onFailure(new FailureHandler.MaxRetriesFailureHandler<>(RETRIES,
					new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2),
					(failed, execution) -> giveUp.accept(Long.parseLong(failed.getExecution().getId()))))
			.execute((instance, context) -> work.accept(Long.parseLong(instance.getId())));
	}

}
