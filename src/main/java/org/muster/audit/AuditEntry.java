package org.muster.audit;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** One line of the trail: who did what to what, when and from where. Never changed. */
@Entity
class AuditEntry {

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

	private @Nullable String address;

	@SuppressWarnings("NullAway.Init")
	protected AuditEntry() {
	}

	AuditEntry(Instant happenedAt, Actor actor, @Nullable Long organisationId, String act, String subject,
			@Nullable String detail) {
		this.happenedAt = happenedAt;
		this.actorId = actor.id();
		this.actorName = actor.name();
		this.organisationId = organisationId;
		this.act = act;
		this.subject = subject;
		this.detail = (detail != null && detail.length() > 1000) ? detail.substring(0, 1000) : detail;
		this.address = actor.address();
	}

	@Nullable Long id() {
		return this.id;
	}

}
