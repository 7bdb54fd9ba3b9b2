package org.muster.pricing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.UtcColumns;
import org.muster.money.AmountConverter;
import org.muster.operations.SharedVersions;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries of the rate card. */
@Repository
public class RateCards {

	private static final String ALL = """
			select e.*, o.name as organisation from rate_card_entry e
			left join organisation o on o.id = e.organisation_id\s""";

	/** The same client, role, seniority, place and currency. */
	private static final String SAME = """
			(organisation_id = :organisation or :organisation is null and organisation_id is null) and role = :role
			and (seniority = :seniority or :seniority is null and seniority is null)
			and (country = :country or :country is null and country is null)
			and (region = :region or :region is null and region is null) and currency = :currency""";

	/** Of rates and agreements together: hardly anybody changes either. */
	static final String LOCK = "rates";

	private final JdbcClient jdbc;

	private final SharedVersions versions;

	RateCards(JdbcClient jdbc, SharedVersions versions) {
		this.jdbc = jdbc;
		this.versions = versions;
	}

	/**
	 * Nobody else adds an entry before the current transaction ends, of which this has to
	 * be the beginning: what clashes is looked for in what is there then.
	 */
	void lock() {
		this.versions.lock(LOCK);
	}

	/** What holds for a client's proposals, in any currency. */
	RateCard of(long organisation) {
		return new RateCard(this.jdbc.sql(ALL + "where e.organisation_id = ? or e.organisation_id is null")
			.param(organisation)
			.query(RateCards::rate)
			.list());
	}

	/** By role, and the latest first. */
	Page<CardRate> page(@Nullable Long organisation, Pageable page) {
		String where = "where (:organisation is null or e.organisation_id = :organisation) ";
		long all = this.jdbc.sql("select count(*) from rate_card_entry e " + where)
			.param("organisation", organisation)
			.query(Long.class)
			.single();
		return new PageImpl<>(this.jdbc.sql(ALL + where
				+ "order by e.role, e.seniority, o.name, e.country, e.valid_from desc, e.id limit :size offset :offset")
			.param("organisation", organisation)
			.param("size", page.getPageSize())
			.param("offset", page.getOffset())
			.query(RateCards::rate)
			.list(), page, all);
	}

	/**
	 * What an entry says.
	 *
	 * @param seniority {@code null} for any; likewise the country and the region
	 * @param to {@code null} while no end is known
	 */
	public record Entry(JobRole role, @Nullable Seniority seniority, @Nullable String country, @Nullable String region,
			String currency, BigDecimal dayRate, LocalDate from, @Nullable LocalDate to) {
	}

	/** For a role and seniority anywhere, without an end. */
	public static Entry entry(JobRole role, Seniority seniority, String currency, BigDecimal dayRate, LocalDate from) {
		return new Entry(role, seniority, null, null, currency, dayRate, from, null);
	}

	/**
	 * Adds an entry. One for the same that began before ends the day before it.
	 * @return whether it was added; not if another for the same begins on its first day
	 * or later, while it holds, or ends after it began
	 */
	public boolean add(@Nullable Long organisation, Entry entry, String by, Instant now) {
		return write(null, organisation, entry, by, now);
	}

	/**
	 * Puts another entry in the place of one that was wrong. Proposals keep the prices
	 * that they were sent with.
	 * @return whether it was replaced; not if it clashes with others as one that is added
	 */
	boolean correct(long wrong, @Nullable Long organisation, Entry entry, String by, Instant now) {
		return write(wrong, organisation, entry, by, now);
	}

	private boolean write(@Nullable Long instead, @Nullable Long organisation, Entry entry, String by, Instant now) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("organisation", organisation);
		values.put("role", entry.role().name());
		values.put("seniority", (entry.seniority() != null) ? entry.seniority().name() : null);
		values.put("country", entry.country());
		values.put("region", entry.region());
		values.put("currency", entry.currency());
		values.put("rate", entry.dayRate());
		values.put("from", entry.from());
		values.put("to", entry.to());
		values.put("before", entry.from().minusDays(1));
		values.put("instead", instead);
		values.put("by", by);
		values.put("now", UtcColumns.write(now));
		long clashes = this.jdbc.sql("select count(*) from rate_card_entry where " + SAME + " and " + """
				(valid_from >= :from and (:to is null or valid_from <= :to) or valid_from < :from and valid_to >= :from)
				and (:instead is null or id <> :instead)""").params(values).query(Long.class).single();
		if (clashes > 0) {
			return false;
		}
		if (instead != null) {
			remove(instead);
		}
		this.jdbc
			.sql("update rate_card_entry set valid_to = :before where valid_from < :from and valid_to is null and "
					+ SAME)
			.params(values)
			.update();
		this.jdbc
			.sql("""
					insert into rate_card_entry (organisation_id, role, seniority, country, region, currency, day_rate,
						valid_from, valid_to, by_name, created_at)
					values (:organisation, :role, :seniority, :country, :region, :currency, :rate, :from, :to, :by, :now)""")
			.params(values)
			.update();
		return true;
	}

	/** The reference of the client that an entry is for, if it is for one. */
	Optional<String> client(long id) {
		return this.jdbc.sql("""
				select o.reference from rate_card_entry e join organisation o on o.id = e.organisation_id
				where e.id = ?""").param(id).query(String.class).optional();
	}

	Optional<CardRate> find(long id) {
		return this.jdbc.sql(ALL + "where e.id = ?").param(id).query(RateCards::rate).optional();
	}

	/**
	 * @return whether it was there
	 */
	boolean remove(long id) {
		return this.jdbc.sql("delete from rate_card_entry where id = ?").param(id).update() == 1;
	}

	private static CardRate rate(ResultSet row, int index) throws SQLException {
		String seniority = row.getString("seniority");
		LocalDate to = row.getObject("valid_to", LocalDate.class);
		BigDecimal dayRate = AmountConverter.normalised(row.getBigDecimal("day_rate"));
		LocalDate from = row.getObject("valid_from", LocalDate.class);
		return new CardRate(row.getLong("id"), row.getString("organisation"), JobRole.valueOf(row.getString("role")),
				(seniority != null) ? Seniority.valueOf(seniority) : null, row.getString("country"),
				row.getString("region"), row.getString("currency"), dayRate, from, to);
	}

}
