package org.muster.cvs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.junit.jupiter.api.Test;
import org.muster.cvs.ProfileDraft.Status;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;
import org.muster.uploads.Document;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/** What becomes of a file whose reading fails again and again. */
@IntegrationTest
class DraftJobsIntegrationTest {

	private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

	@Autowired
	private World world;

	@Autowired
	private ProfileDrafts drafts;

	@Autowired
	private OneTimeTask<Void> draftTask;

	@Autowired
	private TransactionTemplate transaction;

	private ProfileDraft draft() {
		Document document = new Document("cv.txt", Document.Kind.TEXT, "Java".getBytes(StandardCharsets.UTF_8), null);
		return this.transaction
			.execute((status) -> this.drafts.save(new ProfileDraft("D-" + UUID.randomUUID().toString().substring(0, 12),
					document, this.world.manager(), Instant.now())));
	}

	@SuppressWarnings("unchecked")
	private ExecutionOperations<Void> fails(ProfileDraft draft, int failuresBefore) {
		Execution execution = new Execution(NOON, this.draftTask.instance(String.valueOf(draft.id())));
		execution.consecutiveFailures = failuresBefore;
		ExecutionOperations<Void> operations = mock(ExecutionOperations.class);
		this.draftTask.getFailureHandler()
			.onFailure(ExecutionComplete.failure(execution, NOON, NOON, new IllegalStateException("again")),
					operations);
		return operations;
	}

	@Test
	void aFileIsTriedSixTimesLaterEachTimeAndThenGivenUp() {
		ProfileDraft draft = draft();
		verify(fails(draft, 0)).reschedule(any(), eq(NOON.plus(Duration.ofMinutes(1))));
		verify(fails(draft, 4)).reschedule(any(), eq(NOON.plus(Duration.ofMinutes(16))));
		assertThat(this.drafts.require(draft.reference()).status()).isEqualTo(Status.READING);
		verify(fails(draft, 5)).stop();
		ProfileDraft givenUp = this.drafts.require(draft.reference());
		assertThat(givenUp.status()).isEqualTo(Status.FAILED);
		assertThat(givenUp.problem()).isEqualTo("imports.file.givenUp");
	}

}
