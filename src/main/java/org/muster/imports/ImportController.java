package org.muster.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.audit.References;
import org.muster.forms.Typed;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
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

	private static final int PREVIEW = 8;

	private static final int LONGEST_NAME = 200;

	private final Imports imports;

	private final ImportProblems problems;

	private final ImportFiles files;

	private final References references;

	private final SchedulerClient scheduler;

	private final OneTimeTask<Void> task;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ImportController(Imports imports, ImportProblems problems, ImportFiles files, References references,
			SchedulerClient scheduler, OneTimeTask<Void> importTask, TransactionTemplate transaction, Clock clock) {
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
		model.addAttribute("page", this.imports.findAll(Typed.page(page, Sort.by(Sort.Direction.DESC, "id"))));
		return "imports/list";
	}

	/** Read before the transaction begins: no connection waits for a large file. */
	@PostMapping
	ModelAndView upload(@RequestParam MultipartFile file, CurrentUser user, Model model) throws IOException {
		Path copy = Files.createTempFile("muster-upload", null);
		try {
			file.transferTo(copy);
			SheetFormat format = Sheets.format(copy);
			Counted counted = count(copy, format);
			return page(keep(copy, name(file), format, counted, user));
		}
		catch (Unreadable ex) {
			model.addAttribute("problem", ex.key());
			list(0, model);
			return new ModelAndView("imports/list", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		finally {
			Files.delete(copy);
		}
	}

	/** The reference of the import that begins. */
	private String keep(Path copy, String name, SheetFormat format, Counted counted, CurrentUser user) {
		return this.transaction.execute((status) -> {
			PoolImport table = this.imports
				.save(new PoolImport(this.references.draw("I", this.imports::existsByReference), name, format,
						counted.header(), counted.rows(), user, this.clock.instant()));
			this.files.keep(table.id(), copy);
			return table.reference();
		});
	}

	/** Without the folders that some browsers send along. */
	static String name(MultipartFile file) {
		String name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll("^.*[\\\\/]", "");
		return name.substring(0, Math.min(LONGEST_NAME, name.length()));
	}

	/**
	 * @param rows below the header
	 */
	private record Counted(List<String> header, int rows) {
	}

	/** Reads the whole once, so that what cannot be read is refused at once. */
	private static Counted count(Path file, SheetFormat format) throws IOException, Unreadable {
		List<SheetRow> first = new ArrayList<>();
		int[] rows = new int[1];
		Sheets.read(file, format, (row) -> {
			if (first.isEmpty()) {
				first.add(row);
			}
			rows[0]++;
			return true;
		});
		if (rows[0] < 2) {
			throw new Unreadable("imports.file.rows");
		}
		return new Counted(first.get(0).cells(), rows[0] - 1);
	}

	@GetMapping("/{reference}")
	ModelAndView show(@PathVariable String reference, @RequestParam(defaultValue = "0") int page, Model model)
			throws IOException {
		PoolImport table = this.imports.require(reference);
		model.addAttribute("import", table);
		if (table.status() == PoolImport.Status.MAPPING) {
			return mapping(table, guessed(table.headings()), model, HttpStatus.OK);
		}
		Page<ImportProblem> found = this.problems.findByImportId(table.id(),
				Typed.page(page, Sort.by(Sort.Order.asc("line"), Sort.Order.asc("id"))));
		model.addAttribute("page", found);
		return new ModelAndView("imports/show", model.asMap());
	}

	private static List<@Nullable Field> guessed(List<String> headings) {
		List<@Nullable Field> guesses = new ArrayList<>();
		for (String heading : headings) {
			Field guess = Field.guess(heading).orElse(null);
			guesses.add(guesses.contains(guess) ? null : guess);
		}
		return guesses;
	}

	private ModelAndView mapping(PoolImport table, List<@Nullable Field> chosen, Model model, HttpStatus status)
			throws IOException {
		model.addAttribute("chosen", chosen);
		model.addAttribute("fields", Field.values());
		model.addAttribute("preview", preview(table));
		return new ModelAndView("imports/mapping", model.asMap(), status);
	}

	private List<SheetRow> preview(PoolImport table) throws IOException {
		List<SheetRow> rows = new ArrayList<>();
		Path file = this.files.copy(table.id());
		try {
			Sheets.read(file, table.format(), (row) -> rows.add(row) && rows.size() <= PREVIEW);
		}
		catch (Unreadable ex) {
			// It was read when it came; what has gone wrong since then the import will
			// say.
		}
		finally {
			Files.delete(file);
		}
		return rows.subList(Math.min(1, rows.size()), rows.size());
	}

	@PostMapping("/{reference}/mapping")
	@Transactional
	public ModelAndView map(@PathVariable String reference, @RequestParam(defaultValue = "") List<String> column,
			Model model) throws IOException {
		PoolImport table = this.imports.require(reference);
		model.addAttribute("import", table);
		if (table.status() != PoolImport.Status.MAPPING) {
			return page(reference);
		}
		List<@Nullable Field> chosen = new ArrayList<>();
		Map<Field, Integer> columns = new EnumMap<>(Field.class);
		boolean twice = false;
		for (int at = 0; at < table.headings().size(); at++) {
			String name = (at < column.size()) ? column.get(at) : "";
			Field field = Arrays.stream(Field.values())
				.filter((one) -> one.name().equals(name))
				.findFirst()
				.orElse(null);
			chosen.add(field);
			twice |= field != null && columns.put(field, at) != null;
		}
		if (twice || !columns.keySet().containsAll(RowReader.needed())) {
			model.addAttribute("problem", twice ? "imports.mapping.twice" : "imports.mapping.email");
			return mapping(table, chosen, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (table.map(columns)) {
			this.scheduler.scheduleIfNotExists(this.task.instance(String.valueOf(table.id())), this.clock.instant());
		}
		return page(reference);
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
