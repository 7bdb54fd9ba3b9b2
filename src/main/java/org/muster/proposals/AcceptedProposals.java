package org.muster.proposals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.muster.calendar.DayCount;
import org.muster.calendar.Period;
import org.muster.pricing.AcceptedDays;

import org.springframework.stereotype.Component;

/** The days of accepted proposals. */
@Component
class AcceptedProposals implements AcceptedDays {

	private final AllProposals proposals;

	private final Clock clock;

	AcceptedProposals(AllProposals proposals, Clock clock) {
		this.proposals = proposals;
		this.clock = clock;
	}

	@Override
	public DayCount of(long organisation, Period period) {
		return new DayCount(
				this.proposals.acceptedHalfDays(organisation, begin(period.from()), begin(period.to().plusDays(1))));
	}

	private Instant begin(LocalDate day) {
		return day.atStartOfDay(this.clock.getZone()).toInstant();
	}

}
