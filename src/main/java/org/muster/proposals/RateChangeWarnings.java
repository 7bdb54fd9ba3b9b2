package org.muster.proposals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.muster.consultants.Consultants;
import org.muster.consultants.RatesOverTime;
import org.muster.forms.Formats;
import org.muster.proposals.DraftWarning.Kind;

import org.springframework.stereotype.Component;

/**
 * Warnings about people whose bill rate changes while they work: a line has one for all
 * of its days. Pay rates are counted day by day, so there is nothing to warn of.
 */
@Component
class RateChangeWarnings {

	private final Consultants consultants;

	private final Formats formats;

	RateChangeWarnings(Consultants consultants, Formats formats) {
		this.consultants = consultants;
		this.formats = formats;
	}

	List<DraftWarning> of(ProposalRevision draft) {
		// What the rate card prices does not follow the profile.
		List<ProposalLine> lines = draft.lines().stream().filter((line) -> line.list().card() == null).toList();
		if (lines.isEmpty()) {
			return List.of();
		}
		Map<Long, RatesOverTime> rates = this.consultants
			.ratesOf(lines.stream().map(ProposalLine::consultantId).distinct().toList());
		return lines.stream()
			.flatMap((line) -> Stream.ofNullable(rates.get(line.consultantId())).flatMap((own) -> of(line, own)))
			.distinct()
			.toList();
	}

	private Stream<DraftWarning> of(ProposalLine line, RatesOverTime rates) {
		return rates.changesDuring(line.period())
			.entrySet()
			.stream()
			.filter((change) -> change.getValue().bill().compareTo(rates.on(change.getKey().minusDays(1)).bill()) != 0)
			.map((change) -> DraftWarning.of(Kind.RATE_CHANGES, line.consultantName(),
					this.formats.date(change.getKey()), this.formats.rate(change.getValue().bill(), rates.currency())));
	}

}
