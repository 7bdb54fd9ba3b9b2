package org.muster.proposals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.muster.consultants.Consultants;
import org.muster.consultants.RateChange;
import org.muster.forms.Shown;
import org.muster.proposals.DraftWarning.Kind;

import org.springframework.stereotype.Component;

/**
 * Warnings about people whose rates change while they work. Matches and drafts use the
 * rates of the day on which they are made.
 */
@Component
class RateChangeWarnings {

	private final Consultants consultants;

	private final Shown shown;

	private final Clock clock;

	RateChangeWarnings(Consultants consultants, Shown shown, Clock clock) {
		this.consultants = consultants;
		this.shown = shown;
		this.clock = clock;
	}

	List<DraftWarning> of(ProposalRevision draft) {
		if (draft.lines().isEmpty()) {
			return List.of();
		}
		List<RateChange> changes = this.consultants.rateChangesOf(
				draft.lines().stream().map(ProposalLine::consultantId).distinct().toList(), LocalDate.now(this.clock));
		return draft.lines()
			.stream()
			.flatMap((line) -> changes.stream()
				.filter((change) -> change.consultantId() == line.consultantId())
				.filter((change) -> !change.from().isAfter(line.period().to()))
				.map((change) -> of(line, change)))
			.distinct()
			.toList();
	}

	private DraftWarning of(ProposalLine line, RateChange change) {
		return DraftWarning.of(Kind.RATE_CHANGES, line.consultantName(), this.shown.date(change.from()),
				this.shown.rate(change.pay(), line.payCurrency()), this.shown.rate(change.bill(), line.payCurrency()));
	}

}
