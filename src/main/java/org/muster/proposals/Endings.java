package org.muster.proposals;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;

import org.springframework.stereotype.Component;

/**
 * What follows when offers end: days are held as they are needed now, what was asked
 * about the offers needs no answer any more, and the end is sealed.
 */
@Component
class Endings {

	private final Holds holds;

	private final CounterProposals counters;

	private final OutcomeSeals seals;

	private final Clock clock;

	Endings(Holds holds, CounterProposals counters, OutcomeSeals seals, Clock clock) {
		this.holds = holds;
		this.counters = counters;
		this.seals = seals;
		this.clock = clock;
	}

	/**
	 * @param open what was open before
	 * @param act that ended it
	 * @return the ids of the accounts that asked for changes
	 */
	Set<Long> of(Proposal proposal, List<ProposalRevision> open, AuditAct act, @Nullable String detail, Actor by) {
		this.holds.follow(proposal);
		Set<Long> asked = new LinkedHashSet<>();
		this.counters.waiting(proposal.id()).forEach((counter) -> {
			counter.end(by, this.clock.instant());
			asked.add(counter.byId());
		});
		this.seals.record(by, proposal, open, act, detail);
		return asked;
	}

}
