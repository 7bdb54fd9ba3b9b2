package org.muster.stationery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.muster.calendar.UtcColumns;
import org.muster.evidence.SealKeys;
import org.muster.evidence.SealedText;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of the consultancy's terms. */
@Repository
public class TermsTexts {

	private static final String TERMS = "terms";

	/** Of a version from before there were seals. */
	private static final String LATER = "terms-later";

	private final JdbcClient jdbc;

	private final SealKeys keys;

	TermsTexts(JdbcClient jdbc, SealKeys keys) {
		this.keys = keys;
		this.jdbc = jdbc;
	}

	/** The latest first. */
	List<TermsText> all() {
		return this.jdbc.sql("select * from terms_version order by number desc").query(this::text).list();
	}

	/** What holds for offers that are sent now. */
	public Optional<TermsText> latest() {
		return this.jdbc.sql("select * from terms_version where number = (select max(number) from terms_version)")
			.query(this::text)
			.optional();
	}

	public Optional<TermsText> find(int number) {
		return this.jdbc.sql("select * from terms_version where number = ?").param(number).query(this::text).optional();
	}

	/**
	 * A new version. Of two at once the second fails, by the key of the table.
	 * @return its number
	 */
	public int add(String text, String by, Instant now) {
		int number = latest().map(TermsText::number).orElse(0) + 1;
		// As exact as both databases keep it, whichever way they round.
		Instant at = now.truncatedTo(ChronoUnit.MICROS);
		this.jdbc.sql("insert into terms_version (number, text, by_name, created_at, seal) values (?, ?, ?, ?, ?)")
			.params(number, text, by, UtcColumns.write(at), this.keys.sign(TERMS, sealed(number, text, by, at)))
			.update();
		return number;
	}

	List<Integer> numbers() {
		return this.jdbc.sql("select number from terms_version order by number").query(Integer.class).list();
	}

	/**
	 * Seals versions from before there were seals.
	 * @return how many
	 */
	int sealOld(int most) {
		List<TermsText> old = this.jdbc.sql("select * from terms_version where seal is null order by number limit ?")
			.param(most)
			.query(this::text)
			.list();
		old.forEach((one) -> this.jdbc.sql("update terms_version set seal = ? where number = ?")
			.params(this.keys.sign(LATER, sealed(one.number(), one.text(), one.by(), one.at())), one.number())
			.update());
		return old.size();
	}

	private TermsText text(ResultSet row, int index) throws SQLException {
		int number = row.getInt("number");
		String text = row.getString("text");
		String by = row.getString("by_name");
		Instant at = UtcColumns.read(row, "created_at");
		String seal = row.getString("seal");
		boolean later = this.keys.isSigned(LATER, sealed(number, text, by, at), seal);
		return new TermsText(number, text, by, at,
				later || this.keys.isSigned(TERMS, sealed(number, text, by, at), seal), later);
	}

	private static String sealed(int number, String text, String by, Instant at) {
		return new SealedText().add("number", number).add("text", text).add("by", by).add("at", at).toString();
	}

}
