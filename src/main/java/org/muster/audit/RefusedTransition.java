package org.muster.audit;

import java.time.Instant;

/**
 * An act that the state of a thing does not allow. It becomes a page with the status 409
 * that says what state the thing is in, and who put it there.
 */
public class RefusedTransition extends RuntimeException {

	private final String reference;

	private final String stateKey;

	private final boolean act;

	private final String by;

	private final Instant at;

	/**
	 * @param reference of the thing
	 * @param stateKey the message key of the state that it is in
	 * @param by who put it there
	 * @param at when
	 */
	public RefusedTransition(String reference, String stateKey, String by, Instant at) {
		this(reference, stateKey, false, by, at);
	}

	private RefusedTransition(String reference, String stateKey, boolean act, String by, Instant at) {
		super("%s is %s since %s by %s".formatted(reference, stateKey, at, by));
		this.reference = reference;
		this.stateKey = stateKey;
		this.act = act;
		this.by = by;
		this.at = at;
	}

	/**
	 * Somebody was quicker: what was done first, where no state of the thing tells it.
	 * @param act as the audit trail names it
	 */
	public static RefusedTransition after(AuditAct act, String reference, String by, Instant at) {
		return new RefusedTransition(reference, act.messageKey(), true, by, at);
	}

	public String reference() {
		return this.reference;
	}

	public String stateKey() {
		return this.stateKey;
	}

	/** Whether the key names what somebody did, and no state. */
	public boolean isAct() {
		return this.act;
	}

	public String by() {
		return this.by;
	}

	public Instant at() {
		return this.at;
	}

}
