package org.muster.stationery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The consultancy as it stands on a proposal.
 *
 * @param country ISO 3166 alpha-2: whose VAT applies
 */
@ConfigurationProperties("muster.seller")
public record Seller(@DefaultValue("Muster Consulting") String name, @DefaultValue("") String address,
		@DefaultValue("PT") String country, @DefaultValue("") String vatNumber) {
}
