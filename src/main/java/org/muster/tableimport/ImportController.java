package org.muster.tableimport;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.audit.References;
import org.muster.exports.SheetExport;
import org.muster.forms.Inputs;
import org.muster.tables.DateOrder;
import org.muster.tables.Sheets;
import org.muster.tables.TableColumn;
import org.muster.tables.TableReading;
import org.muster.uploads.Encoding;
import org.muster.uploads.FileNames;
import org.muster.uploads.Unreadable;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Tables of people: upload, saying what the columns are, and watching them go in. */
@Controller
@RequestMapping("/admin/consultants/imports")
class ImportController {

	/** A table of more rows is checked where somebody asks for it: it takes a while. */
	private static final int CHECKED_AT_ONCE = 20_000;

	private final Imports imports;

	private final ImportProblems problems;

	private final ImportFiles files;

	private final References references;

	private final SchedulerClient scheduler;

	private final OneTimeTask<Void> task;

	private final TransactionTemplate transaction;

	private final TableCheck check;

	private final MendedCells mends;

	private final LeftOutRows leftOut;

	private final SheetExport export;

	private final MessageSource messages;

	private final Clock clock;

	ImportController(Imports imports, ImportProblems problems, ImportFiles files, TableCheck check, MendedCells mends,
			LeftOutRows leftOut, SheetExport export, MessageSource messages, References references,
			SchedulerClient scheduler, OneTimeTask<Void> importTask, TransactionTemplate transaction, Clock clock) {
		this.check = check;
		this.mends = mends;
		this.leftOut = leftOut;
		this.export = export;
		this.messages = messages;
		this.transaction = transaction;
		this.imports = imports;
		this.problems = problems;
		this.files = files;
		this.references = references;
		this.scheduler = scheduler;
		this.task = importTask;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("page", Inputs.page(page, Sort.by(Sort.Direction.DESC, "id"), this.imports::findAll));
		return "tableimport/list";
	}

