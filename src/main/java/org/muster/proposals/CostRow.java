package org.muster.proposals;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

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

	static CostRow sum(Kind kind, BigDecimal amount) {
		return new CostRow(kind, null, amount, null);
	}

}
