package org.muster.proposals;

import java.math.BigDecimal;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.money.Money;

/**
 * What an offer may come to.
 *
 * @param net after the discount on the whole, before VAT
 * @param uncapped what the days would cost without the cap, where that is what limits it;
 * else {@code null}
 */
public record OfferTotal(DayCount days, BigDecimal net, @Nullable BigDecimal uncapped) {

	/** If as many days are lost to sickness and other unplanned leave as usual. */
	static OfferTotal low(ProposalRevision revision) {
		return of(revision, ProposalLine::lowDays);
	}

	/** If the scope grows as far as it may; never more than the cap. */
	static OfferTotal high(ProposalRevision revision) {
		OfferTotal high = of(revision, (line) -> line.highDays(revision.scopePercent()));
		BigDecimal cap = revision.cap();
		return (cap != null && high.net().compareTo(cap) > 0)
				? new OfferTotal(high.days(), /* net= */ cap, /* uncapped= */ high.net()) : high;
	}

	private static OfferTotal of(ProposalRevision revision, Function<ProposalLine, DayCount> count) {
		Money sum = Money.of(BigDecimal.ZERO, revision.currency()).rounded();
		DayCount all = DayCount.ZERO;
		for (ProposalLine line : revision.lines()) {
			DayCount days = count.apply(line);
			all = all.plus(days);
			sum = sum.plus(line.priceOf(days));
		}
		return new OfferTotal(all, revision.discounts().less(sum).amount(), null);
	}

}
