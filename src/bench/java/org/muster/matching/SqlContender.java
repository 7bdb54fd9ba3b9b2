package org.muster.matching;

import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;

import org.muster.calendar.Workdays;
import org.muster.consultants.Candidate;
import org.muster.requests.GoalKind;
import org.muster.requests.Schedule;
import org.muster.vocabulary.LanguageLevel;

/**
 * The best SQL that we can write: skills clustered by skill and person with their
 * strength, so that each skill asked for is one range of the primary key; people with
 * everything else in one row; the same score but for the availability of those whose time
 * is taken in part.
 */
final class SqlContender implements Contender {

	private static final int BATCH = 5000;

	private final Connection connection;

	private PreparedStatement people;

	private PreparedStatement skills;

	private PreparedStatement languages;

	private int open;

	SqlContender(String url) throws SQLException {
		this.connection = DriverManager.getConnection(url + (url.contains("?") ? "&" : "?")
				+ "rewriteBatchedStatements=true&useServerPrepStmts=false&allowMultiQueries=false");
		this.connection.setAutoCommit(false);
		try (Statement statement = this.connection.createStatement()) {
			// All of it is to stay in memory, as the others' data does.
			statement.execute("set global innodb_buffer_pool_size = 2147483648");
			statement.execute("drop table if exists bench_skill");
			statement.execute("drop table if exists bench_language");
			statement.execute("drop table if exists bench_person");
			statement.execute("""
					create table bench_person (id int not null primary key, rate int not null, available_from date not null,
						seniority tinyint not null, years tinyint not null, breadth smallint not null,
						reviews smallint not null, workflow smallint not null, together smallint not null,
						level smallint not null, key ix_bench_person (rate, available_from))""");
			statement.execute("""
					create table bench_skill (skill_id smallint not null, person_id int not null, units smallint not null,
						primary key (skill_id, person_id))""");
			statement.execute("""
					create table bench_language (language char(2) not null, person_id int not null,
						level tinyint not null, primary key (person_id, language))""");
		}
		this.people = this.connection.prepareStatement("insert into bench_person values (?,?,?,?,?,?,?,?,?,?)");
		this.skills = this.connection.prepareStatement("insert into bench_skill values (?,?,?)");
		this.languages = this.connection.prepareStatement("insert into bench_language values (?,?,?)");
	}

	void add(Candidate person) throws SQLException {
		Map<Long, Integer> strengths = Matchers.CONTEXT.strengths().of(person.skills());
		BaselineScore baseline = Matchers.CONTEXT.baselines().of(person, strengths);
		set(this.people, person.id(), LuceneContender.units(person),
				Date.valueOf(person.availableFrom()), person.seniority().ordinal(), person.countedYears(), baseline.breadth(),
				baseline.reviews(), baseline.workflow(), baseline.together(), baseline.level());
		for (Map.Entry<Long, Integer> one : strengths.entrySet()) {
			set(this.skills, one.getKey(), person.id(), one.getValue());
		}
		for (Map.Entry<String, LanguageLevel> one : person.languages().entrySet()) {
			set(this.languages, one.getKey(), person.id(), Scoring.code(one.getValue()));
		}
		if (++this.open == BATCH) {
			flush();
		}
	}

	private static void set(PreparedStatement statement, Object... values) throws SQLException {
		for (int at = 0; at < values.length; at++) {
			statement.setObject(at + 1, values[at]);
		}
		statement.addBatch();
	}

	private void flush() throws SQLException {
		this.people.executeBatch();
		this.skills.executeBatch();
		this.languages.executeBatch();
		this.connection.commit();
		this.open = 0;
	}

	void built() throws SQLException {
		flush();
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("analyze table bench_person, bench_skill, bench_language");
		}
	}

	@Override
	public int top(Demand demand, int most) throws SQLException {
		int[] points = Matchers.weights(demand).tenths();
		String gains = demand.skills()
			.stream()
			.map((asked) -> "select %d as skill_id, %d as level, %f as share".formatted(asked.skillId(), asked.level(),
					asked.isRequired() ? points[Part.REQUIRED.ordinal()] / (double) demand.required().size()
							: points[Part.NICE.ordinal()] / (double) demand.nice().size()))
			.collect(Collectors.joining(" union all "));
		String goals = demand.goals()
			.stream()
			.map((goal) -> (goal == GoalKind.EFFICIENT_WORKFLOW) ? "p.workflow"
					: (goal == GoalKind.BRING_TEAMS_TOGETHER) ? "p.together" : "p.level")
			.collect(Collectors.joining(" + "));
		String rest = """
				%d * (case greatest(0, %d - p.seniority) when 0 then 0.5 when 1 then 0.25 when 2 then 0.1 else 0 end
					+ least(1, p.years / %d) / 2) + %d * p.reviews / 250 + %d * p.breadth / 250 + %s
				""".formatted(points[Part.SENIORITY.ordinal()], demand.seniority().ordinal(),
				Math.max(1, demand.years()), points[Part.REVIEWS.ordinal()],
				demand.isServerSide() ? points[Part.BREADTH.ordinal()] : 0,
				goals.isEmpty() ? "0"
						: "%d * (%s) / %d".formatted(points[Part.GOALS.ordinal()], goals, 250 * demand.goals().size()));
		Schedule schedule = demand.schedule();
		StringBuilder speaks = new StringBuilder();
		demand.languages()
			.forEach((language, level) -> speaks
				.append("""
						 and exists (select 1 from bench_language l where l.person_id = p.id and l.language = '%s' and l.level >= %d)"""
					.formatted(language, Scoring.code(level))));
		String sql = """
				select p.id, s.points + %s as score from (
					select k.person_id, sum(least(1, k.units / (a.level * 50)) * a.share) as points
					from (%s) a join bench_skill k on k.skill_id = a.skill_id group by k.person_id) s
				join bench_person p on p.id = s.person_id
				where p.rate <= %d and p.available_from <= '%s'%s
				order by score desc, p.rate, p.id limit %d""".formatted(rest, gains, Rates.units(demand.cap()),
				schedule.lastInTime(Workdays.ofWeek(null)), speaks, most);
		int found = 0;
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				found++;
			}
		}
		return found;
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
