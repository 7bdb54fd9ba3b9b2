package org.muster.proposals;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.audit.Viewer;
import org.muster.calendar.DayCount;
import org.muster.calendar.Workdays;
import org.muster.matching.Match;
import org.muster.matching.Matching;
import org.muster.matching.Offered;
import org.muster.matching.MatchExplanations;
import org.muster.money.Money;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;
import org.muster.requests.StartDays;

import org.springframework.stereotype.Component;

/**
 * Says why the people of a draft are offered. What is said of rate and dates follows from
 * the terms of the line, so it is said again whenever the draft is counted.
 */
@Component
class LineReasons {

	private final Requests requests;

	private final Organisations organisations;

	private final Matching matching;

	private final MatchExplanations explanations;

	private final StartDays days;

	private final Clock clock;

	LineReasons(Requests requests, Organisations organisations, Matching matching, MatchExplanations explanations,
			StartDays days, Clock clock) {
		this.days = days;
		this.clock = clock;
		this.requests = requests;
		this.organisations = organisations;
		this.matching = matching;
		this.explanations = explanations;
	}

	/** Somebody who is no longer in the pool keeps what was said before. */
	void renew(ProposalRevision draft) {
		StaffingRequest request = this.requests.require(draft.requestId(), Viewer.muster());
		Organisation client = this.organisations.findById(draft.organisationId()).orElseThrow();
		Workdays workdays = this.days.of(client, request.schedule().orElse(null), client.today(this.clock));
		draft.lines().stream().collect(Collectors.groupingBy(ProposalLine::positionNumber)).forEach((number, lines) -> {
			Optional<Position> position = request.position(number);
			Map<Long, Match> matches = position.isEmpty() ? Map.of() : this.matching
				.matches(request, position.get(), lines.stream().map(ProposalLine::consultantId).toList())
				.stream()
				.collect(Collectors.toMap((match) -> match.candidate().id(), Function.identity(), (one, same) -> one));
			lines.forEach((line) -> {
				Match match = matches.get(line.consultantId());
				if (match != null) {
					line.explain(Reasons.of(offered(line, draft.currency()).of(match, request, workdays),
							this.explanations));
				}
			});
		});
	}

	private static Offered offered(ProposalLine line, String currency) {
		DayCount first = line.allocation().perWeek();
		return new Offered(Money.of(line.highestDayRate(), currency).rounded().amount(), line.period().from(),
				line.dates().from(), line.fewestPerWeek(), first);
	}

}
