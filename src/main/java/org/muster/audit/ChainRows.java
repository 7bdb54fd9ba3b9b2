package org.muster.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.audit.AuditChain.End;
import org.muster.evidence.SealKeys;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The trail as the chain reads it: plain rows, as they are in the database. */
@Repository
class ChainRows {

	private static final String ENTRY = "select * from audit_entry where ";

	private final JdbcTemplate jdbc;

	ChainRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** An entry with its seals and its place in the chain. */
	record Row(long id, Instant at, @Nullable Long actorId, String actor, @Nullable Long organisation, String act,
			String subject, @Nullable String detail, @Nullable String detailSalt, @Nullable String detailHash,
			@Nullable String proof, @Nullable String address, @Nullable String nonce, @Nullable String seal,
			@Nullable Instant redactedAt, @Nullable String redactionSeal, long number, @Nullable String link) {

		/** Whether Muster has written it as it is, but perhaps for its detail. */
		boolean isSealed(SealKeys keys) {
			return EntrySeal.isSealed(keys, text(this.nonce, this.detailHash), this.seal);
		}

		/** Whether it was there before there were seals. */
		boolean isSealedLater(SealKeys keys) {
			return keys.isSigned(EntrySeal.LATER, text(this.nonce, this.detailHash), this.seal);
		}

		String text(@Nullable String nonce, @Nullable String hash) {
			return EntrySeal.text(nonce, this.at, this.actorId, this.actor, this.organisation, this.act, this.subject,
					hash, this.proof, this.address);
		}

		/**
		 * Whether its detail was removed, or a part of it, by Muster, and by nobody else.
		 */
		boolean isRedacted(SealKeys keys) {
			return this.redactedAt != null && keys.isSigned(EntrySeal.REDACTION,
					EntrySeal.redaction(this.redactedAt, this.id, this.detailHash, this.detail), this.redactionSeal);
		}

		boolean isDetailAsSealed() {
			return (this.detail == null) ? this.detailHash == null
					: SealKeys.hash(this.detailSalt + this.detail).equals(this.detailHash);
		}

	}

	/** The place of an entry in the chain. */
	record Link(long entry, long number, String link) {
	}

	/** Of an entry from before there were seals. */
	record Seal(long entry, @Nullable String salt, @Nullable String hash, String nonce, String seal) {
	}

	Optional<End> end() {
		return this.jdbc.query("select * from audit_chain where id = 1", ChainRows::readEnd).stream().findFirst();
	}

	/** Two nodes that link come one after the other. */
	End lockedEnd() {
		return this.jdbc.query("select * from audit_chain where id = 1 for update", ChainRows::readEnd).get(0);
	}

	void begin(End end) {
		this.jdbc.update("""
				insert into audit_chain (id, name, began_at, complete, generation, length, link, seal)
				values (1, ?, ?, ?, ?, ?, ?, ?)""", end.name(), utc(end.beganAt()), end.complete(), end.generation(),
				end.length(), end.link(), end.seal());
	}

	void write(End end) {
		this.jdbc.update(
				"update audit_chain set complete = ?, generation = ?, length = ?, link = ?, seal = ? where id = 1",
				end.complete(), end.generation(), end.length(), end.link(), end.seal());
	}

	/** Those without a place in the chain that follow one. */
	List<Row> unlinked(long after, int most) {
		return this.jdbc.query(ENTRY + "link_number is null and id > ? order by id limit " + most, ChainRows::readRow,
				after);
	}

	/**
	 * Entries from before there were seals. Those that are sealed by now are not read
	 * over and over: there may be a million.
	 */
	List<Row> unsealed(int most) {
		return this.jdbc.query(
				ENTRY + "link_number is null and seal is null"
						+ " and id >= (select min(id) from audit_entry where seal is null) order by id limit " + most,
				ChainRows::readRow);
	}

	/** Those that follow a place in the chain. */
	List<Row> linked(long after, int most) {
		return this.jdbc.query(ENTRY + "link_number > ? order by link_number limit " + most, ChainRows::readRow, after);
	}

	void link(List<Link> links) {
		update(List.of("link_number", "link"),
				links.stream().map((one) -> new @Nullable Object[] { one.entry(), one.number(), one.link() }).toList());
	}

	void seal(List<Seal> seals) {
		update(List.of("detail_salt", "detail_hash", "nonce", "seal"), seals.stream()
			.map((one) -> new @Nullable Object[] { one.entry(), one.salt(), one.hash(), one.nonce(), one.seal() })
			.toList());
	}

	/**
	 * In one statement: old trails are long, and a database answers each statement of a
	 * batch on its own.
	 * @param rows of each the id, and what becomes of the columns
	 */
	private void update(List<String> columns, List<@Nullable Object[]> rows) {
		if (rows.isEmpty()) {
			return;
		}
		List<@Nullable Object> values = new ArrayList<>();
		List<String> changes = new ArrayList<>();
		for (int column = 0; column < columns.size(); column++) {
			for (@Nullable
			Object[] row : rows) {
				values.add(row[0]);
				values.add(row[column + 1]);
			}
			String name = columns.get(column);
			changes.add(name + " = case id" + " when ? then ?".repeat(rows.size()) + " else " + name + " end");
		}
		rows.forEach((row) -> values.add(row[0]));
		this.jdbc.update(
				"update audit_entry set " + String.join(", ", changes) + " where id in (" + marks(rows.size()) + ")",
				values.toArray());
	}

	private static String marks(int count) {
		return String.join(", ", Collections.nCopies(count, "?"));
	}

	/** Whether a link is in a place of the chain. */
	boolean isLinkAt(long number, String link) {
		// A chain begins before its first entry.
		return number == 0
				|| this.jdbc.queryForList("select link from audit_entry where link_number = ?", String.class, number)
					.contains(link);
	}

	/**
	 * The seals of those that have a place in the chain already, and whose they are: what
	 * else says the same is a copy.
	 */
	Map<String, Long> linked(List<Row> rows) {
		List<@Nullable String> seals = rows.stream().<@Nullable String>map(Row::seal).filter(Objects::nonNull).toList();
		Map<String, Long> linked = new HashMap<>();
		if (!seals.isEmpty()) {
			this.jdbc.query("select id, seal from audit_entry where link_number is not null and seal in ("
					+ marks(seals.size()) + ")", (row) -> {
						linked.put(row.getString("seal"), row.getLong("id"));
					}, seals.toArray());
		}
		return linked;
	}

	private static End readEnd(ResultSet row, int index) throws SQLException {
		return new End(row.getString("name"), instant(row, "began_at"), row.getBoolean("complete"),
				row.getInt("generation"), row.getLong("length"), row.getString("link"), row.getString("seal"));
	}

	private static Row readRow(ResultSet row, int index) throws SQLException {
		return new Row(row.getLong("id"), instant(row, "happened_at"), id(row, "actor_id"), row.getString("actor_name"),
				id(row, "organisation_id"), row.getString("act"), row.getString("subject"), row.getString("detail"),
				row.getString("detail_salt"), row.getString("detail_hash"), row.getString("proof"),
				row.getString("address"), row.getString("nonce"), row.getString("seal"),
				(row.getObject("redacted_at") != null) ? instant(row, "redacted_at") : null,
				row.getString("redaction_seal"), row.getLong("link_number"), row.getString("link"));
	}

	private static @Nullable Long id(ResultSet row, String column) throws SQLException {
		long id = row.getLong(column);
		return row.wasNull() ? null : id;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
	}

	private static LocalDateTime utc(Instant instant) {
		return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

}
