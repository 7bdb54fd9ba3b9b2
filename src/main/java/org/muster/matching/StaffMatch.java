package org.muster.matching;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.muster.availability.Start;
import org.muster.consultants.Candidate;
import org.muster.money.DayRate;
import org.muster.money.ExchangeRates;
import org.muster.pricing.Price;
import org.muster.requests.Schedule;

/**
 * What the consultancy alone sees of a match, by the rates of the first day that the
 * person could be offered for.
 *
 * @param payRate in {@code currency}, which is the person's
 * @param marginPercent {@code null} where one of the rates is not known
 */
record StaffMatch(BigDecimal payRate, String currency, @Nullable BigDecimal marginPercent) {

	static StaffMatch of(Match match, Demand demand, ExchangeRates exchange) {
		Candidate person = match.candidate();
		BigDecimal pay = person.ratesOn(firstDay(demand, match)).pay();
		Price price = match.price();
		String currency = (price != null) ? price.rate().currency().getCurrencyCode() : "";
		BigDecimal margin = (price != null && exchange.canConvert(person.currency(), currency))
				? DayRate.marginPercent(price.amount(), exchange.convert(pay, person.currency(), currency)) : null;
		return new StaffMatch(pay, person.currency(), margin);
	}

	private static LocalDate firstDay(Demand demand, Match match) {
		Start start = match.start();
		Schedule schedule = demand.schedule();
		LocalDate available = match.candidate().availableFrom();
		return (start != null) ? start.from() : (schedule != null && schedule.earliestStart().isAfter(available))
				? schedule.earliestStart() : available;
	}

}
