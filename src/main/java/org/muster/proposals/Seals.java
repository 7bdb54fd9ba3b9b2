package org.muster.proposals;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.evidence.SealKeys;
import org.muster.evidence.SealedText;
import org.muster.stationery.TermsText;
import org.muster.stationery.TermsTexts;

import org.springframework.stereotype.Component;

/**
 * Seals what is sent and what is accepted with a key outside of the database, and says
 * whether it is still that. The seal of a revision covers all that it shows, with the
 * text of its terms, and the seal of the revision that was sent before it; the seal of an
 * acceptance covers the signature and the seal of what was signed.
 */
@Component
class Seals {

	private static final String OFFER = "proposal-offer";

	private static final String ACCEPTANCE = "proposal-acceptance";

	private static final String ERASURE = "proposal-erasure";

	private final SealKeys keys;

	private final TermsTexts terms;

	Seals(SealKeys keys, TermsTexts terms) {
		this.keys = keys;
		this.terms = terms;
	}

	/**
	 * Seals revisions that were sent just now.
	 * @return the seal of the last, which covers those before
	 */
	String seal(List<ProposalRevision> sent) {
		String last = "";
		for (ProposalRevision one : sent) {
			one.lines().forEach((line) -> line.sealPerson(SealKeys.salt()));
			last = this.keys.sign(OFFER, offer(one));
			one.seal(last);
		}
		return last;
	}

	/**
	 * Seals the signature of a revision that was accepted just now.
	 * @return the seal
	 */
	String sealAcceptance(ProposalRevision accepted) {
		String seal = this.keys.sign(ACCEPTANCE, acceptance(accepted));
		accepted.sealAcceptance(seal);
		return seal;
	}

	/** Says that the name of a person was taken out of a line on purpose. */
	String sealErasure(String personHash, String neutralName) {
		return this.keys.sign(ERASURE, erasure(personHash, neutralName));
	}

	/** Of the offer itself, whatever has become of it. */
	Integrity of(ProposalRevision revision) {
		if (revision.status() == ProposalStatus.DRAFT) {
			return Integrity.DRAFT;
		}
		boolean hashed = revision.contentHash() == null ? revision.isSealedLater()
				: revision.contentHash().equals(Seal.of(revision));
		if (!hashed || !this.keys.isSigned(OFFER, offer(revision), revision.seal())
				|| !revision.lines().stream().allMatch(this::isOf)) {
			return Integrity.BROKEN;
		}
		if (revision.lines().stream().anyMatch(ProposalLine::isErased)) {
			return Integrity.ERASED;
		}
		return revision.isSealedLater() ? Integrity.SEALED_LATER : Integrity.INTACT;
	}

	/** Whether what was signed is what was accepted; so it is where nothing was. */
	boolean isAcceptanceIntact(ProposalRevision revision) {
		return (revision.status() == ProposalStatus.ACCEPTED)
				? this.keys.isSigned(ACCEPTANCE, acceptance(revision), revision.acceptanceSeal())
				: revision.signature() == null && revision.acceptanceSeal() == null;
	}

	private boolean isOf(ProposalLine line) {
		return line.isErased()
				? line.isNeutral() && this.keys.isSigned(ERASURE,
						erasure(String.valueOf(line.personHash()), line.consultantName()), line.erasureSeal())
				: line.isPersonAsSealed();
	}

	private String offer(ProposalRevision revision) {
		SealedText text = new SealedText().add("content", Seal.canonical(revision))
			.add("hash", revision.contentHash())
			.add("later", revision.isSealedLater())
			.add("organisation", revision.organisationId())
			.add("request", revision.requestId())
			.add("terms", termsHash(revision.termsVersion()))
			.add("letterhead", revision.letterhead())
			.add("round", revision.round());
		revision.lines()
			.stream()
			.sorted(Comparator.comparing(ProposalLine::number))
			.forEach((line) -> line.addTo(text));
		return text.add("before", before(revision)).toString();
	}

	private @Nullable String termsHash(@Nullable Integer version) {
		return (version != null) ? this.terms.find(version).map(TermsText::text).map(SealKeys::hash).orElse("missing")
				: null;
	}

	/** The seal of the revision that was sent before, or {@code null} for the first. */
	private static @Nullable String before(ProposalRevision revision) {
		return revision.proposal()
			.revisions()
			.stream()
			.filter((one) -> one.number() < revision.number() && one.status() != ProposalStatus.DRAFT)
			.max(Comparator.comparing(ProposalRevision::number))
			.map((one) -> String.valueOf(one.seal()))
			.orElse(null);
	}

	private static String acceptance(ProposalRevision revision) {
		Signature signature = revision.signature();
		SealedText text = new SealedText().add("offer", revision.seal())
			.add("by", revision.statusByName())
			.add("account", revision.statusById().orElse(null))
			.add("at", revision.statusAt());
		if (signature != null) {
			text.add("name", signature.name())
				.add("function", signature.function())
				.add("order", signature.purchaseOrder())
				.add("address", signature.address())
				.add("agent", signature.agent());
		}
		return text.toString();
	}

	private static String erasure(String personHash, String neutralName) {
		return new SealedText().add("person", personHash).add("name", neutralName).toString();
	}

}
