package org.muster.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.audit.AuditAct;
import org.muster.audit.AuditTrail;
import org.muster.forms.Inputs;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What happens to a request as a whole. A second click finds the act done and is led to
 * the same page.
 */
@Controller
@RequestMapping("/requests/{reference}")
class RequestActsController {

	/** In characters. */
	private static final int LONGEST_NOTE = 1000;

	private final AllRequests requests;

	private final RequestDrafts drafts;

	private final Submission submission;

	private final RequestNotices notices;

	private final Organisations organisations;

	private final AuditTrail audit;

	private final Clock clock;

	RequestActsController(AllRequests requests, RequestDrafts drafts, Submission submission, RequestNotices notices,
			Organisations organisations, AuditTrail audit, Clock clock) {
		this.requests = requests;
		this.drafts = drafts;
		this.submission = submission;
		this.notices = notices;
		this.organisations = organisations;
		this.audit = audit;
		this.clock = clock;
	}

	@PostMapping("/submission")
	@Transactional
	public String submit(@PathVariable String reference, @RequestParam(defaultValue = "false") boolean anyway,
			CurrentUser user, RedirectAttributes redirect) {
		StaffingRequest request = this.requests.requireLocked(reference, user).requireWriter(user);
		return this.submission.submit(request, anyway, user).map((obstacle) -> {
			if (obstacle.problem() != null) {
				redirect.addFlashAttribute("problem", obstacle.problem());
			}
			return page(reference) + "/" + obstacle.step();
		}).orElse(page(reference));
	}

	/** Discards a draft, with all that was said about it. */
	@PostMapping("/removal")
	@Transactional
	public String remove(@PathVariable String reference, CurrentUser user) {
		if (!this.requests.existsByReference(reference)
				&& this.audit.endOf(List.of(reference), List.of(AuditAct.REQUEST_DISCARDED), user.viewer())
					.isPresent()) {
			// A second click.
			return "redirect:/requests";
		}
		StaffingRequest request = this.requests.requireLocked(reference, user).requireWriter(user);
		request.discard(user);
		// What others keep of it goes first.
		this.requests.save(request);
		this.requests.delete(request);
		this.notices.discarded(request, user);
		return "redirect:/requests";
	}

	/** A draft that asks for the same, with what cannot be the same left open. */
	@PostMapping("/copies")
	@Transactional
	public String copy(@PathVariable String reference, @RequestParam String creationKey, CurrentUser user) {
		StaffingRequest original = this.requests.require(reference, user);
		if (!creationKey.matches(RequestDrafts.KEY)) {
			return "redirect:/requests/" + reference;
		}
		Organisation client = this.organisations.findById(original.organisationId()).orElseThrow(NotFound::new);
		StaffingRequest copy = this.drafts.begin(client, original.title(), Map.of(), creationKey, user,
				(begun) -> begun.fillFrom(original, LocalDate.now(this.clock), user, this.clock.instant()));
		return "redirect:/requests/" + copy.reference() + "/goals";
	}

	/**
	 * Records the outcome of a goal; a note that is too long is shown again, to be
	 * shortened.
	 */
	@PostMapping("/goals/{kind}/outcome")
	@PreAuthorize("hasAnyRole('MEMBER', 'APPROVER')")
	@Transactional
	public String judge(@PathVariable String reference, @PathVariable GoalKind kind, @RequestParam Goal.Outcome outcome,
			@RequestParam(defaultValue = "") String note, @RequestParam(defaultValue = "") String seen,
			CurrentUser user, RedirectAttributes redirect) {
		StaffingRequest request = this.requests.requireLocked(reference, user);
		String said = Inputs.text(note);
		if (said.length() > LONGEST_NOTE) {
			redirect.addFlashAttribute("wrongGoal", kind);
			redirect.addFlashAttribute("typedOutcome", outcome);
			redirect.addFlashAttribute("typedNote", note);
			return "redirect:/requests/" + reference + "#goals";
		}
		if (request.judge(kind, outcome, said.isEmpty() ? null : said, seen, user, this.clock.instant())) {
			this.requests.save(request);
		}
		return "redirect:/requests/" + reference + "#goals";
	}

	@PostMapping("/withdrawal")
	@Transactional
	public String withdraw(@PathVariable String reference, CurrentUser user) {
		StaffingRequest request = this.requests.requireLocked(reference, user).requireWriter(user);
		boolean underWay = request.isUnderWay();
		if (request.withdraw(user, this.clock.instant())) {
			this.requests.save(request);
			if (underWay) {
				this.notices.withdrawn(request, user);
			}
		}
		return page(reference);
	}

	@PostMapping("/closure")
	@PreAuthorize("hasAnyRole('ACCOUNT_MANAGER', 'ADMINISTRATOR')")
	@Transactional
	public String close(@PathVariable String reference, CurrentUser user) {
		StaffingRequest request = this.requests.requireLocked(reference, user);
		if (request.close(user, this.clock.instant())) {
			this.requests.save(request);
		}
		return page(reference);
	}

	private static String page(String reference) {
		return "redirect:/requests/" + reference;
	}

}
