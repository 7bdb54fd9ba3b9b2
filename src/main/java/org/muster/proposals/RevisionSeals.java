package org.muster.proposals;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.muster.evidence.SealKeys;

/**
 * What proves of a revision that nothing of it was changed: the hash and the seal of what
 * was sent, the seal of how it ended, and those of the reason that was given for that,
 * which can be taken out later, its hash not.
 */
@Embeddable
class RevisionSeals {

	private @Nullable String contentHash;

	private @Nullable String seal;

	private boolean sealedLater;

	private @Nullable String endSeal;

	private boolean endSealedLater;

	private @Nullable String reasonSalt;

	private @Nullable String reasonHash;

	private @Nullable String reasonSeal;

	/**
	 * It is sent.
	 * @param hash the SHA-256 of what it offers, in hexadecimal digits
	 */
	void send(String hash) {
		this.contentHash = hash;
	}

	void seal(String made) {
		this.seal = made;
	}

	/** It was sent before seals were. */
	void sealLater() {
		this.sealedLater = true;
	}

	/** It ended before ends were sealed. */
	void sealEndLater() {
		this.endSealedLater = true;
	}

	/**
	 * @param salt without which nobody can guess the reason from its hash
	 * @param reason that was given, or {@code null} for none
	 */
	void sealReason(String salt, @Nullable String reason) {
		if (reason != null) {
			this.reasonSalt = salt;
			this.reasonHash = SealKeys.hash(salt + reason);
		}
	}

	void sealEnd(String made) {
		this.endSeal = made;
	}

	/** {@code null} before it is sent, and for those sent before hashes were. */
	@Nullable String contentHash() {
		return this.contentHash;
	}

	/** Of the offer; {@code null} before it is sent. */
	@Nullable String offer() {
		return this.seal;
	}

	/** Whether it was sealed when the portal began to seal, and not when it was sent. */
	boolean isSealedLater() {
		return this.sealedLater;
	}

	/** Of how it ended; {@code null} before. */
	@Nullable String end() {
		return this.endSeal;
	}

	/** Whether how it ended was sealed when the portal began to seal that. */
	boolean isEndSealedLater() {
		return this.endSealedLater;
	}

	@Nullable String reasonHash() {
		return this.reasonHash;
	}

	/** That a name was taken out of the reason; {@code null} if none was. */
	@Nullable String reason() {
		return this.reasonSeal;
	}

	/** Whether a reason says what it said when it was sealed. */
	boolean isAsSealed(@Nullable String reason) {
		return (reason == null) ? this.reasonHash == null
				: SealKeys.hash(this.reasonSalt + reason).equals(this.reasonHash);
	}

}