	/** Read before the transaction begins: no connection waits for a large file. */
	@PostMapping
	ModelAndView upload(@RequestParam MultipartFile file, CurrentUser user, Model model) throws IOException {
		Path copy = Files.createTempFile("muster-upload", null);
		try {
			file.transferTo(copy);
			TableReading reading = TableReading.of(copy, Sheets.format(copy), null, null);
			return page(keep(copy, FileNames.of(file), reading, user));
		}
		catch (Unreadable ex) {
			refuse(ex, model);
			list(0, model);
			return new ModelAndView("tableimport/list", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		finally {
			Files.delete(copy);
		}
	}

	/** The reference of the import that begins. */
	private String keep(Path copy, String name, TableReading reading, CurrentUser user) {
		return this.transaction.execute((status) -> {
			PoolImport table = this.imports
				.save(new PoolImport(this.references.draw("I", this.imports::existsByReference), name, reading, user,
						this.clock.instant()));
			this.files.keep(table.id(), copy);
			return table.reference();
		});
	}

	private static void refuse(Unreadable ex, Model model) {
		model.addAttribute("problem", ex.key());
		model.addAttribute("problemArguments", ex.arguments().toArray());
	}

	@GetMapping("/{reference}")
	ModelAndView show(@PathVariable String reference, @RequestParam(defaultValue = "0") int page, Model model)
			throws IOException {
		PoolImport table = this.imports.require(reference);
		model.addAttribute("import", table);
		if (table.status() == PoolImport.Status.MAPPING) {
			return guessed(table, model, HttpStatus.OK);
		}
		model.addAttribute("leftOut", this.leftOut.count(table.id()));
		Page<ImportProblem> found = Inputs.page(page, Sort.by(Sort.Order.asc("line"), Sort.Order.asc("id")),
				(at) -> this.problems.findByImportId(table.id(), at));
		model.addAttribute("page", found);
		return new ModelAndView("tableimport/show", model.asMap());
	}

	private ModelAndView guessed(PoolImport table, Model model, HttpStatus status) throws IOException {
		List<@Nullable TableColumn> guesses = TableColumn.guess(table.headings());
		int dates = guesses.indexOf(TableColumn.AVAILABLE_FROM);
		return mapping(table, guesses, table.dateOrder((dates >= 0) ? (Integer) dates : null), model, status);
	}

	private ModelAndView mapping(PoolImport table, List<@Nullable TableColumn> chosen, @Nullable DateOrder order,
			Model model, HttpStatus status) throws IOException {
		List<String> doubts = this.check.doubts(table, chosen);
		model.addAttribute("doubts", doubts);
		model.addAttribute("needed",
				RowReader.neededOfNew(MappingForm.columns(chosen).keySet())
					.stream()
					.map((field) -> message("imports.field." + field))
					.toList());
		model.addAttribute("doubt", doubts(doubts));
		model.addAttribute("currency", this.check.currency());
		model.addAttribute("chosen", chosen);
		model.addAttribute("order", order);
		model.addAttribute("fields", TableColumn.values());
		model.addAttribute("seniorities", Seniority.values());
		model.addAttribute("employments", Employment.values());
		model.addAttribute("modes", WorkMode.values());
		model.addAttribute("encodings", Encoding.OFFERED);
		model.addAttribute("preview", this.check.preview(table, chosen, order));
		return new ModelAndView("tableimport/mapping", model.asMap(), status);
	}

	/** Takes other headings or another encoding than those that were found. */
	@PostMapping("/{reference}/reading")
	@Transactional
	public ModelAndView read(@PathVariable String reference, @RequestParam(defaultValue = "0") int line,
			@RequestParam(defaultValue = "") String encoding, Model model) throws IOException {
		PoolImport table = this.imports.require(reference);
		if (table.status() != PoolImport.Status.MAPPING) {
			return page(reference);
		}
		Path copy = this.files.copy(table.id());
		try {
			Charset chosen = Encoding.OFFERED.contains(encoding) ? Charset.forName(encoding) : table.charset();
			table.read(TableReading.of(copy, table.format(), chosen, line));
			return page(reference);
		}
		catch (Unreadable ex) {
			refuse(ex, model);
			model.addAttribute("import", table);
			return guessed(table, model, HttpStatus.UNPROCESSABLE_CONTENT);
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
		if (table.status() != PoolImport.Status.MAPPING) {
			return page(reference);
		}
		List<@Nullable TableColumn> chosen = said.chosen(table);
		Map<TableColumn, Integer> columns = MappingForm.columns(chosen);
		DateOrder order = said.order(table, columns);
		boolean twice = columns.size() < chosen.stream().filter(Objects::nonNull).count();
		String problem = twice ? "imports.mapping.twice" : problem(columns, order);
		boolean confirmed = said.isSettled(doubts(this.check.doubts(table, chosen)));
		model.addAttribute("confirmed", confirmed);
		NewPeople usual = said.usual(this.check.currency());
		model.addAttribute("usual", usual);
		if (problem == null && !confirmed) {
			model.addAttribute("problemArguments", new Object[] { this.check.currency() });
			problem = "imports.mapping.amounts";
		}
		if (problem != null) {
			model.addAttribute("problem", problem);
			return mapping(table, chosen, order, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (said.asks("undo")) {
			this.mends.forget(table.id());
		}
		else if (!this.mends.keep(table.id(), form)) {
			model.addAttribute("problem", "imports.mend.long");
			return mapping(table, chosen, order, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		TableCheck.Result result = (said.isCheck() || table.total() <= CHECKED_AT_ONCE)
				? this.check.check(table, chosen, order, usual) : null;
		if (result != null && (said.isCheck() || result.leftOut() > said.withoutRows())) {
			model.addAttribute("result", result);
			if (!said.isCheck()) {
				model.addAttribute("problem", "imports.mapping.leftOut");
				model.addAttribute("problemArguments", new Object[] { result.leftOut() });
			}
			return mapping(table, chosen, order, model,
					said.isCheck() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (table.map(columns, order, usual)) {
			this.scheduler.scheduleIfNotExists(this.task.instance(String.valueOf(table.id())), this.clock.instant());
		}
		return page(reference);
	}

	/** All that a check finds, which may be more than a page shows. */
	@PostMapping(path = "/{reference}/mapping", params = "act=problems")
	void problems(@PathVariable String reference, MappingForm said, HttpServletResponse response) throws IOException {
		PoolImport table = this.imports.require(reference);
		List<@Nullable TableColumn> chosen = said.chosen(table);
		DateOrder order = said.order(table, MappingForm.columns(chosen));
		List<TableCheck.Problem> problems = (table.status() == PoolImport.Status.MAPPING)
				? this.check.problems(table, chosen, order, said.usual(this.check.currency())) : List.of();
		this.export.write(response, table.reference() + "-problems",
				Stream.of("line", "column", "typed", "reason", "consequence")
					.map((heading) -> message("imports." + heading))
					.toList(),
				problems.stream()
					.map((one) -> List.of(String.valueOf(one.line()), one.column(), one.typed(),
							message("imports.reason." + one.reason()),
							message(one.fatal() ? "imports.fatal" : "imports.partly"))));
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

	/** The key of what keeps a table from being read, if anything does. */
	private static @Nullable String problem(Map<TableColumn, Integer> columns, @Nullable DateOrder order) {
		if (!columns.keySet().containsAll(RowReader.needed())) {
			return "imports.mapping.email";
		}
		return (order == DateOrder.OPEN && columns.containsKey(TableColumn.AVAILABLE_FROM)) ? "imports.mapping.dates"
				: null;
	}

	/** What somebody confirms with a tick: these doubts, and no others. */
	static String doubts(List<String> doubts) {
		return String.join(" · ", doubts).strip();
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

	/** A table that nobody wants after all is full of personal data, and goes. */
	@PostMapping("/{reference}/withdrawal")
	@Transactional
	public String withdraw(@PathVariable String reference) {
		PoolImport table = this.imports.require(reference);
		if (table.withdraw(this.clock.instant())) {
			this.files.forget(table.id());
		}
		return "redirect:/admin/consultants/imports";
	}

	private static ModelAndView page(String reference) {
		return new ModelAndView("redirect:/admin/consultants/imports/" + reference);
	}

}
