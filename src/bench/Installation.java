import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Fills a database with a large installation: the demo, copied over and over. Some 300 clients, 3,000 consultants with
 * three years of absences, 1,200 times the demo's requests, proposals, engagements and notifications, most of it settled
 * long ago, as many audit entries as go with them, and 100,000 e-mails.
 *
 *     java -cp H2.jar:MYSQL.jar src/bench/Installation.java DEMO TARGET
 *
 * DEMO is the JDBC address of a demo that is not running (jdbc:h2:file:./data/muster;…), TARGET that of a MySQL database
 * on which the portal was started once. Whatever the target holds is replaced. The next start, with a MUSTER_SEAL_FOLDER
 * that is empty, seals all of it. -Dcopies=2400 -Dentries=9000 makes 40,000 proposals and 1,000,000 audit entries.
 */
class Installation {

	/** Ids of a copy are those of the demo, so much later for each. */
	private static final long STEP = 100_000;

	private static final int COPIES = Integer.getInteger("copies", 1200);

	/** Of the audit trail, which has more entries of a real request than of one of the demo. */
	private static final int ENTRIES = Integer.getInteger("entries", COPIES * 15 / 2);

	/** Three years. */
	private static final int MINUTES = 1_576_800;

	private static final int CLIENTS = 60;

	private static final int POOLS = 25;

	private static final Set<String> LEFT = Set.of("flyway_schema_history", "scheduled_tasks", "event_publication");

	private static final Set<String> OF_CLIENTS = Set.of("organisation", "account");

	private static final Set<String> OF_POOL = Set.of("consultant", "consultant_role", "consultant_skill",
			"consultant_language", "consultant_absence", "consultant_review", "consultant_rate",
			"consultant_certification", "consultant_project", "project_skill");

	private static final Set<String> OF_WORK = Set.of("staffing_request", "request_goal", "request_position",
			"position_skill", "position_language", "shortlist_entry", "proposal", "proposal_revision", "proposal_vat",
			"proposal_rate_step", "proposal_line", "proposal_line_month", "proposal_line_phase", "proposal_line_pause",
			"proposal_line_reason", "proposal_line_pay_rate", "engagement", "interview", "interview_window",
			"interview_score", "request_comment", "counter_proposal", "counter_proposal_change", "notification",
			"audit_entry");

	private static final Set<String> PEOPLE = Set.of("created_by", "by_id", "asked_by", "status_by_id", "actor_id",
			"author_id", "approved_by_id", "approval_asked_by", "account_id");

	private final Connection target;

	private String staff = "0";

	private Installation(Connection target) {
		this.target = target;
	}

	public static void main(String... arguments) throws SQLException, IOException {
		String address = arguments[1] + (arguments[1].contains("?") ? "&" : "?")
				+ "rewriteBatchedStatements=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";
		try (Connection demo = DriverManager.getConnection(arguments[0], "sa", "");
				Connection target = DriverManager.getConnection(address)) {
			Installation installation = new Installation(target);
			installation.run("set foreign_key_checks = 0, unique_checks = 0");
			installation.run("set cte_max_recursion_depth = 1000000");
			installation.take(demo);
			installation.unseal();
			installation.multiply();
			installation.settle();
			installation.run("analyze table " + String.join(", ", OF_WORK));
		}
	}

	/** The demo as it is. */
	private void take(Connection demo) throws SQLException {
		for (String table : tables()) {
			if (LEFT.contains(table)) {
				continue;
			}
			run("truncate table " + table);
			List<String> columns = columns(table);
			try (Statement read = demo.createStatement();
					ResultSet rows = read.executeQuery("select * from " + table);
					PreparedStatement write = this.target.prepareStatement("insert into " + table + " ("
							+ String.join(", ", columns) + ") values (" + "?, ".repeat(columns.size() - 1) + "?)")) {
				while (rows.next()) {
					for (int column = 0; column < columns.size(); column++) {
						write.setObject(column + 1, value(rows, columns.get(column)));
					}
					write.addBatch();
				}
				write.executeBatch();
			}
		}
		run("drop table if exists copies");
		run("create table copies (n int primary key)");
		run("insert into copies with recursive s (n) as (select 1 union all select n + 1 from s where n < " + ENTRIES
				+ ") select n from s");
		try (Statement read = this.target.createStatement();
				ResultSet row = read.executeQuery("select group_concat(id) from account where organisation_id is null")) {
			row.next();
			this.staff = row.getString(1);
		}
	}

