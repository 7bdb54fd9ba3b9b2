package org.muster.proposals;

import java.time.Clock;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.money.Vat;
import org.muster.money.VatTerritory;
import org.muster.pricing.VatBasis;
import org.muster.stationery.Seller;

import org.springframework.stereotype.Component;

/** Which VAT drafts are subject to: by where the consultancy and the client are now. */
@Component
class Taxation {

	private final Organisations organisations;

	private final Seller seller;

	private final Clock clock;

	Taxation(Organisations organisations, Seller seller, Clock clock) {
		this.organisations = organisations;
		this.seller = seller;
		this.clock = clock;
	}

	/** That of today. */
	Vat on(Organisation buyer) {
		return Vat.between(this.seller.vatTerritory(), buyer.vatTerritory(), LocalDate.now(this.clock));
	}

	/** Adds up a draft whose lines have been priced. */
	void addUp(ProposalRevision draft) {
		VatTerritory buyer = buyer(draft).vatTerritory();
		Vat today = Vat.between(this.seller.vatTerritory(), buyer, LocalDate.now(this.clock));
		draft.tax(new VatBasis(today.treatment(), VatBasis.named(today.treatment(), buyer)));
		draft.addUp((day) -> Vat.between(this.seller.vatTerritory(), buyer, day));
	}

	/**
	 * The client, where reverse charge needs a VAT number of it and there is none, or one
	 * that cannot be right (Directive 2006/112/EC, article 226(4)).
	 */
	@Nullable Organisation withoutNumber(ProposalRevision draft) {
		Organisation buyer = buyer(draft);
		boolean missing = draft.vatTreatment().needsVatNumber() && !buyer.vatTerritory().canHave(buyer.vatNumber());
		return missing ? buyer : null;
	}

	private Organisation buyer(ProposalRevision draft) {
		return this.organisations.findById(draft.organisationId()).orElseThrow(NotFound::new);
	}

}
