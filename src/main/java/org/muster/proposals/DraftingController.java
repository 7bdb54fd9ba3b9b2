package org.muster.proposals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
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

	private final Drafting drafting;

	private final AllProposals proposals;

	private final Requests requests;

	private final DraftActs acts;

	private final DraftPage page;

	private final ProposalStart starts;

	private final Discarding discarding;

	private final Negotiations negotiations;

	private final ClientClock clientClock;

	DraftingController(Drafting drafting, AllProposals proposals, Requests requests, DraftActs acts, DraftPage page,
			ProposalStart starts, Discarding discarding, Negotiations negotiations, ClientClock clientClock) {
		this.negotiations = negotiations;
		this.drafting = drafting;
		this.proposals = proposals;
		this.requests = requests;
		this.acts = acts;
		this.page = page;
		this.starts = starts;
		this.discarding = discarding;
		this.clientClock = clientClock;
	}

	/** Where a proposal is in draft or open already, it asks first. */
	@PostMapping
	String start(@RequestParam("request") String requestReference, @RequestParam String creationKey,
			@RequestParam(defaultValue = "false") boolean another, CurrentUser user) {
		if (!KEY.matcher(creationKey).matches()) {
			throw new NotFound();
		}
		String started = this.starts.start(requestReference, creationKey, another, user).proposal();
		return (started != null) ? DraftActs.toDraft(started, null)
				: "redirect:/proposals/new?request=" + requestReference;
	}

	/** Whether a second proposal is meant to compete with the first. */
	@GetMapping("/new")
	@Transactional(readOnly = true)
	public String ask(@RequestParam String request, CurrentUser user, Model model) {
		StaffingRequest asked = this.requests.require(request, user);
		model.addAttribute("staffingRequest", asked);
		model.addAttribute("others", this.starts.others(asked));
		model.addAttribute("creationKey", UUID.randomUUID().toString());
		return "proposals/another";
	}

	@GetMapping("/{reference}/draft")
	@Transactional(readOnly = true)
	public String edit(@PathVariable String reference, @RequestParam(required = false) @Nullable Integer revision,
			CurrentUser user, Model model) {
		model.addAttribute("form", DraftForm.of(this.page.fill(model, reference, revision, user)));
		model.addAttribute("takenBack", this.negotiations.takenBack(this.proposals.require(reference, user)));
		return "proposals/draft";
	}

	/** Saves what was typed, and then does what the button says. */
	@PostMapping("/{reference}/draft")
	@Transactional
	public ModelAndView save(@PathVariable String reference, @RequestParam(required = false) @Nullable Integer revision,
			@Valid @ModelAttribute("form") DraftForm form, BindingResult binding, @ModelAttribute DraftActs.Asked asked,
			CurrentUser user, Model model, RedirectAttributes redirect) {
		ProposalRevision draft = this.page.fill(model, reference, revision, user);
		if (!form.isOf(draft)) {
			return changed(form, draft, model);
		}
		Agreed agreed = Agreed.of(draft);
		form.check(binding, draft, this.clientClock.today(draft.organisationId()));
		if (asked.isReasonMissing()) {
			binding.reject("proposals.approval.refusal.missing");
		}
		if (binding.hasErrors()) {
			return unsaved(model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Proposal proposal = this.proposals.require(reference, user);
		DraftFigures seen = DraftFigures.of(proposal.round(draft));
		Drafting.Saved saved = this.drafting.save(reference, revision, draft.version(), form.terms(draft.currency()),
				form.lineTerms(draft), form.days(), user);
		if (saved == Drafting.Saved.TOO_LONG) {
			binding.reject("proposals.line.long");
			return unsaved(model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (saved == Drafting.Saved.STALE) {
			return changed(form, draft, model);
		}
		redirect.addFlashAttribute("agreedAnew", !Agreed.of(draft).equals(agreed));
		if (asked.act().equals("send")) {
			DraftFigures now = DraftFigures.of(proposal.round(draft));
			redirect.addAttribute("revision", draft.number());
			redirect.addAttribute("seen", seen.saved(now).code());
			return new ModelAndView("redirect:/proposals/" + reference + "/sending");
		}
		if (asked.act().equals("team")) {
			redirect.addAttribute("proposal", reference);
			return new ModelAndView("redirect:/requests/"
					+ this.requests.require(proposal.requestId(), user.viewer()).reference() + "/teams");
		}
		redirect.addFlashAttribute("seen", seen.code());
		return new ModelAndView(this.acts.perform(asked, proposal, draft, user, redirect));
	}

	/** Somebody else was quicker: what was typed stands on what they have made of it. */
	private ModelAndView changed(DraftForm form, ProposalRevision draft, Model model) {
		model.addAttribute("stale", draft.version());
		model.addAttribute("gone", this.acts.named(form.gone(draft)));
		model.addAttribute("added", form.added(draft).stream().map(ProposalLine::consultantName).toList());
		DraftForm on = form.on(draft);
		model.addAttribute("form", on);
		// What was found wrong was found line by line in the form as it was.
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(on, "form"));
		return unsaved(model, HttpStatus.CONFLICT);
	}

	/** The figures are those of what was saved last, and not of what was typed. */
	private static ModelAndView unsaved(Model model, HttpStatus status) {
		model.addAttribute("unsaved", true);
		return new ModelAndView("proposals/draft", model.asMap(), status);
	}

	/** Throws the draft away; what was sent before stays. */
	@PostMapping("/{reference}/draft/removal")
	String discard(@PathVariable String reference, @RequestParam(required = false) @Nullable String seen,
			CurrentUser user, RedirectAttributes redirect) {
		Long answered = this.proposals.requestOf(reference, user.viewer()).orElse(null);
		if (answered == null) {
			// A second click: the first has thrown all of it away.
			return "redirect:/requests/" + this.discarding.discarded(reference, user).orElseThrow(NotFound::new);
		}
		String request = this.requests.require(answered, user.viewer()).reference();
		return switch (this.discarding.discard(reference, seen, user)) {
			case ALL -> "redirect:/requests/" + request;
			case REVISION -> "redirect:/proposals/" + reference;
			case CHANGED -> {
				redirect.addFlashAttribute("discardStale", true);
				yield DraftActs.toDraft(reference, null);
			}
		};
	}

	@PostMapping("/{reference}/lines")
	String addLine(@PathVariable String reference, @RequestParam(required = false) @Nullable Integer revision,
			@RequestParam String choice, CurrentUser user) {
		Map.Entry<Integer, Long> seat = this.acts.seat(choice);
		this.drafting.addLine(reference, revision, seat.getKey(), seat.getValue(), user);
		return DraftActs.toDraft(reference, revision);
	}

	@ExceptionHandler
	String unpriced(NoExchangeRate unpriced, HttpServletRequest request, RedirectAttributes redirect) {
		redirect.addFlashAttribute("unpriced", unpriced);
		Map<?, ?> path = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		return DraftActs.toDraft(String.valueOf(path.get("reference")), null);
	}

	@PostMapping("/{reference}/lines/{line}/removal")
	String removeLine(@PathVariable String reference, @PathVariable int line,
			@RequestParam(required = false) @Nullable Integer revision, CurrentUser user) {
		this.drafting.removeLine(reference, revision, line, user);
		return DraftActs.toDraft(reference, revision);
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
				: this.drafting.team(reference, this.acts.seats(members), user);
		if (added.isEmpty()) {
			redirect.addFlashAttribute("full", true);
		}
		return DraftActs.toDraft(reference, added.orElse(revision));
	}

	@PostMapping("/{reference}/alternatives/{revision}/removal")
	String removeAlternative(@PathVariable String reference, @PathVariable int revision, CurrentUser user) {
		this.drafting.removeAlternative(reference, revision, user);
		return DraftActs.toDraft(reference, null);
	}

	@PostMapping("/{reference}/revisions")
	String revise(@PathVariable String reference, CurrentUser user) {
		this.drafting.revise(reference, user);
		return DraftActs.toDraft(reference, null);
	}

}
