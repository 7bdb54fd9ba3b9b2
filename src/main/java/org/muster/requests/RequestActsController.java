package org.muster.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.accounts.Recipients;
import org.muster.audit.ActWords;
import org.muster.audit.AuditTrail;

import org.muster.forms.Inputs;
import org.muster.notifications.Notice;
import org.muster.notifications.Notice.Kind;
import org.muster.notifications.Notifications;
import org.muster.skills.UnansweredWords;

import org.springframework.context.ApplicationEventPublisher;
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

	private final AuditTrail audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final UnansweredWords words;

	private final Notifications notifications;

	private final Recipients recipients;

	private final Organisations organisations;

	private final Guidance guidance;

	RequestActsController(AllRequests requests, RequestDrafts drafts, AuditTrail audit, Clock clock,
			ApplicationEventPublisher events, UnansweredWords words, Notifications notifications, Recipients recipients,
			Organisations organisations, Guidance guidance) {
		this.guidance = guidance;
		this.organisations = organisations;
		this.notifications = notifications;
		this.recipients = recipients;
		this.words = words;
		this.drafts = drafts;
		this.requests = requests;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	@PostMapping("/submission")
	@Transactional
	public String submit(@PathVariable String reference, @RequestParam(defaultValue = "false") boolean anyway,
			CurrentUser user, RedirectAttributes redirect) {
		StaffingRequest request = this.requests.requireLocked(reference, user).requireWriter(user);
		if (request.status() == RequestStatus.DRAFT && !request.missing().isEmpty()) {
			return "redirect:/requests/" + reference + "/" + request.missing().get(0).name().toLowerCase(Locale.ROOT);
		}
		if (request.status() == RequestStatus.DRAFT && this.guidance.isWithoutWork(request)) {
			redirect.addFlashAttribute("problem", "requests.schedule.end.none");
			return "redirect:/requests/" + reference + "/schedule";
		}
		if (request.status() == RequestStatus.DRAFT && !anyway && this.guidance.isUnanswerable(request)) {
			return "redirect:/requests/" + reference + "/review";
		}
		if (request.status() == RequestStatus.DRAFT && !user.isApprover()
				&& this.organisations.findById(request.organisationId()).orElseThrow().isApprovalRequired()) {
			return askApproval(request, user);
		}
		boolean now = request.submit(user, this.clock.instant());
		if (now) {
			this.words.note(request.words());
			Set<Long> told = new LinkedHashSet<>(this.recipients.managersOf(request.organisationId()));
			if (request.isOnBehalf()) {
				told.addAll(this.recipients.approversOf(request.organisationId()));
			}
			this.notifications.tell(told,
					new Notice(Kind.SUBMITTED, reference, request.title(), "/requests/" + reference, user.name(), null),
					user.id());
		}
		return done(request, "request.submitted", user, now);
	}

	/** Discards a draft, with all that was said about it. */
	@PostMapping("/removal")
	@Transactional
	public String remove(@PathVariable String reference, CurrentUser user) {
		if (!this.requests.existsByReference(reference)
				&& this.audit.endOf(List.of(reference), List.of("request.discarded"), user.viewer()).isPresent()) {
			// A second click.
			return "redirect:/requests";
		}
		StaffingRequest request = this.requests.requireLocked(reference, user).requireWriter(user).requireDraft();
		this.events.publishEvent(new RequestDiscarded(request.id()));
		this.requests.delete(request);
		this.audit.record(user.actor(), request.organisationId(), "request.discarded", reference, request.title());
		this.notifications.tell(List.of(request.createdBy()),
				new Notice(Kind.REQUEST_DISCARDED, reference, request.title(), "/requests", user.name(), null),
				user.id());
		return "redirect:/requests";
	}

	private String askApproval(StaffingRequest request, CurrentUser user) {
		if (request.askApproval(user, this.clock.instant())) {
			this.audit.record(user.actor(), request.organisationId(), "request.approval.asked", request.reference(),
					request.title());
			this.notifications.tell(this.recipients.approversOf(request.organisationId()),
					new Notice(Kind.APPROVAL, request.reference(), request.title(),
							"/requests/" + request.reference() + "/review", user.name(), null),
					user.id());
		}
		return "redirect:/requests/" + request.reference();
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
		Goal before = request.goals().get(kind);
		if (request.judge(kind, outcome, said.isEmpty() ? null : said, seen, user, this.clock.instant())) {
			if (before != null && before.outcome() != null) {
				this.audit.record(user.actor(), request.organisationId(), "request.goal.replaced", reference,
						kind + ": " + before.outcome() + ActWords.BEFORE_NOTE + before.found());
			}
			this.audit.record(user.actor(), request.organisationId(), "request.goal.judged", reference,
					kind + ": " + outcome);
		}
		return "redirect:/requests/" + reference + "#goals";
	}

	@PostMapping("/withdrawal")
	@Transactional
	public String withdraw(@PathVariable String reference, CurrentUser user) {
		StaffingRequest request = this.requests.requireLocked(reference, user).requireWriter(user);
		boolean underWay = request.isUnderWay();
		boolean now = request.withdraw(user, this.clock.instant());
		if (now) {
			this.events.publishEvent(new RequestWithdrawn(request.id(), user.actor()));
		}
		if (now && underWay) {
			tellWithdrawn(request, user);
		}
		return done(request, "request.withdrawn", user, now);
	}

	/** Who wrote it, and the other side. */
	private void tellWithdrawn(StaffingRequest request, CurrentUser user) {
		Set<Long> told = new LinkedHashSet<>(user.isClient() ? this.recipients.managersOf(request.organisationId())
				: this.recipients.approversOf(request.organisationId()));
		told.add(request.createdBy());
		this.notifications.tell(told, new Notice(Kind.REQUEST_WITHDRAWN, request.reference(), request.title(),
				"/requests/" + request.reference(), user.name(), null), user.id());
	}

	@PostMapping("/closure")
	@PreAuthorize("hasAnyRole('ACCOUNT_MANAGER', 'ADMINISTRATOR')")
	@Transactional
	public String close(@PathVariable String reference, CurrentUser user) {
		StaffingRequest request = this.requests.requireLocked(reference, user);
		return done(request, "request.closed", user, request.close(user, this.clock.instant()));
	}

	private String done(StaffingRequest request, String act, CurrentUser user, boolean now) {
		if (now) {
			this.audit.record(user.actor(), request.organisationId(), act, request.reference(), request.title());
		}
		return "redirect:/requests/" + request.reference();
	}

}
