package org.muster.stationery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.UtcColumns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of the letterhead. */
@Repository
public class Letterheads {

	private final JdbcClient jdbc;

	Letterheads(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What holds for offers that are sent now. */
	public Optional<Letterhead> latest() {
		return this.jdbc.sql("select * from letterhead where number = (select max(number) from letterhead)")
			.query(Letterheads::read)
			.optional();
	}

	public Optional<Letterhead> find(int number) {
		return this.jdbc.sql("select * from letterhead where number = ?")
			.param(number)
			.query(Letterheads::read)
			.optional();
	}

	/**
	 * A new version. Of two at once the second fails, by the key of the table.
	 * @param logo a PNG, or {@code null} for none
	 * @return its number
	 */
	public int add(String colour, byte @Nullable [] logo, String by, Instant now) {
		int number = latest().map(Letterhead::number).orElse(0) + 1;
		this.jdbc.sql("insert into letterhead (number, colour, logo, by_name, created_at) values (?, ?, ?, ?, ?)")
			.params(number, colour)
			.param(logo)
			.params(by, UtcColumns.write(now))
			.update();
		return number;
	}

	private static Letterhead read(ResultSet row, int index) throws SQLException {
		return new Letterhead(row.getInt("number"), row.getString("colour"), row.getBytes("logo"),
				row.getString("by_name"), UtcColumns.read(row, "created_at"));
	}

}
