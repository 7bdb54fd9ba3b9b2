package org.muster.closures;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.forms.Formats;
import org.muster.forms.Inputs;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * When a company is closed: an organisation where one is named, else the consultancy.
 * Drafts count by them from their next saving on; what was sent stays.
 */
@Controller
@RequestMapping("/admin/closings")
class ClosureController {

	private static final int MOST = 200;

	private final Closures closings;

	private final Organisations organisations;

	private final ApplicationEventPublisher events;

	private final Formats formats;

	ClosureController(Closures closings, Organisations organisations, ApplicationEventPublisher events,
			Formats formats) {
		this.closings = closings;
		this.organisations = organisations;
		this.events = events;
		this.formats = formats;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public ModelAndView list(@RequestParam(defaultValue = "") String organisation, Model model) {
		model.addAttribute("form", ClosureForm.empty());
		return page(company(organisation), model, HttpStatus.OK);
	}

	@PostMapping
	@Transactional
	public ModelAndView add(@RequestParam(defaultValue = "") String organisation,
			@Valid @ModelAttribute("form") ClosureForm form, BindingResult binding, CurrentUser user, Model model) {
		Organisation company = company(organisation);
		form.check(binding);
		if (this.closings.of(id(company)).size() >= MOST) {
			binding.reject("proposals.closing.many");
		}
		if (binding.hasErrors()) {
			return page(company, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.closings.add(id(company), form.period(), Inputs.text(form.name()));
		record(AuditAct.CLOSING_ADDED, company, this.formats.date(form.period().from()), user);
		return back(organisation);
	}

	/** Of two clicks the second finds nothing left to remove. */
	@PostMapping("/{id}/removal")
	@Transactional
	public ModelAndView remove(@PathVariable long id, @RequestParam(defaultValue = "") String organisation,
			CurrentUser user) {
		Organisation company = company(organisation);
		if (this.closings.remove(id(company), id)) {
			record(AuditAct.CLOSING_REMOVED, company, null, user);
		}
		return back(organisation);
	}

	private void record(AuditAct act, @Nullable Organisation company, @Nullable String detail, CurrentUser user) {
		this.events.publishEvent(
				new Audited(user.actor(), id(company), act, (company != null) ? company.reference() : "–", detail));
	}

	private @Nullable Organisation company(String reference) {
		return reference.isBlank() ? null : this.organisations.findByReference(reference).orElseThrow(NotFound::new);
	}

	private static @Nullable Long id(@Nullable Organisation company) {
		return (company != null) ? company.id() : null;
	}

	private ModelAndView page(@Nullable Organisation company, Model model, HttpStatus status) {
		model.addAttribute("company", company);
		model.addAttribute("closings", this.closings.of(id(company)));
		return new ModelAndView("closures/list", model.asMap(), status);
	}

	private static ModelAndView back(String organisation) {
		return new ModelAndView(
				"redirect:/admin/closings" + (organisation.isBlank() ? "" : "?organisation=" + organisation));
	}

}
