package org.muster.pricing;

import java.time.Clock;
import java.time.LocalDate;

import org.muster.calendar.DayCount;

import org.springframework.stereotype.Component;

/** The discounts of clients by the days that they take, as they are today. */
@Component
public class VolumeDiscounts {

	private final FrameAgreements agreements;

	private final AcceptedDays accepted;

	private final Clock clock;

	VolumeDiscounts(FrameAgreements agreements, AcceptedDays accepted, Clock clock) {
		this.agreements = agreements;
		this.accepted = accepted;
		this.clock = clock;
	}

	public VolumeDiscount of(long organisation) {
		return this.agreements.on(organisation, LocalDate.now(this.clock))
			.map((agreement) -> new VolumeDiscount(agreement,
					agreement.tiers().isEmpty() ? DayCount.ZERO : this.accepted.of(organisation, agreement.period())))
			.orElse(VolumeDiscount.NONE);
	}

}
