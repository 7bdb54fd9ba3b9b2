package org.muster.proposals;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Recipients;
import org.muster.audit.AuditAct;
import org.muster.audit.AuditTrail;
import org.muster.audit.RefusedTransition;
import org.muster.audit.Viewer;
import org.muster.notifications.Notice;
import org.muster.notifications.Notifications;
import org.muster.requests.Requests;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts with a thin margin or a high discount are approved by a second person. */
@Service
class InternalApproval {

	/** What takes a question back. */
	private static final Set<AuditAct> CHANGES = Set.of(AuditAct.PROPOSAL_EDITED, AuditAct.PROPOSAL_ALTERNATIVE_ADDED,
			AuditAct.PROPOSAL_ALTERNATIVE_REMOVED);

	private final AllProposals proposals;

	private final Requests requests;

	private final ApprovalPolicy rule;

	private final Recipients recipients;

	private final Notifications notifications;

	private final AuditTrail audit;

	private final Clock clock;

	InternalApproval(AllProposals proposals, Requests requests, ApprovalPolicy rule, Recipients recipients,
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

	/**
	 * Asks the account manager and the administrators, once.
	 * @throws RefusedTransition if somebody else has asked, or with another reason
	 */
	void ask(Proposal proposal, List<ProposalRevision> drafts, @Nullable String reason, CurrentUser by) {
		if (proposal.askApproval(drafts, reason, by)) {
			this.proposals.save(proposal);
			Set<Long> people = new LinkedHashSet<>(this.recipients.managersOf(proposal.organisationId()));
			people.addAll(this.recipients.administrators());
			this.notifications.tell(people, notice(Notice.Kind.APPROVAL, proposal, by, reason), by.id());
			return;
		}
		Approval first = Objects.requireNonNull(drafts.get(0).approval());
		if (first.askedBy() != by.id() || (reason != null && !reason.equals(first.askedReason()))) {
			throw after(Set.of(AuditAct.PROPOSAL_LOOK_ASKED), proposal);
		}
	}

	/** Says who did the latest of some acts. */
	private RefusedTransition after(Set<AuditAct> acts, Proposal proposal) {
		return this.audit.endOf(List.of(proposal.reference()), acts, Viewer.staff())
			.map((line) -> RefusedTransition.after(AuditAct.of(line.act()), proposal.reference(), line.actor(),
					line.at()))
			.orElseGet(proposal.requireDraft(null)::refused);
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
	 * @return whether it is approved by this person now; not if nothing waits for that
	 * @throws RefusedTransition if somebody else was quicker, or it is not what was seen
	 */
	@Transactional
	public boolean approve(String reference, @Nullable String seen, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		proposal.requireDraft(null);
		if (isSettled(proposal, null, by)) {
			return true;
		}
		requireSeen(proposal, seen);
		Set<Long> askers = askers(proposal, by);
		boolean now = proposal.approve(by, this.clock.instant());
		if (now) {
			this.proposals.save(proposal);
			this.notifications.tell(askers, notice(Notice.Kind.APPROVED, proposal, by, null), by.id());
		}
		return now;
	}

	/**
	 * A second person wants the drafts changed first.
	 * @param seen as for approving
	 * @return whether it is refused by this person now; not if nothing waits for that
	 * @throws RefusedTransition as for approving
	 */
	@Transactional
	public boolean refuse(String reference, String why, @Nullable String seen, CurrentUser by) {
		Proposal proposal = this.proposals.requireLocked(reference, by);
		proposal.requireDraft(null);
		if (isSettled(proposal, why, by)) {
			return true;
		}
		requireSeen(proposal, seen);
		Set<Long> askers = askers(proposal, by);
		boolean now = proposal.refuseApproval(why, by, this.clock.instant());
		if (now) {
			this.proposals.save(proposal);
			this.notifications.tell(askers, notice(Notice.Kind.APPROVAL_REFUSED, proposal, by, why), by.id());
		}
		return now;
	}

	/** A hash of all that the drafts offer and cost: a page carries it along. */
	static String seen(Proposal proposal) {
		return DraftFigures.of(proposal.drafts()).content();
	}

	private void requireSeen(Proposal proposal, @Nullable String seen) {
		if (seen != null && !seen.equals(seen(proposal))) {
			throw after(CHANGES, proposal);
		}
	}

	/**
	 * @param why the refusal, or {@code null} for an approval
	 * @return whether the same person has settled it so before, as by a double click
	 * @throws RefusedTransition if it was settled otherwise
	 */
	private static boolean isSettled(Proposal proposal, @Nullable String why, CurrentUser by) {
		ProposalRevision draft = shown(proposal);
		Approval approval = (draft != null) ? draft.approval() : null;
		if (approval == null || approval.byName() == null || approval.approvedAt() == null) {
			return false;
		}
		if (!approval.isSettled(why, by)) {
			throw RefusedTransition.after(
					approval.isGiven() ? AuditAct.PROPOSAL_LOOK_APPROVED : AuditAct.PROPOSAL_LOOK_REFUSED,
					proposal.reference(), approval.byName(), approval.approvedAt());
		}
		return true;
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
		return new Notice(kind, proposal.reference(), this.requests.require(proposal.requestId(), by.viewer()).title(),
				"/proposals/" + proposal.reference() + "/draft", by.name(), detail);
	}

}
