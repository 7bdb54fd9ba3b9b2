package org.muster.evidence;

import java.util.List;

/** Verifies one kind of things. */
public final class FindingsOf {

	private FindingsOf() {
	}

	/** One of all that there are. */
	public static Findings kind(String name, List<Evidence> kinds) {
		Evidence kind = kinds.stream().filter((one) -> one.kind().equals(name)).findFirst().orElseThrow();
		Findings findings = new Findings(name, Integer.MAX_VALUE);
		kind.verify(findings);
		findings.end();
		return findings;
	}

}
