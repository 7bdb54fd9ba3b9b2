package org.muster.stationery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.muster.calendar.UtcColumns;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The versions of the consultancy's terms. */
@Repository
public class TermsTexts {

	private final JdbcTemplate jdbc;

	TermsTexts(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** The latest first. */
	List<TermsText> all() {
		return this.jdbc.query("select * from terms_version order by number desc", TermsTexts::text);
	}

	/** What holds for offers that are sent now. */
	public Optional<TermsText> latest() {
		return this.jdbc
			.query("select * from terms_version where number = (select max(number) from terms_version)",
					TermsTexts::text)
			.stream()
			.findFirst();
	}

	public Optional<TermsText> find(int number) {
		return this.jdbc.query("select * from terms_version where number = ?", TermsTexts::text, number)
			.stream()
			.findFirst();
	}

	/**
	 * A new version. Of two at once the second fails, by the key of the table.
	 * @return its number
	 */
	public int add(String text, String by, Instant now) {
		int number = latest().map(TermsText::number).orElse(0) + 1;
		this.jdbc.update("insert into terms_version (number, text, by_name, created_at) values (?, ?, ?, ?)", number,
				text, by, UtcColumns.write(now));
		return number;
	}

	private static TermsText text(ResultSet row, int index) throws SQLException {
		return new TermsText(row.getInt("number"), row.getString("text"), row.getString("by_name"),
				UtcColumns.read(row, "created_at"));
	}

}
