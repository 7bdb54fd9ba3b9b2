package org.muster.consultants;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.muster.consultants.Consultant.Rates;
import org.muster.indexing.PoolChanges;
import org.muster.indexing.PoolPart;
import org.muster.money.AmountConverter;

/** What a day of a person costs, from a date until the next rate's. */
@Entity
@EntityListeners(PoolChanges.class)
@Table(name = "consultant_rate")
public class Rate implements PoolPart {

	/** Before anybody was in the pool. */
	static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	private Consultant consultant;

	private LocalDate appliesFrom;

	@Convert(converter = AmountConverter.class)
	private BigDecimal payRate;

	@Convert(converter = AmountConverter.class)
	private BigDecimal billRate;

	/** See {@link DatedRates#since}. */
	private LocalDate since;

	private String setByName;

	private Instant setAt;

	@SuppressWarnings("NullAway.Init")
	protected Rate() {
	}

	Rate(Consultant consultant, LocalDate appliesFrom, DatedRates rates, String setByName, Instant setAt) {
		this.consultant = consultant;
		this.appliesFrom = appliesFrom;
		this.payRate = rates.pay();
		this.billRate = rates.bill();
		this.since = rates.since();
		this.setByName = setByName;
		this.setAt = setAt;
	}

	void change(DatedRates rates, String by, Instant now) {
		this.payRate = rates.pay();
		this.billRate = rates.bill();
		this.since = rates.since();
		this.setByName = by;
		this.setAt = now;
	}

	@Override
	public long consultantId() {
		return this.consultant.id();
	}

	/** The first day on which it applies. */
	public LocalDate appliesFrom() {
		return this.appliesFrom;
	}

	/** Whether nothing applied before it. */
	public boolean isFromBeginning() {
		return this.appliesFrom.equals(BEGINNING);
	}

	/** The name of the person who set it last. */
	public String setByName() {
		return this.setByName;
	}

	/** By the day, in the currency of the person. */
	public Rates rates() {
		return new Rates(this.payRate, this.billRate);
	}

	/** See {@link DatedRates#since}. */
	public LocalDate since() {
		return this.since;
	}

	boolean isSame(DatedRates other) {
		return rates().isSame(other.rates()) && this.since.equals(other.since());
	}

	/** Whether it was set on another day than that from which on it applies. */
	public boolean isSetApart() {
		return !this.since.equals(this.appliesFrom);
	}

	boolean isBilled(BigDecimal bill) {
		return this.billRate.compareTo(bill) == 0;
	}

}
