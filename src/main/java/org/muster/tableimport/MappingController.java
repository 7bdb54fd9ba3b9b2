package org.muster.tableimport;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.muster.tables.DateOrder;
import org.muster.tables.TableColumn;
import org.muster.tables.TableReading;
import org.muster.uploads.Encoding;
import org.muster.uploads.Unreadable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Says what the columns of a table are, and starts its import. */
@Controller
@RequestMapping("/admin/consultants/imports")
class MappingController {

	/** A table of more rows is checked where somebody asks for it: it takes a while. */
	private static final int CHECKED_AT_ONCE = 20_000;

	private final Imports imports;

	private final ImportFiles files;

	private final MendedCells mends;

	private final TableCheck check;

	private final TableRows rows;

	private final MappingPage page;

	private final ImportStart start;

	MappingController(Imports imports, ImportFiles files, MendedCells mends, TableCheck check, TableRows rows,
			MappingPage page, ImportStart start) {
		this.imports = imports;
		this.files = files;
		this.mends = mends;
		this.check = check;
		this.rows = rows;
		this.page = page;
		this.start = start;
	}

	/** Takes other headings or another encoding than those that were found. */
	@PostMapping("/{reference}/reading")
	@Transactional
	public ModelAndView read(@PathVariable String reference, @RequestParam(defaultValue = "0") int line,
			@RequestParam(defaultValue = "") String encoding, Model model) throws IOException {
		PoolImport table = this.imports.require(reference);
		if (table.status() != ImportStatus.MAPPING) {
			return MappingPage.redirect(reference);
		}
		Path copy = this.files.copy(table.id());
		try {
			Charset chosen = Encoding.OFFERED.contains(encoding) ? Charset.forName(encoding) : table.charset();
			table.read(TableReading.of(copy, table.format(), chosen, line));
			return MappingPage.redirect(reference);
		}
		catch (Unreadable ex) {
			MappingPage.refuse(ex, model);
			model.addAttribute("import", table);
			return this.page.guessed(table, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		finally {
			Files.delete(copy);
		}
	}

	@PostMapping("/{reference}/mapping")
	@Transactional
	public ModelAndView map(@PathVariable String reference, MappingForm said,
			@RequestParam MultiValueMap<String, String> form, Model model) throws IOException {
		PoolImport table = this.imports.require(reference);
		model.addAttribute("import", table);
		if (table.status() != ImportStatus.MAPPING) {
			return MappingPage.redirect(reference);
		}
		List<@Nullable TableColumn> chosen = said.chosen(table);
		Map<TableColumn, Integer> columns = MappingForm.columns(chosen);
		DateOrder order = said.order(table, columns);
		boolean twice = columns.size() < chosen.stream().filter(Objects::nonNull).count();
		String problem = twice ? "imports.mapping.twice" : problem(columns, order);
		boolean confirmed = said.isSettled(MappingPage.doubts(this.check.doubts(table, chosen)));
		model.addAttribute("confirmed", confirmed);
		NewPeople usual = said.usual(this.rows.currency());
		model.addAttribute("usual", usual);
		if (problem == null && !confirmed) {
			model.addAttribute("problemArguments", new Object[] { this.rows.currency() });
			problem = "imports.mapping.amounts";
		}
		if (problem != null) {
			model.addAttribute("problem", problem);
			return this.page.mapping(table, chosen, order, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (said.asks("undo")) {
			this.mends.forget(table.id());
		}
		else if (!this.mends.keep(table.id(), form)) {
			model.addAttribute("problem", "imports.mend.long");
			return this.page.mapping(table, chosen, order, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		CheckResult result = (said.isCheck() || table.total() <= CHECKED_AT_ONCE)
				? this.check.check(table, chosen, order, usual) : null;
		if (result != null && (said.isCheck() || result.leftOut() > said.withoutRows())) {
			model.addAttribute("result", result);
			if (!said.isCheck()) {
				model.addAttribute("problem", "imports.mapping.leftOut");
				model.addAttribute("problemArguments", new Object[] { result.leftOut() });
			}
			return this.page.mapping(table, chosen, order, model,
					said.isCheck() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (table.map(columns, order, usual)) {
			this.start.start(table);
		}
		return MappingPage.redirect(reference);
	}

	/** The key of what keeps a table from being read, if anything does. */
	private static @Nullable String problem(Map<TableColumn, Integer> columns, @Nullable DateOrder order) {
		if (!columns.keySet().containsAll(RowReader.needed())) {
			return "imports.mapping.email";
		}
		return (order == DateOrder.OPEN && columns.containsKey(TableColumn.AVAILABLE_FROM)) ? "imports.mapping.dates"
				: null;
	}

}
