package org.muster.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Day.Reason;

/**
 * The days of one month, and where the others went.
 *
 * @param month the month
 * @param days its dates that belong to the period, in order
 */
public record MonthDays(YearMonth month, List<Day> days) {

	private static final int DAYS_A_WEEK = 7;

	/** The letter of a date that does not belong to the period. */
	private static final char OUTSIDE = '.';

	/** The days that the allocation puts into the month. */
	public DayCount allocated() {
		return sum(Day::asked, null);
	}

	/** The days of those that are public holidays. */
	public DayCount holidays() {
		return sum(Day::lost, Reason.HOLIDAY);
	}

	/** The names of those holidays with their day of the month, in order. */
	public List<String> holidayNames() {
		return names(Reason.HOLIDAY);
	}

	/** The days on which the person is away. */
	public DayCount leave() {
		return sum(Day::lost, Reason.LEAVE);
	}

	/** The days on which one of the companies is closed. */
	public DayCount closed() {
		return sum(Day::lost, Reason.CLOSED);
	}

	/** The days on which the engagement pauses. */
	public DayCount paused() {
		return sum(Day::lost, Reason.PAUSE);
	}

	/** What is left: the days that are worked and invoiced. */
	public DayCount counted() {
		return sum(Day::counted, null);
	}

	/** The names of closings with their day of the month, in order. */
	public List<String> closingNames() {
		return names(Reason.CLOSED);
	}

	private List<String> names(Reason reason) {
		return this.days.stream()
			.filter((day) -> day.reason() == reason)
			.map((day) -> day.date().getDayOfMonth() + " " + day.name())
			.toList();
	}

	private DayCount sum(Function<Day, DayCount> what, @Nullable Reason reason) {
		int halves = 0;
		for (Day day : this.days) {
			if (reason == null || day.reason() == reason) {
				halves += what.apply(day).halves();
			}
		}
		return new DayCount(halves);
	}

	/**
	 * The month as a wall calendar has it, from Monday on.
	 * @return weeks of seven; {@code null} for dates of other months, and for those that
	 * do not belong to the period
	 */
	public List<List<@Nullable Day>> weeks() {
		List<List<@Nullable Day>> weeks = new ArrayList<>();
		LocalDate monday = this.month.atDay(1).with(DayOfWeek.MONDAY);
		for (; !monday.isAfter(this.month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
			List<@Nullable Day> week = new ArrayList<>();
			for (int weekday = 0; weekday < DAYS_A_WEEK; weekday++) {
				week.add(on(monday.plusDays(weekday)));
			}
			weeks.add(Collections.unmodifiableList(week));
		}
		return weeks;
	}

	private @Nullable Day on(LocalDate date) {
		return this.days.stream().filter((day) -> day.date().equals(date)).findFirst().orElse(null);
	}

	/**
	 * Why days do not count, in words.
	 *
	 * @param dates days of the month: {@code 6} or {@code 27–31}
	 * @param name of the holiday or closing, if it has one
	 */
	public record Note(Reason reason, String dates, @Nullable String name) {
	}

	/**
	 * A note for each holiday, closing, leave and pause of the month, days in a row
	 * together; holidays on days that would not count anyway are among them.
	 */
	public List<Note> notes() {
		List<Note> notes = new ArrayList<>();
		int first = 0;
		for (int index = 0; index < this.days.size(); index++) {
			Day day = this.days.get(index);
			boolean same = index + 1 < this.days.size() && isSame(day, this.days.get(index + 1));
			if (!same) {
				if (isNoted(day)) {
					int from = this.days.get(first).date().getDayOfMonth();
					int to = day.date().getDayOfMonth();
					notes
						.add(new Note(day.reason(), (from == to) ? String.valueOf(from) : from + "–" + to, day.name()));
				}
				first = index + 1;
			}
		}
		return notes;
	}

	private static boolean isSame(Day one, Day next) {
		return one.reason() == next.reason() && Objects.equals(one.name(), next.name());
	}

	private static boolean isNoted(Day day) {
		return switch (day.reason()) {
			case HOLIDAY, CLOSED, LEAVE, PAUSE -> true;
			case WORKING -> false;
			case NOT_ALLOCATED -> day.name() != null;
		};
	}

	/** A letter for each date of the month, {@code .} for those outside of the period. */
	public String codes() {
		char[] codes = new char[this.month.lengthOfMonth()];
		Arrays.fill(codes, OUTSIDE);
		this.days.forEach((day) -> codes[day.date().getDayOfMonth() - 1] = day.code());
		return new String(codes);
	}

	/**
	 * What {@link #codes} has written.
	 * @param names what dates are called, by the day of the month
	 */
	public static MonthDays of(YearMonth month, String codes, Function<Integer, @Nullable String> names) {
		List<Day> days = new ArrayList<>();
		for (int date = 1; date <= codes.length(); date++) {
			char code = codes.charAt(date - 1);
			if (code != OUTSIDE) {
				days.add(Day.of(month.atDay(date), code, names.apply(date)));
			}
		}
		return new MonthDays(month, days);
	}

	/**
	 * From the first date with work to the last, out of what {@link #codes} has written;
	 * {@code null} without work.
	 */
	public static @Nullable Period worked(YearMonth month, String codes) {
		int first = 0;
		int last = codes.length();
		while (first < last && !Day.isWorked(codes.charAt(first))) {
			first++;
		}
		while (last > first && !Day.isWorked(codes.charAt(last - 1))) {
			last--;
		}
		return (first < last) ? new Period(month.atDay(first + 1), month.atDay(last)) : null;
	}

	/** Names by the day of the month, out of what {@link #holidayNames} has written. */
	public static Function<Integer, @Nullable String> names(List<String> written) {
		return (date) -> written.stream()
			.filter((name) -> name.startsWith(date + " "))
			.map((name) -> Objects.requireNonNull(name).substring(name.indexOf(' ') + 1))
			.findFirst()
			.orElse(null);
	}

}
