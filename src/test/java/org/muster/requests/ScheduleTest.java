package org.muster.requests;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.calendar.DayCount;
import org.muster.calendar.Place;
import org.muster.calendar.Workdays;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTest {

	/** 1 January 2027 is a Friday. */
	@ParameterizedTest
	@CsvSource({ ",2027-01-01,2027-01-01", ",2027-01-02,2027-01-04", ",2027-01-03,2027-01-04",
			"PT,2027-01-02,2027-01-04", "IL,2027-01-01,2027-01-03", "IL,2027-01-02,2027-01-03",
			"NP,2027-01-02,2027-01-03", "BN,2027-01-01,2027-01-02", "BN,2027-01-03,2027-01-04",
			"IR,2026-12-31,2027-01-02" })
	void aStartOnTheFirstWorkdayAfterALatestStartOnAWeekendIsInTime(@Nullable String country, LocalDate latest,
			LocalDate last) {
		Workdays workdays = Workdays.ofWeek((country != null) ? new Place(country, null) : null);
		Schedule schedule = new Schedule(latest, latest, null, DayCount.of("20"), DayCount.of("5"));
		assertThat(schedule.lastInTime(workdays)).isEqualTo(last);
		assertThat(schedule.late(last, workdays)).isZero();
		assertThat(schedule.late(last.plusDays(1), workdays))
			.isEqualTo((int) (last.toEpochDay() - latest.toEpochDay()) + 1);
	}

	/** 25 December 2026 is a Friday; Saturday is a holiday too. */
	@Test
	void aStartOnTheFirstWorkdayAfterALatestStartOnAHolidayIsInTime() {
		LocalDate christmas = LocalDate.of(2026, 12, 25);
		Workdays workdays = new Workdays(new Place("DE", "by"), Set.of(christmas, christmas.plusDays(1)));
		Schedule schedule = new Schedule(christmas, christmas, null, DayCount.of("20"), DayCount.of("5"));
		assertThat(schedule.lastInTime(workdays)).isEqualTo("2026-12-28");
		assertThat(schedule.late(LocalDate.of(2026, 12, 28), workdays)).isZero();
		assertThat(schedule.late(LocalDate.of(2026, 12, 29), workdays)).isEqualTo(4);
	}

}
