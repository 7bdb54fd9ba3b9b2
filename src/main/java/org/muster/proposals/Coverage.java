package org.muster.proposals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.muster.requests.Amended;
import org.muster.requests.Amendments;
import org.muster.requests.Asked;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Component;

/** Whether an offer still answers a request that was changed after it was made. */
@Component
class Coverage {

	private final Amendments amendments;

	private final Gaps gaps;

	Coverage(Amendments amendments, Gaps gaps) {
		this.amendments = amendments;
		this.gaps = gaps;
	}

	/**
	 * What was changed, and what comes of it.
	 *
	 * @param last when the last change was made
	 * @param labels what was changed, in words
	 * @param texts those of them that only a reader can hold the offer against
	 * @param gaps what the offer does not meet, in words; what it did not meet before the
	 * changes either is left out where that is known
	 */
	record Changed(Instant last, List<String> labels, List<String> texts, List<String> gaps) {

		/** Whether nothing that can be compared speaks against it. */
		public boolean covers() {
			return this.gaps.isEmpty();
		}

		/** Whether something of what was changed can be compared. */
		public boolean isCompared() {
			return this.texts.size() < this.labels.size();
		}

	}

	/** Nothing where the request was not changed since. */
	Optional<Changed> of(Proposal proposal, ProposalRevision revision, StaffingRequest request) {
		return this.amendments.since(request.id(), made(proposal, revision))
			.map((amended) -> new Changed(amended.last(), amended.labels(), amended.texts(),
					gaps(amended, revision, request)));
	}

	/**
	 * Drafts of a later round begin as what was sent last: they do not know of changes
	 * since.
	 */
	private static Instant made(Proposal proposal, ProposalRevision revision) {
		return (revision.status() != ProposalStatus.DRAFT) ? revision.statusAt()
				: Proposal.first(proposal.sent())
					.flatMap((sent) -> Optional.ofNullable(sent.sentAt()))
					.filter((sent) -> sent.isBefore(revision.statusAt()))
					.orElse(revision.statusAt());
	}

	private List<String> gaps(Amended amended, ProposalRevision revision, StaffingRequest request) {
		List<String> now = this.gaps.of(revision, request, Asked.of(request));
		Asked before = amended.before();
		if (now.isEmpty() || before == null) {
			return now;
		}
		List<String> known = this.gaps.of(revision, request, before);
		return now.stream().filter((gap) -> !known.contains(gap)).toList();
	}

}
