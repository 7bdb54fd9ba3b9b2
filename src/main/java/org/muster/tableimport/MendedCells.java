package org.muster.tableimport;

import java.util.List;

import org.muster.tableimport.Mends.Mend;
import org.muster.tables.TableColumn;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Keeps what was corrected of a table until its import is through. */
@Component
class MendedCells {

	/** A longer cell is corrected in the table itself. */
	static final int LONGEST = 2000;

	/** Of all corrections of a table: more are made in the table itself. */
	private static final int MOST = 2000;

	private final JdbcTemplate jdbc;

	MendedCells(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	Mends of(long importId) {
		return new Mends(this.jdbc.query(
				"select line, field, typed, mended from pool_import_mend where import_id = ? order by id limit " + MOST,
				(row, index) -> new Mend(row.getInt(1), TableColumn.valueOf(row.getString(2)), row.getString(3),
						row.getString(4)),
				importId));
	}

	/**
	 * Keeps the cells of a form that somebody has changed.
	 * @param form with the line, the field and the text of each cell, and what to read
	 * @return whether all were, and not one is too long
	 */
	boolean keep(long importId, MultiValueMap<String, String> form) {
		List<String> mended = form.getOrDefault("mended", List.of());
		if (mended.stream().anyMatch((one) -> one.strip().length() > LONGEST)) {
			return false;
		}
		for (int at = 0; at < mended.size(); at++) {
			String typed = part(form, "mendedTyped", at);
			int line = line(part(form, "mendedLine", at));
			TableColumn field = TableColumn.named(part(form, "mendedField", at));
			String now = mended.get(at).strip();
			if (line > 0 && field != null && !now.equals(part(form, "mendedBefore", at))) {
				Mend mend = Mend.of(line, field, typed, now);
				this.jdbc.update("insert into pool_import_mend (import_id, line, field, typed, mended) "
						+ "values (?, ?, ?, ?, ?)", importId, mend.line(), field.name(), typed, now);
			}
		}
		return true;
	}

	void forget(long importId) {
		this.jdbc.update("delete from pool_import_mend where import_id = ?", importId);
	}

	/** 0 for what is none. */
	private static int line(String text) {
		return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
	}

	private static String part(MultiValueMap<String, String> form, String name, int at) {
		List<String> all = form.getOrDefault(name, List.of());
		return (at < all.size()) ? all.get(at) : "";
	}

}
