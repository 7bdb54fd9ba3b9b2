package org.muster.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.muster.accounts.CurrentUser;
import org.muster.money.DayRate;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;
import org.muster.skills.Taxonomy;

import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ranked matches of a position, and how many fit a whole request. */
@Controller
@RequestMapping("/requests/{reference}")
class MatchController {

	private static final int PAGE_SIZE = 15;

	private final Requests requests;

	private final Matching matching;

	private final Shortlists shortlists;

	private final Taxonomy taxonomy;

	MatchController(Requests requests, Matching matching, Shortlists shortlists, Taxonomy taxonomy) {
		this.taxonomy = taxonomy;
		this.requests = requests;
		this.matching = matching;
		this.shortlists = shortlists;
	}

	/** Which matches are shown. */
	enum Show {

		ALL, FITTING, SHORTLISTED

	}

	@GetMapping("/positions/{number}/matches")
	@Transactional(readOnly = true)
	public String matches(@PathVariable String reference, @PathVariable("number") int positionNumber,
			@RequestParam(defaultValue = "ALL") Show show, @RequestParam(defaultValue = "0") int page, CurrentUser user,
			Model model) {
		StaffingRequest request = this.requests.require(reference, user);
		Position position = request.requirePosition(positionNumber);
		Set<Long> kept = this.shortlists.of(List.of(position.id()))
			.stream()
			.map(Shortlisted::consultantId)
			.collect(Collectors.toSet());
		List<Match> ranked = this.matching.rank(request, position);
		List<Match> shown = ranked.stream().filter((match) -> switch (show) {
			case ALL -> true;
			case FITTING -> match.fits();
			case SHORTLISTED -> kept.contains(match.candidate().id());
		}).toList();
		// A page that is past the last, however far, is the last.
		int number = Math.min(Math.max(0, page), Math.max(0, shown.size() - 1) / PAGE_SIZE);
		List<Match> rows = shown.subList(number * PAGE_SIZE, Math.min((number + 1) * PAGE_SIZE, shown.size()));
		model.addAttribute("staffingRequest", request);
		model.addAttribute("position", position);
		model.addAttribute("show", show);
		model.addAttribute("shows", Show.values());
		model.addAttribute("shortlisted", kept);
		model.addAttribute("fitting", ranked.stream().filter(Match::fits).count());
		model.addAttribute("pool", ranked.size());
		model.addAttribute("page", new PageImpl<>(rows, PageRequest.of(number, PAGE_SIZE), shown.size()));
		if (!user.isClient()) {
			model.addAttribute("margins", rows.stream()
				.collect(Collectors.toMap((match) -> match.candidate().id(),
						(match) -> DayRate.marginPercent(match.candidate().billRate(), match.candidate().payRate()))));
		}
		return "matching/matches";
	}

	@GetMapping("/review")
	@PreAuthorize("hasAnyRole('MEMBER', 'APPROVER')")
	@Transactional(readOnly = true)
	public String review(@PathVariable String reference, CurrentUser user, Model model) {
		StaffingRequest request = this.requests.require(reference, user).requireDraft();
		model.addAttribute("staffingRequest", request);
		model.addAttribute("taxonomy", this.taxonomy);
		model.addAttribute("fits", this.matching.fitting(request));
		return "matching/review";
	}

}
