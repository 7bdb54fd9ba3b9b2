package org.muster.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.support.PageableExecutionUtils;

/**
 * Pages of a list of tens of thousands of rows. A database reads all that comes before a
 * page, so those behind the middle are read from the end.
 */
public final class LongList {

	/** How many rows come before a page that is not worth it to be counted for. */
	private static final int NEAR = 500;

	/**
	 * How many rows a search finds at most that are put in order without the database.
	 */
	public static final Limit SOON = Limit.of(5000);

	private static final Comparator<Spot> LATEST = Comparator.comparing(Spot::at).thenComparing(Spot::id).reversed();

	private LongList() {
	}

	/** Whether the latest come first: then {@link #found} can put them in order. */
	public static boolean isLatestFirst(Pageable page) {
		return page.getSort().stream().allMatch(Sort.Order::isDescending);
	}

	/**
	 * A page of what a search has found. A search for a text looks at every row, which it
	 * does once: it need not be asked again for how many there are, and for which are the
	 * latest.
	 * @param page the latest first
	 * @param found all of them, fewer than {@link #SOON}, in any order
	 * @param read reads rows by their ids, in an order
	 */
	public static <T> Page<T> found(Pageable page, List<Spot> found, BiFunction<List<Long>, Sort, List<T>> read) {
		List<Long> ids = found.stream()
			.sorted(LATEST)
			.skip(page.getOffset())
			.limit(page.getPageSize())
			.map(Spot::id)
			.toList();
		return new PageImpl<>(ids.isEmpty() ? List.of() : read.apply(ids, page.getSort()), page, found.size());
	}

	/**
	 * @param page sorted such that no two rows have the same place
	 * @param read reads rows in an order, after having skipped some
	 * @param count counts all rows; asked once at most
	 */
	public static <T> Page<T> page(Pageable page, Function<Pageable, List<T>> read, LongSupplier count) {
		if (page.getOffset() < NEAR) {
			return PageableExecutionUtils.getPage(read.apply(page), page, count);
		}
		long all = count.getAsLong();
		long left = all - page.getOffset();
		if (left <= 0) {
			return new PageImpl<>(List.of(), page, all);
		}
		if (left > page.getOffset()) {
			return new PageImpl<>(read.apply(page), page, all);
		}
		int size = (int) Math.min(page.getPageSize(), left);
		List<T> rows = new ArrayList<>(read.apply(new FromTheEnd(left - size, size, page.getSort())));
		Collections.reverse(rows);
		return new PageImpl<>(rows, page, all);
	}

	/** Skips as many rows as it is told, however many it reads. */
	private static final class FromTheEnd extends PageRequest {

		private final long skipped;

		private FromTheEnd(long skipped, int size, Sort sort) {
			super(0, size, Sort.by(sort.stream().map(Sort.Order::reverse).toList()));
			this.skipped = skipped;
		}

		@Override
		public long getOffset() {
			return this.skipped;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof FromTheEnd same && super.equals(other) && same.skipped == this.skipped;
		}

		@Override
		public int hashCode() {
			return 31 * super.hashCode() + Long.hashCode(this.skipped);
		}

	}

}
