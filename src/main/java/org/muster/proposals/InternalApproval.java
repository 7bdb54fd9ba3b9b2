package org.muster.proposals;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Recipients;
import org.muster.audit.AuditTrail;
import org.muster.notifications.Notice;
import org.muster.notifications.Notifications;
import org.muster.requests.Requests;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts with a thin margin or a high discount are approved by a second person. */
@Service
class InternalApproval {

	private final Proposals proposals;

	private final Requests requests;

	private final SecondLook rule;

	private final Recipients recipients;

	private final Notifications notifications;

	private final AuditTrail audit;

	private final Clock clock;

	InternalApproval(Proposals proposals, Requests requests, SecondLook rule, Recipients recipients,
			Notifications notifications, AuditTrail audit, Clock clock) {
		this.proposals = proposals;
		this.requests = requests;
		this.rule = rule;
		this.recipients = recipients;
		this.notifications = notifications;
		this.audit = audit;
		this.clock = clock;
	}

	/** The drafts that need approval and have none. */
	List<ProposalRevision> missing(List<ProposalRevision> round) {
		return round.stream().filter((one) -> this.rule.isNeeded(one) && !one.isApproved()).toList();
	}

	/** Asks the account manager and the administrators, once. */
	void ask(Proposal proposal, List<ProposalRevision> drafts, @Nullable String reason, CurrentUser by) {
		if (drafts.stream().filter((draft) -> draft.askApproval(reason, by)).count() > 0) {
			this.audit.record(by.actor(), null, "proposal.look.asked", proposal.reference(), reason);
			Set<Long> people = new LinkedHashSet<>(this.recipients.managersOf(proposal.organisationId()));
			people.addAll(this.recipients.administrators());
			this.notifications.tell(people, notice(Notice.Kind.APPROVAL, proposal, by, reason), by.id());
		}
	}

	/**
	 * The draft whose approval is shown: one that waits for it, or else one that was
	 * approved or refused; {@code null} if none was asked for.
	 */
	static @Nullable ProposalRevision shown(Proposal proposal) {
		return proposal.drafts()
			.stream()
			.filter((one) -> one.approval() != null)
			.min(Comparator.comparing(InternalApproval::isSettled))
			.orElse(null);
	}

	private static boolean isSettled(ProposalRevision draft) {
		Approval approval = draft.approval();
		return approval == null || !approval.isWaiting();
	}

	/**
	 * A second person agrees that the drafts are sent as they are.
	 * @param seen what was on that person's page, as {@link #seen} says it, or
	 * {@code null} where it cannot have changed
	 * @return whether there was something to approve, and it is what was seen
	 */
	@Transactional
	public boolean approve(String reference, @Nullable String seen, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		proposal.requireDraft(null);
		if (isOtherwise(proposal, seen)) {
			return false;
		}
		Set<Long> askers = askers(proposal, by);
		boolean now = proposal.drafts().stream().filter((draft) -> draft.approve(by, this.clock.instant())).count() > 0;
		if (now) {
			this.audit.record(by.actor(), null, "proposal.look.approved", reference, null);
			this.notifications.tell(askers, notice(Notice.Kind.APPROVED, proposal, by, null), by.id());
		}
		return now;
	}

	/**
	 * A second person wants the drafts changed first.
	 * @param seen as for approving
	 * @return whether there was something to refuse, and it is what was seen
	 */
	@Transactional
	public boolean refuse(String reference, String why, @Nullable String seen, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		proposal.requireDraft(null);
		if (isOtherwise(proposal, seen)) {
			return false;
		}
		Set<Long> askers = askers(proposal, by);
		boolean now = proposal.drafts()
			.stream()
			.filter((draft) -> draft.refuseApproval(why, by, this.clock.instant()))
			.count() > 0;
		if (now) {
			this.audit.record(by.actor(), null, "proposal.look.refused", reference, why);
			this.notifications.tell(askers, notice(Notice.Kind.APPROVAL_REFUSED, proposal, by, why), by.id());
		}
		return now;
	}

	/** A hash of all that the drafts offer and cost: a page carries it along. */
	static String seen(Proposal proposal) {
		return DraftFigures.of(proposal.drafts()).content();
	}

	private static boolean isOtherwise(Proposal proposal, @Nullable String seen) {
		return seen != null && !seen.equals(seen(proposal));
	}

	private static Set<Long> askers(Proposal proposal, CurrentUser by) {
		Set<Long> askers = new LinkedHashSet<>();
		proposal.drafts()
			.stream()
			.filter((draft) -> draft.mayApprove(by))
			.map(ProposalRevision::approval)
			.forEach((approval) -> askers.add((approval != null) ? approval.askedBy() : by.id()));
		return askers;
	}

	private Notice notice(Notice.Kind kind, Proposal proposal, CurrentUser by, @Nullable String detail) {
		return new Notice(kind, proposal.reference(), this.requests.require(proposal.requestId()).title(),
				"/proposals/" + proposal.reference() + "/draft", by.name(), detail);
	}

}
