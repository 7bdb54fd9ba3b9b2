package org.muster.proposals;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.forms.Formats;
import org.muster.forms.Inputs;
import org.muster.stationery.Letterhead;
import org.muster.stationery.Letterheads;
import org.muster.stationery.Seller;
import org.muster.stationery.TermsText;
import org.muster.stationery.TermsTexts;

import org.springframework.stereotype.Component;

/**
 * The two sides of an offer, its terms and its letterhead as they are when it is sent.
 */
@Component
class SentSnapshots {

	private static final int LONGEST_BLOCK = 1000;

	private final Organisations organisations;

	private final TermsTexts termsTexts;

	private final Letterheads letterheads;

	private final Seller seller;

	private final Formats formats;

	SentSnapshots(Organisations organisations, TermsTexts termsTexts, Letterheads letterheads, Seller seller,
			Formats formats) {
		this.organisations = organisations;
		this.termsTexts = termsTexts;
		this.letterheads = letterheads;
		this.seller = seller;
		this.formats = formats;
	}

	/**
	 * @param title of the request
	 */
	SentSnapshot of(Proposal proposal, String title) {
		Organisation buyer = this.organisations.findById(proposal.organisationId()).orElseThrow();
		return new SentSnapshot(title,
				block(this.seller.name(), this.seller.address(), this.seller.country(), this.seller.vatNumber()),
				block(buyer.name(), buyer.address(), buyer.place().country(), buyer.vatNumber()),
				this.termsTexts.latest().map(TermsText::number).orElse(null),
				this.letterheads.latest().map(Letterhead::number).orElse(null), buyer.zone().getId());
	}

	private String block(String name, @Nullable String address, String country, @Nullable String vatNumber) {
		List<String> lines = new ArrayList<>(List.of(name));
		if (!Inputs.isEmpty(address)) {
			lines.add(Inputs.text(address));
		}
		lines.add(this.formats.country(country));
		if (!Inputs.isEmpty(vatNumber)) {
			lines.add(Inputs.text(vatNumber));
		}
		return Inputs.cut(String.join("\n", lines), LONGEST_BLOCK);
	}

}
