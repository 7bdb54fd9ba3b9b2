package org.muster.engagements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.Weekend;
import org.muster.money.AmountConverter;
import org.muster.pricing.Discounts;
import org.muster.pricing.Exchanged;
import org.muster.pricing.PriceSchedule;
import org.muster.pricing.RateMultipliers;

/**
 * What was agreed that each day of an engagement costs: the price schedule of the
 * accepted line, and what its offer takes off the sum of the lines. An invoice needs
 * nothing else of the proposal.
 */
@Embeddable
class AgreedPrices {

	@Convert(converter = AmountConverter.class)
	private BigDecimal billRate;

	private String currency;

	private BigDecimal discountPercent;

	@ElementCollection
	@CollectionTable(name = "engagement_rate_step", joinColumns = @JoinColumn(name = "engagement_id"))
	@MapKeyColumn(name = "starts_on")
	@Column(name = "percent")
	private Map<LocalDate, BigDecimal> steps = new HashMap<>();

	private @Nullable BigDecimal onCallFactor;

	private @Nullable BigDecimal weekendFactor;

	/** The days that the factor of weekends is for. */
	private @Nullable Allocation weekend;

	private @Nullable String exchangedCurrency;

	private @Nullable BigDecimal exchangeRate;

	private @Nullable LocalDate exchangedOn;

	private BigDecimal wholeDiscountPercent;

	private BigDecimal volumePercent;

	@SuppressWarnings("NullAway.Init")
	protected AgreedPrices() {
	}

	AgreedPrices(PriceSchedule prices, Discounts whole) {
		this.billRate = prices.rate();
		this.currency = prices.currency();
		this.discountPercent = prices.discountPercent();
		this.steps.putAll(prices.steps());
		this.onCallFactor = prices.factors().onCall();
		this.weekendFactor = prices.factors().weekend();
		this.weekend = Weekend.asAllocation(prices.weekendDays());
		Exchanged exchange = prices.exchange();
		if (exchange != null) {
			this.exchangedCurrency = exchange.currency();
			this.exchangeRate = exchange.rate();
			this.exchangedOn = exchange.date();
		}
		this.wholeDiscountPercent = whole.percent();
		this.volumePercent = whole.volumePercent();
	}

	PriceSchedule schedule() {
		return new PriceSchedule(this.billRate, this.currency, this.discountPercent, this.steps,
				new RateMultipliers(this.weekendFactor, this.onCallFactor), Weekend.ofAllocation(this.weekend),
				exchange());
	}

	private @Nullable Exchanged exchange() {
		return (this.exchangedCurrency != null && this.exchangeRate != null && this.exchangedOn != null)
				? new Exchanged(this.exchangedCurrency, this.exchangeRate, this.exchangedOn) : null;
	}

	/** Taken off the sum of all lines of the offer. */
	Discounts whole() {
		return new Discounts(this.wholeDiscountPercent, this.volumePercent);
	}

}
