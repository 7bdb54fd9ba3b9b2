package org.muster.talentsearch;

import java.time.Clock;

import org.muster.accounts.CurrentUser;
import org.muster.forms.Inputs;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Searches of the pool that a person keeps, each under a name. */
@Controller
@RequestMapping("/consultants/searches")
@PreAuthorize("hasAnyRole('ACCOUNT_MANAGER', 'ADMINISTRATOR')")
class SavedSearchController {

	private static final int MOST = 30;

	private static final int LONGEST_NAME = 80;

	private final SavedSearches searches;

	private final Clock clock;

	SavedSearchController(SavedSearches searches, Clock clock) {
		this.searches = searches;
		this.clock = clock;
	}

	/** A name that is there already takes the new search. */
	@PostMapping
	@Transactional
	public String save(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String q,
			CurrentUser user, RedirectAttributes model) {
		String query = PoolController.searched(q);
		String kept = Inputs.isEmpty(name) ? Inputs.cut(query, LONGEST_NAME) : Inputs.text(name);
		model.addAttribute("q", query);
		if (kept.length() > LONGEST_NAME) {
			model.addFlashAttribute("problem", "talentsearch.search.name.long");
			model.addFlashAttribute("typedName", name);
			return "redirect:/consultants";
		}
		if (kept.isEmpty()) {
			model.addFlashAttribute("problem", "talentsearch.search.nothing");
			return "redirect:/consultants";
		}
		this.searches.findByAccountIdAndName(user.id(), kept).ifPresentOrElse((known) -> known.change(query), () -> {
			if (this.searches.countByAccountId(user.id()) >= MOST) {
				model.addFlashAttribute("problem", "talentsearch.search.many");
				return;
			}
			this.searches.save(new SavedSearch(user.id(), kept, query, this.clock.instant()));
		});
		return "redirect:/consultants";
	}

	@PostMapping("/{id}/removal")
	@Transactional
	public String remove(@PathVariable long id, CurrentUser user) {
		this.searches.deleteByAccountIdAndId(user.id(), id);
		return "redirect:/consultants";
	}

}
