package org.muster.proposals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.pricing.MonthCost;

/**
 * A revision beside the others that it is an alternative to.
 *
 * @param onlyHere the names of people who are on none of the others
 * @param amounts what each month costs before the discounts
 */
record Alternative(ProposalRevision revision, List<String> onlyHere, Map<YearMonth, BigDecimal> amounts) {

	/** All of a round, in their order; none where there is only one. */
	static List<Alternative> of(List<ProposalRevision> round) {
		return (round.size() < 2) ? List.of()
				: round.stream().map((one) -> new Alternative(one, onlyIn(one, round), amounts(one))).toList();
	}

	private static List<String> onlyIn(ProposalRevision revision, List<ProposalRevision> round) {
		Set<String> names = new LinkedHashSet<>();
		for (ProposalLine line : revision.lines()) {
			boolean elsewhere = round.stream()
				.filter((other) -> other != revision)
				.anyMatch(
						(other) -> other.lines().stream().anyMatch((one) -> one.consultantId() == line.consultantId()));
			if (!elsewhere) {
				names.add(line.consultantName());
			}
		}
		return List.copyOf(names);
	}

	/** The months in which any of them has days. */
	static Set<YearMonth> months(List<Alternative> alternatives) {
		Set<YearMonth> months = new TreeSet<>();
		alternatives.forEach((one) -> months.addAll(one.amounts.keySet()));
		return months;
	}

	/** The first day of anybody, or {@code null} where nobody is on it. */
	public @Nullable LocalDate start() {
		return this.revision.lines().stream().map((line) -> line.dates().from()).min(LocalDate::compareTo).orElse(null);
	}

	/** The last day of anybody, or {@code null} where nobody is on it. */
	public @Nullable LocalDate end() {
		return this.revision.lines().stream().map((line) -> line.dates().to()).max(LocalDate::compareTo).orElse(null);
	}

	/** The mean of its people's scores, 0 to 100, to one decimal. */
	public BigDecimal score() {
		List<ProposalLine> lines = this.revision.lines();
		return lines.isEmpty() ? BigDecimal.ZERO
				: lines.stream()
					.map(ProposalLine::score)
					.reduce(BigDecimal.ZERO, BigDecimal::add)
					.divide(BigDecimal.valueOf(lines.size()), 1, RoundingMode.HALF_UP);
	}

	private static Map<YearMonth, BigDecimal> amounts(ProposalRevision revision) {
		return revision.months().stream().collect(Collectors.toMap(MonthCost::month, MonthCost::amount));
	}

}
