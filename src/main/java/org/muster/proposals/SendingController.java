package org.muster.proposals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.forms.Inputs;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Sending a draft: a page that says what goes to whom, the act, and internal approval.
 */
@Controller
@RequestMapping("/proposals/{reference}")
@PreAuthorize("hasAnyRole('ACCOUNT_MANAGER', 'ADMINISTRATOR')")
class SendingController {

	private final Sending sending;

	private final SendPreview preview;

	private final InternalApproval approval;

	private final Proposals proposals;

	private final Requests requests;

	private final OfferAccess access;

	private final FigureChanges figures;

	private final DraftWarnings warnings;

	private final Negotiations negotiations;

	private final ProposalPage page;

	private final Coverage coverage;

	private final SentNotices notices;

	private final ClientClock clientClock;

	SendingController(Sending sending, SendPreview preview, InternalApproval approval, Proposals proposals,
			Requests requests, OfferAccess access, FigureChanges figures, DraftWarnings warnings,
			Negotiations negotiations, ProposalPage page, Coverage coverage, SentNotices notices,
			ClientClock clientClock) {
		this.clientClock = clientClock;
		this.negotiations = negotiations;
		this.notices = notices;
		this.coverage = coverage;
		this.warnings = warnings;
		this.sending = sending;
		this.preview = preview;
		this.approval = approval;
		this.proposals = proposals;
		this.requests = requests;
		this.access = access;
		this.figures = figures;
		this.page = page;
	}

	/**
	 * What is sent to whom, counted as sending counts it.
	 * @param seen the code of the figures that the sender has seen before, if there are
	 * some
	 */
	@GetMapping("/sending")
	@Transactional(readOnly = true)
	public String confirm(@PathVariable String reference, @RequestParam(required = false) @Nullable Integer revision,
			@RequestParam(required = false) @Nullable String seen, CurrentUser user, Model model,
			RedirectAttributes redirect) {
		List<ProposalRevision> drafts = this.proposals.require(reference, user).drafts();
		boolean resumed = model.containsAttribute("resumed");
		if (drafts.isEmpty()
				|| (resumed && drafts.stream().noneMatch((one) -> Objects.equals(one.number(), revision)))) {
			// Back from the page of what was sent, or sent by a colleague meanwhile.
			List.of("resumed", "resumedTyped")
				.forEach((name) -> redirect.addFlashAttribute(name, model.getAttribute(name)));
			return "redirect:/proposals/" + reference;
		}
		SendPreview.Preview preview = this.preview.of(reference, revision, user);
		DraftFigures before = DraftFigures.read(seen).orElse(preview.saved());
		model.addAttribute("proposal", preview.proposal());
		model.addAttribute("revision", preview.draft());
		model.addAttribute("round", preview.round());
		model.addAttribute("endsIn", this.clientClock.zone(preview.proposal().organisationId()));
		StaffingRequest request = this.requests.require(preview.proposal().requestId(), user.viewer());
		model.addAttribute("staffingRequest", request);
		model.addAttribute("warnings",
				preview.round().stream().flatMap((one) -> this.warnings.of(one, request).stream()).distinct().toList());
		Map<Integer, Coverage.Changed> changed = new HashMap<>();
		preview.round()
			.forEach((one) -> this.coverage.of(preview.proposal(), one, request)
				.ifPresent((found) -> changed.put(one.number(), found)));
		model.addAttribute("changed", changed);
		Map<Integer, Margins.Row> margins = new HashMap<>();
		preview.round().forEach((one) -> {
			Margins.Row total = Margins.total(one);
			if (total != null) {
				margins.put(one.number(), total);
			}
		});
		model.addAttribute("margins", margins);
		model.addAttribute("blocking", preview.obstacles());
		model.addAttribute("approval", preview.approval());
		model.addAttribute("answered", preview.answered());
		model.addAttribute("takenBack", this.negotiations.takenBack(preview.proposal()));
		model.addAttribute("recipients", this.notices.names(preview.proposal(), request, preview.answered(), user));
		model.addAttribute("approvers", this.access.approvers(preview.proposal()));
		model.addAttribute("recounted", this.figures.between(before, preview.counted(), preview.draft().currency()));
		model.addAttribute("otherwise", !before.isSame(preview.counted()));
		model.addAttribute("code", preview.counted().code());
		return "proposals/sending";
	}

	@PostMapping("/sending")
	String send(@PathVariable String reference, @RequestParam int revision,
			@RequestParam(required = false) @Nullable String seen,
			@RequestParam(required = false) @Nullable String reason, CurrentUser user, RedirectAttributes redirect) {
		String why = Inputs.textOrNull(reason);
		if (why != null && why.length() > Approval.LONGEST_REASON) {
			redirect.addFlashAttribute("wrongReason", true);
			return again(reference, revision, seen, reason, redirect);
		}
		List<Sending.Obstacle> obstacles = this.sending.send(reference, revision, seen, why, user);
		if (obstacles.stream().anyMatch((one) -> one.reason() == Sending.Obstacle.Reason.CHANGED)) {
			return again(reference, revision, seen, reason, redirect);
		}
		if (!obstacles.isEmpty()) {
			redirect.addFlashAttribute("obstacles", obstacles);
			boolean asked = obstacles.stream().anyMatch((one) -> one.reason() == Sending.Obstacle.Reason.SECOND_LOOK);
			redirect.addFlashAttribute("unsent", asked ? List.of() : Stream.ofNullable(why).toList());
			return DraftActs.toDraft(reference, revision);
		}
		return "redirect:/proposals/" + reference;
	}

	private static String again(String reference, int revision, @Nullable String seen, @Nullable String reason,
			RedirectAttributes redirect) {
		redirect.addAttribute("revision", revision);
		redirect.addFlashAttribute("typedReason", reason);
		if (DraftFigures.read(seen).isPresent()) {
			redirect.addAttribute("seen", seen);
		}
		return "redirect:/proposals/" + reference + "/sending";
	}

	/** Of what somebody else wants to send; one's own stays as it is. */
	@PostMapping("/approval")
	String approve(@PathVariable String reference, @RequestParam(required = false) @Nullable String seen,
			CurrentUser user, RedirectAttributes redirect) {
		DraftActs.settled(this.approval.approve(reference, seen, user), null, redirect);
		return DraftActs.toDraft(reference, null);
	}

	/** Without a reason nothing is refused. */
	@PostMapping("/approval/refusal")
	@Transactional
	public ModelAndView refuse(@PathVariable String reference, @RequestParam(defaultValue = "") String why,
			@RequestParam(required = false) @Nullable String seen, CurrentUser user, Model model,
			RedirectAttributes redirect) {
		String typed = Inputs.text(why);
		if (typed.isEmpty() || typed.length() > Approval.LONGEST_REASON) {
			model.addAttribute("problem", "proposals.approval.refusal.missing");
			model.addAttribute("typedWhy", why);
			this.page.show(model, reference, null, user);
			return new ModelAndView("proposals/show", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		DraftActs.settled(this.approval.refuse(reference, typed, seen, user), typed, redirect);
		return new ModelAndView(DraftActs.toDraft(reference, null));
	}

}
