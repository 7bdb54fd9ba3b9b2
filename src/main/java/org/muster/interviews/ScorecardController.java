package org.muster.interviews;

import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import org.muster.accounts.CurrentUser;
import org.muster.forms.Inputs;
import org.muster.requests.Position;
import org.muster.requests.SkillRequirement;
import org.muster.requests.StaffingRequest;
import org.muster.skills.Taxonomy;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a client found in an interview, by skill; it can be said anew. */
@Controller
@RequestMapping("/interviews/{reference}/scorecard")
@PreAuthorize("hasAnyRole('MEMBER', 'APPROVER')")
class ScorecardController {

	private final Interviews interviews;

	private final Meetings meetings;

	private final Taxonomy taxonomy;

	private final Clock clock;

	ScorecardController(Interviews interviews, Meetings meetings, Taxonomy taxonomy, Clock clock) {
		this.interviews = interviews;
		this.meetings = meetings;
		this.taxonomy = taxonomy;
		this.clock = clock;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public ModelAndView form(@PathVariable String reference, CurrentUser user, Model model) {
		Interview interview = this.interviews.require(reference, user);
		if (!interview.isHeld(this.clock.instant())) {
			return done(reference);
		}
		StaffingRequest request = this.meetings.request(interview);
		model.addAttribute("form", ScorecardForm.of(interview, InterviewController.position(interview, request)));
		return page(interview, request, model, HttpStatus.OK);
	}

	@PostMapping
	@Transactional
	public ModelAndView score(@PathVariable String reference, @Valid @ModelAttribute("form") ScorecardForm form,
			BindingResult binding, CurrentUser user, Model model) {
		Interview interview = this.interviews.requireLocked(reference, user);
		StaffingRequest request = this.meetings.request(interview);
		Set<Long> askable = askable(interview, InterviewController.position(interview, request));
		interview.requireHeld(this.clock.instant());
		boolean stale = !Objects.equals(form.version(), interview.version());
		if (binding.hasErrors() || stale) {
			if (!binding.hasErrors()) {
				model.addAttribute("stale", interview.version());
			}
			return page(interview.whole(), request, model,
					binding.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
		}
		this.meetings.score(interview, Objects.requireNonNull(form.recommendation()), Inputs.textOrNull(form.verdict()),
				form.scores(askable), user);
		return done(reference);
	}

	private static Set<Long> askable(Interview interview, Position position) {
		Set<Long> skills = new HashSet<>();
		position.skills().stream().map(SkillRequirement::skillId).forEach(skills::add);
		interview.scores().stream().map(Score::skillId).forEach(skills::add);
		return skills;
	}

	private ModelAndView page(Interview interview, StaffingRequest request, Model model, HttpStatus status) {
		Position position = InterviewController.position(interview, request);
		model.addAttribute("interview", interview);
		model.addAttribute("staffingRequest", request);
		model.addAttribute("position", position);
		model.addAttribute("names", askable(interview, position).stream()
			.collect(Collectors.toMap(Function.identity(), (skill) -> this.taxonomy.get(skill).name())));
		model.addAttribute("consultant", this.meetings.consultant(interview).person());
		model.addAttribute("recommendations", Recommendation.values());
		return new ModelAndView("interviews/scorecard", model.asMap(), status);
	}

	private static ModelAndView done(String reference) {
		return new ModelAndView("redirect:/interviews/" + reference);
	}

}
