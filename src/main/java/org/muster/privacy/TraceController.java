package org.muster.privacy;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.forms.Inputs;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is left of people who were erased, to be looked at one by one. */
@Controller
@RequestMapping("/admin/erasures")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class TraceController {

	private static final int LONGEST_REASON = 500;

	private static final int LATEST = 50;

	private final Traces traces;

	TraceController(Traces traces) {
		this.traces = traces;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public String list(@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("page", Inputs.page(page, Sort.unsorted(), this.traces::erased));
		return "privacy/list";
	}

	@GetMapping("/{reference}")
	@Transactional
	public String show(@PathVariable String reference, @RequestParam(defaultValue = "0") int page, CurrentUser user,
			Model model) {
		return page(reference, page, user, model);
	}

	private String page(String reference, int number, CurrentUser user, Model model) {
		long consultant = this.traces.idOf(reference).orElseThrow(NotFound::new);
		Page<Trace> open = Inputs.page(number, Sort.unsorted(), (at) -> this.traces.of(consultant, true, at));
		List<OpenTrace> shown = new ArrayList<>();
		for (Trace trace : open) {
			this.traces.shown(trace)
				.ifPresentOrElse(shown::add, () -> this.traces.gone(trace, user.actor(), reference));
		}
		model.addAttribute("reference", reference);
		model.addAttribute("page", open);
		model.addAttribute("open", shown);
		model.addAttribute("settled", this.traces.of(consultant, false, PageRequest.of(0, LATEST)));
		return "privacy/show";
	}

	/** The text as it shall read. */
	@PostMapping("/{reference}/traces/{id}/redaction")
	@Transactional
	public ModelAndView redact(@PathVariable String reference, @PathVariable long id,
			@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String seen,
			CurrentUser user, Model model, RedirectAttributes next) {
		OpenTrace open = open(reference, id);
		String problem = null;
		// Browsers send line breaks in their own way.
		String typed = text.replace("\r\n", "\n");
		if (!open.mayRedact()) {
			problem = "privacy.sealed";
		}
		else if (!open.seen().equals(seen)) {
			problem = "privacy.changed";
		}
		else if (typed.equals(open.text().replace("\r\n", "\n"))) {
			problem = "privacy.same";
		}
		else if (typed.isBlank()) {
			problem = "privacy.blank";
		}
		else if (typed.length() > open.proposal().length()) {
			problem = "privacy.longer";
		}
		if (problem != null) {
			return refused(reference, id, problem, user, model);
		}
		if (!this.traces.redact(open, typed, user.actor(), reference)) {
			next.addFlashAttribute("left", id);
		}
		return back(reference);
	}

	@PostMapping("/{reference}/traces/{id}/removal")
	@Transactional
	public ModelAndView remove(@PathVariable String reference, @PathVariable long id, CurrentUser user, Model model) {
		OpenTrace open = open(reference, id);
		if (!open.mayRemove()) {
			return refused(reference, id, "privacy.sealed", user, model);
		}
		this.traces.remove(open.trace(), user.actor(), reference);
		return back(reference);
	}

	@PostMapping("/{reference}/traces/{id}/retention")
	@Transactional
	public ModelAndView keep(@PathVariable String reference, @PathVariable long id,
			@RequestParam(defaultValue = "") String reason, CurrentUser user, Model model) {
		OpenTrace open = open(reference, id);
		String typed = Inputs.text(reason);
		if (typed.isEmpty() || typed.length() > LONGEST_REASON) {
			return refused(reference, id, "privacy.reason.missing", user, model);
		}
		this.traces.keep(open.trace(), typed, user.actor(), reference);
		return back(reference);
	}

	private OpenTrace open(String reference, long id) {
		long consultant = this.traces.idOf(reference).orElseThrow(NotFound::new);
		return this.traces.open(consultant, id).flatMap(this.traces::shown).orElseThrow(NotFound::new);
	}

	private ModelAndView refused(String reference, long id, @Nullable String problem, CurrentUser user, Model model) {
		model.addAttribute("problem", problem);
		model.addAttribute("wrong", id);
		return new ModelAndView(page(reference, 0, user, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static ModelAndView back(String reference) {
		return new ModelAndView("redirect:/admin/erasures/" + reference);
	}

}
