package org.muster.proposals;

import java.util.List;
import java.util.Optional;

import org.muster.accounts.NotFound;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What clients would have otherwise. */
interface CounterProposals extends Repository<CounterProposal, Long> {

	CounterProposal save(CounterProposal counter);

	/** Those of a proposal, the latest first. */
	@Query("select distinct c from CounterProposal c left join fetch c.wishes where c.proposalId = :proposal order by c.id desc")
	List<CounterProposal> of(long proposal);

	/** Those of a proposal that a revision in draft is to answer. */
	@Query("""
			select c from CounterProposal c where c.proposalId = :proposal
			and c.status = org.muster.proposals.CounterProposal.Status.DRAFTED""")
	List<CounterProposal> drafted(long proposal);

	/** Open change requests of a proposal, the oldest first. */
	@Query("""
			select distinct c from CounterProposal c left join fetch c.wishes where c.proposalId = :proposal
			and c.status in (org.muster.proposals.CounterProposal$Status.ASKED,
				org.muster.proposals.CounterProposal$Status.DRAFTED) order by c.id""")
	List<CounterProposal> waiting(long proposal);

	/** Those of a proposal that were taken back after a revision was drafted for them. */
	@Query("""
			select c from CounterProposal c where c.proposalId = :proposal and c.answerRevision is not null
			and c.status = org.muster.proposals.CounterProposal$Status.TAKEN_BACK order by c.id""")
	List<CounterProposal> takenBack(long proposal);

	@Query("select c from CounterProposal c left join fetch c.wishes where c.id = :id and c.proposalId = :proposal")
	Optional<CounterProposal> find(long id, long proposal);

	/**
	 * @throws NotFound if the proposal has none of that id
	 */
	default CounterProposal require(long id, Proposal proposal) {
		return find(id, proposal.id()).orElseThrow(NotFound::new);
	}

}
