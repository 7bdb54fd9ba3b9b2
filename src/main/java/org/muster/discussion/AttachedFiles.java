package org.muster.discussion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.names.NameInText;
import org.muster.names.NamingFile;
import org.muster.uploads.FileKind;
import org.muster.uploads.TextSearch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files of all requests, for whoever looks for somebody in them. */
@Component
public class AttachedFiles {

	/** An administrator waits for it. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final JdbcTemplate jdbc;

	private final DiscussionRows rows;

	private final AttachmentFolder folder;

	private final ApplicationEventPublisher events;

	AttachedFiles(JdbcTemplate jdbc, DiscussionRows rows, AttachmentFolder folder, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.folder = folder;
		this.events = events;
	}

	private record File(long id, long request, String token, FileKind kind) {
	}

	/**
	 * Those whose content names somebody, or may: documents that could not be read, and
	 * the pictures of requests that the person has to do with.
	 * @param requests the ids of those requests
	 */
	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public List<NamingFile> naming(NameInText name, Collection<Long> requests) {
		List<NamingFile> found = new ArrayList<>();
		try (TextSearch search = new TextSearch(PATIENCE)) {
			this.jdbc
				.query("select id, request_id, token, kind from request_attachment order by id",
						(row, index) -> new File(row.getLong("id"), row.getLong("request_id"), row.getString("token"),
								FileKind.valueOf(row.getString("kind"))))
				.stream()
				.forEach((file) -> naming(file, search, name, requests).ifPresent(found::add));
		}
		return found;
	}

	private Optional<NamingFile> naming(File file, TextSearch search, NameInText name, Collection<Long> requests) {
		if (file.kind() != FileKind.PDF && file.kind() != FileKind.WORD) {
			return requests.contains(file.request()) ? Optional.of(new NamingFile(file.id(), true)) : Optional.empty();
		}
		// One that is missing in the folder holds nobody.
		return this.folder.file(file.token())
			.flatMap((path) -> NamingFile.of(file.id(), name, search.textOf(path, file.kind())));
	}

	/** Of one that is gone already nothing is left to remove. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void remove(long id, Actor by) {
		this.jdbc.query("""
				select a.request_id, a.token, r.organisation_id, r.reference from request_attachment a
				join staffing_request r on r.id = a.request_id where a.id = ?""", (row) -> {
			if (this.rows.remove(row.getLong("request_id"), row.getString("token"))) {
				this.folder.remove(row.getString("token"));
				this.events.publishEvent(new Audited(by, row.getLong("organisation_id"), AuditAct.REQUEST_DETACHED,
						row.getString("reference"), null));
			}
		}, id);
	}

}
