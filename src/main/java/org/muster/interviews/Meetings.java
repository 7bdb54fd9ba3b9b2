package org.muster.interviews;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Recipients;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.References;
import org.muster.audit.Viewer;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.forms.Formats;
import org.muster.notifications.Notice;
import org.muster.notifications.Notifications;
import org.muster.personaldata.ConsultantErased;
import org.muster.requests.Position;
import org.muster.requests.RequestEngaged;
import org.muster.requests.RequestWithdrawn;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for interviews and settles them: each act is audited, and told to the other side.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Meetings {

	private final AllInterviews interviews;

	private final Requests requests;

	private final Consultants consultants;

	private final References references;

	private final Notifications notifications;

	private final Recipients recipients;

	private final ApplicationEventPublisher events;

	private final MessageSource messages;

	private final Formats formats;

	private final Clock clock;

	Meetings(AllInterviews interviews, Requests requests, Consultants consultants, References references,
			Notifications notifications, Recipients recipients, ApplicationEventPublisher events,
			MessageSource messages, Formats formats, Clock clock) {
		this.interviews = interviews;
		this.requests = requests;
		this.consultants = consultants;
		this.references = references;
		this.notifications = notifications;
		this.recipients = recipients;
		this.events = events;
		this.messages = messages;
		this.formats = formats;
		this.clock = clock;
	}

	/** The one that somebody still waits for. */
	Optional<Interview> awaited(long positionId, long consultantId) {
		return this.interviews.findByPositionIdAndConsultantIdOrderByIdDesc(positionId, consultantId)
			.stream()
			.filter((one) -> one.isAwaited(this.clock.instant()))
			.findFirst();
	}

	/**
	 * Asks to meet a person, or finds that somebody has. What was asked before and has
	 * passed without an answer is withdrawn.
	 * @param request locked
	 * @param here the client's time zone
	 * @param starts of half hours, one to three
	 */
	public Interview ask(StaffingRequest request, Position position, Consultant consultant, String here,
			Collection<Instant> starts, @Nullable String message, CurrentUser by) {
		List<Interview> before = this.interviews.findByPositionIdAndConsultantIdOrderByIdDesc(position.id(),
				consultant.id());
		Optional<Interview> awaited = before.stream().filter((one) -> one.isAwaited(this.clock.instant())).findFirst();
		if (awaited.isPresent()) {
			return awaited.get();
		}
		before.stream()
			.filter((one) -> one.status() == InterviewStatus.ASKED)
			.forEach((one) -> one.withdraw(by.actor(), this.clock.instant()));
		Interview interview = this.interviews
			.save(new Interview(this.references.draw("IV", this.interviews::existsByReference),
					new Interview.Meeting(position.id(), consultant.id(), here, consultant.timeZone()), starts, message,
					by, this.clock.instant()));
		record(interview, request, consultant, AuditAct.INTERVIEW_ASKED, by.actor());
		tell(this.recipients.managersOf(request.organisationId()), interview, consultant, by,
				say("interviews.told.asked", request.title(),
						interview.windows()
							.stream()
							.map((start) -> this.formats.time(start, here))
							.collect(Collectors.joining("; "))));
		return interview;
	}

	/**
	 * @return whether it is confirmed now; {@code false} if somebody else has the person
	 * at that time
	 * @throws org.muster.audit.RefusedTransition if nobody waits for an answer
	 */
	public boolean confirm(Interview interview, Instant start, CurrentUser by) {
		this.consultants.lock(interview.consultantId());
		boolean taken = this.interviews.lockConfirmed(interview.consultantId(), start)
			.stream()
			.anyMatch((other) -> !other.reference().equals(interview.reference()));
		if (taken) {
			return false;
		}
		if (interview.confirm(start, by, this.clock.instant())) {
			settle(interview, AuditAct.INTERVIEW_CONFIRMED, by,
					say("interviews.told.confirmed", this.formats.time(start, interview.here())));
		}
		return true;
	}

	void refuse(Interview interview, String reason, CurrentUser by) {
		if (interview.refuse(reason, by, this.clock.instant())) {
			settle(interview, AuditAct.INTERVIEW_REFUSED, by, say("interviews.told.refused", reason));
		}
	}

	void withdraw(Interview interview, CurrentUser by) {
		if (interview.withdraw(by.actor(), this.clock.instant())) {
			settle(interview, AuditAct.INTERVIEW_WITHDRAWN, by, say("interviews.told.withdrawn"));
		}
	}

	public void score(Interview interview, Recommendation recommendation, @Nullable String verdict,
			Collection<Score> scores, CurrentUser by) {
		interview.score(recommendation, verdict, scores, by, this.clock.instant());
		settle(interview, AuditAct.INTERVIEW_SCORED, by, say("interviews.told.scored." + recommendation));
	}

	/**
	 * Interviews for a request that is withdrawn are called off with it, and both sides
	 * hear of it.
	 */
	@EventListener
	public void requestWithdrawn(RequestWithdrawn event) {
		StaffingRequest request = this.requests.require(event.requestId(), Viewer.muster());
		for (Interview interview : this.interviews.ofRequest(event.requestId())) {
			if (interview.isAwaited(this.clock.instant()) && interview.withdraw(event.by(), this.clock.instant())) {
				Set<Long> people = bothSides(interview, request);
				people.remove(event.by().id());
				calledOff(interview, request, event.by(), people, "interviews.told.request");
			}
		}
	}

	/**
	 * Interviews with people who are not among those engaged are called off, and both
	 * sides hear of it.
	 */
	@EventListener
	public void requestEngaged(RequestEngaged event) {
		StaffingRequest request = this.requests.require(event.requestId(), Viewer.muster());
		for (Interview interview : this.interviews.ofRequest(event.requestId())) {
			if (!event.consultantIds().contains(interview.consultantId()) && interview.isAwaited(this.clock.instant())
					&& interview.withdraw(event.by(), this.clock.instant())) {
				calledOff(interview, request, event.by(), bothSides(interview, request), "interviews.told.engaged");
			}
		}
	}

	private void calledOff(Interview interview, StaffingRequest request, Actor by, Set<Long> people, String why) {
		Consultant consultant = consultant(interview);
		record(interview, request, consultant, AuditAct.INTERVIEW_WITHDRAWN, by);
		this.notifications.tell(people, notice(interview, consultant, by.name(), say(why)));
	}

	/** The account managers, and whoever asked for it. */
	private Set<Long> bothSides(Interview interview, StaffingRequest request) {
		Set<Long> people = new LinkedHashSet<>(this.recipients.managersOf(request.organisationId()));
		people.add(interview.askedBy());
		return people;
	}

	/**
	 * Nothing is left of the interviews of somebody who is erased. Whoever still waits
	 * for one hears that it does not take place, without the name.
	 */
	@EventListener
	public void consultantErased(ConsultantErased event) {
		for (Interview interview : this.interviews.findByConsultantId(event.consultantId())) {
			if (interview.isAwaited(this.clock.instant())) {
				StaffingRequest request = request(interview);
				Instant start = Objects.requireNonNullElseGet(interview.startsAt(), () -> interview.windows().get(0));
				this.events.publishEvent(new Audited(Actor.MUSTER, request.organisationId(),
						AuditAct.INTERVIEW_WITHDRAWN, request.reference(), null));
				this.notifications.tell(bothSides(interview, request), new Notice(Notice.Kind.INTERVIEW,
						request.reference(), say("interviews.told.erased.person"), "/requests/" + request.reference(),
						Actor.MUSTER.name(),
						say("interviews.told.erased", request.title(), this.formats.time(start, interview.here()))));
			}
		}
	}

	private void settle(Interview interview, AuditAct act, CurrentUser by, String detail) {
		StaffingRequest request = request(interview);
		Consultant consultant = consultant(interview);
		record(interview, request, consultant, act, by.actor());
		tell(by.isClient() ? bothSides(interview, request) : List.of(interview.askedBy(), request.createdBy()),
				interview, consultant, by, detail);
	}

	private void record(Interview interview, StaffingRequest request, Consultant consultant, AuditAct act, Actor by) {
		Instant start = interview.startsAt();
		this.events.publishEvent(new Audited(by, request.organisationId(), act, request.reference(),
				consultant.name() + ((start != null) ? ", " + this.formats.time(start, "UTC") : ""))
			.naming(consultant.id()));
	}

	private void tell(Collection<Long> people, Interview interview, Consultant consultant, CurrentUser by,
			String detail) {
		this.notifications.tell(people, notice(interview, consultant, by.name(), detail), by.id());
	}

	private static Notice notice(Interview interview, Consultant consultant, String by, String detail) {
		return new Notice(Notice.Kind.INTERVIEW, interview.reference(), consultant.name(),
				"/interviews/" + interview.reference(), by, detail)
			.naming(consultant.id());
	}

	StaffingRequest request(Interview interview) {
		return this.requests.ofPosition(interview.positionId(), Viewer.muster());
	}

	Consultant consultant(Interview interview) {
		return this.consultants.findById(interview.consultantId()).orElseThrow();
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
