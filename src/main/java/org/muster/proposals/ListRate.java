package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.muster.money.AmountConverter;
import org.muster.pricing.Price;

/**
 * What a day of a line costs by list: by the rate card, or else by the person's own rate.
 * Each holds from a day on, and what rates rise by before does not raise it; without such
 * a day it holds from when the draft was made.
 */
@Embeddable
class ListRate {

	@Convert(converter = AmountConverter.class)
	private @Nullable BigDecimal cardRate;

	private @Nullable LocalDate cardFrom;

	/** What the entry of the rate card says, before it rose to the card rate. */
	@Convert(converter = AmountConverter.class)
	private @Nullable BigDecimal cardListed;

	@Convert(converter = AmountConverter.class)
	private @Nullable BigDecimal ownRate;

	/** What that comes to in the proposal's currency, with what it has risen by. */
	@Convert(converter = AmountConverter.class)
	private @Nullable BigDecimal ownPrice;

	/** The day after which that rises, if not all of the draft do by then. */
	private @Nullable LocalDate ownFrom;

	/** Nothing is known, as of lines from before it was kept. */
	ListRate() {
	}

	/** A copy for another line. */
	ListRate(ListRate other) {
		this.cardRate = other.cardRate;
		this.cardFrom = other.cardFrom;
		this.cardListed = other.cardListed;
		this.ownRate = other.ownRate;
		this.ownPrice = other.ownPrice;
		this.ownFrom = other.ownFrom;
	}

	/**
	 * Takes note of what the rate card says now.
	 * @param drafted the day on which all of the draft were as they are
	 */
	void note(@Nullable Price card, LocalDate drafted) {
		if (card != null || this.cardRate != null) {
			this.cardFrom = (card != null) ? from(card.asOf(), drafted) : null;
		}
		this.cardRate = (card != null) ? card.amount() : null;
		this.cardListed = (card != null) ? card.listed().amount() : null;
	}

	/**
	 * Takes note of the person's own rate.
	 * @param rate in the person's currency
	 * @param price what that comes to; {@code null} where it is not known
	 * @param drafted the day on which all of the draft were as they are
	 */
	void own(BigDecimal rate, @Nullable Price price, LocalDate drafted) {
		this.ownRate = rate;
		this.ownPrice = (price != null) ? price.amount() : null;
		this.ownFrom = (price != null) ? from(price.asOf(), drafted) : null;
	}

	/** The bill rate is as of a day. */
	void asOf(LocalDate day, LocalDate drafted) {
		this.cardFrom = from(day, drafted);
	}

	/**
	 * Somebody typed another bill rate: who types what the profile says means it as the
	 * profile does, as of the same day.
	 */
	void type(BigDecimal billRate) {
		if (this.cardRate == null && this.ownPrice != null && billRate.compareTo(this.ownPrice) == 0) {
			this.cardFrom = this.ownFrom;
		}
	}

	/** The day after which a price rises, unless all of the draft do by then. */
	private static @Nullable LocalDate from(LocalDate asOf, LocalDate drafted) {
		return asOf.isAfter(drafted) ? asOf : null;
	}

	/** Whether the rate card says something else than what was taken note of. */
	boolean isOtherThan(@Nullable Price card) {
		return (card == null) ? this.cardRate != null
				: this.cardRate == null || card.amount().compareTo(this.cardRate) != 0;
	}

	/**
	 * In the currency of the proposal; {@code null} for lines from before that was kept.
	 * @param pay by whose rate of exchange the own rate is converted
	 */
	@Nullable BigDecimal rate(Pay pay) {
		if (this.cardRate != null || this.ownRate == null) {
			return this.cardRate;
		}
		return (this.ownPrice != null) ? this.ownPrice : pay.inOurs(this.ownRate);
	}

	/**
	 * What the entry of the rate card says, or else the profile, in the currency of the
	 * proposal; {@code null} if it has not risen since.
	 */
	@Nullable BigDecimal beforeRises(Pay pay) {
		BigDecimal list = rate(pay);
		BigDecimal said = (this.cardRate != null) ? this.cardListed
				: (this.ownRate != null) ? pay.inOurs(this.ownRate) : null;
		return (list != null && said != null && list.compareTo(said) != 0) ? said : null;
	}

	/** The day after which it rises, or {@code null} if all of the draft do by then. */
	@Nullable LocalDate from() {
		return (this.cardRate != null || this.ownPrice == null) ? this.cardFrom : this.ownFrom;
	}

	/** What the rate card said when the line was saved, or {@code null} for nothing. */
	public @Nullable BigDecimal card() {
		return this.cardRate;
	}

	/**
	 * The day after which the frame agreement raises the bill rate, or {@code null} if
	 * that is the day by which the whole draft is priced.
	 */
	@Nullable LocalDate billedFrom() {
		return this.cardFrom;
	}

	/**
	 * The consultant's own rate on the first day, as it was when the line was counted, in
	 * the currency of the pay rate; {@code null} if unknown.
	 */
	public @Nullable BigDecimal own() {
		return this.ownRate;
	}

}
