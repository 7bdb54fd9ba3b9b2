package org.muster.cvs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.names.NameInText;
import org.muster.names.NamingFile;
import org.muster.uploads.DocumentText;
import org.muster.uploads.FileKind;
import org.muster.uploads.TextSearch;
import org.muster.uploads.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** CVs of which nobody has made a profile yet, for whoever looks for somebody. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WaitingCvs {

	private static final Logger log = LoggerFactory.getLogger(WaitingCvs.class);

	/** An administrator waits for it. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final JdbcTemplate jdbc;

	private final ProfileDrafts drafts;

	private final DraftFiles files;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	WaitingCvs(JdbcTemplate jdbc, ProfileDrafts drafts, DraftFiles files, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.drafts = drafts;
		this.files = files;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The CVs that name somebody, or may, of those of which there is no text yet; what
	 * they say of themselves counts as well.
	 */
	public List<NamingFile> naming(NameInText name) {
		List<NamingFile> found = new ArrayList<>();
		try (TextSearch search = new TextSearch(PATIENCE)) {
			this.jdbc
				.queryForList("select draft_id from profile_draft_file where content is not null order by draft_id",
						Long.class)
				.forEach((id) -> NamingFile.of(id, name, textOf(this.drafts.findById(id).orElseThrow(), search))
					.ifPresent(found::add));
		}
		return found;
	}

	private Optional<String> textOf(ProfileDraft draft, TextSearch search) {
		byte[] content = this.files.content(draft.id()).orElseThrow();
		try {
			return switch (draft.kind()) {
				case PDF -> search.textOf(content, FileKind.PDF);
				case WORD -> search.textOf(content, FileKind.WORD);
				case JSON, TEXT -> Optional.of(DocumentText.of(draft.kind(), content));
			};
		}
		catch (Unreadable ex) {
			log.debug("A CV could not be searched", ex);
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Together with the text that it may have become meanwhile. */
	public void remove(long id, Actor by) {
		this.drafts.findById(id).filter((draft) -> draft.discard(by, this.clock.instant())).ifPresent((draft) -> {
			this.files.forget(id);
			this.events.publishEvent(new Audited(by, null, AuditAct.CV_DISCARDED, draft.reference(), null));
		});
	}

}
