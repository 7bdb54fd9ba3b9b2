package org.muster.tableimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import org.muster.accounts.CurrentUser;
import org.muster.forms.Inputs;
import org.muster.tables.Sheets;
import org.muster.tables.TableReading;
import org.muster.uploads.FileNames;
import org.muster.uploads.Unreadable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Tables of people: upload, and watching them go in. */
@Controller
@RequestMapping("/admin/consultants/imports")
class ImportController {

	private final Imports imports;

	private final ImportProblems problems;

	private final ImportFiles files;

	private final LeftOutRows leftOut;

	private final TableIntake intake;

	private final MappingPage mapping;

	private final Clock clock;

	ImportController(Imports imports, ImportProblems problems, ImportFiles files, LeftOutRows leftOut,
			TableIntake intake, MappingPage mapping, Clock clock) {
		this.imports = imports;
		this.problems = problems;
		this.files = files;
		this.leftOut = leftOut;
		this.intake = intake;
		this.mapping = mapping;
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
			return MappingPage.redirect(this.intake.keep(copy, FileNames.of(file), reading, user));
		}
		catch (Unreadable ex) {
			MappingPage.refuse(ex, model);
			list(0, model);
			return new ModelAndView("tableimport/list", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		finally {
			Files.delete(copy);
		}
	}

	@GetMapping("/{reference}")
	ModelAndView show(@PathVariable String reference, @RequestParam(defaultValue = "0") int page, Model model)
			throws IOException {
		PoolImport table = this.imports.require(reference);
		model.addAttribute("import", table);
		if (table.status() == ImportStatus.MAPPING) {
			return this.mapping.guessed(table, model, HttpStatus.OK);
		}
		model.addAttribute("leftOut", this.leftOut.count(table.id()));
		Page<ImportProblem> found = Inputs.page(page, Sort.by(Sort.Order.asc("line"), Sort.Order.asc("id")),
				(at) -> this.problems.findByImportId(table.id(), at));
		model.addAttribute("page", found);
		return new ModelAndView("tableimport/show", model.asMap());
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

}
