package org.muster.requests;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
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

/** The steps of a draft that are one form each: goals, schedule, budget. */
@Controller
@RequestMapping("/requests/{reference}")
class DraftController {

	private final Requests requests;

	private final Guidance guidance;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final Amendments amendments;

	DraftController(Requests requests, Guidance guidance, ApplicationEventPublisher events, Clock clock,
			Amendments amendments) {
		this.amendments = amendments;
		this.guidance = guidance;
		this.requests = requests;
		this.events = events;
		this.clock = clock;
	}

	@GetMapping("/goals")
	@Transactional(readOnly = true)
	public String goals(@PathVariable String reference, CurrentUser user, Model model) {
		return form("goals", draft(reference, user, model), model, GoalsForm::of);
	}

	@PostMapping("/goals")
	@Transactional
	public ModelAndView goals(@PathVariable String reference, @Valid @ModelAttribute("form") GoalsForm form,
			BindingResult binding, CurrentUser user, Model model) {
		form.check(binding);
		return save(new Step("goals", "positions", form.version(), false, null), reference, binding, user, model,
				(request) -> request.describe(Inputs.text(form.title()), form.goals(), user, this.clock.instant()));
	}

	@GetMapping("/schedule")
	@Transactional(readOnly = true)
	public String schedule(@PathVariable String reference, CurrentUser user, Model model) {
		StaffingRequest request = draft(reference, user, model);
		model.addAttribute("outlook", this.guidance.terms(request, Guidance.Terms.of(request)));
		model.addAttribute("notice", this.guidance.holidays(request));
		return form("schedule", request, model, ScheduleForm::of);
	}

	@PostMapping("/schedule")
	@Transactional
	public ModelAndView schedule(@PathVariable String reference, @Valid @ModelAttribute("form") ScheduleForm form,
			BindingResult binding, @RequestParam(required = false) @Nullable String more, CurrentUser user,
			Model model) {
		StaffingRequest asked = this.requests.require(reference, user);
		form.check(binding, this.guidance.today(asked), (from, to) -> this.guidance.isWorkedBetween(asked, from, to));
		return save(new Step("schedule", "budget", form.version(), more != null, form::terms), reference, binding, user,
				model, (request) -> request.schedule(form.schedule(), user, this.clock.instant()));
	}

	@GetMapping("/budget")
	@Transactional(readOnly = true)
	public String budget(@PathVariable String reference, CurrentUser user, Model model) {
		StaffingRequest request = draft(reference, user, model);
		model.addAttribute("outlook", this.guidance.terms(request, Guidance.Terms.of(request)));
		return form("budget", request, model, BudgetForm::of);
	}

	@PostMapping("/budget")
	@Transactional
	public ModelAndView budget(@PathVariable String reference, @Valid @ModelAttribute("form") BudgetForm form,
			BindingResult binding, @RequestParam(required = false) @Nullable String more, CurrentUser user,
			Model model) {
		form.check(binding, this.requests.require(reference, user).currency());
		return save(new Step("budget", "review", form.version(), more != null, form::terms), reference, binding, user,
				model, (request) -> request.budget(form.rateCap(request.currency()), form.budget(request.currency()),
						user, this.clock.instant()));
	}

	/**
	 * @param again whether the form is only to be shown again
	 * @param terms what the panel beside the form is calculated from, if it has one
	 */
	private record Step(String name, String next, @Nullable Long version, boolean again,
			@Nullable Function<StaffingRequest, Guidance.Terms> terms) {

		String view() {
			return "requests/" + this.name;
		}

	}

	private static <F> String form(String step, StaffingRequest request, Model model,
			Function<StaffingRequest, F> form) {
		model.addAttribute("form", Objects.requireNonNull(form.apply(request)));
		return "requests/" + step;
	}

	private ModelAndView save(Step step, String reference, BindingResult binding, CurrentUser user, Model model,
			Consumer<StaffingRequest> change) {
		StaffingRequest request = draft(reference, user, model);
		if (step.again() || binding.hasErrors()) {
			return shown(step, request, model, step.again() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (!Objects.equals(step.version(), request.version())) {
			model.addAttribute("stale", request.version());
			return shown(step, request, model, HttpStatus.CONFLICT);
		}
		boolean draft = request.status() == RequestStatus.DRAFT;
		this.amendments.apply(request, user, () -> change.accept(request));
		if (!draft) {
			return new ModelAndView("redirect:/requests/" + reference + "#amendments");
		}
		this.events.publishEvent(
				new Audited(user.actor(), request.organisationId(), AuditAct.REQUEST_EDITED, reference, step.name()));
		return new ModelAndView("redirect:/requests/" + reference + "/" + step.next());
	}

	private ModelAndView shown(Step step, StaffingRequest request, Model model, HttpStatus status) {
		if (step.terms() != null) {
			model.addAttribute("outlook", this.guidance.terms(request, step.terms().apply(request)));
		}
		return new ModelAndView(step.view(), model.asMap(), status);
	}

	private StaffingRequest draft(String reference, CurrentUser user, Model model) {
		StaffingRequest request = this.requests.require(reference, user).requireWriter(user).requireOpen();
		model.addAttribute("staffingRequest", request);
		return request;
	}

}
