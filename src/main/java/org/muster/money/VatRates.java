package org.muster.money;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** Standard rates of VAT by country, from {@code vat-rates.properties}. */
public final class VatRates {

	private static final Map<String, BigDecimal> STANDARD = read();

	private VatRates() {
	}

	/** By ISO 3166 alpha-2 country code, in per cent. */
	public static Map<String, BigDecimal> standard() {
		return STANDARD;
	}

	private static Map<String, BigDecimal> read() {
		Properties rates = new Properties();
		try (InputStream file = Objects.requireNonNull(VatRates.class.getResourceAsStream("/vat-rates.properties"))) {
			rates.load(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return rates.stringPropertyNames()
			.stream()
			.collect(Collectors.toUnmodifiableMap(country -> country,
					country -> new BigDecimal(rates.getProperty(country).strip())));
	}

}
