package org.muster.proposals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.calendar.HolidayRule;
import org.muster.calendar.PublicHolidays;
import org.muster.consultants.Consultants;
import org.muster.matching.Match;
import org.muster.matching.Matching;
import org.muster.matching.Shortlisted;
import org.muster.matching.Shortlists;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The account manager's side of a proposal. */
@Controller
@RequestMapping("/proposals")
@PreAuthorize("hasAnyRole('ACCOUNT_MANAGER', 'ADMINISTRATOR')")
class DraftingController {

	private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

	private static final int CHOICES = 15;

	private final Drafting drafting;

	private final Proposals proposals;

	private final Requests requests;

	private final Consultants consultants;

	private final Matching matching;

	private final Shortlists shortlists;

	private final Bookings bookings;

	private final Sending sending;

	private final Factors factors;

	private final Clock clock;

	DraftingController(Drafting drafting, Proposals proposals, Requests requests, Consultants consultants,
			Matching matching, Shortlists shortlists, Bookings bookings, Sending sending, Factors factors,
			Clock clock) {
		this.factors = factors;
		this.sending = sending;
		this.bookings = bookings;
		this.drafting = drafting;
		this.proposals = proposals;
		this.requests = requests;
		this.consultants = consultants;
		this.matching = matching;
		this.shortlists = shortlists;
		this.clock = clock;
	}

	@PostMapping
	String start(@RequestParam("request") String requestReference, @RequestParam String creationKey, CurrentUser user) {
		if (!KEY.matcher(creationKey).matches()) {
			throw new NotFound();
		}
		return toDraft(this.drafting.start(requestReference, creationKey, user).reference());
	}

	@GetMapping("/{reference}/draft")
	@Transactional(readOnly = true)
	public String edit(@PathVariable String reference, CurrentUser user, Model model) {
		model.addAttribute("form", DraftForm.of(fill(model, reference, user)));
		return "proposals/draft";
	}

	@PostMapping("/{reference}/draft")
	@Transactional
	public ModelAndView save(@PathVariable String reference, @Valid @ModelAttribute("form") DraftForm form,
			BindingResult binding, CurrentUser user, Model model) {
		ProposalRevision draft = fill(model, reference, user);
		form.check(binding, draft, LocalDate.now(this.clock));
		if (binding.hasErrors()) {
			return new ModelAndView("proposals/draft", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Drafting.Saved saved = this.drafting.save(reference, form.version(), form.terms(), form.lineTerms(),
				form.days(), user);
		if (saved == Drafting.Saved.TOO_LONG) {
			binding.reject("proposals.line.long");
			return new ModelAndView("proposals/draft", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (saved == Drafting.Saved.STALE) {
			model.addAttribute("stale", draft.version());
			return new ModelAndView("proposals/draft", model.asMap(), HttpStatus.CONFLICT);
		}
		return new ModelAndView(toDraft(reference));
	}

	@PostMapping("/{reference}/lines")
	String addLine(@PathVariable String reference, @RequestParam String choice, CurrentUser user) {
		String[] parts = choice.split(":", 2);
		if (parts.length != 2 || !parts[0].matches("\\d{1,4}")) {
			throw new NotFound();
		}
		long consultant = this.consultants.idOf(parts[1]).orElseThrow(NotFound::new);
		this.drafting.addLine(reference, Integer.parseInt(parts[0]), consultant, user);
		return toDraft(reference);
	}

	@PostMapping("/{reference}/lines/{line}/removal")
	String removeLine(@PathVariable String reference, @PathVariable int line, CurrentUser user) {
		this.drafting.removeLine(reference, line, user);
		return toDraft(reference);
	}

	@PostMapping("/{reference}/sending")
	String send(@PathVariable String reference, @RequestParam int revision, CurrentUser user,
			RedirectAttributes redirect) {
		List<Sending.Obstacle> obstacles = this.sending.send(reference, revision, user);
		if (!obstacles.isEmpty()) {
			redirect.addFlashAttribute("obstacles", obstacles);
			return toDraft(reference);
		}
		return "redirect:/proposals/" + reference;
	}

	/** Of what somebody else wants to send; one's own stays as it is. */
	@PostMapping("/{reference}/approval")
	String approve(@PathVariable String reference, CurrentUser user) {
		this.sending.approve(reference, user);
		return toDraft(reference);
	}

	@PostMapping("/{reference}/revisions")
	String revise(@PathVariable String reference, CurrentUser user) {
		this.drafting.revise(reference, user);
		return toDraft(reference);
	}

	@PostMapping("/{reference}/withdrawal")
	String withdraw(@PathVariable String reference, CurrentUser user) {
		this.drafting.withdraw(reference, user);
		return "redirect:/proposals/" + reference;
	}

	private static String toDraft(String reference) {
		return "redirect:/proposals/" + reference + "/draft";
	}

	private ProposalRevision fill(Model model, String reference, CurrentUser user) {
		Proposal proposal = this.proposals.require(reference, user);
		List<ProposalRevision> all = proposal.revisions();
		ProposalRevision draft = proposal.draft().orElseThrow(() -> all.get(all.size() - 1).refused());
		StaffingRequest request = this.requests.findById(proposal.requestId()).orElseThrow(NotFound::new);
		model.addAttribute("proposal", proposal);
		model.addAttribute("revision", draft);
		model.addAttribute("staffingRequest", request);
		model.addAttribute("margins", Margins.of(draft));
		model.addAttribute("factors", this.factors);
		model.addAttribute("rules", HolidayRule.values());
		model.addAttribute("countries", PublicHolidays.countries().stream().sorted().toList());
		model.addAttribute("regions", PublicHolidays.regions(draft.holidays().country()));
		model.addAttribute("choices", choices(request));
		model.addAttribute("rivals", this.bookings.rivals(proposal, draft));
		return draft;
	}

	/** Whom to add, by position: those on its shortlist first, then its best matches. */
	private Map<Position, List<Match>> choices(StaffingRequest request) {
		Map<Long, List<Shortlisted>> kept = this.shortlists.of(request.positions().stream().map(Position::id).toList())
			.stream()
			.collect(Collectors.groupingBy(Shortlisted::positionId));
		Map<Position, List<Match>> choices = new LinkedHashMap<>();
		this.matching.best(request, CHOICES).forEach((position, best) -> {
			Set<Long> here = kept.getOrDefault(position.id(), List.of())
				.stream()
				.map(Shortlisted::consultantId)
				.collect(Collectors.toSet());
			List<Match> offered = new ArrayList<>(this.matching.matches(request, position, here));
			best.stream().filter((match) -> !here.contains(match.candidate().id())).forEach(offered::add);
			choices.put(position, offered);
		});
		return choices;
	}

}
