package org.muster.requests;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.ActWords;
import org.muster.audit.Actor;
import org.muster.audit.AggregateRoot;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.RefusedTransition;
import org.muster.calendar.DayCount;
import org.muster.forms.SearchText;
import org.muster.money.AmountConverter;

import org.springframework.security.access.AccessDeniedException;

/** What an organisation asks for: its goals, positions, dates and budget. */
@Entity
public class StaffingRequest extends AggregateRoot {

	/** The most positions that one request takes. */
	public static final int MOST_POSITIONS = 20;

	/** The most skills that one position asks for. */
	public static final int MOST_SKILLS = 40;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String reference;

	private long organisationId;

	private String title;

	@Enumerated(EnumType.STRING)
	private RequestStatus status = RequestStatus.DRAFT;

	private @Nullable LocalDate earliestStart;

	private @Nullable LocalDate latestStart;

	private @Nullable LocalDate endsOn;

	@Column(name = "half_days")
	private @Nullable DayCount days;

	@Column(name = "weekly_half_days")
	private @Nullable DayCount daysPerWeek;

	private String currency;

	@Convert(converter = AmountConverter.class)
	private @Nullable BigDecimal rateCap;

	@Convert(converter = AmountConverter.class)
	private @Nullable BigDecimal budget;

	private String creationKey;

	private long createdBy;

	/** Whether one of the consultancy's people entered it for the client. */
	private boolean onBehalf;

	private String createdByName;

	private Instant createdAt;

	private String changedByName;

	private Instant changedAt;

	private String statusByName;

	private @Nullable Long statusById;

	private Instant statusAt;

	private @Nullable String approvalAskedBy;

	private @Nullable Instant approvalAskedAt;

	@ElementCollection
	@CollectionTable(name = "request_goal", joinColumns = @JoinColumn(name = "request_id"))
	@MapKeyColumn(name = "kind")
	@MapKeyEnumerated(EnumType.STRING)
	private Map<GoalKind, Goal> goals = new HashMap<>();

