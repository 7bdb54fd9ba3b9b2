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

	private static final Set<BriefField> PLACE = EnumSet.of(BriefField.LANGUAGE, BriefField.COUNTRY,
			BriefField.TIME_ZONE, BriefField.WORK_MODE);

	private static final Set<BriefField> TERMS = EnumSet.of(BriefField.START, BriefField.LATEST_START, BriefField.END,
			BriefField.DAYS, BriefField.DAYS_PER_WEEK, BriefField.RATE_CAP, BriefField.BUDGET);

	/** Those that have something in them. */
	static List<Group> of(ParsedBrief brief) {
		List<Group> groups = new ArrayList<>();
		groups.add(group("goals", 0, brief, (one) -> one.field() == BriefField.GOAL));
		for (int seat = 1; seat <= brief.seats(); seat++) {
			int number = seat;
			groups.add(group("seat", seat, brief, (one) -> one.field().isOfSeat() && one.seat() == number));
		}
		groups.add(group("place", 0, brief, (one) -> PLACE.contains(one.field())));
		groups.add(group("terms", 0, brief, (one) -> TERMS.contains(one.field())));
		groups.removeIf((group) -> group.rows().isEmpty());
		return groups;
	}

	private static Group group(String key, int seat, ParsedBrief brief, Predicate<Finding> belongs) {
		return new Group(key, seat,
				IntStream.range(0, brief.findings().size())
					.filter((at) -> belongs.test(brief.findings().get(at)))
					.boxed()
					.toList());
	}

}
