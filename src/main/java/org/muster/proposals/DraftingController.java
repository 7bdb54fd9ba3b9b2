package org.muster.proposals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;
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

	private final SecondLook secondLook;

	private final DraftWarnings warnings;

	private final Clock clock;

	DraftingController(Drafting drafting, Proposals proposals, Requests requests, Consultants consultants,
			Matching matching, Shortlists shortlists, Bookings bookings, Sending sending, Factors factors,
			SecondLook secondLook, DraftWarnings warnings, Clock clock) {
		this.secondLook = secondLook;
		this.warnings = warnings;
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
	public String edit(@PathVariable String reference, @RequestParam(required = false) @Nullable Integer revision,
			CurrentUser user, Model model) {
		model.addAttribute("form", DraftForm.of(fill(model, reference, revision, user)));
		return "proposals/draft";
	}

	@PostMapping("/{reference}/draft")
	@Transactional
	public ModelAndView save(@PathVariable String reference, @RequestParam(required = false) @Nullable Integer revision,
			@Valid @ModelAttribute("form") DraftForm form, BindingResult binding, CurrentUser user, Model model,
			RedirectAttributes redirect) {
		ProposalRevision draft = fill(model, reference, revision, user);
		ProposalRevision.Agreed agreed = draft.agreed();
		form.check(binding, draft, LocalDate.now(this.clock));
		if (binding.hasErrors()) {
			return new ModelAndView("proposals/draft", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Drafting.Saved saved = this.drafting.save(reference, revision, form.version(), form.terms(), form.lineTerms(),
				form.days(), user);
		if (saved == Drafting.Saved.TOO_LONG) {
			binding.reject("proposals.line.long");
			return new ModelAndView("proposals/draft", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (saved == Drafting.Saved.STALE) {
			model.addAttribute("stale", draft.version());
			return new ModelAndView("proposals/draft", model.asMap(), HttpStatus.CONFLICT);
		}
		redirect.addFlashAttribute("agreedAnew", !draft.agreed().equals(agreed));
		return new ModelAndView(toDraft(reference, revision));
	}

	@PostMapping("/{reference}/lines")
	String addLine(@PathVariable String reference, @RequestParam(required = false) @Nullable Integer revision,
			@RequestParam String choice, CurrentUser user) {
		Map.Entry<Integer, Long> seat = seat(choice);
		this.drafting.addLine(reference, revision, seat.getKey(), seat.getValue(), user);
		return toDraft(reference, revision);
	}

	@ExceptionHandler
	String unpriced(NoExchangeRate unpriced, HttpServletRequest request, RedirectAttributes redirect) {
		redirect.addFlashAttribute("unpriced", unpriced);
		Map<?, ?> path = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		return toDraft(String.valueOf(path.get("reference")));
	}

	@PostMapping("/{reference}/lines/{line}/removal")
	String removeLine(@PathVariable String reference, @PathVariable int line,
			@RequestParam(required = false) @Nullable Integer revision, CurrentUser user) {
		this.drafting.removeLine(reference, revision, line, user);
		return toDraft(reference, revision);
	}

	@PostMapping("/{reference}/sending")
	String send(@PathVariable String reference, @RequestParam int revision, CurrentUser user,
			RedirectAttributes redirect) {
		List<Sending.Obstacle> obstacles = this.sending.send(reference, revision, user);
		if (!obstacles.isEmpty()) {
			redirect.addFlashAttribute("obstacles", obstacles);
			return toDraft(reference, revision);
		}
		return "redirect:/proposals/" + reference;
	}

	/** Of what somebody else wants to send; one's own stays as it is. */
	@PostMapping("/{reference}/approval")
	String approve(@PathVariable String reference, CurrentUser user) {
		this.sending.approve(reference, user);
		return toDraft(reference);
	}

	/**
	 * An alternative to a draft: a copy of it, or other people.
	 * @param members the number of the position and the consultant's reference, with a
	 * colon between; none for a copy
	 */
	@PostMapping("/{reference}/alternatives")
	String addAlternative(@PathVariable String reference, @RequestParam(required = false) @Nullable Integer revision,
			@RequestParam(name = "member", required = false) @Nullable List<String> members, CurrentUser user,
			RedirectAttributes redirect) {
		Optional<Integer> added = (members == null) ? this.drafting.copy(reference, revision, user)
				: this.drafting.team(reference, members.stream().map(this::seat).toList(), user);
		if (added.isEmpty()) {
			redirect.addFlashAttribute("full", true);
		}
		return toDraft(reference, added.orElse(revision));
	}

	@PostMapping("/{reference}/alternatives/{revision}/removal")
	String removeAlternative(@PathVariable String reference, @PathVariable int revision, CurrentUser user) {
		this.drafting.removeAlternative(reference, revision, user);
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

	/** A position and a consultant, with a colon between. */
	private Map.Entry<Integer, Long> seat(String choice) {
		String[] parts = choice.split(":", 2);
		if (parts.length != 2 || !parts[0].matches("\\d{1,4}")) {
			throw new NotFound();
		}
		return Map.entry(Integer.valueOf(parts[0]), this.consultants.idOf(parts[1]).orElseThrow(NotFound::new));
	}

	private static String toDraft(String reference) {
		return toDraft(reference, null);
	}

	private static String toDraft(String reference, @Nullable Integer revision) {
		return "redirect:/proposals/" + reference + "/draft" + ((revision != null) ? "?revision=" + revision : "");
	}

	private ProposalRevision fill(Model model, String reference, @Nullable Integer revision, CurrentUser user) {
		Proposal proposal = this.proposals.require(reference, user);
		ProposalRevision draft = proposal.requireDraft(revision);
		model.addAttribute("alternatives", Alternative.of(proposal.drafts()));
		ProposalRevision second = secondLook(proposal, draft);
		model.addAttribute("second", second);
		model.addAttribute("breaches", this.secondLook.breaches(second));
		model.addAttribute("mostAlternatives", Proposal.MOST_ALTERNATIVES);
		StaffingRequest request = this.requests.require(proposal.requestId());
		model.addAttribute("proposal", proposal);
		model.addAttribute("revision", draft);
		model.addAttribute("staffingRequest", request);
		model.addAttribute("margins", Margins.of(draft));
		model.addAttribute("warnings", this.warnings.of(draft, request));
		model.addAttribute("factors", this.factors);
		model.addAttribute("rules", HolidayRule.values());
		model.addAttribute("countries", PublicHolidays.countries().stream().sorted().toList());
		model.addAttribute("regions", PublicHolidays.regions(draft.holidays().country()));
		model.addAttribute("choices", choices(request));
		model.addAttribute("rivals", Rival.once(this.bookings.rivals(proposal, draft)));
		return draft;
	}

	/** The alternative that waits for a second look, or that which is edited. */
	private static ProposalRevision secondLook(Proposal proposal, ProposalRevision draft) {
		return proposal.drafts()
			.stream()
			.filter((one) -> one.approvalAskedName() != null)
			.min(Comparator.comparing((ProposalRevision one) -> one.approvedByName() != null))
			.orElse(draft);
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
