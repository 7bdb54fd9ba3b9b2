package org.muster.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Findings that stand together on the page.
 *
 * @param key of its heading
 * @param seat the number of the position, or 0
 * @param rows the places of its findings, from 0
 */
record Group(String key, int seat, List<Integer> rows) {

	private static final Set<Field> PLACE = EnumSet.of(Field.LANGUAGE, Field.COUNTRY, Field.TIME_ZONE, Field.WORK_MODE);

	private static final Set<Field> TERMS = EnumSet.of(Field.START, Field.LATEST_START, Field.END, Field.DAYS,
			Field.DAYS_PER_WEEK, Field.RATE_CAP, Field.BUDGET);

	/** Those that have something in them. */
	static List<Group> of(Wish wish) {
		List<Group> groups = new ArrayList<>();
		groups.add(group("goals", 0, wish, (one) -> one.field() == Field.GOAL));
		for (int seat = 1; seat <= wish.seats(); seat++) {
			int number = seat;
			groups.add(group("seat", seat, wish, (one) -> one.field().isOfSeat() && one.seat() == number));
		}
		groups.add(group("place", 0, wish, (one) -> PLACE.contains(one.field())));
		groups.add(group("terms", 0, wish, (one) -> TERMS.contains(one.field())));
		groups.removeIf((group) -> group.rows().isEmpty());
		return groups;
	}

	private static Group group(String key, int seat, Wish wish, Predicate<Finding> belongs) {
		return new Group(key, seat,
				IntStream.range(0, wish.findings().size())
					.filter((at) -> belongs.test(wish.findings().get(at)))
					.boxed()
					.toList());
	}

}
