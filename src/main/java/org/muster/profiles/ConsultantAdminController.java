package org.muster.profiles;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.skills.Taxonomy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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

/** Adds and changes the people of the pool. */
@Controller
@RequestMapping("/admin/consultants")
class ConsultantAdminController {

	private final Consultants consultants;

	private final Taxonomy taxonomy;

	private final ConsultantRegistration admission;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final String currency;

	ConsultantAdminController(Consultants consultants, Taxonomy taxonomy, ConsultantRegistration admission,
			ApplicationEventPublisher events, Clock clock, @Value("${muster.currency}") String currency) {
		this.consultants = consultants;
		this.taxonomy = taxonomy;
		this.admission = admission;
		this.events = events;
		this.clock = clock;
		this.currency = currency;
	}

	@ModelAttribute
	void choices(Model model) {
		this.admission.choices(model);
	}

	@GetMapping("/new")
	String form(Model model) {
		model.addAttribute("form", ConsultantForm.empty(today(), this.clock.getZone().getId()));
		return "profiles/form";
	}

	@PostMapping
	@Transactional
	public ModelAndView add(@Valid @ModelAttribute("form") ConsultantForm form, BindingResult binding,
			@RequestParam(required = false) @Nullable String more, CurrentUser user, Model model) {
		if (more != null) {
			return page(form, model, null, HttpStatus.OK);
		}
		this.admission.check(form, binding, "");
		if (binding.hasErrors()) {
			return page(form, model, binding, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Consultant added = this.admission.admit(form, user);
		return new ModelAndView("redirect:/consultants/" + added.reference());
	}

	@GetMapping("/{reference}")
	@Transactional(readOnly = true)
	public String edit(@PathVariable String reference, Model model) {
		Consultant consultant = consultant(reference);
		model.addAttribute("form", ConsultantForm.of(consultant, this.taxonomy, today()));
		known(consultant, model);
		return "profiles/form";
	}

	@PostMapping("/{reference}")
	@Transactional
	public ModelAndView change(@PathVariable String reference, @Valid @ModelAttribute("form") ConsultantForm form,
			BindingResult binding, @RequestParam(required = false) @Nullable String more, CurrentUser user,
			Model model) {
		Consultant consultant = consultant(reference);
		known(consultant, model);
		if (more != null) {
			return page(form, model, null, HttpStatus.OK);
		}
		this.admission.check(form, binding, reference);
		if (binding.hasErrors()) {
			return page(form, model, binding, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (!Objects.equals(form.version(), consultant.version())) {
			model.addAttribute("stale", consultant.version());
			return page(form, model, null, HttpStatus.CONFLICT);
		}
		consultant.change(form.profile(this.taxonomy, this.currency, today().getYear()));
		form.charge(consultant, user.name(), this.clock);
		this.events
			.publishEvent(new Audited(user.actor(), null, AuditAct.CONSULTANT_CHANGED, reference, consultant.name()));
		return new ModelAndView("redirect:/consultants/" + reference);
	}

	/** What the form says of somebody who is in the pool. */
	private void known(Consultant consultant, Model model) {
		model.addAttribute("reference", consultant.reference());
		model.addAttribute("currency", consultant.currency());
		model.addAttribute("billedSince", consultant.billedSince(today()));
	}

	/** The form once more, with what was typed in it. */
	private static ModelAndView page(ConsultantForm form, Model model, @Nullable BindingResult binding,
			HttpStatusCode status) {
		if (binding == null) {
			model.asMap().keySet().removeIf((key) -> key.startsWith(BindingResult.MODEL_KEY_PREFIX));
			model.addAttribute("form", form.withBlanks());
		}
		return new ModelAndView("profiles/form", model.asMap(), status);
	}

	private Consultant consultant(String reference) {
		return this.consultants.findByReference(reference).orElseThrow(NotFound::new);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
