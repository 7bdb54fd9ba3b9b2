package org.muster.pricing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The entries of the rate card. */
@Repository
public class RateCards {

	private static final String ALL = """
			select e.*, o.name as organisation from rate_card_entry e
			left join organisation o on o.id = e.organisation_id\s""";

	/** The same client, role, seniority, place and currency. */
	private static final String SAME = """
			(organisation_id = ? or ? is null and organisation_id is null) and role = ?
			and (seniority = ? or ? is null and seniority is null) and (country = ? or ? is null and country is null)
			and (region = ? or ? is null and region is null) and currency = ?""";

	/** Of rates and agreements together: hardly anybody changes either. */
	static final String LOCK = "rates";

	private final JdbcTemplate jdbc;

	private final SharedVersions versions;

	RateCards(JdbcTemplate jdbc, SharedVersions versions) {
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
		return new RateCard(this.jdbc.query(ALL + "where e.organisation_id = ? or e.organisation_id is null",
				RateCards::rate, organisation));
	}

	/** By role, and the latest first. */
	Page<CardRate> page(@Nullable Long organisation, Pageable page) {
		String where = "where (? is null or e.organisation_id = ?) ";
		Long all = this.jdbc.queryForObject("select count(*) from rate_card_entry e " + where, Long.class, organisation,
				organisation);
		return new PageImpl<>(
				this.jdbc.query(ALL + where
						+ "order by e.role, e.seniority, o.name, e.country, e.valid_from desc, e.id limit ? offset ?",
						RateCards::rate, organisation, organisation, page.getPageSize(), page.getOffset()),
				page, (all != null) ? all : 0);
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
		Object[] same = { organisation, organisation, entry.role().name(), name(entry.seniority()),
				name(entry.seniority()), entry.country(), entry.country(), entry.region(), entry.region(),
				entry.currency() };
		LocalDate from = entry.from();
		LocalDate to = entry.to();
		Integer clashes = this.jdbc.queryForObject("select count(*) from rate_card_entry where " + SAME
				+ " and (valid_from >= ? and (? is null or valid_from <= ?) or valid_from < ? and valid_to >= ?)"
				+ " and (? is null or id <> ?)", Integer.class, and(same, from, to, to, from, from, instead, instead));
		if (clashes == null || clashes > 0) {
			return false;
		}
		if (instead != null) {
			remove(instead);
		}
		this.jdbc.update(
				"update rate_card_entry set valid_to = ? where valid_from < ? and valid_to is null and " + SAME,
				and(new Object[] { entry.from().minusDays(1), from }, same));
		this.jdbc.update("""
				insert into rate_card_entry (organisation_id, role, seniority, country, region, currency, day_rate,
					valid_from, valid_to, by_name, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				organisation, entry.role().name(), name(entry.seniority()), entry.country(), entry.region(),
				entry.currency(), entry.dayRate(), from, to, by, UtcColumns.write(now));
		return true;
	}

	private static Object[] and(@Nullable Object[] some, @Nullable Object... more) {
		Object[] all = Arrays.copyOf(some, some.length + more.length);
		System.arraycopy(more, 0, all, some.length, more.length);
		return all;
	}

	private static @Nullable String name(@Nullable Seniority seniority) {
		return (seniority != null) ? seniority.name() : null;
	}

	/** The reference of the client that an entry is for, if it is for one. */
	Optional<String> client(long id) {
		return this.jdbc.queryForList("""
				select o.reference from rate_card_entry e join organisation o on o.id = e.organisation_id
				where e.id = ?""", String.class, id).stream().findFirst();
	}

	Optional<CardRate> find(long id) {
		return this.jdbc.query(ALL + "where e.id = ?", RateCards::rate, id).stream().findFirst();
	}

	/**
	 * @return whether it was there
	 */
	boolean remove(long id) {
		return this.jdbc.update("delete from rate_card_entry where id = ?", id) == 1;
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
