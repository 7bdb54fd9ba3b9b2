package org.muster.pricing;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.muster.calendar.Period;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.UtcColumns;
import org.muster.operations.SharedVersions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The frame agreements of clients; on no day has a client two. */
@Repository
public class FrameAgreements {

	private final JdbcTemplate jdbc;

	private final SharedVersions versions;

	FrameAgreements(JdbcTemplate jdbc, SharedVersions versions) {
		this.jdbc = jdbc;
		this.versions = versions;
	}

	/**
	 * Nobody else adds one before the current transaction ends, of which this has to be
	 * the beginning: others that hold at that time are looked for in what is there then.
	 */
	void lock() {
		this.versions.lock(RateCards.LOCK);
	}

	/** The latest first. */
	List<FrameAgreement> of(long organisation) {
		Map<Long, NavigableMap<Integer, BigDecimal>> tiers = new HashMap<>();
		this.jdbc.query("""
				select t.* from frame_agreement_tier t join frame_agreement a on a.id = t.agreement_id
				where a.organisation_id = ?""", (row) -> {
			tiers.computeIfAbsent(row.getLong("agreement_id"), (id) -> new TreeMap<>())
				.put(row.getInt("from_days"), row.getBigDecimal("discount_percent"));
		}, organisation);
		return this.jdbc.query("select * from frame_agreement where organisation_id = ? order by valid_from desc",
				(row, index) -> agreement(row, tiers), organisation);
	}

	private static FrameAgreement agreement(ResultSet row, Map<Long, NavigableMap<Integer, BigDecimal>> tiers)
			throws SQLException {
		LocalDate index = row.getObject("index_from", LocalDate.class);
		long id = row.getLong("id");
		return new FrameAgreement(id, row.getString("name"),
				new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
				Objects.requireNonNullElse(tiers.get(id), Collections.emptyNavigableMap()), index,
				row.getBigDecimal("index_percent"));
	}

	/** That which holds for a client on a day. */
	public Optional<FrameAgreement> on(long organisation, LocalDate day) {
		return of(organisation).stream().filter((one) -> one.period().contains(day)).findFirst();
	}

	/** No other agreement with the client may hold at that time. */
	public void add(long organisation, String name, Period period, Map<Integer, BigDecimal> tiers,
			@Nullable LocalDate indexFrom, @Nullable BigDecimal indexPercent, String by, Instant now) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.update((connection) -> {
			PreparedStatement insert = connection.prepareStatement("""
					insert into frame_agreement (organisation_id, name, valid_from, valid_to, index_from, index_percent,
						by_name, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)""", new String[] { "id" });
			insert.setLong(1, organisation);
			insert.setString(2, name);
			insert.setObject(3, period.from());
			insert.setObject(4, period.to());
			insert.setObject(5, indexFrom);
			insert.setBigDecimal(6, indexPercent);
			insert.setString(7, by);
			insert.setObject(8, UtcColumns.write(now));
			return insert;
		}, key);
		long id = Objects.requireNonNull(key.getKey()).longValue();
		tiers.forEach((from, discount) -> this.jdbc.update(
				"insert into frame_agreement_tier (agreement_id, from_days, discount_percent) values (?, ?, ?)", id,
				from, discount));
	}

	/**
	 * @return whether it was there
	 */
	boolean remove(long organisation, long id) {
		this.jdbc.update("""
				delete from frame_agreement_tier where agreement_id = ? and exists (select 1 from frame_agreement a
					where a.id = frame_agreement_tier.agreement_id and a.organisation_id = ?)""", id, organisation);
		return this.jdbc.update("delete from frame_agreement where id = ? and organisation_id = ?", id,
				organisation) == 1;
	}

}
