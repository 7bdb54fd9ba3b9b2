package org.muster.tableimport;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.UtcColumns;
import org.muster.consultants.Consultants;
import org.muster.exports.SheetExport;
import org.muster.forms.MailAddresses;
import org.muster.forms.SearchText;
import org.muster.operations.TimedWork;
import org.muster.personaldata.PersonalData;
import org.muster.tables.SheetRow;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The rows that did not go in, to be mended and uploaded again. They are personal data of
 * people who are not in the pool, and go after two weeks.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LeftOutRows implements PersonalData {

	private static final Duration KEPT = Duration.ofDays(14);

	private static final int MOST_ROWS = 10_000;

	/** A row with longer cells is no list of people. */
	private static final int LONGEST = 256 * 1024;

	private static final TypeReference<List<String>> CELLS = new TypeReference<>() {
	};

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcTemplate jdbc;

	private final Consultants consultants;

	private final Clock clock;

	LeftOutRows(JdbcTemplate jdbc, Consultants consultants, Clock clock) {
		this.jdbc = jdbc;
		this.consultants = consultants;
		this.clock = clock;
	}

	/**
	 * A row that did not go in.
	 *
	 * @param reasons what was wrong with it
	 */
	record LeftOut(long id, int line, List<String> cells, String reasons) {

		/** So many of its cells, and behind them what was wrong. */
		List<String> cells(int width) {
			List<String> all = new ArrayList<>(this.cells.subList(0, Math.min(width, this.cells.size())));
			while (all.size() < width) {
				all.add("");
			}
			all.add(this.reasons);
			return all;
		}

	}

	void keep(long importId, SheetRow row, String reasons) {
		String cells = JSON.writeValueAsString(row.cells());
		if (cells.length() <= LONGEST && count(importId) < MOST_ROWS) {
			this.jdbc.update("insert into pool_import_left_out (import_id, line, cells, reasons) values (?, ?, ?, ?)",
					importId, row.line(), cells, reasons.substring(0, Math.min(2000, reasons.length())));
		}
	}

	long count(long importId) {
		Long count = this.jdbc.queryForObject("select count(*) from pool_import_left_out where import_id = ?",
				Long.class, importId);
		return (count != null) ? count : 0;
	}

	/** Those that follow one by line. */
	List<LeftOut> after(long importId, @Nullable LeftOut last) {
		int line = (last != null) ? last.line() : 0;
		return this.jdbc
			.query("""
					select id, line, cells, reasons from pool_import_left_out
					where import_id = ? and (line > ? or line = ? and id > ?) order by line, id limit ?""",
					(row, index) -> new LeftOut(row.getLong(1), row.getInt(2), JSON.readValue(row.getString(3), CELLS),
							row.getString(4)),
					importId, line, line, (last != null) ? last.id() : 0, SheetExport.PAGE_SIZE);
	}

	@Bean
	static RecurringTask<Void> leftOutRowsForgotten(LeftOutRows rows) {
		return TimedWork.every("left-out-rows-forgotten", Duration.ofHours(6), rows::forget);
	}

	void forget() {
		this.jdbc.update("""
				delete from pool_import_left_out where import_id in
					(select id from pool_import where created_at < ?)""",
				UtcColumns.write(this.clock.instant().minus(KEPT)));
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(long consultantId) {
		List<Map<String, Object>> rows = ofPerson(consultantId).stream()
			.map((row) -> Map.<String, Object>of("line", row.line(), "cells", String.join("; ", row.cells()), "reasons",
					row.reasons()))
			.toList();
		return rows.isEmpty() ? Map.of() : Map.of("importRows", rows);
	}

	@Override
	public void erase(long consultantId, String neutralName) {
		ofPerson(consultantId)
			.forEach((row) -> this.jdbc.update("delete from pool_import_left_out where id = ?", row.id()));
	}

	/** Those with a cell that is the person's e-mail, and not only contains it. */
	private List<LeftOut> ofPerson(long consultantId) {
		String email = this.consultants.findById(consultantId).orElseThrow().email();
		return this.jdbc
			.query("""
					select id, line, cells, reasons from pool_import_left_out
					where lower(cells) like ? escape '!' order by id""",
					(row, index) -> new LeftOut(row.getLong(1), row.getInt(2), JSON.readValue(row.getString(3), CELLS),
							row.getString(4)),
					"%" + SearchText.literal(email) + "%")
			.stream()
			.filter((row) -> row.cells()
				.stream()
				.map(MailAddresses::normal)
				.anyMatch(MailAddresses.normal(email)::equals))
			.toList();
	}

}
