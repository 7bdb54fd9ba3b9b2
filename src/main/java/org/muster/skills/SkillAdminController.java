package org.muster.skills;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.exports.SheetExport;
import org.muster.exports.SheetExport.Column;
import org.muster.forms.Inputs;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The taxonomy: account managers read it, administrators change it. */
@Controller
@RequestMapping("/admin/skills")
class SkillAdminController {

	private static final String ADMINISTRATOR = "hasRole('ADMINISTRATOR')";

	private final Skills skills;

	private final Taxonomy taxonomy;

	private final TaxonomyEditing editing;

	private final SheetExport export;

	SkillAdminController(Skills skills, Taxonomy taxonomy, TaxonomyEditing editing, SheetExport export) {
		this.export = export;
		this.skills = skills;
		this.taxonomy = taxonomy;
		this.editing = editing;
	}

	/** A line of the list. */
	record Row(long id, String name, SkillKind kind, List<String> synonyms, List<String> implied) {
	}

	@ModelAttribute
	void choices(Model model) {
		model.addAttribute("kinds", SkillKind.values());
		model.addAttribute("certainties", Spelling.Certainty.values());
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable SkillKind kind,
			@RequestParam(defaultValue = "0") int page, Model model) {
		Page<Row> rows = Inputs
			.page(page, Sort.by("name"), (at) -> this.skills.some(this.taxonomy.search(Inputs.text(q)), kind, at))
			.map((skill) -> row(this.taxonomy.get(skill.id())));
		model.addAttribute("q", Inputs.text(q));
		model.addAttribute("kind", kind);
		model.addAttribute("page", rows);
		return "skills/list";
	}

	private Row row(Skill skill) {
		return new Row(skill.id(), skill.name(), skill.kind(), skill.synonyms().stream().sorted().toList(),
				skill.implied().keySet().stream().map((id) -> this.taxonomy.get(id).name()).sorted().toList());
	}

	@GetMapping("/export.{format:csv|xlsx}")
	void export(@PathVariable String format, @RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) @Nullable SkillKind kind, HttpServletResponse response) throws IOException {
		List<Column<Row>> columns = List.of(new Column<>("skills.name", Row::name),
				new Column<>("skills.kind", (row) -> SheetExport.Word.of("skills.kind", row.kind())),
				new Column<>("skills.synonyms", (row) -> String.join("; ", row.synonyms())),
				new Column<>("skills.implied", (row) -> String.join("; ", row.implied())));
		this.export.write(response, "skills", format, columns,
				() -> this.skills.some(this.taxonomy.search(Inputs.text(q)), kind, Pageable.unpaged(Sort.by("name")))
					.stream()
					.map((skill) -> row(this.taxonomy.get(skill.id()))));
	}

	@GetMapping("/new")
	@PreAuthorize(ADMINISTRATOR)
	String form(@RequestParam(defaultValue = "") String name, Model model) {
		model.addAttribute("form", SkillForm.named(name));
		return "skills/form";
	}

	@PostMapping
	@PreAuthorize(ADMINISTRATOR)
	ModelAndView add(@Valid @ModelAttribute("form") SkillForm form, BindingResult binding, CurrentUser user,
			Model model) {
		form.check(binding, this.taxonomy, this.editing, null);
		if (binding.hasErrors()) {
			return new ModelAndView("skills/form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.editing.add(form.content(this.taxonomy), user);
		return found(Inputs.text(form.name()));
	}

	private static ModelAndView found(String name) {
		ModelAndView list = new ModelAndView("redirect:/admin/skills");
		list.addObject("q", name);
		return list;
	}

	@GetMapping("/{id}")
	@PreAuthorize(ADMINISTRATOR)
	String edit(@PathVariable long id, Model model) {
		Skill skill = this.editing.require(id);
		model.addAttribute("skill", skill);
		model.addAttribute("form", SkillForm.of(skill, this.taxonomy));
		return "skills/form";
	}

	@PostMapping("/{id}")
	@PreAuthorize(ADMINISTRATOR)
	ModelAndView change(@PathVariable long id, @Valid @ModelAttribute("form") SkillForm form, BindingResult binding,
			CurrentUser user, Model model) {
		model.addAttribute("skill", this.editing.require(id));
		form.check(binding, this.taxonomy, this.editing, id);
		if (binding.hasErrors()) {
			return new ModelAndView("skills/form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Optional<Long> newer = this.editing.change(id, Objects.requireNonNullElse(form.version(), -1L),
				form.content(this.taxonomy), user);
		if (newer.isPresent()) {
			model.addAttribute("stale", newer.get());
			return new ModelAndView("skills/form", model.asMap(), HttpStatus.CONFLICT);
		}
		return found(Inputs.text(form.name()));
	}

	@PostMapping("/{id}/merger")
	@PreAuthorize(ADMINISTRATOR)
	ModelAndView merge(@PathVariable long id, @RequestParam(defaultValue = "") String into, CurrentUser user,
			Model model, RedirectAttributes flash) {
		Skill gone = this.editing.require(id);
		Optional<Skill> kept = this.taxonomy.find(into).filter((skill) -> skill.id() != id);
		if (kept.isEmpty()) {
			model.addAttribute("skill", gone);
			model.addAttribute("form", SkillForm.of(gone, this.taxonomy));
			model.addAttribute("into", into);
			return new ModelAndView("skills/form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.editing.merge(id, kept.get().id(), user);
		flash.addFlashAttribute("merged", gone.name());
		flash.addFlashAttribute("into", kept.get().name());
		return found(kept.get().name());
	}

}
