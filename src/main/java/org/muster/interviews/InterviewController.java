package org.muster.interviews;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.ManagerFilter;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisations;
import org.muster.forms.Inputs;
import org.muster.requests.Position;
import org.muster.requests.StaffingRequest;

import org.springframework.data.domain.Sort;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** Interviews, for both sides: which there are, and what becomes of each. */
@Controller
@RequestMapping("/interviews")
class InterviewController {

	private static final int LONGEST_REASON = 1000;

	private final AllInterviews interviews;

	private final Meetings meetings;

	private final FeedbackOfInterviews findings;

	private final Organisations organisations;

	private final CalendarFile calendar;

	private final ManagerFilter managers;

	private final Clock clock;

	InterviewController(AllInterviews interviews, Meetings meetings, FeedbackOfInterviews findings,
			Organisations organisations, CalendarFile calendar, ManagerFilter managers, Clock clock) {
		this.managers = managers;
		this.interviews = interviews;
		this.meetings = meetings;
		this.findings = findings;
		this.organisations = organisations;
		this.calendar = calendar;
		this.clock = clock;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public String list(@RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) @Nullable InterviewStatus status,
			@RequestParam(defaultValue = "") String manager, @RequestParam(defaultValue = "0") int page,
			CurrentUser user, Model model) {
		Set<InterviewStatus> statuses = (status != null) ? EnumSet.of(status) : EnumSet.allOf(InterviewStatus.class);
		ManagedBy managed = this.managers.show(manager, user, model);
		String text = Inputs.text(q).toLowerCase(Locale.ROOT);
		model.addAttribute("page", Inputs.page(page, Sort.by(Sort.Direction.DESC, "statusAt", "id"),
				(at) -> this.interviews.search(user.viewer(), managed, statuses, text, at)));
		model.addAttribute("q", Inputs.text(q));
		model.addAttribute("status", status);
		model.addAttribute("statuses", Arrays.asList(InterviewStatus.values()));
		model.addAttribute("now", this.clock.instant());
		return "interviews/list";
	}

	@GetMapping("/{reference}")
	@Transactional(readOnly = true)
	public String show(@PathVariable String reference, CurrentUser user, Model model) {
		return page(this.interviews.require(reference, user), model);
	}

	/** An entry for the calendars of both sides (RFC 5545). */
	@GetMapping("/{reference}.ics")
	@Transactional(readOnly = true)
	public ResponseEntity<byte[]> calendar(@PathVariable String reference, CurrentUser user) {
		Interview interview = this.interviews.require(reference, user);
		Instant start = interview.startsAt();
		if (start == null) {
			throw new NotFound();
		}
		StaffingRequest request = this.meetings.request(interview);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(reference + ".ics").build().toString())
			.body(this.calendar
				.write(interview, start, this.meetings.consultant(interview), request, position(interview, request))
				.getBytes(StandardCharsets.UTF_8));
	}

	/** The account manager has asked the person, who comes. */
	@PostMapping("/{reference}/confirmation")
	@PreAuthorize("hasAnyRole('ACCOUNT_MANAGER', 'ADMINISTRATOR')")
	@Transactional
	public ModelAndView confirm(@PathVariable String reference, @RequestParam(defaultValue = "") String start,
			CurrentUser user, Model model) {
		Interview interview = this.interviews.requireLocked(reference, user);
		Instant chosen = instant(start);
		Instant now = this.clock.instant();
		if (chosen == null || (interview.status() == InterviewStatus.ASKED && !interview.ahead(now).contains(chosen))) {
			return refused(interview, "interviews.confirm.choose", model);
		}
		return this.meetings.confirm(interview, chosen, user) ? done(reference)
				: refused(interview, "interviews.confirm.taken", model);
	}

	@PostMapping("/{reference}/refusal")
	@PreAuthorize("hasAnyRole('ACCOUNT_MANAGER', 'ADMINISTRATOR')")
	@Transactional
	public ModelAndView refuse(@PathVariable String reference, @RequestParam(defaultValue = "") String reason,
			CurrentUser user, Model model) {
		Interview interview = this.interviews.requireLocked(reference, user);
		String said = Inputs.text(reason);
		if (said.isEmpty() || said.length() > LONGEST_REASON) {
			model.addAttribute("reason", reason);
			return refused(interview, said.isEmpty() ? "interviews.refuse.why" : "interviews.refuse.long", model);
		}
		this.meetings.refuse(interview, said, user);
		return done(reference);
	}

	@PostMapping("/{reference}/withdrawal")
	@PreAuthorize("hasAnyRole('MEMBER', 'APPROVER')")
	@Transactional
	public ModelAndView withdraw(@PathVariable String reference, CurrentUser user) {
		this.meetings.withdraw(this.interviews.requireLocked(reference, user), user);
		return done(reference);
	}

	private ModelAndView refused(Interview interview, String problem, Model model) {
		model.addAttribute("problem", problem);
		return new ModelAndView(page(interview.whole(), model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static ModelAndView done(String reference) {
		return new ModelAndView("redirect:/interviews/" + reference);
	}

	private String page(Interview interview, Model model) {
		StaffingRequest request = this.meetings.request(interview);
		Instant now = this.clock.instant();
		model.addAttribute("interview", interview);
		model.addAttribute("impression", this.findings.feedback(interview));
		model.addAttribute("staffingRequest", request);
		model.addAttribute("position", position(interview, request));
		model.addAttribute("consultant", this.meetings.consultant(interview).person());
		model.addAttribute("organisation", this.organisations.findById(interview.organisationId()).orElseThrow());
		model.addAttribute("ahead", interview.ahead(now));
		Instant start = interview.startsAt();
		List<Instant> starts = (start != null) ? List.of(start) : interview.ahead(now);
		model.addAttribute("atOnce", (interview.isAwaited(now))
				? this.interviews.atOnce(interview.organisationId(), starts, interview.reference()) : List.of());
		model.addAttribute("held", interview.isHeld(now));
		model.addAttribute("askable", request.isUnderWay() && !interview.isAwaited(now));
		return "interviews/show";
	}

	static Position position(Interview interview, StaffingRequest request) {
		return request.positions()
			.stream()
			.filter((one) -> one.id() == interview.positionId())
			.findFirst()
			.orElseThrow(NotFound::new);
	}

	private static @Nullable Instant instant(String text) {
		try {
			return Instant.parse(text.strip());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
