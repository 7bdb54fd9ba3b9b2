package org.muster.proposals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends offers whose last day has passed. Acting on one checks its day itself, so this may
 * come late.
 */
@Component
@EnableScheduling
class Expiry {

	private final Proposals proposals;

	private final Answers answers;

	private final Clock clock;

	Expiry(Proposals proposals, Answers answers, Clock clock) {
		this.proposals = proposals;
		this.answers = answers;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 10, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
	void expire() {
		this.proposals.past(LocalDate.now(this.clock)).forEach(this.answers::expire);
	}

}
