package org.muster.cvs;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was uploaded until it is read, and its text until somebody has decided. */
@Component
class DraftFiles {

	private final JdbcClient jdbc;

	DraftFiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void keep(long draftId, byte[] content) {
		this.jdbc.sql("insert into profile_draft_file (draft_id, content) values (:draft, :content)")
			.param("draft", draftId)
			.param("content", content)
			.update();
	}

	Optional<byte[]> content(long draftId) {
		return this.jdbc.sql("select content from profile_draft_file where draft_id = :draft and content is not null")
			.param("draft", draftId)
			.query(byte[].class)
			.optional();
	}

	/** The text in place of the file. */
	void keepText(long draftId, String text) {
		this.jdbc.sql("update profile_draft_file set text = :text, content = null where draft_id = :draft")
			.param("draft", draftId)
			.param("text", text)
			.update();
	}

	Optional<String> text(long draftId) {
		return this.jdbc.sql("select text from profile_draft_file where draft_id = :draft and text is not null")
			.param("draft", draftId)
			.query(String.class)
			.optional();
	}

	void forget(long draftId) {
		this.jdbc.sql("delete from profile_draft_file where draft_id = :draft").param("draft", draftId).update();
	}

}
