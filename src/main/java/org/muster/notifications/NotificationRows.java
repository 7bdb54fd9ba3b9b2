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
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notifications and what people have switched, in their tables. */
@Repository
class NotificationRows {

	/** From so many on the bell says that there are more. */
	private static final int MOST_UNREAD = 100;

	private final JdbcClient jdbc;

	NotificationRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(long account, Notice notice, Instant now, boolean inPortal, boolean forDigest) {
		this.jdbc.sql("""
				insert into notification (account_id, kind, subject, title, link, by_name, detail, consultant_id,
					created_at, in_portal, for_digest) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(account, notice.kind().name(), notice.subject(), notice.title(), notice.link(), notice.by())
			.param(notice.detail())
			.param(notice.person())
			.params(UtcColumns.write(now), inPortal, forDigest)
			.update();
	}

	/** No more than are shown: those of somebody who never reads are many. */
	int unread(long account) {
		return this.jdbc.sql("""
				select count(*) from (select id from notification
					where account_id = ? and in_portal = true and read_at is null limit ?) unread""")
			.params(account, MOST_UNREAD)
			.query(Integer.class)
			.single();
	}

	Page<Notification> of(long account, Pageable page) {
		List<Notification> rows = this.jdbc.sql("""
				select * from notification where account_id = ? and in_portal = true
				order by created_at desc, id desc limit ? offset ?""")
			.params(account, page.getPageSize(), page.getOffset())
			.query(NotificationRows::notification)
			.list();
		long all = this.jdbc.sql("select count(*) from notification where account_id = ? and in_portal = true")
			.param(account)
			.query(Long.class)
			.single();
		return new PageImpl<>(rows, page, all);
	}

	Optional<Notification> find(long id, long account) {
		return this.jdbc.sql("select * from notification where id = ? and account_id = ?")
			.params(id, account)
			.query(NotificationRows::notification)
			.optional();
	}

	void read(long id, long account, Instant now) {
		this.jdbc.sql("update notification set read_at = ? where id = ? and account_id = ? and read_at is null")
			.params(UtcColumns.write(now), id, account)
			.update();
	}

	void readAll(long account, Instant now) {
		this.jdbc.sql("update notification set read_at = ? where account_id = ? and read_at is null")
			.params(UtcColumns.write(now), account)
			.update();
	}

	/** What some people have switched, by person and kind. */
	Map<Long, Map<Notice.Kind, Choice>> choices(Collection<Long> accounts) {
		Map<Long, Map<Notice.Kind, Choice>> choices = new HashMap<>();
		this.jdbc.sql("select * from notification_choice where account_id in (:ids)")
			.param("ids", accounts)
			.query((RowCallbackHandler) (row) -> choices
				.computeIfAbsent(row.getLong("account_id"), (id) -> new EnumMap<>(Notice.Kind.class))
				.put(Notice.Kind.valueOf(row.getString("kind")),
						new Choice(row.getBoolean("in_portal"), row.getBoolean("by_mail"))));
		return choices;
	}

	void choose(long account, Map<Notice.Kind, Choice> choices) {
		this.jdbc.sql("delete from notification_choice where account_id = ?").param(account).update();
		choices.forEach((kind, choice) -> {
			if (!choice.equals(Choice.USUAL)) {
				this.jdbc
					.sql("insert into notification_choice (account_id, kind, in_portal, by_mail) values (?, ?, ?, ?)")
					.params(account, kind.name(), choice.inPortal(), choice.byMail())
					.update();
			}
		});
	}

	/** Those of some people who want one e-mail a day. */
	List<Long> digests(Collection<Long> accounts) {
		return this.jdbc.sql("select account_id from notification_digest where account_id in (:ids)")
			.param("ids", accounts)
			.query(Long.class)
			.list();
	}

	void wantDigest(long account, boolean wanted) {
		boolean wants = !digests(List.of(account)).isEmpty();
		if (wanted && !wants) {
			this.jdbc.sql("insert into notification_digest (account_id) values (?)").param(account).update();
		}
		else if (!wanted && wants) {
			this.jdbc.sql("delete from notification_digest where account_id = ?").param(account).update();
		}
	}

	/** Those who want one e-mail a day. */
	List<Long> digestsWanted() {
		return this.jdbc.sql("select account_id from notification_digest order by account_id").query(Long.class).list();
	}

	List<Notification> forDigest(long account) {
		return this.jdbc.sql("select * from notification where for_digest = true and account_id = ? order by id")
			.param(account)
			.query(NotificationRows::notification)
			.list();
	}

	void digested(long account, long upTo) {
		this.jdbc.sql("update notification set for_digest = false where account_id = ? and id <= ?")
			.params(account, upTo)
			.update();
	}

	private static Notification notification(ResultSet row, int index) throws SQLException {
		return new Notification(row.getLong("id"), Notice.Kind.valueOf(row.getString("kind")), row.getString("subject"),
				row.getString("title"), row.getString("link"), row.getString("by_name"), row.getString("detail"),
				row.getObject("consultant_id", Long.class), UtcColumns.read(row, "created_at"),
				UtcColumns.readOrNull(row, "read_at"));
	}

	/** What was read before, and waits for no e-mail. */
	void forgetRead(Instant before) {
		this.jdbc.sql("delete from notification where read_at < ? and for_digest = false")
			.param(UtcColumns.write(before))
			.update();
	}

	void forget(long person) {
		this.jdbc.sql("delete from notification where consultant_id = ?").param(person).update();
	}

}
