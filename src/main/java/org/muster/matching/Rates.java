package org.muster.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.availability.StartFinder;
import org.muster.indexing.Names;
import org.muster.pricing.Price;
import org.muster.pricing.PriceList;

/**
 * What days of the pool cost the client of a demand, against its cap: the very prices of
 * {@link PriceList#price}, in {@link #UNITS}. They depend on where a person is and on
 * when the work begins, of which there are few; so each is found once and looked up.
 */
final class Rates {

	/** Prices are counted in this many decimals, the most that a currency has. */
	static final int UNITS = 4;

	/** The price of whose rate cannot be converted: nobody costs more. */
	static final long NO_PRICE = Long.MAX_VALUE;

	/** Above as many whole euros nobody is within the cap. */
	final int capInEuros;

	private static final long UNKNOWN = -1;

	private static final long NONE = -2;

	private final Demand demand;

	private final PriceList prices;

	private final PoolNames names;

	/** In units, or negative where there is none. */
	private final long cap;

	/** The days, since 1970, from which on prices are others; ascending. */
	private final int[] changes;

	private final int earliest;

	/** When the work begins, or {@code null} while its dates are open. */
	private final @Nullable Starts starts;

	private final boolean hasCard;

	/** By the number of changes before and the number of the place. */
	private final long[][] cards;

	/**
	 * By the number of changes before, of those before a rate was set, and of the
	 * currency: the most within the cap.
	 */
	private final long[][][] caps;

	Rates(Demand demand, PriceList prices, @Nullable Starts starts, ScoringContext context, PoolNames names) {
		this.starts = starts;
		this.demand = demand;
		this.prices = prices;
		this.names = names;
		BigDecimal most = demand.cap();
		this.cap = (most != null) ? units(most) : -1;
		this.hasCard = prices.hasCard(demand.role(), demand.seniority());
		this.changes = prices.changes(demand.role(), demand.seniority()).stream().mapToInt(StartFinder::day).toArray();
		this.earliest = StartFinder
			.day(prices.firstDay((demand.schedule() != null) ? demand.schedule().earliestStart() : null));
		this.capInEuros = (most != null && !this.hasCard
				&& context.exchange().canConvert(demand.currency(), PoolRow.EURO))
						? context.exchange().convert(most, demand.currency(), PoolRow.EURO).intValue() + 1
						: Integer.MAX_VALUE;
		this.cards = table(this.changes.length + 1, names.places());
		this.caps = new long[this.changes.length + 1][this.changes.length + 1][];
	}

	private static long[][] table(int rows, Names names) {
		long[][] table = new long[rows][];
		for (int one = 0; one < rows; one++) {
			table[one] = row(names);
		}
		return table;
	}

	private static long[] row(Names names) {
		long[] row = new long[names.size()];
		Arrays.fill(row, UNKNOWN);
		return row;
	}

	static long units(BigDecimal amount) {
		return amount.movePointRight(UNITS).longValue();
	}

	/**
	 * The day by which a person's work is priced: that on which it begins. Where nothing
	 * changes until it has begun at the latest, an earlier day costs the same and is
	 * quicker to find.
	 */
	private int firstDay(Segment pool, int at) {
		int first = first(pool, at);
		return (this.starts != null && isChanging(pool, at, first, this.starts.last()))
				? Math.max(this.earliest, this.starts.best(pool, at).day()) : first;
	}

	/** The price of nobody is of an earlier day. */
	private int first(Segment pool, int at) {
		return Math.max(this.earliest, (this.starts != null) ? this.starts.first(pool, at) : pool.availableFrom[at]);
	}

	/** Whether somebody's price may change after a day, up to another. */
	private boolean isChanging(Segment pool, int at, int after, int last) {
		return isChanging(after, last) || pool.changesRate(at, after, last);
	}

	/** Whether prices may change after a day, up to another, whatever people's rates. */
	private boolean isChanging(int after, int last) {
		return this.changes.length > 0 && changesBefore(last) > changesBefore(after);
	}

	/** How many changes of prices come before a day, or on it. */
	private int changesBefore(int day) {
		int before = 0;
		while (before < this.changes.length && this.changes[before] <= day) {
			before++;
		}
		return before;
	}

	/** A day between a change and the next. */
	private LocalDate day(int changesBefore) {
		return LocalDate.ofEpochDay(
				(changesBefore == 0) ? this.earliest : Math.max(this.earliest, this.changes[changesBefore - 1]));
	}

	/** The same of the day on which a rate was set, which may be long past. */
	private LocalDate since(int changesBefore) {
		return (changesBefore == 0) ? LocalDate.EPOCH : LocalDate.ofEpochDay(this.changes[changesBefore - 1]);
	}

