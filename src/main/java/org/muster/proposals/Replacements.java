package org.muster.proposals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.muster.audit.Viewer;
import org.muster.consultants.Consultants;
import org.muster.matching.Match;
import org.muster.matching.Matching;
import org.muster.pricing.Price;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Component;

/** Finds somebody else for a line of a draft. */
@Component
class Replacements {

	/** So many are looked through for somebody else. */
	private static final int SOUGHT = 40;

	private final Requests requests;

	private final Consultants consultants;

	private final Drafting drafting;

	private final Bookings bookings;

	private final Matching matching;

	Replacements(Requests requests, Consultants consultants, Drafting drafting, Bookings bookings, Matching matching) {
		this.requests = requests;
		this.consultants = consultants;
		this.drafting = drafting;
		this.bookings = bookings;
		this.matching = matching;
	}

	/** Somebody who is put on a line instead, and what a day of that person costs. */
	record Replacement(Position position, Match match, Price price) {
	}

	/**
	 * @param wish a consultant's reference, or {@link ChangeRequest#ANYBODY}
	 * @return nothing where nobody else is free, or cannot be priced
	 */
	Optional<Replacement> of(ProposalRevision draft, ProposalLine line, LineTerms terms, String wish) {
		StaffingRequest request = this.requests.require(draft.requestId(), Viewer.muster());
		Position position = request.requirePosition(line.positionNumber());
		return other(request, position, draft, terms, wish)
			.flatMap((match) -> this.drafting.price(draft, position, match.candidate(), terms.period().from())
				.map((price) -> new Replacement(position, match, price)));
	}

	private Optional<Match> other(StaffingRequest request, Position position, ProposalRevision draft, LineTerms terms,
			String wish) {
		if (!wish.equals(ChangeRequest.ANYBODY)) {
			return this.consultants.idOf(wish).flatMap((id) -> this.matching.match(request, position, id));
		}
		Set<Long> there = draft.lines().stream().map(ProposalLine::consultantId).collect(Collectors.toSet());
		return this.bookings
			.free(draft, this.matching.best(request, SOUGHT).getOrDefault(position, List.of()), (match) -> terms)
			.stream()
			.filter((match) -> !there.contains(match.candidate().id()))
			.findFirst();
	}

}
