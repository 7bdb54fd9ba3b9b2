package org.muster.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.skills.Taxonomy;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Starting a request from a template. */
@Controller
@RequestMapping("/requests/templates")
class TemplateController {

	/** A goal is looked at as long after the start, unless somebody says otherwise. */
	private static final int MONTHS_TO_REVIEW = 6;

	private final Templates templates;

	private final RequestDrafts drafts;

	private final Taxonomy taxonomy;

	private final Clock clock;

	TemplateController(Templates templates, RequestDrafts drafts, Taxonomy taxonomy, Clock clock) {
		this.templates = templates;
		this.drafts = drafts;
		this.taxonomy = taxonomy;
		this.clock = clock;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public String list(@RequestParam(required = false) @Nullable String client, CurrentUser user, Model model) {
		Organisation organisation = this.drafts.client(client, user).orElse(null);
		if (organisation == null) {
			model.addAttribute("clients", this.drafts.clients());
			return "requests/client";
		}
		model.addAttribute("client", organisation);
		model.addAttribute("templates", this.templates.of(organisation.id()));
		model.addAttribute("taxonomy", this.taxonomy);
		model.addAttribute("creationKey", UUID.randomUUID().toString());
		return "requests/templates";
	}

	/** A draft with the template's goals and one position. */
	@PostMapping("/{key}/drafts")
	@Transactional
	public String begin(@PathVariable String key, @RequestParam String creationKey,
			@RequestParam(required = false) @Nullable String client, CurrentUser user) {
		Organisation organisation = this.drafts.requireClient(client, user);
		PositionTemplate template = this.templates.find(key, organisation.id()).orElseThrow(NotFound::new);
		if (!creationKey.matches(RequestDrafts.KEY)) {
			return "redirect:/requests/templates";
		}
		LocalDate review = LocalDate.now(this.clock).plusMonths(MONTHS_TO_REVIEW);
		Map<GoalKind, Goal> goals = new EnumMap<>(GoalKind.class);
		template.goals()
			.forEach(
					(kind, measure) -> goals.put(kind, Goal.of(measure, review, user.isClient() ? user.name() : null)));
		StaffingRequest request = this.drafts.begin(organisation, template.name(), goals, creationKey, user,
				(begun) -> begun.addPosition(template.details(), user, this.clock.instant()));
		return "redirect:/requests/" + request.reference() + "/goals";
	}

}
