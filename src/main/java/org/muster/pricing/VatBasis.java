package org.muster.pricing;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.muster.money.Vat;
import org.muster.money.VatTerritory;

/**
 * Why a revision has the VAT that it has, and the messages that say so.
 *
 * @param territory the code of the client's territory of VAT where that is said, such as
 * {@code ES-CN}; else {@code null}
 */
public record VatBasis(Vat.Treatment treatment, @Nullable String territory) {

	private static final String TEXTS = "proposals.vat.";

	private static final String NORTHERN_IRELAND = "GB-NIR";

	/**
	 * What is said of where a client is: its code, or {@code null} where it goes without
	 * saying.
	 */
	public static @Nullable String named(Vat.Treatment treatment, VatTerritory buyer) {
		boolean said = buyer.isSpecial() || treatment == Vat.Treatment.NO_TAX || treatment == Vat.Treatment.LOCAL_TAX;
		return said ? buyer.code() : null;
	}

	/** The message beside the amount; it takes the rate and the name of the tax. */
	public String label() {
		return TEXTS + this.treatment;
	}

	/** VAT, or what the tax is called there. */
	public String tax() {
		return VatTerritory.find(this.territory).map(VatTerritory::tax).orElse("VAT");
	}

	/** Whether the territory is named by its country's code. */
	public boolean isCountry() {
		return this.territory != null && this.territory.length() == 2;
	}

	/**
	 * The message that explains it; with a territory it takes its name and that of the
	 * tax. None where nothing is to be said.
	 */
	public @Nullable String text() {
		String plain = TEXTS + this.treatment + ".text";
		if (this.territory == null) {
			return (this.treatment == Vat.Treatment.DOMESTIC) ? null : plain;
		}
		return switch (this.treatment) {
			case OUTSIDE_SCOPE -> plain + reason(VatTerritory.find(this.territory).orElseThrow());
			case REVERSE_CHARGE, DOMESTIC, LOCAL_TAX, NO_TAX -> plain + ".in";
		};
	}

	private static String reason(VatTerritory territory) {
		if (Objects.equals(territory.code(), NORTHERN_IRELAND)) {
			return ".xi";
		}
		if (!territory.isExcluded()) {
			return ".in";
		}
		return territory.tax().equals("VAT") ? ".excluded" : ".local";
	}

}
