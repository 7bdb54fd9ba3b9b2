package org.muster.matching;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisations;
import org.muster.consultants.Consultants;
import org.muster.matching.MatchView.Show;
import org.muster.money.ExchangeRates;
import org.muster.requests.Position;
import org.muster.requests.RequestStatus;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;
import org.muster.skills.Taxonomy;

import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ranked matches of a position, why they are ranked so, and who fits a request. */
@Controller
@RequestMapping("/requests/{reference}")
class MatchController {

	private static final int PAGE_SIZE = 15;

	/** No more can be paged through; whoever wants more looks for something else. */
	private static final int MOST_SHOWN = 20 * PAGE_SIZE;

	/** More cannot be read side by side. */
	private static final int MOST_COMPARED = 4;

	private final Requests requests;

	private final Matching matching;

	private final Shortlists shortlists;

	private final Consultants consultants;

	private final Taxonomy taxonomy;

	private final Organisations organisations;

	private final InterviewFeedbackSource feedback;

	private final ExchangeRates exchange;

	MatchController(Requests requests, Matching matching, Shortlists shortlists, Consultants consultants,
			Taxonomy taxonomy, Organisations organisations, InterviewFeedbackSource feedback, ExchangeRates exchange) {
		this.exchange = exchange;
		this.feedback = feedback;
		this.organisations = organisations;
		this.requests = requests;
		this.matching = matching;
		this.shortlists = shortlists;
		this.consultants = consultants;
		this.taxonomy = taxonomy;
	}

	@GetMapping("/positions/{number}/matches")
	@Transactional(readOnly = true)
	public String matches(@PathVariable String reference, @PathVariable("number") int positionNumber,
			@RequestParam MultiValueMap<String, String> parameters, CurrentUser user, Model model) {
		Asking asking = asking(reference, positionNumber, parameters, user, model);
		Demand demand = asking.demand();
		int fitting = this.matching.fitting(demand);
		int everybody = this.matching.everybody();
		int total = switch (asking.view().show()) {
			case FITTING -> fitting;
			case ALL -> everybody;
			case SHORTLISTED -> asking.kept().size();
		};
		total = Math.min(total, MOST_SHOWN);
		// A page that is past the last is the last.
		int page = Math.min(asking.view().page(), Math.max(0, total - 1) / PAGE_SIZE);
		List<Match> rows = (asking.view().show() == Show.SHORTLISTED)
				? this.matching.some(demand, asking.weights(), asking.kept())
					.stream()
					.sorted(Match.RANKING)
					.skip((long) page * PAGE_SIZE)
					.limit(PAGE_SIZE)
					.toList()
				: this.matching.find(demand, asking.weights(), asking.view().show() == Show.ALL, page * PAGE_SIZE,
						PAGE_SIZE);
		model.addAttribute("shows", Show.values());
		model.addAttribute("fitting", fitting);
		model.addAttribute("everybody", everybody);
		if (fitting < PAGE_SIZE && asking.view().show() != Show.SHORTLISTED) {
			model.addAttribute("gains", this.matching.relaxations(demand));
		}
		model.addAttribute("page",
				new PageImpl<>(shown(demand, rows, user, model), PageRequest.of(page, PAGE_SIZE), total));
		return "matching/matches";
	}

	@GetMapping("/positions/{number}/matches/{consultant}")
	@Transactional(readOnly = true)
	public String match(@PathVariable String reference, @PathVariable("number") int positionNumber,
			@PathVariable("consultant") String consultantReference,
			@RequestParam MultiValueMap<String, String> parameters, CurrentUser user, Model model) {
		Asking asking = asking(reference, positionNumber, parameters, user, model);
		long id = this.consultants.idOf(consultantReference).orElseThrow(NotFound::new);
		List<Match> rows = this.matching.some(asking.demand(), asking.weights(), List.of(id));
		model.addAttribute("match",
				shown(asking.demand(), rows, user, model).stream().findFirst().orElseThrow(NotFound::new));
		return "matching/match";
	}

	/** Some side by side; those on the shortlist where none are named. */
	@GetMapping("/positions/{number}/comparison")
	@Transactional(readOnly = true)
	public String comparison(@PathVariable String reference, @PathVariable("number") int positionNumber,
			@RequestParam MultiValueMap<String, String> parameters, CurrentUser user, Model model) {
		Asking asking = asking(reference, positionNumber, parameters, user, model);
		List<Long> named = Objects.requireNonNullElse(parameters.get("consultant"), List.<String>of())
			.stream()
			.limit(MOST_COMPARED)
			.flatMap((one) -> this.consultants.idOf(one).stream())
			.toList();
		List<Match> rows = this.matching
			.some(asking.demand(), asking.weights(), named.isEmpty() ? asking.kept() : named)
			.stream()
			.sorted(Match.RANKING)
			.limit(MOST_COMPARED)
			.toList();
		model.addAttribute("matches", shown(asking.demand(), rows, user, model));
		return "matching/comparison";
	}

	/**
	 * What is asked, by whom and how.
	 *
	 * @param demand with the conditions eased that somebody tries
	 * @param kept the consultants on the shortlist
	 */
	private record Asking(MatchView view, Demand demand, Weights weights, Set<Long> kept) {
	}

	private Asking asking(String reference, int positionNumber, MultiValueMap<String, String> parameters,
			CurrentUser user, Model model) {
		StaffingRequest request = this.requests.require(reference, user);
		Position position = request.requirePosition(positionNumber);
		Weights own = this.matching.weights(request);
		MatchView view = MatchView.of(parameters, own);
		Weights weights = Objects.requireNonNullElse(view.tilt(), own);
		Set<Long> kept = this.shortlists.of(List.of(position.id()))
			.stream()
			.map(Shortlisted::consultantId)
			.collect(Collectors.toSet());
		model.addAttribute("staffingRequest", request);
		model.addAttribute("position", position);
		model.addAttribute("view", view);
		model.addAttribute("weights", weights);
		model.addAttribute("shortlisted", kept);
		Demand demand = Relaxation.ease(Demand.of(request, position), view.tried());
		model.addAttribute("demand", demand);
		model.addAttribute("impressions", this.feedback.of(position.id()));
		return new Asking(view, demand, weights, kept);
	}

	/**
	 * What clients see of the matches; the rest, by person, goes into the model for the
	 * consultancy's people only.
	 */
	private List<ClientMatch> shown(Demand demand, List<Match> rows, CurrentUser user, Model model) {
		if (!user.isClient()) {
			model.addAttribute("confidential",
					rows.stream()
						.collect(Collectors.toMap((match) -> match.candidate().id(),
								(match) -> StaffMatch.of(match, demand, this.exchange))));
		}
		return rows.stream().map(Match::forClients).toList();
	}

	@GetMapping("/review")
	@Transactional(readOnly = true)
	public String review(@PathVariable String reference, CurrentUser user, Model model) {
		StaffingRequest request = this.requests.require(reference, user).requireWriter(user);
		if (request.status() != RequestStatus.DRAFT) {
			return "redirect:/requests/" + reference;
		}
		model.addAttribute("staffingRequest", request);
		model.addAttribute("taxonomy", this.taxonomy);
		List<Matching.Fit> fits = this.matching.fitting(request);
		model.addAttribute("fits", fits);
		model.addAttribute("unanswerable", fits.stream().anyMatch((fit) -> fit.consultants() == 0));
		model.addAttribute("approval",
				!user.isApprover() && this.organisations.findById(request.organisationId())
					.orElseThrow(NotFound::new)
					.isApprovalRequired());
		return "matching/review";
	}

}
