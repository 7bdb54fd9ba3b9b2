package org.muster.proposals;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.RefusedTransition;

/** What a client would have otherwise in an offer, with its reason. */
@Entity
@Table(name = "counter_proposal")
public class CounterProposal {

	/** Where it stands. */
	public enum Status {

		ASKED,

		/** A revision with the changes is in draft; the client does not know of it. */
		DRAFTED,

		ANSWERED, REFUSED, TAKEN_BACK,

		/** The offer that it is about was accepted, or ended otherwise. */
		ENDED

	}

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long proposalId;

	private int revision;

	private String reason;

	private long byId;

	private String byName;

	private Instant createdAt;

	@Enumerated(EnumType.STRING)
	private Status status = Status.ASKED;

	private @Nullable String settledByName;

	private @Nullable Long settledById;

	private @Nullable Instant settledAt;

	private @Nullable String answer;

	private @Nullable Integer answerRevision;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "counter_proposal_change", joinColumns = @JoinColumn(name = "counter_id"))
	private Set<ChangeRequest> wishes = new HashSet<>();

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected CounterProposal() {
	}

	/**
	 * @throws IllegalArgumentException if nothing is wished for
	 */
	CounterProposal(Proposal proposal, ProposalRevision revision, Collection<ChangeRequest> wishes, String reason,
			CurrentUser by, Instant now) {
		if (wishes.isEmpty()) {
			throw new IllegalArgumentException("A counter-proposal wishes for something");
		}
		this.proposalId = proposal.id();
		this.revision = revision.number();
		this.wishes.addAll(wishes);
		this.reason = reason;
		this.byId = by.id();
		this.byName = by.name();
		this.createdAt = now;
	}

	/**
	 * Settles it.
	 * @return whether it was settled now, and not before
	 */
	private boolean settle(Status how, Actor by, Instant now) {
		boolean waiting = isWaiting();
		if (waiting) {
			this.status = how;
			this.settledByName = by.name();
			this.settledById = by.id();
			this.settledAt = now;
		}
		return waiting;
	}

	/** Another revision is to answer it, once that is sent. */
	void draft(int revision) {
		if (isOpen()) {
			this.status = Status.DRAFTED;
			this.answerRevision = revision;
		}
	}

	/**
	 * Another round is sent, which answers it: by the revision that was drafted for it,
	 * or else by the first.
	 */
	void answer(List<ProposalRevision> round, Actor by, Instant now) {
		if (settle(Status.ANSWERED, by, now)
				&& round.stream().noneMatch((one) -> Objects.equals(one.number(), this.answerRevision))) {
			this.answerRevision = round.get(0).number();
		}
	}

	/** The offer has ended. */
	void end(Actor by, Instant now) {
		if (settle(Status.ENDED, by, now)) {
			this.answerRevision = null;
		}
	}

	/** The revision that was to answer it is discarded. */
	void reopen() {
		if (this.status == Status.DRAFTED) {
			this.status = Status.ASKED;
			this.answerRevision = null;
		}
	}

	boolean refuse(String why, CurrentUser by, Instant now) {
		boolean settled = isOpen() && settle(Status.REFUSED, by.actor(), now);
		if (settled) {
			this.answer = why;
		}
		return settled;
	}

	boolean takeBack(CurrentUser by, Instant now) {
		return settle(Status.TAKEN_BACK, by.actor(), now);
	}

	/** Whether the same person asks for the same, as by a double click. */
	boolean isAsked(int revision, Collection<ChangeRequest> wishes, String reason, CurrentUser by) {
		return this.byId == by.id() && this.revision == revision && this.reason.equals(reason)
				&& Set.copyOf(wishes).equals(Set.copyOf(this.wishes));
	}

	/**
	 * Whether the same account has refused it in the same words, as by a double click.
	 */
	boolean isRefused(String why, CurrentUser by) {
		return isSettled(Status.REFUSED, by) && why.equals(this.answer);
	}

	boolean isTakenBack(CurrentUser by) {
		return isSettled(Status.TAKEN_BACK, by);
	}

	private boolean isSettled(Status how, CurrentUser by) {
		return this.status == how && this.settledById != null && this.settledById == by.id();
	}

	/**
	 * Says who has settled it, and how.
	 * @param proposal the reference of what it is about
	 * @param offer the revision that it is about, or that is drafted to answer it
	 */
	RefusedTransition refused(String proposal, ProposalRevision offer) {
		AuditAct act = switch (this.status) {
			case ANSWERED -> AuditAct.PROPOSAL_COUNTER_ANSWERED;
			case REFUSED -> AuditAct.PROPOSAL_COUNTER_REFUSED;
			case TAKEN_BACK -> AuditAct.PROPOSAL_COUNTER_BACK;
			case ASKED, DRAFTED, ENDED -> null;
		};
		return (act != null && this.settledByName != null && this.settledAt != null)
				? RefusedTransition.after(act, proposal, this.settledByName, this.settledAt) : offer.refused();
	}

	public boolean isOpen() {
		return this.status == Status.ASKED;
	}

	/** Whether the client still waits for an answer. */
	public boolean isWaiting() {
		return isOpen() || this.status == Status.DRAFTED;
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	/** The number of the revision that it is about. */
	public int revision() {
		return this.revision;
	}

	public String reason() {
		return this.reason;
	}

	/** The account of who asked. */
	public long byId() {
		return this.byId;
	}

	public String byName() {
		return this.byName;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Status status() {
		return this.status;
	}

	public @Nullable String settledByName() {
		return this.settledByName;
	}

	public @Nullable Instant settledAt() {
		return this.settledAt;
	}

	/** Why it was refused. */
	public @Nullable String answer() {
		return this.answer;
	}

	/** The number of the revision that answers it. */
	public @Nullable Integer answerRevision() {
		return this.answerRevision;
	}

	/** About how many lines it is. */
	int lines() {
		return (int) this.wishes.stream().map(ChangeRequest::line).distinct().count();
	}

	/** By line. */
	public List<ChangeRequest> wishes() {
		return this.wishes.stream()
			.sorted(Comparator.comparing(ChangeRequest::line).thenComparing(ChangeRequest::kind))
			.toList();
	}

}
