package org.muster.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.muster.calendar.DayCount;
import org.muster.money.Money;
import org.muster.requests.Position;

/**
 * A team for a whole request.
 *
 * @param fit the mean score of its members, 0 to 100
 * @param cost of all days that are expected, after the volume discount, without VAT
 * @param discountPercent the volume discount, in per cent
 * @param start the day on which all of them can have started
 * @param hours hours of the working day that all of them have in common
 * @param covered names of the required skills that somebody meets in full
 * @param uncovered names of those that nobody does
 * @param proven whether no team serves the aim better
 * @param gap how much better one could be at the most where that is not proven, in tenths
 * of a point, ten-thousandths of the currency or days
 */
public record Team(TeamSolver.Aim aim, List<Member> members, BigDecimal fit, Money cost, BigDecimal discountPercent,
		LocalDate start, double hours, List<String> covered, List<String> uncovered, boolean proven, long gap) {

	/**
	 * Somebody in a seat.
	 *
	 * @param days that are expected to be invoiced
	 * @param cost of those days before the volume discount
	 */
	public record Member(Position position, ClientMatch match, DayCount days, Money cost, LocalDate start) {
	}

}
