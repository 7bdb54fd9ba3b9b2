package org.muster.matching;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisations;
import org.muster.calendar.Place;
import org.muster.consultants.Consultants;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Teams for a whole request, side by side. */
@Controller
@RequestMapping("/requests/{reference}")
class TeamController {

	private final Requests requests;

	private final Organisations organisations;

	private final Teams teams;

	private final Matching matching;

	private final Consultants consultants;

	private final Shortlisting shortlisting;

	TeamController(Requests requests, Organisations organisations, Teams teams, Matching matching,
			Consultants consultants, Shortlisting shortlisting) {
		this.requests = requests;
		this.organisations = organisations;
		this.teams = teams;
		this.matching = matching;
		this.consultants = consultants;
		this.shortlisting = shortlisting;
	}

	/**
	 * @param proposal the draft that takes one of the teams as an alternative, if they
	 * are sought for that
	 */
	@GetMapping("/teams")
	@Transactional(readOnly = true)
	public String teams(@PathVariable String reference, @RequestParam(required = false) @Nullable String proposal,
			CurrentUser user, Model model) {
		model.addAttribute("forProposal", user.isClient() ? null : proposal);
		StaffingRequest request = this.requests.require(reference, user);
		model.addAttribute("staffingRequest", request);
		boolean seats = request.heads() >= 1 && request.heads() <= Teams.MOST_SEATS;
		boolean dated = request.schedule().isPresent();
		if (seats && dated) {
			Place place = this.organisations.findById(request.organisationId()).orElseThrow().place();
			this.teams.of(request, place).ifPresent((offer) -> model.addAttribute("offer", offer));
		}
		model.addAttribute("seats", seats);
		model.addAttribute("dated", dated);
		model.addAttribute("mostSeats", Teams.MOST_SEATS);
		return "matching/teams";
	}

	/**
	 * Keeps a whole team, each member on the shortlist of their position.
	 * @param members the number of the position and the consultant's reference, with a
	 * colon between
	 */
	@PostMapping("/shortlists")
	@Transactional
	public String keep(@PathVariable String reference, @RequestParam("member") List<String> members, CurrentUser user) {
		StaffingRequest request = this.requests.requireLocked(reference, user).requireOpen();
		if (members.size() > Teams.MOST_SEATS) {
			throw new NotFound();
		}
		for (String member : members) {
			String[] parts = member.split(":", 2);
			if (parts.length < 2 || !parts[0].matches("\\d{1,4}")) {
				throw new NotFound();
			}
			Position position = request.requirePosition(Integer.parseInt(parts[0]));
			long id = this.consultants.idOf(parts[1]).orElseThrow(NotFound::new);
			Match match = this.matching.match(request, position, id).orElseThrow(NotFound::new);
			this.shortlisting.keep(request, position, match, this.matching.weights(request), null, user);
		}
		return "redirect:/requests/" + reference;
	}

}
