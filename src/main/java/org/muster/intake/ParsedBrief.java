package org.muster.intake;

import java.util.List;
import java.util.Set;

/**
 * What a text asks for, as it was read.
 *
 * @param title a name for the request
 * @param findings in the order in which they are shown
 * @param open what the text says nothing of, and has to be asked
 * @param left how many skills were left, since a position takes no more
 */
record ParsedBrief(String title, List<Finding> findings, Set<BriefField> open, int left) {

	public int seats() {
		return this.findings.stream().mapToInt(Finding::seat).max().orElse(0);
	}

}
