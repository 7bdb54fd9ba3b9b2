package org.muster.proposals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.proposals.ApprovalPolicy.Breach.Kind;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which offers need internal approval, by a second account manager or an administrator,
 * before they are sent. An offer at a limit needs none.
 *
 * @param margin the lowest margin, of the whole and of each line after every discount,
 * that needs no approval, in per cent
 * @param discount the highest discount off the list price, of the whole and of each line
 * after every discount, that needs none, in per cent
 */
@ConfigurationProperties("muster.second-look")
record ApprovalPolicy(@DefaultValue("10") BigDecimal margin, @DefaultValue("15") BigDecimal discount) {

	private static final BigDecimal HUNDRED = new BigDecimal(100);

	private static final int HUNDREDTHS = 2;

	/**
	 * A limit that an offer goes beyond.
	 *
	 * @param person whose line it is, or {@code null} for the whole
	 * @param actual the margin or the discount, in per cent to two decimals
	 * @param limit in per cent
	 */
	record Breach(Kind kind, @Nullable String person, BigDecimal actual, BigDecimal limit) {

		/** Which limit; each has a message {@code proposals.breach.<kind>}. */
		enum Kind {

			NO_REVENUE, LOSS, MARGIN, DISCOUNT, LINE_NO_REVENUE, LINE_LOSS, LINE_MARGIN, LINE_DISCOUNT

		}

		/** How far beyond the limit, in points of per cent. */
		public BigDecimal by() {
			return this.actual.subtract(this.limit).abs();
		}

	}

	boolean isNeeded(ProposalRevision draft) {
		return !breaches(draft).isEmpty();
	}

	/**
	 * Those of the whole first. A line alone is the whole. What cannot be known for want
	 * of a rate of exchange is none; such an offer is not sent at all.
	 */
	List<Breach> breaches(ProposalRevision draft) {
		List<Breach> breaches = new ArrayList<>();
		Margins margins = Margins.of(draft);
		boolean several = draft.lines().size() > 1;
		if (margins != null) {
			margin(margins.total(), (margins.total().percent() == null) ? Kind.NO_REVENUE : Kind.LOSS, Kind.MARGIN,
					null, breaches);
		}
		BigDecimal list = sum(draft.lines().stream().map(ProposalLine::listAmount).toList());
		BigDecimal exact = sum(draft.lines().stream().map(ProposalLine::exactAmount).toList());
		discount(list, exact.multiply(draft.discounts().left()), Kind.DISCOUNT, null, breaches);
		for (ProposalLine line : draft.lines()) {
			Margins.Row row = (margins != null && several) ? margins.line(line.number()) : null;
			if (row != null) {
				margin(row, (row.percent() == null) ? Kind.LINE_NO_REVENUE : Kind.LINE_LOSS, Kind.LINE_MARGIN,
						line.consultantName(), breaches);
			}
			if (several) {
				discount(line.listAmount(), line.exactAmount().multiply(draft.discounts().left()), Kind.LINE_DISCOUNT,
						line.consultantName(), breaches);
			}
		}
		return breaches;
	}

	private static BigDecimal sum(List<BigDecimal> amounts) {
		return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private void margin(Margins.Row row, Kind loss, Kind thin, @Nullable String person, List<Breach> breaches) {
		BigDecimal least = row.revenue().multiply(this.margin.movePointLeft(2));
		boolean negative = row.margin().signum() < 0;
		if (negative || row.margin().compareTo(least) < 0) {
			breaches.add(new Breach(negative ? loss : thin, person, percent(row.margin(), row.revenue()), this.margin));
		}
	}

	private void discount(BigDecimal list, BigDecimal net, Kind kind, @Nullable String person, List<Breach> breaches) {
		BigDecimal off = list.subtract(net);
		if (off.compareTo(list.multiply(this.discount.movePointLeft(2))) > 0) {
			breaches.add(new Breach(kind, person, percent(off.negate(), list).negate(), this.discount));
		}
	}

	/** Rounded away from the limit, so that what is beyond it never reads like it. */
	private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
		if (whole.signum() == 0) {
			return HUNDRED.negate();
		}
		return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64).setScale(HUNDREDTHS, RoundingMode.FLOOR);
	}

}
