package org.muster.tableimport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.muster.exports.SheetExport;
import org.muster.tables.DateOrder;
import org.muster.tables.TableColumn;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is wrong with a table, and what did not go in, to be taken along and mended. */
@Controller
@RequestMapping("/admin/consultants/imports")
class ImportExportController {

	private final Imports imports;

	private final TableCheck check;

	private final TableRows rows;

	private final LeftOutRows leftOut;

	private final SheetExport export;

	private final MessageSource messages;

	ImportExportController(Imports imports, TableCheck check, TableRows rows, LeftOutRows leftOut, SheetExport export,
			MessageSource messages) {
		this.imports = imports;
		this.check = check;
		this.rows = rows;
		this.leftOut = leftOut;
		this.export = export;
		this.messages = messages;
	}

	/** All that a check finds, which may be more than a page shows. */
	@PostMapping(path = "/{reference}/mapping", params = "act=problems")
	void problems(@PathVariable String reference, MappingForm said, HttpServletResponse response) throws IOException {
		PoolImport table = this.imports.require(reference);
		List<@Nullable TableColumn> chosen = said.chosen(table);
		DateOrder order = said.order(table, MappingForm.columns(chosen));
		List<CheckResult.Problem> problems = (table.status() == ImportStatus.MAPPING)
				? this.check.problems(table, chosen, order, said.usual(this.rows.currency())) : List.of();
		this.export.write(response, table.reference() + "-problems",
				Stream.of("line", "column", "typed", "reason", "consequence")
					.map((heading) -> message("imports." + heading))
					.toList(),
				problems.stream()
					.map((one) -> List.of(String.valueOf(one.line()), one.column(), one.typed(),
							message("imports.reason." + one.reason()),
							message(one.fatal() ? "imports.fatal" : "imports.partly"))));
	}

	/** The rows that did not go in, as a table that can be mended and uploaded again. */
	@GetMapping("/{reference}/left-out.csv")
	void leftOut(@PathVariable String reference, HttpServletResponse response) throws IOException {
		PoolImport table = this.imports.require(reference);
		List<String> headings = new ArrayList<>(table.headings());
		headings.add(message("imports.reason"));
		this.export.write(response, table.reference() + "-left-out", headings,
				SheetExport.byKey((LeftOutRows.@Nullable LeftOut last) -> this.leftOut.after(table.id(), last))
					.map((row) -> row.cells(table.headings().size())));
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

}
