package org.muster.proposals;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.NotFound;
import org.muster.audit.Viewer;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/**
 * Proposals, as far as they exist for whoever looks: for a client those of its own that
 * were sent.
 */
@NoRepositoryBean
public interface Proposals extends Repository<Proposal, Long> {

	Optional<Proposal> findByReference(String reference, Viewer viewer);

	/** For acting on: two who act at once come one after the other. */
	Optional<Proposal> lockByReference(String reference, Viewer viewer);

	/**
	 * The whole of it, to be shown. Within a transaction.
	 * @throws NotFound if it does not exist for this person
	 */
	default Proposal require(String reference, CurrentUser user) {
		return findByReference(reference, user.viewer()).orElseThrow(NotFound::new).whole();
	}

	/**
	 * The same, locked until the end of the transaction.
	 * @throws NotFound if it does not exist for this person
	 */
	default Proposal requireLocked(String reference, CurrentUser user) {
		return lockByReference(reference, user.viewer()).orElseThrow(NotFound::new);
	}

	/**
	 * Those that a viewer may see, each with the revision that waits for an answer or was
	 * accepted, or else the latest that the viewer may see; of alternatives with that
	 * which was accepted, or the first.
	 */
	default Page<ProposalRow> search(Viewer viewer, Collection<ProposalStatus> statuses, String text, Pageable page) {
		return search(viewer, ManagedBy.ANYBODY, statuses, text, page);
	}

	/** The same, of some account manager's clients. */
	Page<ProposalRow> search(Viewer viewer, ManagedBy managed, Collection<ProposalStatus> statuses, String text,
			Pageable page);

	/** The same, those that answer a request; the latest first. */
	List<ProposalRow> ofRequest(Viewer viewer, String request, Limit most);

	/** What clients have answered since. */
	Page<ProposalRow> answered(Instant since, Viewer viewer, ManagedBy managed, Pageable page);

	/** Open offers of which the client waits for nobody: it is the client's turn. */
	Page<ProposalRow> waitingForClients(Viewer viewer, ManagedBy managed, Pageable page);

	/** Open offers to which the client asks for changes: it is the consultancy's turn. */
	Page<ProposalRow> changesAsked(Viewer viewer, ManagedBy managed, Pageable page);

	/** Open offers that nobody can accept any more: it is the consultancy's turn. */
	Page<ProposalRow> lost(Viewer viewer, ManagedBy managed, Pageable page);

	/** Drafts that can still be sent. */
	Page<ProposalRow> underWay(Viewer viewer, ManagedBy managed, Pageable page);

	/** Drafts that wait for internal approval. */
	Page<ProposalRow> approvalsAsked(Viewer viewer, ManagedBy managed, Pageable page);

}
