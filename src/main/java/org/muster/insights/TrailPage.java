package org.muster.insights;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.muster.audit.HistoryLine;

import org.springframework.data.domain.Limit;

/**
 * Some lines of the audit trail.
 *
 * @param older the id of the line after which it goes on, or {@code null} if these are
 * the oldest
 */
record TrailPage(List<HistoryLine> lines, @Nullable Long older) {

	private static final int SIZE = 25;

	/**
	 * @param found so many lines at most
	 */
	static TrailPage of(Function<Limit, List<HistoryLine>> found) {
		List<HistoryLine> lines = found.apply(Limit.of(SIZE + 1));
		return (lines.size() > SIZE) ? new TrailPage(lines.subList(0, SIZE), lines.get(SIZE - 1).id())
				: new TrailPage(lines, null);
	}

}
