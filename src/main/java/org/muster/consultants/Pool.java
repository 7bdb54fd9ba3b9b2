package org.muster.consultants;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.calendar.Allocation;
import org.muster.calendar.Place;
import org.muster.consultants.Candidate.Rating;
import org.muster.money.AmountConverter;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads candidates, all of them or some, in eight statements whatever their number. By
 * JDBC, since nothing of it is changed and an entity each would cost most of the time.
 */
@Component
public class Pool {

	/** What was over by then says nothing of when a person is free. */
	private static final int PAST_DAYS = 31;

	private final JdbcClient jdbc;

	private final Clock clock;

	Pool(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Everybody, by id. */
	@Transactional(readOnly = true)
	public List<Candidate> all() {
		return read("", List.of(0L));
	}

	/** Some, in the order of the ids; those that are none are left out. */
	@Transactional(readOnly = true)
	public List<Candidate> some(Collection<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		Map<Long, Candidate> found = read(" where %s in (:ids)", ids).stream()
			.collect(Collectors.toMap(Candidate::id, Function.identity()));
		return ids.stream().filter(found::containsKey).map(found::get).toList();
	}

	private List<Candidate> read(String where, Collection<Long> ids) {
		String byConsultant = where.formatted("consultant_id");
		LocalDate today = LocalDate.now(this.clock);
		Map<Long, Set<JobRole>> roles = grouped("select consultant_id, role from consultant_role" + byConsultant, ids,
				(row, index) -> JobRole.valueOf(row.getString(2)),
				Collectors.toCollection(() -> EnumSet.noneOf(JobRole.class)));
		Map<Long, Map<Long, SkillHeld>> skills = grouped(
				"select consultant_id, skill_id, level, years, last_used from consultant_skill" + byConsultant, ids,
				(row, index) -> new SkillHeld(row.getLong(2), row.getObject(3, Integer.class),
						row.getObject(4, Integer.class), row.getObject(5, Integer.class)),
				Collectors.toMap(SkillHeld::skillId, Function.identity()));
		Map<Long, Map<String, LanguageLevel>> languages = grouped(
				"select consultant_id, language, level from consultant_language" + byConsultant, ids,
				(row, index) -> Map.entry(row.getString(2), LanguageLevel.valueOf(row.getString(3))),
				Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
		Map<Long, List<AbsenceRow>> absences = grouped(
				"select consultant_id, kind, starts_on, ends_on, allocation, id, source, afternoon from consultant_absence"
						+ (where.isEmpty() ? " where" : byConsultant + " and") + " ends_on >= '"
						+ today.minusDays(PAST_DAYS) + "' order by starts_on, id",
				ids, Pool::absence, Collectors.toList());
		Map<Long, List<Rating>> ratings = grouped(
				"select consultant_id, count(*), avg(1.0 * delivery), avg(1.0 * communication), avg(1.0 * skill)"
						+ " from consultant_review" + byConsultant + " group by consultant_id",
				ids, (row, index) -> new Rating(row.getInt(2), row.getDouble(3), row.getDouble(4), row.getDouble(5)),
				Collectors.toList());
		Map<Long, List<Integer>> certifications = grouped(
				"select consultant_id, count(*) from consultant_certification"
						+ (where.isEmpty() ? " where" : byConsultant + " and")
						+ " (expires_on is null or expires_on >= '" + today + "') group by consultant_id",
				ids, (row, index) -> row.getInt(2), Collectors.toList());
		Map<Long, NavigableMap<LocalDate, DatedRates>> later = grouped(
				"select consultant_id, applies_from, pay_rate, bill_rate, since from consultant_rate"
						+ (where.isEmpty() ? " where" : byConsultant + " and") + " applies_from > '" + today + "'",
				ids,
				(row, index) -> Map.entry(date(row, 2),
						new DatedRates(new Consultant.Rates(amount(row, 3), amount(row, 4)), date(row, 5))),
				Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
		return this.jdbc
			.sql("select c.*, r.pay_rate, r.bill_rate, r.since from consultant c join consultant_rate r"
					+ " on r.consultant_id = c.id and r.applies_from = (select max(latest.applies_from) from"
					+ " consultant_rate latest where latest.consultant_id = c.id and latest.applies_from <= :today)"
					+ where.formatted("c.id") + (where.isEmpty() ? " where" : " and")
					+ " c.erased_at is null order by c.id")
			.param("today", today)
			.param("ids", ids)
			.query((row, index) -> {
				long id = row.getLong("id");
				return candidate(row, id, roles.getOrDefault(id, Set.of()), skills.getOrDefault(id, Map.of()),
						languages.getOrDefault(id, Map.of()), absences.getOrDefault(id, List.of()),
						ratings.getOrDefault(id, List.of(Rating.NONE)).get(0),
						certifications.getOrDefault(id, List.of(0)).get(0),
						later.getOrDefault(id, Collections.emptyNavigableMap()));
			})
			.list();
	}

	private <T, C> Map<Long, C> grouped(String sql, Collection<Long> ids, RowMapper<T> mapper,
			java.util.stream.Collector<T, ?, C> collector) {
		return this.jdbc.sql(sql)
			.param("ids", ids)
			.query((row, index) -> Map.entry(row.getLong(1), mapper.mapRow(row, index)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey, HashMap::new,
					Collectors.mapping(Map.Entry::getValue, collector)));
	}

	private static AbsenceRow absence(ResultSet row, int index) throws SQLException {
		return new AbsenceRow(row.getLong(6), row.getString(7), row.getLong(1), AbsenceKind.valueOf(row.getString(2)),
				date(row, 3), date(row, 4), Allocation.parse(row.getString(5)), row.getBoolean(8));
	}

	private static LocalDate date(ResultSet row, int column) throws SQLException {
		return row.getObject(column, LocalDate.class);
	}

	private static BigDecimal amount(ResultSet row, int column) throws SQLException {
		return AmountConverter.normalised(row.getBigDecimal(column));
	}

	private static Candidate candidate(ResultSet row, long id, Set<JobRole> roles, Map<Long, SkillHeld> skills,
			Map<String, LanguageLevel> languages, List<AbsenceRow> absences, Rating rating, int certifications,
			NavigableMap<LocalDate, DatedRates> laterRates) throws SQLException {
		return new Candidate(id, row.getString("reference"), row.getString("name"), row.getString("headline"), roles,
				Seniority.valueOf(row.getString("seniority")), row.getObject("years", Integer.class),
				new Place(row.getString("country"), row.getString("region")),
				Objects.requireNonNullElse(row.getString("city"), ""), row.getString("time_zone"),
				Arrays.stream(row.getString("work_modes").split(","))
					.map(WorkMode::valueOf)
					.collect(Collectors.toCollection(() -> EnumSet.noneOf(WorkMode.class))),
				Employment.valueOf(row.getString("employment")), row.getString("currency"),
				AmountConverter.normalised(row.getBigDecimal("pay_rate")),
				AmountConverter.normalised(row.getBigDecimal("bill_rate")), row.getObject("since", LocalDate.class),
				row.getObject("available_from", LocalDate.class), skills, languages, absences, rating, certifications,
				laterRates);
	}

}
