package org.muster.proposals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.NotFound;
import org.muster.audit.RefusedTransition;
import org.muster.money.Vat;
import org.muster.requests.StaffingRequest;

/**
 * A priced offer for a request. At most one of its revisions is a draft, and at most one
 * is open.
 */
@Entity
public class Proposal {

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
	Proposal(String reference, StaffingRequest request, String creationKey, ProposalRevision.Terms terms, Vat vat,
			String by, Instant now) {
		this.reference = reference;
		this.organisationId = request.organisationId();
		this.requestId = request.id();
		this.creationKey = creationKey;
		this.createdByName = by;
		this.createdAt = now;
		this.revisions.add(new ProposalRevision(this, 1, request.currency(), terms, vat, by, now));
	}

	/**
	 * Sends the draft; the revision that was open till then is superseded.
	 * @return whether it was sent now; {@code false} if the same person had sent this
	 * revision already, as by a double click
	 * @throws RefusedTransition if that revision is no draft
	 */
	boolean send(int revision, ProposalRevision.Parties parties, String by, Instant now) {
		ProposalRevision draft = requireRevision(revision);
		if (draft.isIn(ProposalStatus.SENT, by)) {
			return false;
		}
		draft.send(parties, by, now);
		this.revisions.stream()
			.filter((one) -> one != draft && one.status() == ProposalStatus.SENT)
			.forEach((one) -> one.end(ProposalStatus.SUPERSEDED, by, now));
		return true;
	}

	/**
	 * Starts the next revision as a copy of the last.
	 * @return the draft, which may have been there already
	 * @throws RefusedTransition if the proposal was accepted
	 */
	ProposalRevision revise(ProposalRevision.Terms terms, Vat vat, String by, Instant now) {
		accepted().ifPresent((revision) -> {
			throw revision.refused();
		});
		return draft().orElseGet(() -> {
			ProposalRevision last = this.revisions.get(this.revisions.size() - 1);
			ProposalRevision next = new ProposalRevision(this, last.number() + 1, last.currency(), terms, vat, by, now);
			next.copyLines(last);
			this.revisions.add(next);
			return next;
		});
	}

	/**
	 * @return whether it was accepted now, and not before by the same person
	 * @throws RefusedTransition if that revision is not open
	 */
	boolean accept(int revision, Signature signature, String by, Instant now, LocalDate today) {
		ProposalRevision offer = requireRevision(revision);
		if (offer.isIn(ProposalStatus.ACCEPTED, by)) {
			return false;
		}
		requireNotPast(offer, today);
		offer.accept(signature, by, now);
		return true;
	}

	/**
	 * @return whether it was declined now, and not before by the same person
	 */
	boolean decline(int revision, String reason, String by, Instant now, LocalDate today) {
		ProposalRevision offer = requireRevision(revision);
		if (offer.isIn(ProposalStatus.DECLINED, by)) {
			return false;
		}
		requireNotPast(offer, today);
		offer.decline(reason, by, now);
		return true;
	}

	/**
	 * @return whether there was an open revision to withdraw
	 */
	boolean withdraw(String by, Instant now) {
		Optional<ProposalRevision> open = find((one) -> one.status() == ProposalStatus.SENT);
		open.ifPresent((one) -> one.end(ProposalStatus.WITHDRAWN, by, now));
		return open.isPresent();
	}

	/**
	 * @return whether an open revision was past its last day
	 */
	boolean expire(String by, Instant now, LocalDate today) {
		Optional<ProposalRevision> past = find((one) -> one.status() == ProposalStatus.SENT && one.isPast(today));
		past.ifPresent((one) -> one.end(ProposalStatus.EXPIRED, by, now));
		return past.isPresent();
	}

	private void requireNotPast(ProposalRevision offer, LocalDate today) {
		if (offer.status() == ProposalStatus.SENT && offer.isPast(today)) {
			throw new RefusedTransition(this.reference, "proposals.status." + ProposalStatus.EXPIRED, "Muster",
					offer.validUntil().plusDays(1).atStartOfDay().toInstant(java.time.ZoneOffset.UTC));
		}
	}

	Optional<ProposalRevision> draft() {
		return find((revision) -> revision.status() == ProposalStatus.DRAFT);
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

}
