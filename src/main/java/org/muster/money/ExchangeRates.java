package org.muster.money;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What amounts are worth in other currencies: for comparing, and for the rates of people
 * who are paid in another currency than a proposal has, which keeps the rate of exchange.
 */
public final class ExchangeRates {

	/** The currency that all rates are held against. */
	public static final String BASE = "EUR";

	private static final int DECIMALS = 16;

	private final Map<String, BigDecimal> perEuro;

	private final LocalDate date;

	private final Map<String, LocalDate> otherDates;

	/**
	 * @param perEuro how much of a currency one euro buys, by ISO 4217 code
	 * @param date the day of the rates
	 * @throws IllegalArgumentException if a rate is not above zero, or that of the euro
	 * is not 1
	 */
	public ExchangeRates(Map<String, BigDecimal> perEuro, LocalDate date) {
		perEuro.forEach((currency, rate) -> {
			if (rate.signum() <= 0) {
				throw new IllegalArgumentException("No rate of exchange: %s %s".formatted(rate, currency));
			}
		});
		if (perEuro.containsKey(BASE) && perEuro.get(BASE).compareTo(BigDecimal.ONE) != 0) {
			throw new IllegalArgumentException("One euro is one euro, not " + perEuro.get(BASE));
		}
		this.perEuro = new TreeMap<>(perEuro);
		this.date = date;
		this.otherDates = Map.of();
	}

	private ExchangeRates(Map<String, BigDecimal> perEuro, LocalDate date, Map<String, LocalDate> otherDates) {
		this.perEuro = new TreeMap<>(perEuro);
		this.date = date;
		this.otherDates = Map.copyOf(otherDates);
	}

	/**
	 * Those of {@code exchange-rates.properties}, as Muster comes with them. What an
	 * installation converts by is the bean of this type, which may have others.
	 */
	public static ExchangeRates standard() {
		Properties file = new Properties();
		try (InputStream in = Objects
			.requireNonNull(ExchangeRates.class.getResourceAsStream("/exchange-rates.properties"))) {
			file.load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		LocalDate date = LocalDate.parse(Objects.toString(file.remove("date")));
		Map<String, BigDecimal> rates = new TreeMap<>();
		file.stringPropertyNames()
			.forEach((currency) -> rates.put(currency, new BigDecimal(file.getProperty(currency).strip())));
		return new ExchangeRates(rates, date);
	}

	/**
	 * With other rates for some currencies.
	 * @param of the day of these
	 * @throws IllegalArgumentException if a rate is not above zero, or that of the euro
	 * is not 1
	 */
	public ExchangeRates with(Map<String, BigDecimal> others, LocalDate of) {
		Map<String, BigDecimal> rates = new TreeMap<>(this.perEuro);
		rates.putAll(others);
		Map<String, LocalDate> dates = new TreeMap<>(this.otherDates);
		others.keySet().forEach((currency) -> dates.put(currency, of));
		return new ExchangeRates(new ExchangeRates(rates, this.date).perEuro, this.date, dates);
	}

	/** How much of a currency one euro buys, by ISO 4217 code. */
	public Map<String, BigDecimal> perEuro() {
		return Collections.unmodifiableMap(this.perEuro);
	}

	/** The currencies that can be converted into each other, ISO 4217, in their order. */
	public Set<String> currencies() {
		return Collections.unmodifiableSet(this.perEuro.keySet());
	}

	/** The day of the rates, but for those that the installation has of its own. */
	public LocalDate date() {
		return this.date;
	}

	/** Of the rates that convert between two currencies the older one's day. */
	public LocalDate date(String from, String to) {
		return Stream.of(from, to)
			.filter((currency) -> !currency.equals(BASE))
			.map((currency) -> this.otherDates.getOrDefault(currency, this.date))
			.min(LocalDate::compareTo)
			.orElse(this.date);
	}

	/** Whether there are rates for both, or both are the same. */
	public boolean canConvert(String from, String to) {
		return from.equals(to) || this.perEuro.containsKey(from) && this.perEuro.containsKey(to);
	}

	/**
	 * By the rate between two currencies, to the decimals of the second, half up.
	 * @throws IllegalArgumentException if there is no rate for one of them
	 */
	public BigDecimal convert(BigDecimal amount, String from, String to) {
		if (from.equals(to)) {
			return amount;
		}
		int decimals = Money.of(BigDecimal.ZERO, to).decimals();
		return amount.multiply(rate(to)).divide(rate(from), decimals, RoundingMode.HALF_UP);
	}

	/**
	 * How much of one currency a unit of another buys, to sixteen decimals, half up: many
	 * units may stand for one.
	 * @throws IllegalArgumentException if there is no rate for one of them
	 */
	public BigDecimal between(String from, String to) {
		return rate(to).divide(rate(from), DECIMALS, RoundingMode.HALF_UP);
	}

	private BigDecimal rate(String currency) {
		BigDecimal rate = this.perEuro.get(currency);
		if (rate == null) {
			throw new IllegalArgumentException("No rate of exchange for " + currency);
		}
		return rate;
	}

}
