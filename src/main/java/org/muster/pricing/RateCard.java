package org.muster.pricing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Place;
import org.muster.money.ExchangeRates;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

/**
 * The rates that hold for a client, in any currency. Of the entries that fit, that counts
 * which names most: the client, then the seniority, then the region, then the country; of
 * those that name as much, that in the currency asked.
 */
record RateCard(List<CardRate> rates) {

	RateCard {
		rates = rates.stream()
			.sorted(Comparator.comparing(CardRate::weight)
				.reversed()
				.thenComparing(CardRate::currency)
				.thenComparing(CardRate::id))
			.toList();
	}

	/**
	 * The entry that says what a day costs.
	 * @param seniority that is asked for, or {@code null} if that is not known
	 * @param place where the consultant is, or {@code null} if that is not known
	 * @param day the first day of the work
	 * @param currency into which the entry's can be converted
	 */
	Optional<CardRate> rate(JobRole role, @Nullable Seniority seniority, @Nullable Place place, LocalDate day,
			String currency, ExchangeRates exchange) {
		String country = (place != null) ? place.country() : null;
		String region = (place != null) ? place.region() : null;
		List<CardRate> fitting = of(role, seniority).filter((one) -> one.isValid(day))
			.filter((one) -> exchange.canConvert(one.currency(), currency))
			.filter((one) -> one.country() == null || one.country().equals(country))
			.filter((one) -> one.region() == null || isWithin(Objects.requireNonNullElse(region, ""), one.region()))
			.toList();
		return fitting.stream()
			.filter((one) -> one.weight() == fitting.get(0).weight())
			.min(Comparator.comparing((one) -> !one.currency().equals(currency)));
	}

	private Stream<CardRate> of(JobRole role, @Nullable Seniority seniority) {
		return this.rates.stream()
			.filter((one) -> one.role() == role)
			.filter((one) -> one.seniority() == null || one.seniority() == seniority);
	}

	/** The days on which an entry for a role begins to hold, or ceases to. */
	List<LocalDate> changes(JobRole role, @Nullable Seniority seniority) {
		return of(role, seniority)
			.flatMap((one) -> (one.to() == null) ? Stream.of(one.from()) : Stream.of(one.from(), one.to().plusDays(1)))
			.distinct()
			.toList();
	}

	/**
	 * Whether a region is another or a part of it: {@code by.ag} is within {@code by}.
	 */
	private static boolean isWithin(String region, String wider) {
		return region.equals(wider) || region.startsWith(wider + ".");
	}

}