	private static Object value(ResultSet rows, String column) throws SQLException {
		int at = rows.findColumn(column);
		return switch (rows.getMetaData().getColumnType(at)) {
			case Types.CLOB -> rows.getString(at);
			case Types.BLOB, Types.VARBINARY, Types.BINARY, Types.LONGVARBINARY -> rows.getBytes(at);
			case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> rows.getObject(at, LocalDateTime.class);
			default -> rows.getObject(at);
		};
	}

	/** Copies have other references, and the key of the demo's seals is not at hand. */
	private void unseal() throws SQLException {
		run("delete from audit_chain");
		run("""
				update audit_entry set seal = null, nonce = null, detail_salt = null, detail_hash = null, proof = null,
					redacted_at = null, redaction_seal = null, link_number = null, link = null""");
		run("""
				update proposal_revision set content_hash = null, seal = null, sealed_later = false, end_seal = null,
					end_sealed_later = false, reason_salt = null, reason_hash = null, reason_seal = null""");
		run("update proposal_line set person_salt = null, person_hash = null, erasure_seal = null");
		run("update terms_version set seal = null");
	}

	private void multiply() throws SQLException {
		for (String table : tables()) {
			if (OF_CLIENTS.contains(table)) {
				copy(table, "n < " + CLIENTS + (table.equals("account") ? " and organisation_id is not null" : ""));
			}
			else if (OF_POOL.contains(table)) {
				copy(table, "n < " + POOLS);
			}
			else if (OF_WORK.contains(table)) {
				copy(table, "n < " + copies(table));
			}
		}
		// The demo itself is the latest.
		run("update audit_entry set id = id + " + (long) ENTRIES * STEP + " where id < " + STEP + " order by id desc");
	}

	private void copy(String table, String which) throws SQLException {
		StringJoiner columns = new StringJoiner(", ");
		StringJoiner values = new StringJoiner(", ");
		Map<String, String> references = references(table);
		for (String column : columns(table)) {
			columns.add(column);
			values.add(column(table, column, references.get(column)));
		}
		String key = columns(table).contains("id") ? "x.id" : references.keySet().stream()
			.filter((one) -> copied(references.get(one))).map((one) -> "x." + one).findFirst().orElseThrow();
		long begun = System.currentTimeMillis();
		int rows = run("insert into " + table + " (" + columns + ") select " + values + " from copies join " + table
				+ " x where " + key + " < " + STEP + " and " + which + " order by n");
		System.out.printf("RESULT installation table=%s copied=%d seconds=%.1f%n", table, rows,
				(System.currentTimeMillis() - begun) / 1000.0);
	}

	private static int copies(String table) {
		return table.equals("audit_entry") ? ENTRIES : COPIES;
	}

	private static boolean copied(String table) {
		return table != null && (OF_CLIENTS.contains(table) || OF_POOL.contains(table) || OF_WORK.contains(table));
	}

	/** What a column of a copy holds. */
	private String column(String table, String column, String referenced) {
		String x = "x." + column;
		if (column.equals("id")) {
			return x + " + n * " + STEP;
		}
		if (column.equals("email") || column.equals("name") && table.equals("organisation")
				|| column.equals("search_name") && table.equals("organisation")) {
			return "concat(n, '.', " + x + ")";
		}
		if (column.equals("creation_key")) {
			return "concat(n, '-', left(" + x + ", 30))";
		}
		if (Set.of("reference", "proposal_reference", "engagement").contains(column)
				|| column.equals("subject") && !table.equals("notification")) {
			return "case when " + x + " regexp '^[A-Z]+-' then concat(" + x + ", lpad(n, 4, '0')) else " + x + " end";
		}
		if (OF_WORK.contains(table)) {
			return work(table, column, x, referenced);
		}
		// Account managers are of the consultancy, of which there is one.
		return copied(referenced) && !column.equals("account_manager_id") ? x + " + n * " + STEP : x;
	}

