package org.muster.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page has its rows, from whichever end they are read. */
class LongListTest {

	private static final int SIZE = 25;

	private final List<Long> skipped = new ArrayList<>();

	private int counted;

	@Test
	void everyPageHasItsRowsAndNoneSkipsMoreThanHalfOfAll() {
		for (int all : new int[] { 0, 1, 25, 500, 501, 1024, 1025, 1999, 2000 }) {
			for (int page = 0; page * SIZE < all + 2 * SIZE; page++) {
				this.counted = 0;
				Page<Integer> read = read(all, page);
				List<Integer> rows = IntStream.range(Math.min(all, page * SIZE), Math.min(all, (page + 1) * SIZE))
					.boxed()
					.toList();
				assertThat(read.getContent()).as("page %d of %d rows", page, all).isEqualTo(rows);
				assertThat(read.getTotalElements()).isEqualTo(all);
				assertThat(read.getNumber()).isEqualTo(page);
				assertThat(this.counted).isLessThanOrEqualTo(1);
			}
			assertThat(this.skipped).allMatch((rows) -> rows <= Math.max(500 + 2 * SIZE, all / 2));
		}
	}

	private Page<Integer> read(int all, int page) {
		return LongList.page(PageRequest.of(page, SIZE, Sort.by(Sort.Direction.ASC, "number")), (asked) -> {
			this.skipped.add(asked.getOffset());
			return rows(all, asked);
		}, () -> {
			this.counted++;
			return all;
		});
	}

	private static List<Integer> rows(int all, Pageable asked) {
		Comparator<Integer> order = asked.getSort().stream().allMatch(Sort.Order::isAscending)
				? Comparator.naturalOrder() : Comparator.reverseOrder();
		return IntStream.range(0, all)
			.boxed()
			.sorted(order)
			.skip(asked.getOffset())
			.limit(asked.getPageSize())
			.toList();
	}

}
