package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A rate of exchange that lines were priced with.
 *
 * @param currency that was converted, ISO 4217
 * @param rate how much one unit of it is worth
 */
public record Exchanged(String currency, BigDecimal rate, LocalDate date) {

	/** Those of some lines, each once. */
	static List<Exchanged> of(List<ProposalLine> lines) {
		return lines.stream()
			.map(ProposalLine::pay)
			.filter((pay) -> pay.exchangeRate() != null && pay.exchangedOn() != null)
			.map((pay) -> new Exchanged(pay.currency(), Objects.requireNonNull(pay.exchangeRate()),
					Objects.requireNonNull(pay.exchangedOn())))
			.distinct()
			.toList();
	}

}
