package org.muster.forms;

import java.time.Instant;
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

	@Test
	void whatWasFoundInAnyOrderIsShownTheLatestFirst() {
		Instant noon = Instant.parse("2026-11-28T12:00:00Z");
		List<Spot> found = List.of(new Spot(4, noon), new Spot(9, noon.minusSeconds(1)), new Spot(7, noon),
				new Spot(1, noon.plusSeconds(1)), new Spot(2, noon.minusSeconds(2)));
		Sort latest = Sort.by(Sort.Direction.DESC, "at", "id");
		List<Long> shown = new ArrayList<>();
		for (int number = 0; number < 4; number++) {
			Page<Long> page = LongList.found(PageRequest.of(number, 2, latest), found, (ids, sort) -> {
				assertThat(ids).isNotEmpty();
				assertThat(sort).isEqualTo(latest);
				return ids;
			});
			assertThat(page.getTotalElements()).isEqualTo(5);
			shown.addAll(page.getContent());
		}
		assertThat(shown).containsExactly(1L, 7L, 4L, 9L, 2L);
		assertThat(LongList.isLatestFirst(PageRequest.of(0, 2, latest))).isTrue();
		assertThat(LongList.isLatestFirst(PageRequest.of(0, 2, latest.ascending()))).isFalse();
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