	@OneToMany(mappedBy = "request", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("number")
	private List<Position> positions = new ArrayList<>();

	/** The title as searches compare it. */
	private @Nullable String searchTitle;

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected StaffingRequest() {
	}

	@PrePersist
	@PreUpdate
	void keepSearchable() {
		this.searchTitle = SearchText.column(1000, this.title);
	}

	/**
	 * A draft of a member's own organisation.
	 * @param currency ISO 4217, of rate cap and budget
	 * @param creationKey drawn once a form, so that a form sent twice makes one request
	 */
	public StaffingRequest(String reference, String currency, String creationKey, CurrentUser by, Instant now) {
		this(reference, by.organisation(), currency, creationKey, by, now);
	}

	/**
	 * A draft for an organisation: by one of its members, or on its behalf by an account
	 * manager.
	 */
	StaffingRequest(String reference, long organisationId, String currency, String creationKey, CurrentUser by,
			Instant now) {
		this.reference = reference;
		this.organisationId = organisationId;
		this.onBehalf = !by.isClient();
		this.title = "";
		this.currency = currency;
		this.creationKey = creationKey;
		this.createdBy = by.id();
		this.createdByName = by.name();
		this.createdAt = now;
		this.changedByName = by.name();
		this.changedAt = now;
		this.statusByName = by.name();
		this.statusById = by.id();
		this.statusAt = now;
	}

	/**
	 * The first step: what it is called, and why it is asked.
	 */
	public void describe(String title, Map<GoalKind, Goal> goals, CurrentUser by, Instant now) {
		edit(by, now);
		this.title = title;
		this.goals.clear();
		this.goals.putAll(goals);
	}

	/**
	 * @throws IllegalStateException if the request has as many positions as it takes
	 */
	public Position addPosition(Position.Details details, CurrentUser by, Instant now) {
		edit(by, now);
		if (this.positions.size() >= MOST_POSITIONS) {
			throw new IllegalStateException("A request takes " + MOST_POSITIONS + " positions");
		}
		int number = this.positions.stream().mapToInt(Position::number).max().orElse(0) + 1;
		Position position = new Position(this, number, details);
		this.positions.add(position);
		edited(AuditAct.REQUEST_POSITION_ADDED, details, by);
		return position;
	}

	public void changePosition(int number, Position.Details details, CurrentUser by, Instant now) {
		edit(by, now);
		requirePosition(number).change(details);
		edited(AuditAct.REQUEST_POSITION_CHANGED, details, by);
	}

	/**
	 * Only of a draft: afterwards others may be working on it.
	 * @throws RefusedTransition if it is no draft any more
	 */
	public void removePosition(int number, CurrentUser by, Instant now) {
		requireDraft();
		edit(by, now);
		Position position = requirePosition(number);
		this.positions.remove(position);
		edited(AuditAct.REQUEST_POSITION_REMOVED, position.details(), by);
	}

	public void schedule(Schedule schedule, CurrentUser by, Instant now) {
		write(new ScheduleDraft(schedule.earliestStart(), schedule.latestStart(), schedule.end(), schedule.days(),
				schedule.daysPerWeek()), by, now);
	}

	/**
	 * Keeps what is known of the dates in a draft.
	 * @throws RefusedTransition if it is no draft any more
	 * @throws IllegalArgumentException if the parts contradict each other
	 */
	public void schedule(ScheduleDraft schedule, CurrentUser by, Instant now) {
		requireDraft();
		schedule.complete();
		write(schedule, by, now);
	}

	private void write(ScheduleDraft schedule, CurrentUser by, Instant now) {
		edit(by, now);
		this.earliestStart = schedule.earliestStart();
		this.latestStart = schedule.latestStart();
		this.endsOn = schedule.end();
		this.days = schedule.days();
		this.daysPerWeek = schedule.daysPerWeek();
	}

	/**
	 * @param rateCap the most that a day may cost, or {@code null} for no cap
	 * @param budget the most that all may cost, or {@code null} for none named
	 */
	public void budget(@Nullable BigDecimal rateCap, @Nullable BigDecimal budget, CurrentUser by, Instant now) {
		edit(by, now);
		this.rateCap = rateCap;
		this.budget = budget;
	}

	/**
	 * Asks for what another request asks for. Its dates are taken only where they are
	 * still to come, and reviews of goals where they are.
	 */
	void fillFrom(StaffingRequest other, LocalDate today, CurrentUser by, Instant now) {
		Map<GoalKind, Goal> asked = new EnumMap<>(GoalKind.class);
		other.goals.forEach((kind, goal) -> {
			LocalDate on = goal.reviewOn();
			asked.put(kind, Goal.of(goal.measure(), (on != null && on.isBefore(today)) ? null : on, goal.reviewedBy()));
		});
		describe(other.title, asked, by, now);
		other.positions.forEach((position) -> addPosition(position.details(), by, now));
		other.schedule()
			.filter((one) -> !one.latestStart().isBefore(today))
			.ifPresentOrElse((one) -> schedule(one, by, now),
					() -> schedule(new ScheduleDraft(null, null, null, other.days, other.daysPerWeek), by, now));
		if (other.currency.equals(this.currency)) {
			budget(other.rateCap, other.budget, by, now);
		}
	}

	private void edit(CurrentUser by, Instant now) {
		requireOpen();
		this.changedByName = by.name();
		this.changedAt = now;
	}

	/**
	 * Whether a person may write it: the client's people, and the consultancy's where one
	 * of them entered it.
	 */
	public boolean isWrittenBy(CurrentUser user) {
		return user.isClient() ? user.organisation() == this.organisationId : this.onBehalf;
	}

	/**
	 * @return itself
	 * @throws AccessDeniedException if the person may only read it
	 */
	public StaffingRequest requireWriter(CurrentUser user) {
		if (!isWrittenBy(user)) {
			throw new AccessDeniedException("Only the client writes " + this.reference);
		}
		return this;
	}

	/**
	 * @return itself
	 * @throws RefusedTransition if it is no draft any more
	 */
	public StaffingRequest requireDraft() {
		if (this.status != RequestStatus.DRAFT) {
			throw refused();
		}
		return this;
	}

	/**
	 * @return itself
	 * @throws RefusedTransition if it is engaged, closed or withdrawn
	 */
	public StaffingRequest requireOpen() {
		if (!this.status.isOpen()) {
			throw refused();
		}
		return this;
	}

	/**
	 * Whether somebody works on it: it is submitted, and nobody is engaged yet.
	 */
	public boolean isUnderWay() {
		return this.status.isOpen() && this.status != RequestStatus.DRAFT;
	}

	/**
	 * @return itself
	 * @throws RefusedTransition if it is a draft, engaged, closed or withdrawn
	 */
	public StaffingRequest requireUnderWay() {
		if (!isUnderWay()) {
			throw refused();
		}
		return this;
	}

	/** A part of the request that has to be filled in before it can be submitted. */
	public enum Step {

		GOALS, POSITIONS, SCHEDULE

	}

	/** What is still missing. */
	public List<Step> missing() {
		List<Step> missing = new ArrayList<>();
		if (this.goals.isEmpty() || this.title.isBlank()) {
			missing.add(Step.GOALS);
		}
		if (this.positions.isEmpty()) {
			missing.add(Step.POSITIONS);
		}
		if (schedule().isEmpty()) {
			missing.add(Step.SCHEDULE);
		}
		return missing;
	}

	/**
	 * @return whether it was submitted now; {@code false} if the same person had done so
	 * already, as by a double click
	 * @throws RefusedTransition if it is no draft
	 * @throws IllegalStateException if something is missing
	 */
	public boolean submit(CurrentUser by, Instant now) {
		if (isAlready(RequestStatus.SUBMITTED, by)) {
			return false;
		}
		if (this.status == RequestStatus.DRAFT && !missing().isEmpty()) {
			throw new IllegalStateException("Not complete: " + missing());
		}
		move(Set.of(RequestStatus.DRAFT), RequestStatus.SUBMITTED, by.actor(), now);
		done(AuditAct.REQUEST_SUBMITTED, this.title, by);
		return true;
	}

	/**
	 * A draft is about to be deleted, with all that others keep of it.
	 * @throws RefusedTransition if it is no draft any more
	 */
	void discard(CurrentUser by) {
		requireDraft();
		register(new RequestDiscarded(id()));
		done(AuditAct.REQUEST_DISCARDED, this.title, by);
	}

	/**
	 * Asks an approver to submit it.
	 * @return whether it was asked now, and not before
	 * @throws RefusedTransition if it is no draft
	 * @throws IllegalStateException if something is missing
	 */
	public boolean askApproval(CurrentUser by, Instant now) {
		requireDraft();
		if (!missing().isEmpty()) {
			throw new IllegalStateException("Not complete: " + missing());
		}
		boolean first = this.approvalAskedAt == null;
		this.approvalAskedBy = by.name();
		this.approvalAskedAt = now;
		if (first) {
			done(AuditAct.REQUEST_APPROVAL_ASKED, this.title, by);
		}
		return first;
	}

	/** Who waits for an approver, or {@code null}. */
	public @Nullable String approvalAskedBy() {
		return (this.status == RequestStatus.DRAFT) ? this.approvalAskedBy : null;
	}

	/**
	 * @return whether it was withdrawn now, and not before by the same person
	 */
	public boolean withdraw(CurrentUser by, Instant now) {
		if (isAlready(RequestStatus.WITHDRAWN, by)) {
			return false;
		}
		move(RequestStatus.BEFORE_ENGAGED, RequestStatus.WITHDRAWN, by.actor(), now);
		register(new RequestWithdrawn(id(), by.actor()));
		done(AuditAct.REQUEST_WITHDRAWN, this.title, by);
		return true;
	}

	/** An account manager starts on a proposal. */
	public void takeUp(Actor by, Instant now) {
		if (this.status == RequestStatus.SUBMITTED) {
			move(Set.of(RequestStatus.SUBMITTED), RequestStatus.MATCHING, by, now);
		}
		else if (this.status != RequestStatus.MATCHING && this.status != RequestStatus.PROPOSED) {
			throw refused();
		}
	}

	/** A proposal was sent. */
	public void propose(Actor by, Instant now) {
		if (this.status != RequestStatus.PROPOSED) {
			move(Set.of(RequestStatus.SUBMITTED, RequestStatus.MATCHING), RequestStatus.PROPOSED, by, now);
		}
	}

	/**
	 * While nobody is engaged, a request is as far as its proposals are: proposed while
	 * one is open, in matching while one is drafted, and otherwise to be answered again.
	 * @param open whether a proposal that was sent can still be accepted
	 * @param drafted whether a draft is there
	 */
	public void follow(boolean open, boolean drafted, Actor by, Instant now) {
		RequestStatus reached = open ? RequestStatus.PROPOSED
				: drafted ? RequestStatus.MATCHING : RequestStatus.SUBMITTED;
		if (isUnderWay() && this.status != reached) {
			move(Set.of(this.status), reached, by, now);
		}
	}

	/** A proposal was accepted. */
	public void engage(Actor by, Instant now) {
		move(Set.of(RequestStatus.PROPOSED), RequestStatus.ENGAGED, by, now);
	}

	/**
	 * @return whether it was closed now, and not before by the same person
	 */
	public boolean close(CurrentUser by, Instant now) {
		if (isAlready(RequestStatus.CLOSED, by)) {
			return false;
		}
		move(Set.of(RequestStatus.ENGAGED), RequestStatus.CLOSED, by.actor(), now);
		done(AuditAct.REQUEST_CLOSED, this.title, by);
		return true;
	}

	/**
	 * What came of a goal, once there was an engagement. It can be said anew by whoever
	 * has seen what was said before.
	 * @param seen what the page showed, as {@link Goal#seen} says it
	 * @return whether it is said now, and not before by the same person
	 * @throws NotFound if the request has no such goal
	 * @throws RefusedTransition if nobody has been engaged for it, or somebody else was
	 * quicker
	 */
	public boolean judge(GoalKind kind, Goal.Outcome outcome, @Nullable String note, String seen, CurrentUser by,
			Instant now) {
		if (this.status != RequestStatus.ENGAGED && this.status != RequestStatus.CLOSED) {
			throw refused();
		}
		Goal goal = this.goals.get(kind);
		if (goal == null) {
			throw new NotFound();
		}
		if (goal.isFound(outcome, note, by.name())) {
			return false;
		}
		if (goal.outcomeBy() != null && goal.outcomeAt() != null && !goal.seen().equals(seen)) {
			throw RefusedTransition.after(AuditAct.REQUEST_GOAL_JUDGED, this.reference, goal.outcomeBy(),
					goal.outcomeAt());
		}
		this.goals.put(kind, goal.found(outcome, note, by.name(), now));
		if (goal.outcome() != null) {
			done(AuditAct.REQUEST_GOAL_REPLACED, kind + ": " + goal.outcome() + ActWords.BEFORE_NOTE + goal.found(),
					by);
		}
		done(AuditAct.REQUEST_GOAL_JUDGED, kind + ": " + outcome, by);
		return true;
	}

	/** What it is begun with is one act, whatever is filled in. */
	private void edited(AuditAct act, Position.Details position, CurrentUser by) {
		if (this.id != null) {
			done(act, position.role().name(), by);
		}
	}

	private void done(AuditAct act, String detail, CurrentUser by) {
		register(new Audited(by.actor(), this.organisationId, act, this.reference, detail));
	}

	/** Whether the same account put it there: people may share a name. */
	private boolean isAlready(RequestStatus there, CurrentUser by) {
		return this.status == there && this.statusById != null && this.statusById == by.id();
	}

	private void move(Set<RequestStatus> from, RequestStatus to, Actor by, Instant now) {
		if (!from.contains(this.status)) {
			throw refused();
		}
		this.status = to;
		this.statusByName = by.name();
		this.statusById = by.id();
		this.statusAt = now;
	}

	private RefusedTransition refused() {
		return new RefusedTransition(this.reference, "requests.status." + this.status, this.statusByName,
				this.statusAt);
	}

	/** Nothing while a part of it is open. */
	public Optional<Schedule> schedule() {
		return scheduleSoFar().complete();
	}

	public ScheduleDraft scheduleSoFar() {
		return new ScheduleDraft(this.earliestStart, this.latestStart, this.endsOn, this.days, this.daysPerWeek);
	}

	public Optional<Position> position(int number) {
		return this.positions.stream().filter((one) -> one.number() == number).findFirst();
	}

	/**
	 * @throws NotFound if there is none of that number
	 */
	public Position requirePosition(int number) {
		return position(number).orElseThrow(NotFound::new);
	}

	/**
	 * All of it is read from the database, so that a page can show it when the
	 * transaction is over.
	 */
	StaffingRequest whole() {
		Hibernate.initialize(this.goals);
		this.positions.forEach(Position::whole);
		return this;
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public long version() {
		return this.version;
	}

	public String reference() {
		return this.reference;
	}

	public long organisationId() {
		return this.organisationId;
	}

	/** Everything that was written freely. */
	public String words() {
		return Stream
			.concat(Stream.concat(Stream.of(this.title), this.goals.values().stream().map(Goal::measure)),
					this.positions.stream().map(Position::responsibilities))
			.collect(Collectors.joining("\n\n"));
	}

	public String title() {
		return this.title;
	}

	public RequestStatus status() {
		return this.status;
	}

	public String currency() {
		return this.currency;
	}

	public @Nullable BigDecimal rateCap() {
		return this.rateCap;
	}

	public @Nullable BigDecimal budget() {
		return this.budget;
	}

	/** The id of the account of who began it. */
	public long createdBy() {
		return this.createdBy;
	}

	/** Whether one of the consultancy's people entered it for the client. */
	public boolean isOnBehalf() {
		return this.onBehalf;
	}

	public String createdByName() {
		return this.createdByName;
	}

	public String changedByName() {
		return this.changedByName;
	}

	public Instant changedAt() {
		return this.changedAt;
	}

	public String statusByName() {
		return this.statusByName;
	}

	public Instant statusAt() {
		return this.statusAt;
	}

	/** In the order of the kinds. */
	public Map<GoalKind, Goal> goals() {
		return this.goals.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(this.goals));
	}

	public List<Position> positions() {
		return Collections.unmodifiableList(this.positions);
	}

	/** How many people it asks for in all. */
	public int heads() {
		return this.positions.stream().mapToInt(Position::headCount).sum();
	}

}
