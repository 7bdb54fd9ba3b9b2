package org.muster.proposals;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.calendar.MonthDays;
import org.muster.calendar.Period;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a table of all proposals tells of their lines. Of tens of thousands nothing is
 * read but the columns that it is told by; the rules are those of {@link ProposalLine}.
 */
@Component
class ExportedLines {

	private final JdbcClient jdbc;

	private final AllProposals proposals;

	ExportedLines(JdbcClient jdbc, AllProposals proposals) {
		this.jdbc = jdbc;
		this.proposals = proposals;
	}

	/**
	 * The sum of a revision's lines.
	 *
	 * @param dates from the first day with work to the last; {@code null} without lines
	 * @param total with the margin; {@code null} where it is not known, and for clients
	 */
	record Sum(DayCount days, @Nullable Period dates, Margins.@Nullable Row total) {
	}

	/**
	 * A line.
	 *
	 * @param dates {@code null} where they cannot be told by the letters of its months
	 */
	private record Line(long id, long revision, DayCount days, BigDecimal payRate, String payCurrency,
			@Nullable BigDecimal exchangeRate, @Nullable Period dates) {

		private Pay pay(Map<LocalDate, BigDecimal> later, String currency) {
			return new Pay(this.payRate, later, this.payCurrency, this.exchangeRate, currency);
		}

	}

	/**
	 * By the id of the revision.
	 * @param staff whether margins are told
	 */
	Map<Long, Sum> sums(List<ExportedProposal> proposals, boolean staff) {
		Map<Long, List<Line>> lines = lines(proposals.stream().map(ExportedProposal::id).toList());
		Map<Long, Period> odd = odd(lines.values());
		Costs costs = staff ? costs(lines.values()) : new Costs(Map.of(), Map.of());
		Map<Long, Sum> sums = new HashMap<>();
		for (ExportedProposal proposal : proposals) {
			List<Line> its = lines.getOrDefault(proposal.id(), List.of());
			DayCount days = its.stream().map(Line::days).reduce(DayCount.ZERO, DayCount::plus);
			Period dates = its.stream()
				.map((line) -> Objects.requireNonNullElseGet(line.dates(), () -> odd.get(line.id())))
				.reduce(ExportedLines::together)
				.orElse(null);
			sums.put(proposal.id(), new Sum(days, dates, staff ? costs.total(proposal, its) : null));
		}
		return sums;
	}

	private static Period together(Period one, Period other) {
		return new Period(one.from().isBefore(other.from()) ? one.from() : other.from(),
				one.to().isAfter(other.to()) ? one.to() : other.to());
	}

	/** Each line with the letters of its first and its last month with work. */
	private Map<Long, List<Line>> lines(List<Long> revisions) {
		return this.jdbc.sql("""
				select l.id, l.revision_id, l.half_days, l.pay_rate, l.pay_currency, l.exchange_rate,
					count(m.month_start) as months, count(m.codes) as kept,
					min(case when m.half_days > 0 then concat(m.month_start, m.codes) end) as first_worked,
					max(case when m.half_days > 0 then concat(m.month_start, m.codes) end) as last_worked
				from proposal_line l left join proposal_line_month m on m.line_id = l.id
				where l.revision_id in (:revisions)
				group by l.id, l.revision_id, l.half_days, l.pay_rate, l.pay_currency, l.exchange_rate
				order by l.id""")
			.param("revisions", revisions)
			.query((row, index) -> line(row))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Line::revision));
	}

	private static Line line(ResultSet row) throws SQLException {
		Period first = worked(row.getString("first_worked"));
		Period last = worked(row.getString("last_worked"));
		boolean told = first != null && last != null && row.getInt("months") == row.getInt("kept");
		return new Line(row.getLong("id"), row.getLong("revision_id"), new DayCount(row.getInt("half_days")),
				row.getBigDecimal("pay_rate"), row.getString("pay_currency"), row.getBigDecimal("exchange_rate"),
				told ? new Period(Objects.requireNonNull(first).from(), Objects.requireNonNull(last).to()) : null);
	}

	/**
	 * @param month its first day, followed by its letters
	 */
	private static @Nullable Period worked(@Nullable String month) {
		if (month == null) {
			return null;
		}
		int letters = "2026-12-01".length();
		return MonthDays.worked(YearMonth.from(LocalDate.parse(month.substring(0, letters))), month.substring(letters));
	}

	/** The dates of lines without work, and of those from before dates were kept. */
	private Map<Long, Period> odd(Collection<List<Line>> lines) {
		List<Long> ids = lines.stream()
			.flatMap(List::stream)
			.filter((line) -> line.dates() == null)
			.map(Line::id)
			.toList();
		return ids.isEmpty() ? Map.of()
				: this.proposals.withMonths(ids)
					.stream()
					.collect(Collectors.toMap(ProposalLine::id, ProposalLine::dates));
	}

	/**
	 * What lines cost whose people are paid otherwise later.
	 *
	 * @param later what they are paid, by the id of the line and the first day
	 * @param months of these lines
	 */
	private record Costs(Map<Long, Map<LocalDate, BigDecimal>> later, Map<Long, List<LineMonth>> months) {

		private Margins.@Nullable Row total(ExportedProposal proposal, List<Line> lines) {
			List<@Nullable BigDecimal> costs = new ArrayList<>();
			lines
				.forEach((line) -> costs.add(line.pay(this.later.getOrDefault(line.id(), Map.of()), proposal.currency())
					.cost(line.days(), this.months.getOrDefault(line.id(), List.of()))));
			return Margins.total(proposal.net(), proposal.currency(), costs);
		}

	}

	private Costs costs(Collection<List<Line>> lines) {
		List<Long> ids = lines.stream().flatMap(List::stream).map(Line::id).toList();
		Map<Long, Map<LocalDate, BigDecimal>> later = new HashMap<>();
		Map<Long, List<LineMonth>> months = new HashMap<>();
		if (!ids.isEmpty()) {
			this.jdbc.sql("select line_id, starts_on, pay_rate from proposal_line_pay_rate where line_id in (:lines)")
				.param("lines", ids)
				.query((row) -> {
					later.computeIfAbsent(row.getLong(1), (line) -> new HashMap<>())
						.put(row.getObject(2, LocalDate.class), row.getBigDecimal(3));
				});
		}
		if (!later.isEmpty()) {
			this.jdbc.sql("""
					select line_id, month_start, half_days, codes from proposal_line_month
					where line_id in (:lines)""").param("lines", later.keySet()).query((row) -> {
				months.computeIfAbsent(row.getLong(1), (line) -> new ArrayList<>())
					.add(LineMonth.counted(row.getObject(2, LocalDate.class), new DayCount(row.getInt(3)),
							row.getString(4)));
			});
		}
		return new Costs(later, months);
	}

}
