package org.muster.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.muster.evidence.SealKeys;

/**
 * One line of the trail: who did what to what, when and from where. Never changed, but
 * for its detail, which can be removed where it says something of a person.
 */
@Entity
@DynamicUpdate
class AuditEntry {

	private static final int LONGEST_DETAIL = 2000;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Instant happenedAt;

	private @Nullable Long actorId;

	private String actorName;

	private @Nullable Long organisationId;

	private String act;

	private String subject;

	private @Nullable String detail;

	private @Nullable String detailSalt;

	private @Nullable String detailHash;

	private @Nullable String proof;

	private @Nullable String address;

	private @Nullable String nonce;

	private @Nullable String seal;

	private @Nullable Instant redactedAt;

	private @Nullable String redactionSeal;

	@SuppressWarnings("NullAway.Init")
	protected AuditEntry() {
	}

	AuditEntry(Instant happenedAt, Audited one, SealKeys keys) {
		// As exact as both databases keep it, whichever way they round.
		this.happenedAt = happenedAt.truncatedTo(ChronoUnit.MICROS);
		this.actorId = one.actor().id();
		this.actorName = one.actor().name();
		this.organisationId = one.organisationId();
		this.act = one.act().key();
		this.subject = one.subject();
		this.detail = (one.detail() != null) ? cut(one.detail()) : null;
		this.proof = one.proof();
		this.address = one.actor().address();
		if (this.detail != null) {
			this.detailSalt = SealKeys.salt();
			this.detailHash = SealKeys.hash(this.detailSalt + this.detail);
		}
		this.nonce = SealKeys.salt();
		this.seal = keys.sign(EntrySeal.ENTRY, text());
	}

	private String text() {
		return EntrySeal.text(this.nonce, this.happenedAt, this.actorId, this.actorName, this.organisationId, this.act,
				this.subject, this.detailHash, this.proof, this.address);
	}

	/** Whether Muster has written it as it is, but perhaps for its detail. */
	boolean isSealed(SealKeys keys) {
		return EntrySeal.isSealed(keys, text(), this.seal);
	}

	AuditTrail.LastAct asLast() {
		return new AuditTrail.LastAct(AuditAct.of(this.act), this.proof);
	}

	/** Half a character would be another one when it is read again. */
	private static String cut(String detail) {
		if (detail.length() <= LONGEST_DETAIL) {
			return detail;
		}
		boolean half = Character.isHighSurrogate(detail.charAt(LONGEST_DETAIL - 1));
		return detail.substring(0, half ? LONGEST_DETAIL - 1 : LONGEST_DETAIL);
	}

	/**
	 * Its hash stays, without the salt that it could be guessed by.
	 * @param rest of the detail, or {@code null} where all of it is removed
	 */
	void redact(@Nullable String rest, Instant now, SealKeys keys) {
		this.detail = (rest != null) ? cut(rest) : null;
		this.detailSalt = null;
		this.redactedAt = now.truncatedTo(ChronoUnit.MICROS);
		this.redactionSeal = keys.sign(EntrySeal.REDACTION,
				EntrySeal.redaction(this.redactedAt, this.id, this.detailHash, this.detail));
	}

	@Nullable Long id() {
		return this.id;
	}

}
