package org.muster.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.calendar.Workdays;
import org.muster.money.Money;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;

/**
 * The terms on which a person is offered. What a match says of rate and dates is true of
 * the person; what an offer says has to be true of its terms.
 *
 * @param rate the highest price of a weekday in the time, after the line's discount, in
 * the currency of the request
 * @param start the first day
 * @param works the first day with work, which a weekend or a holiday puts off
 * @param fewest the fewest days a week that the person works in the time
 * @param first the days a week that the person begins with
 */
public record Offered(BigDecimal rate, LocalDate start, LocalDate works, DayCount fewest, DayCount first) {

	/**
	 * The match, with what it says of rate and dates replaced by what these terms say.
	 * @param workdays the client's, see {@link org.muster.requests.StartDays}
	 */
	public Match of(Match match, StaffingRequest request, Workdays workdays) {
		List<PartScore> parts = match.parts().stream().map((part) -> switch (part.part()) {
			case AVAILABILITY -> with(part, dates(request.schedule().orElse(null), workdays));
			case RATE -> with(part, List.of(price(request)));
			default -> part;
		}).toList();
		return new Match(match.candidate(), parts, match.skills(), match.price(), match.limits(), match.start());
	}

	private static PartScore with(PartScore part, List<Reason> reasons) {
		return new PartScore(part.part(), part.tenths(), part.mostTenths(), reasons);
	}

	private List<Reason> dates(@Nullable Schedule asked, Workdays workdays) {
		List<Reason> reasons = new ArrayList<>();
		if (asked == null) {
			return List.of(Reason.good("offered.start", this.works));
		}
		// Nobody is late for work that a weekend or a holiday puts off.
		int late = (asked.late(this.start, workdays) > 0) ? asked.late(this.works, workdays) : 0;
		if (late > 0) {
			reasons.add(Reason.bad("offered.start.late", this.works, late));
		}
		else if (this.works.isBefore(asked.earliestStart())) {
			reasons.add(Reason.bad("offered.start.early", this.works, between(this.works, asked.earliestStart())));
		}
		else {
			reasons.add(Reason.good("offered.start", this.works));
		}
		if (this.fewest.compareTo(asked.daysPerWeek()) < 0) {
			String key = this.fewest.equals(this.first) ? "offered.week.fewer" : "offered.week.fewer.later";
			reasons.add(Reason.bad(key, this.fewest, asked.daysPerWeek()));
		}
		return reasons;
	}

	/** In days. */
	private static int between(LocalDate from, LocalDate to) {
		return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
	}

	private Reason price(StaffingRequest request) {
		BigDecimal cap = request.rateCap();
		if (cap == null) {
			return Reason.good("rate.open");
		}
		return (this.rate.compareTo(cap) > 0)
				? Reason.bad("rate.above", Money.of(this.rate.subtract(cap), request.currency()))
				: Reason.good("rate.within", Money.of(cap, request.currency()));
	}

}
