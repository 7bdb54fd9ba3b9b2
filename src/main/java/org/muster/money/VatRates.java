package org.muster.money;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Standard rates of VAT by territory and day, from {@code vat-rates.properties}. */
public final class VatRates {

	private static final Map<String, NavigableMap<LocalDate, BigDecimal>> RATES = read();

	private VatRates() {
	}

	/**
	 * Those of a day.
	 * @return by the code of the territory, in per cent
	 */
	public static Map<String, BigDecimal> on(LocalDate day) {
		Map<String, BigDecimal> rates = new HashMap<>();
		RATES.keySet().forEach((country) -> rates.put(country, on(day, country)));
		return rates;
	}

	/**
	 * That of a day where a territory is: its own, or that of the territory whose law
	 * holds there.
	 * @return in per cent; nothing if none is known
	 */
	public static Optional<BigDecimal> find(LocalDate day, VatTerritory territory) {
		return Stream.of(territory.code(), territory.law())
			.filter(RATES::containsKey)
			.findFirst()
			.map((code) -> on(day, code));
	}

	private static BigDecimal on(LocalDate day, String code) {
		NavigableMap<LocalDate, BigDecimal> known = Objects.requireNonNull(RATES.get(code));
		Map.Entry<LocalDate, BigDecimal> rate = known.floorEntry(day);
		return (rate != null) ? rate.getValue() : known.firstEntry().getValue();
	}

	private static Map<String, NavigableMap<LocalDate, BigDecimal>> read() {
		Properties file = new Properties();
		try (InputStream in = Objects.requireNonNull(VatRates.class.getResourceAsStream("/vat-rates.properties"))) {
			file.load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();
		file.stringPropertyNames().forEach((country) -> rates.put(country, rates(file.getProperty(country))));
		return rates;
	}

	/** Reads {@code 20, 22 from 2024-01-01}. */
	private static NavigableMap<LocalDate, BigDecimal> rates(String text) {
		NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>();
		for (String part : text.split(",")) {
			String[] words = part.strip().split(" from ", 2);
			rates.put((words.length > 1) ? LocalDate.parse(words[1]) : LocalDate.EPOCH, new BigDecimal(words[0]));
		}
		return rates;
	}

}
