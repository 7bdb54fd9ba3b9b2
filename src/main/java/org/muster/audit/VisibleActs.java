package org.muster.audit;

import java.util.Set;

/**
 * Which acts of a history a reader sees.
 *
 * @param only whether only those named are seen, or all others
 * @param acts keys below {@code audit.act}
 */
public record VisibleActs(boolean only, Set<String> acts) {

	public VisibleActs {
		acts = Set.copyOf(acts);
	}

	/** An act that is not named, such as one that is added later, stays hidden. */
	public static VisibleActs only(Set<String> acts) {
		return new VisibleActs(true, acts);
	}

	public static VisibleActs allBut(Set<String> acts) {
		return new VisibleActs(false, acts);
	}

}
