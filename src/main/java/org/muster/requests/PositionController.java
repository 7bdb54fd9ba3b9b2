package org.muster.requests;

import java.time.Clock;
import java.util.Objects;
import java.util.TimeZone;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Languages;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

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

/** The positions of a draft. */
@Controller
@RequestMapping("/requests/{reference}/positions")
class PositionController {

	private final Requests requests;

	private final RoleTemplates standard;

	private final Templates templates;

	private final Taxonomy taxonomy;

	private final Guidance guidance;

	private final Clock clock;

	private final Amendments amendments;

	PositionController(Requests requests, RoleTemplates standard, Templates templates, Taxonomy taxonomy,
			Guidance guidance, Clock clock, Amendments amendments) {
		this.amendments = amendments;
		this.guidance = guidance;
		this.standard = standard;
		this.requests = requests;
		this.templates = templates;
		this.taxonomy = taxonomy;
		this.clock = clock;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public String list(@PathVariable String reference, CurrentUser user, Model model) {
		StaffingRequest request = draft(reference, user, model);
		model.addAttribute("roles", JobRole.values());
		model.addAttribute("templates", this.templates.of(request.organisationId()));
		return "requests/positions";
	}

	@PostMapping
	@Transactional
	public ModelAndView add(@PathVariable String reference, @RequestParam(required = false) @Nullable JobRole role,
			@RequestParam(required = false) @Nullable String template, CurrentUser user, Model model) {
		StaffingRequest request = this.requests.requireLocked(reference, user).requireWriter(user).requireOpen();
		if (request.positions().size() >= StaffingRequest.MOST_POSITIONS) {
			list(reference, user, model);
			model.addAttribute("full", true);
			return new ModelAndView("requests/positions", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		PositionTemplate start = (template != null)
				? this.templates.find(template, request.organisationId()).orElseThrow(NotFound::new)
				: this.standard.of(Objects.requireNonNullElse(role, JobRole.BACK_END));
		this.amendments.apply(request, user, () -> request.addPosition(start.details(), user, this.clock.instant()));
		Position added = request.positions().get(request.positions().size() - 1);
		this.requests.save(request);
		return new ModelAndView("redirect:/requests/" + reference + "/positions/" + added.number());
	}

	@GetMapping("/{number}")
	@Transactional(readOnly = true)
	public String edit(@PathVariable String reference, @PathVariable int number, CurrentUser user, Model model) {
		StaffingRequest request = draft(reference, user, model);
		choices(number, model);
		Position position = request.requirePosition(number);
		model.addAttribute("form", PositionForm.of(position, this.taxonomy, request.version()));
		model.addAttribute("outlook", this.guidance.position(request, number, position.details()));
		return "requests/position";
	}

	@PostMapping("/{number}")
	@Transactional
	public ModelAndView change(@PathVariable String reference, @PathVariable int number,
			@Valid @ModelAttribute("form") PositionForm form, BindingResult binding,
			@RequestParam(required = false) @Nullable String more, CurrentUser user, Model model) {
		StaffingRequest request = draft(reference, user, model);
		choices(number, model);
		form.check(binding, this.taxonomy);
		Position.Details saved = request.requirePosition(number).details();
		boolean stale = !Objects.equals(form.version(), request.version());
		if (more != null || binding.hasErrors() || stale) {
			model.addAttribute("outlook", this.guidance.position(request, number,
					binding.hasErrors() ? form.whatIsSound(saved, this.taxonomy) : form.details(this.taxonomy)));
		}
		if (more != null) {
			return withBlanks(form, model, HttpStatus.OK);
		}
		if (binding.hasErrors()) {
			return new ModelAndView("requests/position", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (stale) {
			model.addAttribute("stale", request.version());
			return withBlanks(form, model, HttpStatus.CONFLICT);
		}
		this.amendments.apply(request, user,
				() -> request.changePosition(number, form.details(this.taxonomy), user, this.clock.instant()));
		this.requests.save(request);
		return new ModelAndView("redirect:/requests/" + reference + "/positions");
	}

	@PostMapping("/{number}/removal")
	@Transactional
	public String remove(@PathVariable String reference, @PathVariable int number, CurrentUser user) {
		StaffingRequest request = this.requests.requireLocked(reference, user).requireWriter(user).requireDraft();
		// Removed already, as by a double click: there is nothing more to do.
		if (request.position(number).isPresent()) {
			request.removePosition(number, user, this.clock.instant());
			this.requests.save(request);
		}
		return "redirect:/requests/" + reference + "/positions";
	}

	private static ModelAndView withBlanks(PositionForm form, Model model, HttpStatusCode status) {
		model.asMap().keySet().removeIf((key) -> key.startsWith(BindingResult.MODEL_KEY_PREFIX));
		model.addAttribute("form", form.withBlanks());
		return new ModelAndView("requests/position", model.asMap(), status);
	}

	private void choices(int number, Model model) {
		model.addAttribute("number", number);
		model.addAttribute("roles", JobRole.values());
		model.addAttribute("seniorities", Seniority.values());
		model.addAttribute("modes", WorkMode.values());
		model.addAttribute("levels", LanguageLevel.values());
		model.addAttribute("necessities", Priority.values());
		model.addAttribute("languages", Languages.OFFERED);
		model.addAttribute("timeZones", TimeZone.getAvailableIDs());
	}

	private StaffingRequest draft(String reference, CurrentUser user, Model model) {
		StaffingRequest request = this.requests.require(reference, user).requireWriter(user).requireOpen();
		model.addAttribute("staffingRequest", request);
		return request;
	}

}
