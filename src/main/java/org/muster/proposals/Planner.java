package org.muster.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.muster.calendar.Day;
import org.muster.calendar.Day.Reason;
import org.muster.calendar.DayCount;
import org.muster.calendar.MonthDays;

import org.springframework.context.MessageSource;

/**
 * The dates of months as a document has them: one line a month, and in it a cell for the
 * dates in a row that have the same reason.
 */
final class Planner {

	private static final int LONGEST_MONTH = 31;

	private final MessageSource messages;

	private final Locale locale;

	Planner(MessageSource messages, Locale locale) {
		this.messages = messages;
		this.locale = locale;
	}

	/**
	 * Dates in a row.
	 *
	 * @param text how many days count, or a letter that says why they do not
	 * @param span how many dates
	 */
	public record Cell(String text, String style, int span) {
	}

	/**
	 * As many dates as the longest month has, without a text where none belongs to it.
	 */
	public List<Cell> cells(LineMonth month) {
		List<Cell> cells = new ArrayList<>();
		MonthDays days = month.calendar();
		if (days == null) {
			return cells;
		}
		int next = 1;
		for (List<Day> run : runs(days)) {
			int first = run.get(0).date().getDayOfMonth();
			if (first > next) {
				cells.add(new Cell("", "", first - next));
			}
			cells.add(cell(run));
			next = first + run.size();
		}
		if (next <= LONGEST_MONTH) {
			cells.add(new Cell("", "", LONGEST_MONTH + 1 - next));
		}
		return cells;
	}

	private static List<List<Day>> runs(MonthDays month) {
		List<List<Day>> runs = new ArrayList<>();
		Day before = null;
		for (Day day : month.days()) {
			if (before == null || before.reason() != day.reason() || !before.date().plusDays(1).equals(day.date())) {
				runs.add(new ArrayList<>());
			}
			runs.get(runs.size() - 1).add(day);
			before = day;
		}
		return runs;
	}

	private Cell cell(List<Day> run) {
		Reason reason = run.get(0).reason();
		DayCount counted = run.stream().map(Day::counted).reduce(DayCount.ZERO, DayCount::plus);
		String days = counted.isZero() ? "" : text(counted);
		return switch (reason) {
			case WORKING -> new Cell(days, "on", run.size());
			case NOT_ALLOCATED -> new Cell("·", "off", run.size());
			case HOLIDAY, CLOSED, LEAVE, PAUSE ->
				new Cell(this.messages.getMessage("proposals.document.code." + reason, null, this.locale) + days,
						reason.name(), run.size());
		};
	}

	private static String text(DayCount count) {
		int whole = count.halves() / 2;
		return ((whole > 0) ? String.valueOf(whole) : "") + ((count.halves() % 2 == 1) ? "½" : "");
	}

}
