package org.muster.matching;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.requests.Position;
import org.muster.requests.StaffingRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps matches on shortlists, each once, and writes down who did. */
@Component
public class Shortlisting {

	private final Shortlists shortlists;

	private final ApplicationEventPublisher events;

	private final Matching matching;

	private final Clock clock;

	Shortlisting(Shortlists shortlists, ApplicationEventPublisher events, Matching matching, Clock clock) {
		this.matching = matching;
		this.shortlists = shortlists;
		this.events = events;
		this.clock = clock;
	}

	/** Keeps a match as it is by the weights of the request. */
	public void keep(StaffingRequest request, Position position, Match match, CurrentUser user) {
		keep(request, position, match, this.matching.weights(request), null, user);
	}

	/**
	 * @param weights that the match was scored by
	 * @param tried the conditions that were eased, or {@code null}
	 */
	void keep(StaffingRequest request, Position position, Match match, Weights weights, @Nullable String tried,
			CurrentUser user) {
		long consultant = match.candidate().id();
		if (!this.shortlists.existsByPositionIdAndConsultantId(position.id(), consultant)) {
			this.shortlists.save(new ShortlistEntry(position.id(), consultant, match.score(), weights.toString(), tried,
					user.name(), this.clock.instant()));
			this.events.publishEvent(new Audited(user.actor(), request.organisationId(), AuditAct.SHORTLIST_ADDED,
					request.reference(), match.candidate().name())
				.naming(match.candidate().id()));
		}
	}

}
