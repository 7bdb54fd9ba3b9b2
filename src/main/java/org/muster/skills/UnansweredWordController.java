package org.muster.skills;

import java.util.Optional;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.forms.Inputs;

import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Words that no skill answers to, for administrators to act on. */
@Controller
@RequestMapping("/admin/skills/words")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class UnansweredWordController {

	private final UnansweredWords words;

	private final Taxonomy taxonomy;

	private final TaxonomyEditing editing;

	UnansweredWordController(UnansweredWords words, Taxonomy taxonomy, TaxonomyEditing editing) {
		this.words = words;
		this.taxonomy = taxonomy;
		this.editing = editing;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "false") boolean names, @RequestParam(defaultValue = "0") int page,
			Model model) {
		model.addAttribute("names", names);
		model.addAttribute("page", Inputs.page(page, Sort.by(Sort.Order.desc("texts"), Sort.Order.asc("word")),
				(at) -> this.words.open(names, at)));
		return "skills/words";
	}

	/** The word is another way to write a skill. */
	@PostMapping("/{id}/synonym")
	@Transactional
	public ModelAndView synonym(@PathVariable long id, @RequestParam(defaultValue = "") String of,
			@RequestParam(defaultValue = "false") boolean names, @RequestParam(defaultValue = "0") int page,
			CurrentUser user, Model model) {
		UnansweredWord word = this.words.find(id).orElseThrow(NotFound::new);
		Optional<Skill> skill = this.taxonomy.find(of);
		if (skill.isEmpty()) {
			model.addAttribute("wrong", id);
			model.addAttribute("typed", of);
			list(names, page, model);
			return new ModelAndView("skills/words", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.editing.spell(skill.get().id(), word.written(), user);
		return new ModelAndView(back(names, page));
	}

	@PostMapping("/{id}/dismissal")
	@Transactional
	public String dismiss(@PathVariable long id, @RequestParam(defaultValue = "false") boolean names,
			@RequestParam(defaultValue = "0") int page) {
		this.words.find(id).orElseThrow(NotFound::new).dismiss();
		return back(names, page);
	}

	/** Where the person was in the list. */
	private static String back(boolean names, int page) {
		return "redirect:/admin/skills/words?names=" + names + "&page=" + page;
	}

}
