package org.muster.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.UtcColumns;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Notifications and what people have switched, in their tables. */
@Repository
class NotificationRows {

	/** From so many on the bell says that there are more. */
	private static final int MOST_UNREAD = 100;

	private final JdbcTemplate jdbc;

	private final NamedParameterJdbcTemplate named;

	NotificationRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
		this.named = new NamedParameterJdbcTemplate(jdbc);
	}

	void add(long account, Notice notice, Instant now, boolean inPortal, boolean forDigest) {
		this.jdbc.update("""
				insert into notification (account_id, kind, subject, title, link, by_name, detail, consultant_id,
					created_at, in_portal, for_digest) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", account,
				notice.kind().name(), notice.subject(), notice.title(), notice.link(), notice.by(), notice.detail(),
				notice.person(), UtcColumns.write(now), inPortal, forDigest);
	}

	/** No more than are shown: those of somebody who never reads are many. */
	int unread(long account) {
		Integer count = this.jdbc.queryForObject("""
				select count(*) from (select id from notification
					where account_id = ? and in_portal = true and read_at is null limit ?) unread""", Integer.class,
				account, MOST_UNREAD);
		return (count != null) ? count : 0;
	}

	Page<Notification> of(long account, Pageable page) {
		List<Notification> rows = this.jdbc.query("""
				select * from notification where account_id = ? and in_portal = true
				order by created_at desc, id desc limit ? offset ?""", NotificationRows::notification, account,
				page.getPageSize(), page.getOffset());
		Long all = this.jdbc.queryForObject(
				"select count(*) from notification where account_id = ? and in_portal = true", Long.class, account);
		return new PageImpl<>(rows, page, (all != null) ? all : 0);
	}

	Optional<Notification> find(long id, long account) {
		return this.jdbc
			.query("select * from notification where id = ? and account_id = ?", NotificationRows::notification, id,
					account)
			.stream()
			.findFirst();
	}

	void read(long id, long account, Instant now) {
		this.jdbc.update("update notification set read_at = ? where id = ? and account_id = ? and read_at is null",
				UtcColumns.write(now), id, account);
	}

	void readAll(long account, Instant now) {
		this.jdbc.update("update notification set read_at = ? where account_id = ? and read_at is null",
				UtcColumns.write(now), account);
	}

	/** What some people have switched, by person and kind. */
	Map<Long, Map<Notice.Kind, Choice>> choices(Collection<Long> accounts) {
		Map<Long, Map<Notice.Kind, Choice>> choices = new HashMap<>();
		this.named.query("select * from notification_choice where account_id in (:ids)",
				new MapSqlParameterSource("ids", accounts), (row) -> {
					choices.computeIfAbsent(row.getLong("account_id"), (id) -> new EnumMap<>(Notice.Kind.class))
						.put(Notice.Kind.valueOf(row.getString("kind")),
								new Choice(row.getBoolean("in_portal"), row.getBoolean("by_mail")));
				});
		return choices;
	}

	void choose(long account, Map<Notice.Kind, Choice> choices) {
		this.jdbc.update("delete from notification_choice where account_id = ?", account);
		choices.forEach((kind, choice) -> {
			if (!choice.equals(Choice.USUAL)) {
				this.jdbc.update(
						"insert into notification_choice (account_id, kind, in_portal, by_mail) values (?, ?, ?, ?)",
						account, kind.name(), choice.inPortal(), choice.byMail());
			}
		});
	}

	/** Those of some people who want one e-mail a day. */
	List<Long> digests(Collection<Long> accounts) {
		return this.named.queryForList("select account_id from notification_digest where account_id in (:ids)",
				new MapSqlParameterSource("ids", accounts), Long.class);
	}

	void wantDigest(long account, boolean wanted) {
		boolean wants = !digests(List.of(account)).isEmpty();
		if (wanted && !wants) {
			this.jdbc.update("insert into notification_digest (account_id) values (?)", account);
		}
		else if (!wanted && wants) {
			this.jdbc.update("delete from notification_digest where account_id = ?", account);
		}
	}

	/** Those who want one e-mail a day. */
	List<Long> digestsWanted() {
		return this.jdbc.queryForList("select account_id from notification_digest order by account_id", Long.class);
	}

	List<Notification> forDigest(long account) {
		return this.jdbc.query("select * from notification where for_digest = true and account_id = ? order by id",
				NotificationRows::notification, account);
	}

	void digested(long account, long upTo) {
		this.jdbc.update("update notification set for_digest = false where account_id = ? and id <= ?", account, upTo);
	}

	private static Notification notification(ResultSet row, int index) throws SQLException {
		return new Notification(row.getLong("id"), Notice.Kind.valueOf(row.getString("kind")), row.getString("subject"),
				row.getString("title"), row.getString("link"), row.getString("by_name"), row.getString("detail"),
				row.getObject("consultant_id", Long.class), UtcColumns.read(row, "created_at"),
				UtcColumns.readOrNull(row, "read_at"));
	}

	/** What was read before, and waits for no e-mail. */
	void forgetRead(Instant before) {
		this.jdbc.update("delete from notification where read_at < ? and for_digest = false", UtcColumns.write(before));
	}

	void forget(long person) {
		this.jdbc.update("delete from notification where consultant_id = ?", person);
	}

}
