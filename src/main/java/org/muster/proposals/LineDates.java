package org.muster.proposals;

import org.muster.calendar.Period;
import org.muster.calendar.WorkPattern;

/**
 * When a person works, and on which weekdays.
 */
record LineDates(WorkPattern pattern, Period period) {
}
