package org.muster.calendar;

import java.time.YearMonth;
import java.util.List;

/**
 * The days of one month, and where the others went.
 *
 * @param month the month
 * @param allocated the days that the allocation puts into the month
 * @param holidays the days of those that are public holidays
 * @param holidayNames the names of those holidays with their day of the month, in order
 * @param leave the days of those, no holidays, on which the person is away
 * @param counted what is left: the days that are worked and invoiced
 */
public record MonthDays(YearMonth month, DayCount allocated, DayCount holidays, List<String> holidayNames,
		DayCount leave, DayCount counted) {
}
