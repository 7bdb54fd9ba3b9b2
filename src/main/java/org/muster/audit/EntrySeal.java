package org.muster.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.muster.evidence.SealKeys;
import org.muster.evidence.SealedText;

/** What the seals of an entry of the trail cover. */
final class EntrySeal {

	/** The purposes of the seals. */
	static final String ENTRY = "audit-entry";

	/**
	 * Of an entry from before there were seals: the demo writes entries of other days.
	 */
	static final String LATER = "audit-entry-later";

	static final String REDACTION = "audit-redaction";

	static final String LINK = "audit-link";

	static final String CHAIN = "audit-chain";

	private EntrySeal() {
	}

	/** Whether Muster has sealed an entry, at once or later. */
	static boolean isSealed(SealKeys keys, String text, @Nullable String seal) {
		return keys.isSigned(ENTRY, text, seal) || keys.isSigned(LATER, text, seal);
	}

	static String text(@Nullable String nonce, Instant at, @Nullable Long actorId, String actor,
			@Nullable Long organisation, String act, String subject, @Nullable String detailHash,
			@Nullable String proof, @Nullable String address) {
		return new SealedText().add("nonce", nonce)
			.add("at", at)
			.add("actor", actorId)
			.add("name", actor)
			.add("organisation", organisation)
			.add("act", act)
			.add("subject", subject)
			.add("detail", detailHash)
			.add("proof", proof)
			.add("address", address)
			.toString();
	}

	/**
	 * @param rest of the detail that is left
	 */
	static String redaction(Instant at, @Nullable Long entry, @Nullable String detailHash, @Nullable String rest) {
		return new SealedText().add("at", at)
			.add("entry", entry)
			.add("detail", detailHash)
			.add("rest", rest)
			.toString();
	}

	/** The entry and its place, after the link before it. */
	static String link(String chain, long number, long entry, String seal, String before) {
		return new SealedText().add("chain", chain)
			.add("number", number)
			.add("entry", entry)
			.add("seal", seal)
			.add("before", before)
			.toString();
	}

}
