package org.muster.audit;

import org.jspecify.annotations.Nullable;

/**
 * Somebody did something that the audit trail has to tell. Aggregates register it when
 * they change, and whoever changes rows publishes it; the trail writes it at once, in the
 * same transaction.
 *
 * @param organisationId whose history it belongs to, or {@code null} for the
 * consultancy's own
 * @param subject the reference of what was acted on
 * @param proof the seal that the act made, by which it is noticed if what was sealed is
 * taken away; {@code null} if it made none
 * @param person the id of somebody of the pool whom the detail names, or {@code null}
 */
public record Audited(Actor actor, @Nullable Long organisationId, AuditAct act, String subject, @Nullable String detail,
		@Nullable String proof, @Nullable Long person) {

	public Audited(Actor actor, @Nullable Long organisationId, AuditAct act, String subject, @Nullable String detail) {
		this(actor, organisationId, act, subject, detail, null, null);
	}

	/**
	 * The same of an act that sealed something.
	 * @param seal that it made, or {@code null} for none
	 */
	public Audited proving(@Nullable String seal) {
		return new Audited(this.actor, this.organisationId, this.act, this.subject, this.detail, seal, this.person);
	}

	/** The same of an act whose detail names somebody of the pool. */
	public Audited naming(long consultant) {
		return new Audited(this.actor, this.organisationId, this.act, this.subject, this.detail, this.proof,
				consultant);
	}

}
