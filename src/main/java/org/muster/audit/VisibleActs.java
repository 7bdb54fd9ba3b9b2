package org.muster.audit;

import java.util.Set;

/**
 * Which acts of a history a reader sees.
 *
 * @param only whether only those named are seen, or all others
 */
public record VisibleActs(boolean only, Set<AuditAct> acts) {

	public VisibleActs {
		acts = Set.copyOf(acts);
	}

	/** As entries name them. */
	Set<String> keys() {
		return AuditAct.keys(this.acts);
	}

	/** An act that is not named, such as one that is added later, stays hidden. */
	public static VisibleActs only(Set<AuditAct> acts) {
		return new VisibleActs(true, acts);
	}

	public static VisibleActs allBut(Set<AuditAct> acts) {
		return new VisibleActs(false, acts);
	}

}