	private String work(String table, String column, String x, String referenced) {
		// Every fifteenth copy is of the demo's own clients, who have more than others.
		String client = "case when mod(n, 15) = 0 then 0 else mod(n, " + CLIENTS + ") end * " + STEP;
		if (PEOPLE.contains(column)) {
			return "case when " + x + " in (" + this.staff + ") then " + x + " else " + x + " + " + client + " end";
		}
		if (column.equals("organisation_id")) {
			return x + " + " + client;
		}
		if (column.equals("consultant_id")) {
			return x + " + mod(n, " + POOLS + ") * " + STEP;
		}
		if (column.equals("status") && table.equals("proposal_revision")) {
			return "case when mod(n, 16) > 0 and " + x + " = 'SENT' then 'DECLINED' when mod(n, 16) > 0 and " + x
					+ " = 'DRAFT' then 'EXPIRED' else " + x + " end";
		}
		if (column.equals("status") && table.equals("staffing_request")) {
			return "case when mod(n, 4) > 0 and " + x + " = 'DRAFT' then 'WITHDRAWN' when mod(n, 16) > 0 and " + x
					+ " in ('SUBMITTED', 'MATCHING', 'PROPOSED') then 'CLOSED' else " + x + " end";
		}
		if (column.endsWith("_at")) {
			int copies = copies(table);
			return x + " - interval (" + copies + " - n) * " + MINUTES / copies + " minute";
		}
		return copied(referenced) && !OF_POOL.contains(referenced) ? x + " + n * " + STEP : x;
	}

	/** Three years of leaves, e-mails that have gone, and which revision stands for its proposal. */
	private void settle() throws SQLException, IOException {
		run("""
				insert into consultant_absence (consultant_id, kind, starts_on, ends_on, allocation, afternoon)
				select c.id, 'LEAVE', current_date - interval (n * 75 + mod(c.id, 60)) day,
					current_date - interval (n * 75 + mod(c.id, 60) - 4) day,
					(select min(allocation) from (select allocation from consultant_absence where kind = 'LEAVE') some), false
				from consultant c join copies where n <= 14""");
		run("""
				insert into mail_out (recipient, subject, plain, html, created_at, tries, next_try_at, sent_at)
				select concat(n, '@client.example'), 'A proposal has arrived', repeat('Some words of an e-mail. ', 30),
					repeat('<p>Some words of an e-mail.</p>', 40), now() - interval 100000 - n minute, 1, null,
					now() - interval 100000 - n minute
				from (with recursive s (n) as (select 1 union all select n + 1 from s where n < 100000)
					select n from s) numbers""");
		Path marks = Path.of("src/main/resources/db/migration/V64__what_stands_in_lists.sql");
		if (columns("proposal_revision").contains("stands")) {
			run("update proposal_revision set stands = false, stands_sent = false");
			for (String statement : Files.readString(marks).replaceAll("--.*", "").split(";")) {
				if (statement.strip().startsWith("update")) {
					run(statement);
				}
			}
		}
		run("drop table copies");
	}

	private int run(String sql) throws SQLException {
		try (Statement statement = this.target.createStatement()) {
			return statement.execute(sql) ? 0 : statement.getUpdateCount();
		}
		catch (SQLException ex) {
			throw new SQLException(sql, ex);
		}
	}

	private List<String> tables() throws SQLException {
		return strings("select table_name from information_schema.tables where table_schema = database()"
				+ " and table_type = 'BASE TABLE' and table_name <> 'copies'");
	}

	private List<String> columns(String table) throws SQLException {
		return strings("select column_name from information_schema.columns where table_schema = database()"
				+ " and table_name = '" + table + "' order by ordinal_position");
	}

	/** The tables that columns refer to. */
	private Map<String, String> references(String table) throws SQLException {
		Map<String, String> references = new java.util.TreeMap<>();
		for (String pair : strings("select concat(column_name, ' ', referenced_table_name) from"
				+ " information_schema.key_column_usage where table_schema = database() and table_name = '" + table
				+ "' and referenced_table_name is not null")) {
			references.put(pair.split(" ")[0], pair.split(" ")[1]);
		}
		return references;
	}

	private List<String> strings(String sql) throws SQLException {
		List<String> found = new ArrayList<>();
		try (Statement read = this.target.createStatement(); ResultSet rows = read.executeQuery(sql)) {
			while (rows.next()) {
				found.add(rows.getString(1));
			}
		}
		return found;
	}

}
