package org.muster.interviews;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.audit.Actor;
import org.muster.audit.RefusedTransition;

/** A meeting of a client with a person on the shortlist of a position. */
@Entity
public class Interview {

	/** How many times a client proposes, at the most. */
	static final int MOST_WINDOWS = 3;

	private static final Set<InterviewStatus> OPEN = EnumSet.of(InterviewStatus.ASKED, InterviewStatus.CONFIRMED);

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String reference;

	private long organisationId;

	private long positionId;

	private long consultantId;

	@Enumerated(EnumType.STRING)
	private InterviewStatus status = InterviewStatus.ASKED;

	private String clientZone;

	private String consultantZone;

	private @Nullable String message;

	private long askedBy;

	private String askedByName;

	private Instant askedAt;

	private @Nullable Instant startsAt;

	private @Nullable String reason;

	private String statusByName;

	private @Nullable Long statusById;

	private Instant statusAt;

	@Enumerated(EnumType.STRING)
	private @Nullable Recommendation recommendation;

	private @Nullable String verdict;

	private @Nullable String scoredByName;

	private @Nullable Instant scoredAt;

	@ElementCollection
	@CollectionTable(name = "interview_window", joinColumns = @JoinColumn(name = "interview_id"))
	@Column(name = "starts_at")
	private Set<Instant> windows = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "interview_score", joinColumns = @JoinColumn(name = "interview_id"))
	private Set<Score> scores = new HashSet<>();

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected Interview() {
	}

	/**
	 * Whom it is about, and by whose clocks.
	 *
	 * @param here the client's time zone
	 * @param there the consultant's
	 */
	record Meeting(long positionId, long consultantId, String here, String there) {
	}

	/**
	 * @param windows the starts of half hours that suit the client, one to three
	 * @param message what the client wants to talk about, if anything
	 */
	Interview(String reference, Meeting meeting, Collection<Instant> windows, @Nullable String message, CurrentUser by,
			Instant now) {
		if (windows.isEmpty() || windows.size() > MOST_WINDOWS) {
			throw new IllegalArgumentException("One to three times, not " + windows.size());
		}
		this.reference = reference;
		this.organisationId = by.organisation();
		this.positionId = meeting.positionId();
		this.consultantId = meeting.consultantId();
		this.clientZone = meeting.here();
		this.consultantZone = meeting.there();
		this.windows.addAll(windows);
		this.message = message;
		this.askedBy = by.id();
		this.askedByName = by.name();
		this.askedAt = now;
		this.statusByName = by.name();
		this.statusById = by.id();
		this.statusAt = now;
	}

	/**
	 * @param start one of the times that the client proposed, still to come
	 * @return whether it was confirmed now, and not before by the same person at the same
	 * time
	 * @throws RefusedTransition if nobody waits for an answer
	 */
	boolean confirm(Instant start, CurrentUser by, Instant now) {
		if (isAlready(InterviewStatus.CONFIRMED, by.actor()) && start.equals(this.startsAt)) {
			return false;
		}
		require(EnumSet.of(InterviewStatus.ASKED));
		if (!ahead(now).contains(start)) {
			throw new IllegalArgumentException("Not proposed: " + start);
		}
		move(InterviewStatus.CONFIRMED, by.actor(), now);
		this.startsAt = start;
		return true;
	}

	/**
	 * @param reason why it cannot take place, in the account manager's words
	 * @return whether it was refused now, and not before by the same person in the same
	 * words
	 * @throws RefusedTransition if it has been held, or has ended otherwise
	 */
	boolean refuse(String reason, CurrentUser by, Instant now) {
		if (isAlready(InterviewStatus.REFUSED, by.actor()) && reason.equals(this.reason)) {
			return false;
		}
		end(InterviewStatus.REFUSED, by.actor(), now);
		this.reason = reason;
		return true;
	}

	/**
	 * @return whether it was withdrawn now, and not before by the same person
	 * @throws RefusedTransition if it has been held, or has ended otherwise
	 */
	boolean withdraw(Actor by, Instant now) {
		if (isAlready(InterviewStatus.WITHDRAWN, by)) {
			return false;
		}
		end(InterviewStatus.WITHDRAWN, by, now);
		return true;
	}

	/** Whether the same account put it there: people may share a name. */
	private boolean isAlready(InterviewStatus there, Actor by) {
		return this.status == there && this.statusById != null && this.statusById.equals(by.id());
	}

	private void end(InterviewStatus how, Actor by, Instant now) {
		require(OPEN);
		if (isHeld(now)) {
			throw refused();
		}
		move(how, by, now);
	}

	/**
	 * What the client found. It can be said anew.
	 * @throws RefusedTransition if the interview has not begun
	 */
	void score(Recommendation recommendation, @Nullable String verdict, Collection<Score> scores, CurrentUser by,
			Instant now) {
		requireHeld(now);
		this.recommendation = recommendation;
		this.verdict = verdict;
		this.scores.clear();
		this.scores.addAll(scores);
		this.scoredByName = by.name();
		this.scoredAt = now;
	}

	/**
	 * @throws RefusedTransition if it has not begun, or was called off
	 */
	void requireHeld(Instant now) {
		if (!isHeld(now)) {
			throw refused();
		}
	}

	private void require(Set<InterviewStatus> from) {
		if (!from.contains(this.status)) {
			throw refused();
		}
	}

	private void move(InterviewStatus to, Actor by, Instant now) {
		this.status = to;
		this.statusByName = by.name();
		this.statusById = by.id();
		this.statusAt = now;
	}

	private RefusedTransition refused() {
		return new RefusedTransition(this.reference, "interviews.status." + this.status, this.statusByName,
				this.statusAt);
	}

	/** Whether somebody still waits for it, so that it need not be asked for again. */
	public boolean isAwaited(Instant now) {
		return switch (this.status) {
			case ASKED -> !ahead(now).isEmpty();
			case CONFIRMED -> !isHeld(now);
			default -> false;
		};
	}

	/** Whether it was confirmed and has begun. */
	public boolean isHeld(Instant now) {
		return this.status == InterviewStatus.CONFIRMED && this.startsAt != null && !now.isBefore(this.startsAt);
	}

	/** The times that the client proposed and that are still to come, in order. */
	public List<Instant> ahead(Instant now) {
		return windows().stream().filter((start) -> start.isAfter(now)).toList();
	}

	/** The times that the client proposed, in order. */
	public List<Instant> windows() {
		return this.windows.stream().sorted().toList();
	}

	/** Whether the same person asks for it in the same words, as by a double click. */
	boolean isAsked(Collection<Instant> windows, @Nullable String message, CurrentUser by) {
		return this.askedBy == by.id() && this.windows.equals(Set.copyOf(windows))
				&& Objects.equals(this.message, message);
	}

	Interview whole() {
		Hibernate.initialize(this.windows);
		Hibernate.initialize(this.scores);
		return this;
	}

	public String reference() {
		return this.reference;
	}

	public long organisationId() {
		return this.organisationId;
	}

	public long positionId() {
		return this.positionId;
	}

	public long consultantId() {
		return this.consultantId;
	}

	public InterviewStatus status() {
		return this.status;
	}

	/** The client's time zone. */
	public String here() {
		return this.clientZone;
	}

	/** The consultant's time zone. */
	public String there() {
		return this.consultantZone;
	}

	public Optional<String> message() {
		return Optional.ofNullable(this.message);
	}

	/** The id of the account of who asked for it. */
	public long askedBy() {
		return this.askedBy;
	}

	public String askedByName() {
		return this.askedByName;
	}

	public Instant askedAt() {
		return this.askedAt;
	}

	/** When it begins; {@code null} as long as no time is confirmed. */
	public @Nullable Instant startsAt() {
		return this.startsAt;
	}

	/** Why it was refused, or {@code null}. */
	public @Nullable String reason() {
		return this.reason;
	}

	public String statusByName() {
		return this.statusByName;
	}

	public Instant statusAt() {
		return this.statusAt;
	}

	/** {@code null} as long as nobody has said what came of it. */
	public @Nullable Recommendation recommendation() {
		return this.recommendation;
	}

	public @Nullable String verdict() {
		return this.verdict;
	}

	public @Nullable String scoredByName() {
		return this.scoredByName;
	}

	public @Nullable Instant scoredAt() {
		return this.scoredAt;
	}

	public Set<Score> scores() {
		return Set.copyOf(this.scores);
	}

	public long version() {
		return this.version;
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

}
