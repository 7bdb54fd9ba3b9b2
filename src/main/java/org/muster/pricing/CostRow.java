package org.muster.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.money.Money;

/**
 * A row of what an offer comes to. Pages, documents and sheets show the same rows in the
 * same order, so that each can be added up from the top.
 *
 * @param percent of a discount or a tax; {@code null} for sums
 * @param amount of a discount below zero
 * @param share what is taxed, where VAT changes on the way; else {@code null}
 */
public record CostRow(Kind kind, @Nullable BigDecimal percent, BigDecimal amount, @Nullable VatShare share) {

	/** What sort of row, in their order. */
	public enum Kind {

		/** Of the lines. */
		SUBTOTAL,

		DISCOUNT,

		/** By the frame agreement. */
		VOLUME,

		/** After all discounts: what is taxed. */
		NET,

		TAX, TOTAL

	}

	/**
	 * From the sum of the lines to the total.
	 * @param sum of the lines
	 * @param shares what is taxed at which rate, in the order of time
	 * @param vat what all of it is taxed with, unless VAT changes on the way
	 */
	public static List<CostRow> of(Money sum, Discounts discounts, List<VatShare> shares, CostRow vat,
			BigDecimal total) {
		List<CostRow> rows = new ArrayList<>();
		rows.add(sum(Kind.SUBTOTAL, sum.amount()));
		if (discounts.percent().signum() > 0) {
			rows.add(new CostRow(Kind.DISCOUNT, discounts.percent(), discounts.onWhole(sum).amount().negate(), null));
		}
		if (discounts.volumePercent().signum() > 0) {
			rows.add(new CostRow(Kind.VOLUME, discounts.volumePercent(), discounts.byVolume(sum).amount().negate(),
					null));
		}
		rows.add(sum(Kind.NET, discounts.less(sum).amount()));
		if (shares.size() > 1) {
			shares.forEach((share) -> rows.add(new CostRow(Kind.TAX, share.percent(), share.tax(), share)));
		}
		else {
			rows.add(vat);
		}
		rows.add(sum(Kind.TOTAL, total));
		return rows;
	}

	private static CostRow sum(Kind kind, BigDecimal amount) {
		return new CostRow(kind, null, amount, null);
	}

}
