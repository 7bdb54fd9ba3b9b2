package org.muster.proposals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.Actor;
import org.muster.audit.AggregateRoot;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.RefusedTransition;
import org.muster.money.Vat;
import org.muster.requests.StaffingRequest;

/**
 * A priced offer for a request. Revisions are drafted, sent and open in rounds: those of
 * one round are alternatives, of which the client takes one. At most one round is in
 * draft, and at most one is open.
 */
@Entity
public class Proposal extends AggregateRoot {

	/** The most alternatives in a round. */
	public static final int MOST_ALTERNATIVES = 3;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String reference;

	private long organisationId;

	private long requestId;

	private String creationKey;

	private String createdByName;

	private Instant createdAt;

	@OneToMany(mappedBy = "proposal", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("number")
	private List<ProposalRevision> revisions = new ArrayList<>();

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected Proposal() {
	}

	/** With a draft as its first revision. */
	Proposal(String reference, StaffingRequest request, String creationKey, Terms terms, Vat vat, Actor by,
			Instant now) {
		this.reference = reference;
		this.organisationId = request.organisationId();
		this.requestId = request.id();
		this.creationKey = creationKey;
		this.createdByName = by.name();
		this.createdAt = now;
		this.revisions.add(new ProposalRevision(this, 1, 1, request.currency(), terms, vat, by, now));
		mark();
	}

	/**
	 * Marks the revisions that stand for it in lists: a long list has no time to find
	 * them out.
	 */
	void mark() {
		ProposalRevision ofAll = first(this.revisions).orElse(null);
		ProposalRevision ofSent = first(sent()).orElse(null);
		this.revisions.forEach((one) -> one.stand(one == ofAll, one == ofSent));
	}

	/**
	 * Sends a draft with its alternatives; what was open till then is superseded.
	 * @return whether it was sent now; {@code false} if the same person had sent this
	 * revision already, as by a double click
	 * @throws RefusedTransition if that revision is no draft
	 */
	boolean send(int revision, SentSnapshot snapshot, Actor by, Instant now) {
		ProposalRevision draft = requireRevision(revision);
		if (draft.isIn(ProposalStatus.SENT, by)) {
			return false;
		}
		open().forEach((one) -> one.end(ProposalStatus.SUPERSEDED, by, now));
		round(draft).forEach((one) -> one.send(snapshot, by, now));
		return true;
	}

	/**
	 * Starts the next round as a copy of the last.
	 * @param until the first of the days until which they may be valid
	 * @return the drafts, which may have been there already
	 * @throws RefusedTransition if the proposal was accepted
	 */
	List<ProposalRevision> revise(LocalDate until, Vat vat, Actor by, Instant now) {
		accepted().ifPresent((revision) -> {
			throw revision.refused();
		});
		if (drafts().isEmpty()) {
			ProposalRevision last = last();
			for (ProposalRevision one : round(last)) {
				LocalDate valid = one.validUntil().isAfter(until) ? one.validUntil() : until;
				add(last.round() + 1, one, one.terms().validUntil(valid), vat, by, now).copyLines(one);
			}
		}
		return drafts();
	}

	/**
	 * Adds an alternative to the drafts, with the terms of one of them.
	 * @throws IllegalStateException if there are as many as there may be
	 */
	ProposalRevision addAlternative(ProposalRevision draft, Actor by, Instant now) {
		if (round(draft).size() >= MOST_ALTERNATIVES) {
			throw new IllegalStateException("A proposal takes " + MOST_ALTERNATIVES + " alternatives");
		}
		return add(draft.round(), draft, draft.terms(), new Vat(draft.vatTreatment(), draft.vatPercent()), by, now);
	}

	private ProposalRevision add(int round, ProposalRevision like, Terms terms, Vat vat, Actor by, Instant now) {
		ProposalRevision added = new ProposalRevision(this, last().number() + 1, round, like.currency(), terms, vat, by,
				now);
		this.revisions.add(added);
		mark();
		return added;
	}

	/**
	 * Removes a draft, but for the last one.
	 * @return whether it was removed
	 */
	boolean removeAlternative(ProposalRevision draft) {
		boolean removed = draft.status() == ProposalStatus.DRAFT && round(draft).size() > 1
				&& this.revisions.remove(draft);
		mark();
		return removed;
	}

	/**
	 * Some drafts need a second approver before they are sent.
	 * @param reason what the approver should know, or {@code null}
	 * @return whether it was asked for now, and not before
	 */
	boolean askApproval(List<ProposalRevision> drafts, @Nullable String reason, CurrentUser by) {
		return internally(AuditAct.PROPOSAL_LOOK_ASKED, reason, by,
				drafts.stream().filter((draft) -> draft.askApproval(reason, by)).count());
	}

	/**
	 * @return whether drafts were approved now: not by who asked for it, and not before
	 */
	boolean approve(CurrentUser by, Instant now) {
		return internally(AuditAct.PROPOSAL_LOOK_APPROVED, null, by,
				drafts().stream().filter((draft) -> draft.approve(by, now)).count());
	}

	/**
	 * @return whether drafts were refused now: not by who asked for it, and not before
	 */
	boolean refuseApproval(String why, CurrentUser by, Instant now) {
		return internally(AuditAct.PROPOSAL_LOOK_REFUSED, why, by,
				drafts().stream().filter((draft) -> draft.refuseApproval(why, by, now)).count());
	}

	/** It belongs to the consultancy's own history, not to the client's. */
	private boolean internally(AuditAct act, @Nullable String detail, CurrentUser by, long drafts) {
		if (drafts > 0) {
			register(new Audited(by.actor(), null, act, this.reference, detail));
		}
		return drafts > 0;
	}

	/**
	 * Discards the drafts; what was sent stays as it is.
	 * @return whether something was sent before, so that the proposal itself goes on
	 * @throws RefusedTransition if there is no draft
	 */
	boolean discardDrafts() {
		requireDraft(null);
		this.revisions.removeAll(drafts());
		mark();
		return !this.revisions.isEmpty();
	}

	private ProposalRevision last() {
		return this.revisions.get(this.revisions.size() - 1);
	}

	/** A revision and its alternatives, in their order. */
	List<ProposalRevision> round(ProposalRevision revision) {
		return this.revisions.stream().filter((one) -> one.round() == revision.round()).toList();
	}

	/** What the client can still answer. */
	List<ProposalRevision> open() {
		return this.revisions.stream().filter((one) -> one.status() == ProposalStatus.SENT).toList();
	}

	/**
	 * @return whether it was accepted now, and not before by the same person in the same
	 * words
	 * @param now by the client's clock, which says whether its last day is over
	 * @throws RefusedTransition if that revision is not open
	 */
	boolean accept(int revision, Signature signature, Actor by, ZonedDateTime now) {
		ProposalRevision offer = requireRevision(revision);
		if (offer.isIn(ProposalStatus.ACCEPTED, by) && signature.isSameAs(offer.signature())) {
			return false;
		}
		requireNotPast(offer, now);
		offer.accept(signature, by, now.toInstant());
		open().forEach((one) -> one.end(ProposalStatus.NOT_CHOSEN, by, now.toInstant()));
		return true;
	}

	/**
	 * Declines a revision with its alternatives.
	 * @return whether it was declined now, and not before by the same person in the same
	 * words
	 * @param now by the client's clock, as for accepting
	 */
	boolean decline(int revision, String reason, Actor by, ZonedDateTime now) {
		ProposalRevision offer = requireRevision(revision);
		if (offer.isIn(ProposalStatus.DECLINED, by) && reason.equals(offer.declineReason())) {
			return false;
		}
		requireNotPast(offer, now);
		open().stream().filter((one) -> one != offer).forEach((one) -> one.decline(reason, by, now.toInstant()));
		offer.decline(reason, by, now.toInstant());
		return true;
	}

	/**
	 * @return whether there was an open revision to withdraw
	 */
	boolean withdraw(Actor by, Instant now) {
		List<ProposalRevision> open = open();
		open.forEach((one) -> one.end(ProposalStatus.WITHDRAWN, by, now));
		return !open.isEmpty();
	}

	/**
	 * @return whether an open revision was past its last day
	 */
	boolean expire(Actor by, Instant now, LocalDate today) {
		List<ProposalRevision> past = open().stream().filter((one) -> one.isPast(today)).toList();
		past.forEach((one) -> one.end(ProposalStatus.EXPIRED, by, now));
		return !past.isEmpty();
	}

	private void requireNotPast(ProposalRevision offer, ZonedDateTime now) {
		if (offer.status() == ProposalStatus.SENT && offer.isPast(now.toLocalDate())) {
			throw new RefusedTransition(this.reference, "proposals.status." + ProposalStatus.EXPIRED, "Muster",
					offer.validUntil().plusDays(1).atStartOfDay(now.getZone()).toInstant());
		}
	}

	List<ProposalRevision> drafts() {
		return this.revisions.stream().filter((revision) -> revision.status() == ProposalStatus.DRAFT).toList();
	}

	/** The drafts as they are now, to be compared with what a page showed. */
	String draftsSeen() {
		return drafts().stream().map((draft) -> draft.id() + ":" + draft.version()).collect(Collectors.joining(","));
	}

	/**
	 * @throws RefusedTransition if one of the drafts that a page showed is none any more
	 */
	void requireDrafts(String seen) {
		for (ProposalRevision revision : this.revisions) {
			if (revision.status() != ProposalStatus.DRAFT
					&& List.of(seen.split("[:,]")).contains(String.valueOf(revision.id()))) {
				throw revision.refused();
			}
		}
	}

	/**
	 * @param number of a draft, or {@code null} for the first alternative
	 * @throws RefusedTransition if there is no draft, or that revision is none any more
	 * @throws NotFound if there is none of that number
	 */
	ProposalRevision requireDraft(@Nullable Integer number) {
		List<ProposalRevision> drafts = drafts();
		if (drafts.isEmpty()) {
			throw last().refused();
		}
		ProposalRevision asked = (number != null) ? requireRevision(number) : drafts.get(0);
		if (asked.status() != ProposalStatus.DRAFT) {
			throw asked.refused();
		}
		return asked;
	}

	Optional<ProposalRevision> accepted() {
		return find((revision) -> revision.status() == ProposalStatus.ACCEPTED);
	}

	/** What clients see: revisions that were sent, the latest first. */
	public List<ProposalRevision> sent() {
		return this.revisions.stream()
			.filter((revision) -> revision.status() != ProposalStatus.DRAFT)
			.sorted((one, other) -> Integer.compare(other.number(), one.number()))
			.toList();
	}

	private Optional<ProposalRevision> find(Predicate<ProposalRevision> which) {
		return this.revisions.stream().filter(which).findFirst();
	}

	/**
	 * What is shown first of some revisions: of the round that waits for an answer, or
	 * else of the latest, that which was accepted, or else the first alternative. What is
	 * only drafted does not hide what the client can still accept.
	 */
	static Optional<ProposalRevision> first(List<ProposalRevision> visible) {
		int latest = visible.stream()
			.filter((one) -> one.status() == ProposalStatus.SENT || one.status() == ProposalStatus.ACCEPTED)
			.mapToInt(ProposalRevision::round)
			.max()
			.orElseGet(() -> visible.stream().mapToInt(ProposalRevision::round).max().orElse(0));
		return visible.stream()
			.filter((one) -> one.round() == latest)
			.min(Comparator.comparing((ProposalRevision one) -> one.status() != ProposalStatus.ACCEPTED)
				.thenComparing(ProposalRevision::number));
	}

	/**
	 * @throws NotFound if there is none of that number
	 */
	ProposalRevision requireRevision(int number) {
		return find((revision) -> revision.number() == number).orElseThrow(NotFound::new);
	}

	/**
	 * All of it is read from the database, so that a page can show it when the
	 * transaction is over.
	 */
	Proposal whole() {
		this.revisions.forEach(ProposalRevision::whole);
		return this;
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public String reference() {
		return this.reference;
	}

	public long organisationId() {
		return this.organisationId;
	}

	public long requestId() {
		return this.requestId;
	}

	public String createdByName() {
		return this.createdByName;
	}

	/** By number. */
	public List<ProposalRevision> revisions() {
		return Collections.unmodifiableList(this.revisions);
	}

	Instant createdAt() {
		return this.createdAt;
	}

}
