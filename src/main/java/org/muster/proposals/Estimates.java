package org.muster.proposals;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.calendar.WorkingDays;
import org.muster.calendar.WorkingDays.Leave;
import org.muster.consultants.AbsenceRow;
import org.muster.consultants.Consultants;

import org.springframework.stereotype.Component;

/**
 * Counts the days of lines: by the calendar, less public holidays, less the person's
 * leave.
 */
@Component
class Estimates {

	private final Consultants consultants;

	Estimates(Consultants consultants) {
		this.consultants = consultants;
	}

	/** Counts and prices every line of a draft, and adds up. */
	void estimate(ProposalRevision draft) {
		Map<Long, List<AbsenceRow>> absences = absences(
				draft.lines().stream().map(ProposalLine::consultantId).collect(Collectors.toSet()));
		draft.lines().forEach((line) -> {
			Map<LocalDate, String> holidays = PublicHolidays.during(line.period(), draft.holidays());
			List<Leave> leaves = AbsenceRow.leaves(absences.getOrDefault(line.consultantId(), List.of()));
			line.price(WorkingDays.count(line.period(), line.allocation(), holidays, leaves));
		});
		draft.reckon();
	}

	/** The day on which a consultant has worked a number of days. */
	LocalDate endAfter(LocalDate start, DayCount days, Allocation allocation, Place place, long consultantId) {
		List<Leave> leaves = AbsenceRow.leaves(absences(List.of(consultantId)).getOrDefault(consultantId, List.of()));
		return WorkingDays.endAfter(start, days, allocation,
				PublicHolidays.during(new Period(start, start.plusYears(10)), place), leaves);
	}

	private Map<Long, List<AbsenceRow>> absences(Collection<Long> consultantIds) {
		if (consultantIds.isEmpty()) {
			return Map.of();
		}
		return this.consultants.absencesOf(consultantIds)
			.stream()
			.collect(Collectors.groupingBy(AbsenceRow::consultantId));
	}

}
