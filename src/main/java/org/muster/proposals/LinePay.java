package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.Period;
import org.muster.consultants.DatedRates;
import org.muster.consultants.RatesOverTime;
import org.muster.money.AmountConverter;
import org.muster.money.ExchangeRates;
import org.muster.pricing.Exchanged;

/**
 * What a line keeps of what its days cost the consultancy, and of what the person's
 * currency was worth when they were priced. Never shown to clients.
 */
@Embeddable
class LinePay {

	@Convert(converter = AmountConverter.class)
	private BigDecimal payRate;

	private String payCurrency;

	@ElementCollection
	@CollectionTable(name = "proposal_line_pay_rate", joinColumns = @JoinColumn(name = "line_id"))
	@MapKeyColumn(name = "starts_on")
	@Column(name = "pay_rate")
	@Convert(attributeName = "value", converter = AmountConverter.class)
	private Map<LocalDate, BigDecimal> laterPayRates = new HashMap<>();

	private @Nullable BigDecimal exchangeRate;

	private @Nullable LocalDate exchangedOn;

	@SuppressWarnings("NullAway.Init")
	protected LinePay() {
	}

	/**
	 * @param rate of a day
	 * @param currency of that, ISO 4217
	 */
	LinePay(BigDecimal rate, String currency) {
		this.payRate = rate;
		this.payCurrency = currency;
	}

	/** A copy for another line. */
	LinePay(LinePay other) {
		this.payRate = other.payRate;
		this.payCurrency = other.payCurrency;
		this.laterPayRates.putAll(other.laterPayRates);
		this.exchangeRate = other.exchangeRate;
		this.exchangedOn = other.exchangedOn;
	}

	/** Those of a revision by the numbers of their lines, for the consultancy's pages. */
	static Map<Integer, LinePay> of(ProposalRevision revision) {
		return revision.lines().stream().collect(Collectors.toMap(ProposalLine::number, ProposalLine::pay));
	}

	/** Takes up what the profile says of each day. */
	void take(RatesOverTime rates, Period period) {
		this.payRate = rates.on(period.from()).pay();
		this.payCurrency = rates.currency();
		this.laterPayRates.clear();
		BigDecimal before = this.payRate;
		for (Map.Entry<LocalDate, DatedRates> change : rates.changesDuring(period).entrySet()) {
			BigDecimal pay = change.getValue().pay();
			if (pay.compareTo(before) != 0) {
				this.laterPayRates.put(change.getKey(), pay);
			}
			before = pay;
		}
	}

	/**
	 * Fixes what the person's currency is worth.
	 * @param currency in which, ISO 4217
	 */
	void exchange(ExchangeRates rates, String currency) {
		boolean known = rates.canConvert(this.payCurrency, currency);
		boolean same = this.payCurrency.equals(currency);
		this.exchangeRate = (known && !same) ? rates.between(this.payCurrency, currency) : null;
		this.exchangedOn = (this.exchangeRate != null) ? rates.date(this.payCurrency, currency) : null;
	}

	/** Of the first day. */
	public BigDecimal rate() {
		return this.payRate;
	}

	/** From later days on, where it changes while the work lasts. */
	public NavigableMap<LocalDate, BigDecimal> later() {
		return new TreeMap<>(this.laterPayRates);
	}

	/** ISO 4217. */
	public String currency() {
		return this.payCurrency;
	}

	/**
	 * How much of the proposal's currency one unit of the person's is worth, or
	 * {@code null} if they are the same.
	 */
	@Nullable BigDecimal exchangeRate() {
		return this.exchangeRate;
	}

	/** The day of the rate of exchange. */
	@Nullable LocalDate exchangedOn() {
		return this.exchangedOn;
	}

	/** The rate of exchange, or {@code null} if the currencies are the same. */
	@Nullable Exchanged exchanged() {
		return (this.exchangeRate != null && this.exchangedOn != null)
				? new Exchanged(this.payCurrency, this.exchangeRate, this.exchangedOn) : null;
	}

	/** What it comes to in the currency of the proposal, ISO 4217. */
	Pay in(String ours) {
		return new Pay(this.payRate, this.laterPayRates, this.payCurrency, this.exchangeRate, ours);
	}

	/**
	 * What a day costs in the currency of the proposal; {@code null} if no rate of
	 * exchange is known.
	 */
	@Nullable BigDecimal on(LocalDate date, String ours) {
		Map.Entry<LocalDate, BigDecimal> from = later().floorEntry(date);
		return in(ours).inOurs((from != null) ? from.getValue() : this.payRate);
	}

}
