package org.muster.money;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The value added tax on a service from one business to another, which is supplied where
 * the customer is established (Directive 2006/112/EC, article 44).
 *
 * @param treatment why this rate applies
 * @param percent the rate, in per cent
 */
public record Vat(Treatment treatment, BigDecimal percent) {

	/** Why a rate applies. */
	public enum Treatment {

		/** One law holds for seller and buyer: the standard rate where the buyer is. */
		DOMESTIC,

		/** The same, where the tax is another, such as IGIC on the Canary Islands. */
		LOCAL_TAX,

		/** The same, where there is no such tax, or its rate is not known. */
		NO_TAX,

		/**
		 * Both are in the European Union's territory of VAT, in different countries: the
		 * buyer accounts for the tax (Directive 2006/112/EC, articles 44 and 196).
		 */
		REVERSE_CHARGE,

		/** One of them is outside of that territory: no tax is charged. */
		OUTSIDE_SCOPE;

		/** Whether the buyer's VAT number has to be known (articles 214 and 226(4)). */
		public boolean needsVatNumber() {
			return this == REVERSE_CHARGE;
		}

	}

	/**
	 * @param day of the tax point
	 */
	public static Vat between(VatTerritory seller, VatTerritory buyer, LocalDate day) {
		if (seller.hasLawOf(buyer)) {
			BigDecimal rate = VatRates.find(day, buyer).orElse(BigDecimal.ZERO);
			return new Vat((rate.signum() > 0) ? taxed(buyer) : untaxed(seller, buyer), rate);
		}
		return new Vat(seller.inUnion() && buyer.inUnion() ? Treatment.REVERSE_CHARGE : Treatment.OUTSIDE_SCOPE,
				BigDecimal.ZERO);
	}

	private static Treatment taxed(VatTerritory buyer) {
		return buyer.tax().equals(VatTerritory.VAT) ? Treatment.DOMESTIC : Treatment.LOCAL_TAX;
	}

	private static Treatment untaxed(VatTerritory seller, VatTerritory buyer) {
		return seller.equals(buyer) ? Treatment.NO_TAX : Treatment.OUTSIDE_SCOPE;
	}

	/** Whether the rate is the same. */
	public boolean isLike(Vat other) {
		return this.percent.compareTo(other.percent) == 0;
	}

	/** The tax on a net amount, rounded half up. */
	public Money on(Money net) {
		return net.percent(this.percent).rounded();
	}

}
