package org.muster.proposals;

import java.math.BigDecimal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which offers need a second account manager, or an administrator, before they are sent.
 *
 * @param margin the lowest margin of the whole that needs none, in per cent
 * @param discount the highest discount, on the whole or on a line, that needs none, in
 * per cent
 */
@ConfigurationProperties("muster.second-look")
record SecondLook(@DefaultValue("10") BigDecimal margin, @DefaultValue("15") BigDecimal discount) {

	boolean isNeeded(ProposalRevision draft) {
		return Margins.of(draft).total().percent().compareTo(this.margin) < 0
				|| draft.discountPercent().compareTo(this.discount) > 0
				|| draft.lines().stream().anyMatch((line) -> line.discountPercent().compareTo(this.discount) > 0);
	}

}
