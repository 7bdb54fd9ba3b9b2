package org.muster.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.Place;
import org.muster.consultants.JobRole;
import org.muster.consultants.Seniority;

/**
 * The rates that hold for a client in a currency. Of the entries that fit, that counts
 * which names most: the client, then the seniority, then the region, then the country.
 */
public final class RateCard {

	private final List<CardRate> rates;

	RateCard(List<CardRate> rates) {
		this.rates = rates.stream().sorted(Comparator.comparing(CardRate::weight).reversed()).toList();
	}

	/**
	 * What a day costs.
	 * @param seniority that is asked for, or {@code null} if that is not known
	 * @param place where the consultant is, or {@code null} if that is not known
	 * @param day the first day of the work
	 */
	public Optional<BigDecimal> rate(JobRole role, @Nullable Seniority seniority, @Nullable Place place,
			LocalDate day) {
		String country = (place != null) ? place.country() : null;
		String region = (place != null) ? place.region() : null;
		return this.rates.stream()
			.filter((one) -> one.role() == role && one.isValid(day))
			.filter((one) -> one.seniority() == null || one.seniority() == seniority)
			.filter((one) -> one.country() == null || one.country().equals(country))
			.filter((one) -> one.region() == null || isWithin(Objects.requireNonNullElse(region, ""), one.region()))
			.map(CardRate::dayRate)
			.findFirst();
	}

	/**
	 * Whether a region is another or a part of it: {@code by.ag} is within {@code by}.
	 */
	private static boolean isWithin(String region, String wider) {
		return region.equals(wider) || region.startsWith(wider + ".");
	}

}
