package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Formats;
import org.muster.money.ExchangeRates;
import org.muster.money.Money;
import org.muster.proposals.DraftWarning.Kind;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Component;

/** Warnings about what a draft costs, against the request and against pay rates. */
@Component
class PriceWarnings {

	private final Formats formats;

	private final ExchangeRates exchange;

	PriceWarnings(Formats formats, ExchangeRates exchange) {
		this.exchange = exchange;
		this.formats = formats;
	}

	List<DraftWarning> of(ProposalRevision draft, StaffingRequest request) {
		List<DraftWarning> warnings = new ArrayList<>();
		if (!this.exchange.currencies().contains(draft.currency())) {
			warnings.add(DraftWarning.of(Kind.CURRENCY_WITHOUT_RATE, draft.currency()));
		}
		draft.lines().forEach((line) -> line(draft, line, request.rateCap(), warnings));
		above(draft, request.budget(), Kind.ABOVE_BUDGET, warnings);
		above(draft, draft.cap(), Kind.ABOVE_NOT_TO_EXCEED, warnings);
		return warnings;
	}

	private void line(ProposalRevision draft, ProposalLine line, @Nullable BigDecimal cap,
			List<DraftWarning> warnings) {
		Money highest = rounded(line.highestDayRate(), draft);
		if (line.cost() == null) {
			warnings.add(DraftWarning.of(Kind.NO_EXCHANGE_RATE, line.consultantName(), line.pay().currency(),
					draft.currency()));
		}
		else {
			pay(draft, line).ifPresent(warnings::add);
		}
		if (cap != null && highest.compareTo(rounded(cap, draft)) > 0) {
			warnings.add(DraftWarning.of(Kind.RATE_ABOVE_CAP, line.consultantName(), rate(highest),
					rate(rounded(cap, draft))));
		}
	}

	/** The first day from which a day is paid more than the client pays for it. */
	private Optional<DraftWarning> pay(ProposalRevision draft, ProposalLine line) {
		LocalDate first = line.period().from();
		return Stream.concat(Stream.of(first), line.pay().later().keySet().stream())
			.filter((day) -> pay(draft, line, day).compareTo(net(draft, line, day)) > 0)
			.findFirst()
			.map((day) -> {
				String pay = rate(pay(draft, line, day));
				String net = rate(net(draft, line, day));
				return day.equals(first) ? DraftWarning.of(Kind.PAY_ABOVE_RATE, line.consultantName(), pay, net)
						: DraftWarning.of(Kind.PAY_ABOVE_RATE_LATER, line.consultantName(), this.formats.date(day), pay,
								net);
			});
	}

	private static Money pay(ProposalRevision draft, ProposalLine line, LocalDate day) {
		return rounded(Objects.requireNonNull(line.payOn(day)), draft);
	}

	private static Money net(ProposalRevision draft, ProposalLine line, LocalDate day) {
		return rounded(line.netRateOn(day), draft);
	}

	/**
	 * A discounted rate has more decimals than anybody pays: what differs in those is not
	 * worth a warning.
	 */
	private static Money rounded(BigDecimal amount, ProposalRevision draft) {
		return Money.of(amount, draft.currency()).rounded();
	}

	private String rate(Money rate) {
		return this.formats.rate(rate.amount(), rate.currency().getCurrencyCode());
	}

	private void above(ProposalRevision draft, @Nullable BigDecimal most, Kind kind, List<DraftWarning> warnings) {
		if (most != null && draft.net().compareTo(most) > 0) {
			warnings.add(DraftWarning.of(kind, this.formats.money(draft.net(), draft.currency()),
					this.formats.money(most, draft.currency()),
					this.formats.money(draft.net().subtract(most), draft.currency())));
		}
	}

}