	/** What a day costs by the rate card, or {@link #NONE}. */
	private long card(int changesBefore, int place) {
		long[] known = this.cards[changesBefore];
		if (known[place] == UNKNOWN) {
			LocalDate day = day(changesBefore);
			known[place] = this.prices
				.card(this.demand.role(), this.demand.seniority(), PoolNames.place(this.names.places().name(place)),
						day)
				.map((price) -> units(this.prices.raised(price, day).amount()))
				.orElse(NONE);
		}
		return known[place];
	}

	/** What a day costs, in units of the demand's currency. */
	long units(Segment pool, int at) {
		int day = firstDay(pool, at);
		int before = changesBefore(day);
		long card = this.hasCard ? card(before, pool.places[at]) : NONE;
		return (card != NONE) ? card
				: own(pool.rate(at, day), pool.currencies[at] & 0xff, before, setBefore(pool, at, day));
	}

	/** How many changes of prices come before a person's own rate was set. */
	private int setBefore(Segment pool, int at, int day) {
		return (this.changes.length == 0) ? 0 : changesBefore(pool.since(at, day));
	}

	/**
	 * What a person's own rate comes to.
	 * @param setBefore how many changes come before it was set: those do not raise it
	 */
	private long own(int rate, int currency, int changesBefore, int setBefore) {
		Optional<Price> price = this.prices.own(PoolRow.money(rate, this.names.currencies().name(currency)),
				since(setBefore));
		return price.map((known) -> units(this.prices.raised(known, day(changesBefore)).amount())).orElse(NO_PRICE);
	}

	/** Whether a day costs no more than some units. */
	boolean isCheaper(Segment pool, int at, long units) {
		return units(pool, at) <= units;
	}

	/** Quicker than to find out: whether somebody is within it on any day of a start. */
	boolean mayBeWithinCap(Segment pool, int at) {
		if (this.cap < 0) {
			return true;
		}
		int first = first(pool, at);
		int last = (this.starts != null) ? Math.max(first, this.starts.last()) : first;
		if (isChanging(pool, at, first, last)) {
			return true;
		}
		int before = changesBefore(first);
		long card = this.hasCard ? card(before, pool.places[at]) : NONE;
		return (card != NONE) ? card <= this.cap : pool.rate(at, first) <= cap(pool, at, first);
	}

	/** Whose price is not known is not kept out by it. */
	boolean isWithinCap(Segment pool, int at) {
		if (this.cap < 0) {
			return true;
		}
		int day = firstDay(pool, at);
		int before = changesBefore(day);
		long card = this.hasCard ? card(before, pool.places[at]) : NONE;
		return (card != NONE) ? card <= this.cap : pool.rate(at, day) <= cap(pool, at, day);
	}

	/**
	 * The highest own rate within the cap on a day, in the smallest units of a person's
	 * currency.
	 */
	private long cap(Segment pool, int at, int day) {
		int currency = pool.currencies[at] & 0xff;
		int before = changesBefore(day);
		int setBefore = setBefore(pool, at, day);
		if (this.caps[before][setBefore] == null) {
			this.caps[before][setBefore] = row(this.names.currencies());
		}
		long[] known = this.caps[before][setBefore];
		if (known[currency] == UNKNOWN) {
			known[currency] = (own(1, currency, before, setBefore) == NO_PRICE) ? NO_PRICE
					: highest(before, setBefore, currency);
		}
		return known[currency];
	}

	/** By halving: the higher the own rate, the higher the price. */
	private long highest(int changesBefore, int setBefore, int currency) {
		int within = 0;
		int most = Integer.MAX_VALUE;
		while (within < most) {
			int middle = within + (most - within) / 2 + (most - within) % 2;
			if (own(middle, currency, changesBefore, setBefore) <= this.cap) {
				within = middle;
			}
			else {
				most = middle - 1;
			}
		}
		return within;
	}

	/** Of whom is within the cap. */
	private boolean hasPrice(Segment pool, int at) {
		int day = firstDay(pool, at);
		return this.hasCard && card(changesBefore(day), pool.places[at]) != NONE || cap(pool, at, day) != NO_PRICE;
	}

	/** How far the rate meets the cap, in thousandths. */
	int fraction(Segment pool, int at) {
		if (this.cap < 0) {
			return ScoreScale.FULL;
		}
		if (isWithinCap(pool, at)) {
			return hasPrice(pool, at) ? ScoreScale.FULL : ScoreScale.FULL / 2;
		}
		return ScoreScale.rate(units(pool, at), this.cap);
	}

}
