package org.muster.cvs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.muster.accounts.CurrentUser;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.References;
import org.muster.operations.TimedWork;
import org.muster.uploads.Document;
import org.muster.uploads.Unreadable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes CVs in, and lets go of those that nobody decides on. */
@Component
public class CvIntake {

	private final ProfileDrafts drafts;

	private final DraftFiles files;

	private final References references;

	private final ApplicationEventPublisher events;

	private final SchedulerClient scheduler;

	private final OneTimeTask<Void> task;

	private final Clock clock;

	private final Duration kept;

	CvIntake(ProfileDrafts drafts, DraftFiles files, References references, ApplicationEventPublisher events,
			SchedulerClient scheduler, OneTimeTask<Void> draftTask, Clock clock,
			@Value("${muster.cv.kept}") Duration kept) {
		this.drafts = drafts;
		this.files = files;
		this.references = references;
		this.events = events;
		this.scheduler = scheduler;
		this.task = draftTask;
		this.clock = clock;
		this.kept = kept;
	}

	/**
	 * Takes a file that is known to be sound, within the transaction of the act.
	 * @param name of the file
	 * @throws IllegalArgumentException if it is no CV
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void take(String name, byte[] content, CurrentUser user) {
		try {
			Path copy = Files.createTempFile("muster-cv", null);
			try {
				Files.write(copy, content);
				Document.of(copy, name, Document.MOST_AT_ONCE).forEach((document) -> keep(document, user));
			}
			finally {
				Files.delete(copy);
			}
		}
		catch (Unreadable ex) {
			throw new IllegalArgumentException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Within the transaction of the act.
	 * @return the reference of its draft
	 */
	String keep(Document document, CurrentUser user) {
		ProfileDraft draft = this.drafts.save(new ProfileDraft(
				this.references.draw("D", this.drafts::existsByReference), document, user, this.clock.instant()));
		if (draft.isOpen()) {
			this.files.keep(draft.id(), document.content());
			this.scheduler.scheduleIfNotExists(this.task.instance(String.valueOf(draft.id())), this.clock.instant());
		}
		// Without the file's name, which is personal: this line stays.
		this.events.publishEvent(new Audited(user.actor(), null, AuditAct.CV_UPLOADED, draft.reference(), null));
		return draft.reference();
	}

	@Bean
	static RecurringTask<Void> cvsDiscarded(CvIntake intake) {
		return TimedWork.every("cvs-discarded", Duration.ofHours(6), intake::letGo);
	}

	/** A CV is kept for a decision; after long enough there will be none. */
	@Transactional
	public void letGo() {
		Instant before = this.clock.instant().minus(this.kept);
		this.drafts.undecided(before).forEach((draft) -> {
			draft.discard(Actor.MUSTER, this.clock.instant());
			this.files.forget(draft.id());
			this.events.publishEvent(new Audited(Actor.MUSTER, null, AuditAct.CV_DISCARDED, draft.reference(), null));
		});
	}

}
