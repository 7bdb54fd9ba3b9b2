package org.muster.discussion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.muster.accounts.CurrentUser;
import org.muster.calendar.UtcColumns;
import org.muster.uploads.FileKind;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Comments, attachments and presence, in their tables. */
@Repository
class DiscussionRows {

	private final JdbcTemplate jdbc;

	DiscussionRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void add(long request, String part, CurrentUser by, boolean shared, String text, Instant now) {
		this.jdbc.update(
				"""
						insert into request_comment (request_id, part, author_id, author_name, of_client, shared, text, created_at)
						values (?, ?, ?, ?, ?, ?, ?, ?)""",
				request, part, by.id(), by.name(), by.isClient(), shared, text, UtcColumns.write(now));
	}

	/** What a person may read; the account manager what is shared. The oldest first. */
	List<Comment> comments(long request, boolean client) {
		return latestComments(request, client, Integer.MAX_VALUE);
	}

	/** The latest of those, the oldest of them first. */
	List<Comment> latestComments(long request, boolean client, int most) {
		return this.jdbc.query("""
				select * from (select * from request_comment where request_id = ? and (shared = true or ? = true)
					order by id desc limit ?) latest order by id""",
				(row, index) -> new Comment(row.getLong("id"), row.getString("part"), row.getLong("author_id"),
						row.getString("author_name"), row.getBoolean("of_client"), row.getBoolean("shared"),
						row.getString("text"), UtcColumns.read(row, "created_at")),
				request, client, most);
	}

	/** Whoever was somewhere before is there no more. */
	void forgetPresence(Instant before) {
		this.jdbc.update("delete from request_presence where seen_at < ?", UtcColumns.write(before));
	}

	/**
	 * @return whether it was there
	 */
	boolean removeComment(long id) {
		return this.jdbc.update("delete from request_comment where id = ?", id) == 1;
	}

	int countComments(long request) {
		return count("select count(*) from request_comment where request_id = ?", request);
	}

	int countAttachments(long request) {
		return count("select count(*) from request_attachment where request_id = ?", request);
	}

	private int count(String sql, long request) {
		Integer count = this.jdbc.queryForObject(sql, Integer.class, request);
		return (count != null) ? count : 0;
	}

	void add(long request, Attachment attachment) {
		this.jdbc.update("""
				insert into request_attachment (request_id, token, file_name, kind, bytes, by_name, created_at)
				values (?, ?, ?, ?, ?, ?, ?)""", request, attachment.token(), attachment.fileName(),
				attachment.kind().name(), attachment.bytes(), attachment.byName(), UtcColumns.write(attachment.at()));
	}

	List<Attachment> attachments(long request) {
		return this.jdbc.query("select * from request_attachment where request_id = ? order by id",
				(row, index) -> new Attachment(row.getString("token"), row.getString("file_name"),
						FileKind.valueOf(row.getString("kind")), row.getLong("bytes"), row.getString("by_name"),
						UtcColumns.read(row, "created_at")),
				request);
	}

	Optional<Attachment> attachment(long request, String token) {
		return attachments(request).stream().filter((one) -> one.token().equals(token)).findFirst();
	}

	/**
	 * @return whether it was there
	 */
	boolean remove(long request, String token) {
		return this.jdbc.update("delete from request_attachment where request_id = ? and token = ?", request,
				token) == 1;
	}

	/** Of a draft that is discarded. */
	void removeAll(long request) {
		for (String table : List.of("request_comment", "request_attachment", "request_presence")) {
			this.jdbc.update("delete from " + table + " where request_id = ?", request);
		}
	}

	void see(long request, CurrentUser user, String place, Instant now) {
		int known = this.jdbc.update(
				"update request_presence set place = ?, seen_at = ? where request_id = ? and account_id = ?", place,
				UtcColumns.write(now), request, user.id());
		if (known == 0) {
			this.jdbc.update("""
					insert into request_presence (request_id, account_id, name, place, seen_at)
					select ?, ?, ?, ?, ? where not exists
						(select 1 from request_presence where request_id = ? and account_id = ?)""", request, user.id(),
					user.name(), place, UtcColumns.write(now), request, user.id());
		}
	}

	List<Presence> others(long request, long except, Instant since) {
		return this.jdbc.query("""
				select name, place, seen_at from request_presence
				where request_id = ? and account_id <> ? and seen_at >= ? order by name""", (row,
				index) -> new Presence(row.getString("name"), row.getString("place"), UtcColumns.read(row, "seen_at")),
				request, except, UtcColumns.write(since));
	}

}
