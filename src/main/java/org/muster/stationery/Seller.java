package org.muster.stationery;

import org.muster.money.VatTerritory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The consultancy as it stands on a proposal.
 *
 * @param country ISO 3166 alpha-2
 * @param territory the code of a territory of VAT such as {@code ES-CN}; empty for that
 * of the address
 */
@ConfigurationProperties("muster.seller")
public record Seller(@DefaultValue("Muster Consulting") String name, @DefaultValue("") String address,
		@DefaultValue("PT") String country, @DefaultValue("") String vatNumber, @DefaultValue("") String territory) {

	public Seller {
		boolean known = territory.isEmpty()
				|| VatTerritory.choices(country).stream().anyMatch((one) -> one.code().equals(territory));
		if (!known) {
			throw new IllegalArgumentException(
					"muster.seller.territory: %s is no territory of VAT in %s".formatted(territory, country));
		}
	}

	/** Whose VAT applies. */
	public VatTerritory vatTerritory() {
		return VatTerritory.of(this.territory, this.country, null, this.address);
	}

}
