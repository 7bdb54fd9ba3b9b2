package org.muster.money;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * The value added tax on a service from one business to another.
 *
 * @param treatment why this rate applies
 * @param percent the rate, in per cent
 */
public record Vat(Treatment treatment, BigDecimal percent) {

	/** Why a rate applies. */
	public enum Treatment {

		/** Seller and buyer are in one country: its standard rate. */
		DOMESTIC,

		/**
		 * Both are in the European Union, in different countries: the buyer accounts for
		 * the tax (Directive 2006/112/EC, articles 44 and 196).
		 */
		REVERSE_CHARGE,

		/** One of them is outside the European Union: no tax is charged. */
		OUTSIDE_SCOPE

	}

	static final Set<String> EUROPEAN_UNION = Set.of("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR",
			"GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

	/**
	 * @param seller the seller's country, ISO 3166 alpha-2
	 * @param buyer the buyer's country, ISO 3166 alpha-2
	 * @param standardRates standard rates by country, in per cent
	 * @throws IllegalArgumentException if the sale is domestic and the country's rate is
	 * not known
	 */
	public static Vat between(String seller, String buyer, Map<String, BigDecimal> standardRates) {
		if (seller.equals(buyer)) {
			BigDecimal rate = standardRates.get(seller);
			if (rate == null) {
				throw new IllegalArgumentException("No standard rate of VAT is known for " + seller);
			}
			return new Vat(Treatment.DOMESTIC, rate);
		}
		boolean withinUnion = EUROPEAN_UNION.contains(seller) && EUROPEAN_UNION.contains(buyer);
		return new Vat(withinUnion ? Treatment.REVERSE_CHARGE : Treatment.OUTSIDE_SCOPE, BigDecimal.ZERO);
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
