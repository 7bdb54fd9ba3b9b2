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
 * Seals what is sent and how it ends with a key outside of the database, and says whether
 * it is still that. The seal of a revision covers all that it shows, with the text of its
 * terms, and the seal of the revision that was sent before it; the seal of an end covers
 * the seal of the offer, and who ended it, when and why, or with which signature.
 */
@Component
class Seals {

	private static final String OFFER = "proposal-offer";

	private static final String ACCEPTANCE = "proposal-acceptance";

	private static final String END = "proposal-end";

	private static final String ERASURE = "proposal-erasure";

	private static final String REASON = "proposal-reason";

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
			one.lines().forEach((line) -> line.person().seal(SealKeys.salt()));
			last = this.keys.sign(OFFER, offer(one));
			one.seals().seal(last);
		}
		return last;
	}

	/**
	 * Seals how a revision ended just now.
	 * @return the seal
	 */
	String sealEnd(ProposalRevision ended) {
		ended.seals().sealReason(SealKeys.salt(), ended.declineReason());
		String seal = this.keys.sign(purpose(ended), end(ended));
		ended.seals().sealEnd(seal);
		return seal;
	}

	/** Says that a part of a reason was taken out on purpose. */
	String sealReason(@Nullable String reasonHash, String rest) {
		return this.keys.sign(REASON, reason(reasonHash, rest));
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
		boolean hashed = revision.contentHash() == null ? revision.seals().isSealedLater()
				: revision.contentHash().equals(Seal.of(revision));
		if (!hashed || !this.keys.isSigned(OFFER, offer(revision), revision.seals().offer())
				|| !revision.lines().stream().allMatch(this::isOf)) {
			return Integrity.BROKEN;
		}
		if (revision.lines().stream().anyMatch((line) -> line.person().isErased())) {
			return Integrity.ERASED;
		}
		return revision.seals().isSealedLater() ? Integrity.SEALED_LATER : Integrity.INTACT;
	}

	/**
	 * Whether it ended as it says; one that has not ended says nothing of an end. That it
	 * has not ended, the audit trail alone can tell: see {@link OpenOffers}.
	 */
	boolean isEndIntact(ProposalRevision revision) {
		if (!revision.status().isEnd()) {
			return revision.signature() == null && revision.declineReason() == null && revision.seals().end() == null;
		}
		return this.keys.isSigned(purpose(revision), end(revision), revision.seals().end())
				&& (revision.status() == ProposalStatus.ACCEPTED || isReasonIntact(revision));
	}

	private boolean isReasonIntact(ProposalRevision revision) {
		return (revision.signature() == null) && ((revision.seals().reason() == null)
				? revision.seals().isAsSealed(revision.declineReason()) : this.keys.isSigned(REASON,
						reason(revision.seals().reasonHash(), revision.declineReason()), revision.seals().reason()));
	}

	private boolean isOf(ProposalLine line) {
		return line.person().isErased() ? line.person().isNeutral() && this.keys.isSigned(ERASURE,
				erasure(String.valueOf(line.person().hash()), line.consultantName()), line.person().erasureSeal())
				: line.person().isAsSealed();
	}

	private String offer(ProposalRevision revision) {
		SealedText text = new SealedText().add("content", Seal.canonical(revision))
			.add("hash", revision.contentHash())
			.add("later", revision.seals().isSealedLater())
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
			.map((one) -> String.valueOf(one.seals().offer()))
			.orElse(null);
	}

	private static String purpose(ProposalRevision ended) {
		return (ended.status() == ProposalStatus.ACCEPTED) ? ACCEPTANCE : END;
	}

	private static String end(ProposalRevision revision) {
		return (revision.status() == ProposalStatus.ACCEPTED) ? acceptance(revision)
				: new SealedText().add("offer", revision.seals().offer())
					.add("status", revision.status())
					.add("by", revision.statusByName())
					.add("account", revision.statusById().orElse(null))
					.add("at", revision.statusAt())
					.add("reason", revision.seals().reasonHash())
					.add("later", revision.seals().isEndSealedLater())
					.toString();
	}

	private static String reason(@Nullable String hash, @Nullable String rest) {
		return new SealedText().add("reason", hash).add("rest", rest).toString();
	}

	private static String acceptance(ProposalRevision revision) {
		Signature signature = revision.signature();
		SealedText text = new SealedText().add("offer", revision.seals().offer())
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
