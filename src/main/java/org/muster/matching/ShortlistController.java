package org.muster.matching;

import java.util.List;
import java.util.Objects;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.consultants.Consultants;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps matches for a position and lets them go. Either, done twice, is done once. */
@Controller
@RequestMapping("/requests/{reference}/positions/{number}/shortlist")
class ShortlistController {

	private final Requests requests;

	private final Matching matching;

	private final Shortlists shortlists;

	private final Consultants consultants;

	private final ApplicationEventPublisher events;

	private final Shortlisting shortlisting;

	ShortlistController(Requests requests, Matching matching, Shortlists shortlists, Consultants consultants,
			ApplicationEventPublisher events, Shortlisting shortlisting) {
		this.requests = requests;
		this.matching = matching;
		this.shortlists = shortlists;
		this.consultants = consultants;
		this.events = events;
		this.shortlisting = shortlisting;
	}

	@PostMapping
	@Transactional
	public String add(@PathVariable String reference, @PathVariable int number, @RequestParam String consultant,
			@RequestParam MultiValueMap<String, String> parameters, CurrentUser user) {
		StaffingRequest request = this.requests.requireLocked(reference, user).requireOpen();
		Position position = request.requirePosition(number);
		long id = this.consultants.idOf(consultant).orElseThrow(NotFound::new);
		Weights own = this.matching.weights(request);
		MatchView view = MatchView.of(parameters, own);
		Weights weights = Objects.requireNonNullElse(view.tilt(), own);
		Match match = this.matching
			.some(Relaxation.ease(Demand.of(request, position), view.tried()), weights, List.of(id))
			.stream()
			.findFirst()
			.orElseThrow(NotFound::new);
		this.shortlisting.keep(request, position, match, weights, view.triedText(), user);
		return back(reference, number, view);
	}

	@PostMapping("/{consultant}/removal")
	@Transactional
	public String remove(@PathVariable String reference, @PathVariable int number, @PathVariable String consultant,
			@RequestParam MultiValueMap<String, String> parameters, CurrentUser user) {
		StaffingRequest request = this.requests.requireLocked(reference, user).requireOpen();
		Position position = request.requirePosition(number);
		long id = this.consultants.idOf(consultant).orElseThrow(NotFound::new);
		if (this.shortlists.remove(position.id(), id) > 0) {
			this.events.publishEvent(new Audited(user.actor(), request.organisationId(), AuditAct.SHORTLIST_REMOVED,
					reference, consultant));
		}
		return back(reference, number, MatchView.of(parameters, this.matching.weights(request)));
	}

	private static String back(String reference, int number, MatchView view) {
		return "redirect:/requests/%s/positions/%d/matches?%s&page=%d".formatted(reference, number, view.query(),
				view.page());
	}

}
