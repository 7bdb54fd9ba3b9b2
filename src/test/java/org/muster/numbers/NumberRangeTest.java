package org.muster.numbers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.forms.Formats;

import static org.assertj.core.api.Assertions.assertThat;

class NumberRangeTest {

	private static final NumberRange RATE = NumberKind.DAY_RATE.range();

	private static final NumberRange AMOUNT = NumberKind.AMOUNT.range();

	@ParameterizedTest
	@ValueSource(strings = { "1250", "1,250", "1.250", "1 250", "1\u00a0250", "1\u202f250", "1\u2009250", "1'250",
			"1’250", "1‘250", "1´250", "1`250", "1’250.00", "1.250,00", "1,250.00", "1 250,00", "1250,0", "1250.00",
			"1250.000", "1.250,000", "+1250", "+1.250", "  1.250  ", "€ 1.250", "€1,250", "1.250 €", "1.250€",
			"1.250,00€", "EUR 1'250.-", "EUR1250", "1250EUR", "1250 eur", "1 250 euros", "1.250,-", "1.250,- €",
			"1250,--", "1’250.—", "1250,–", "1 250 €/day", "1.250 EUR per day", "1.250 €/Tag", "€ 1250 / PT", "１２５０",
			"１，２５０", "１．２５０", "١٢٥٠", "١٬٢٥٠", "۱۲۵۰", "१,२५०", "\u200e1,250\u200e", "\ufeff1250" })
	void aDayRateOf1250IsReadHoweverItIsWritten(String typed) {
		assertThat(RATE.read(typed, "EUR")).as(typed).isEqualByComparingTo("1250");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
			1250,5; 1250.5
			1250.50; 1250.5
			1’250.50; 1250.5
			1'250,50; 1250.5
			1.250,5; 1250.5
			1 250,05; 1250.05
			.5; 0.5
			,5; 0.5
			0,5; 0.5
			0.250; 0.25
			00.250; 0.25
			½; 0.5
			16½; 16.5
			480½ EUR; 480.5
			1 250 ½ €; 1250.5
			0,480; 0.48
			950,5 €; 950.5
			١٢٥٠٫٥; 1250.5
			1.2500; 1.25
			12.5; 12.5
			600,-; 600
			600.-; 600
			600:-; 600
			99.999; 99999
			""")
	void decimalsAreRead(String typed, String value) {
		assertThat(RATE.read(typed, "EUR")).as(typed).isEqualByComparingTo(value);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			1.250.000; 1250000
			1,250,000; 1250000
			1'250'000; 1250000
			1 250 000; 1250000
			12,34,567; 1234567
			12,34,567.50; 1234567.5
			1,23,456; 123456
			1.250.000,75; 1250000.75
			1’250’000.75; 1250000.75
			500.000; 500000
			500,000; 500000
			""")
	void largeAmountsAreRead(String typed, String value) {
		assertThat(AMOUNT.read(typed, "EUR")).as(typed).isEqualByComparingTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "abc", "1,25,0", "1.25.0", "12 50", "1'25", "1250 250", "1,250.000.5", "1..250",
			"1.,250", "1,250.", "--5", "1-2", "5e3", "0x10", "NaN", "1_000", "1,2345,678", "1.250,-5", "five", "€",
			"EUR", "1250 USD", "$1250", "£ 1,250", "1250 CHF", "1250 apples", "1250 EUR 5", "12345678901234567890",
			"480²", "480₂", "480¹½", "480¼", "480¾ EUR", "48⅓", "480①", "½½", "4½5", "0,125", "01,250", "1250,123",
			"-1250", "−1250", "(1250)", "100.001", "500.000", "1,000,000" })
	void whatIsNoRateInEurosIsRefused(String typed) {
		assertThat(NumberKind.DAY_RATE.read(typed, "EUR")).as(typed).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "CHF 1'250.-, CHF", "Fr. 1'250.-, CHF", "SFr. 1250, CHF", "$1250, USD", "$1250, CAD", "US$ 1250, USD",
			"1250 kr, SEK", "1250 kr., DKK", "1250 zł, PLN", "1 250 Kč, CZK", "R$ 1250, BRL", "₹1250, INR",
			"¥1250, JPY", "¥1250, CNY", "£1250, GBP", "1250 KWD, KWD" })
	void aCurrencyIsRead(String typed, String currency) {
		assertThat(RATE.read(typed, currency)).isEqualByComparingTo("1250");
		assertThat(RATE.read(typed, "EUR")).isNull();
		assertThat(RATE.read(typed)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			DAYS_PER_WEEK; 2.500; 2.5
			DAYS_PER_WEEK; 2,5; 2.5
			DAYS_PER_WEEK; 2½; 2.5
			DAYS_PER_WEEK; 2 ½; 2.5
			LINE_DAYS; 1.250; 1250
			LINE_DAYS; 2.500; 2.5
			LINE_DAYS; 16.500; 16.5
			LINE_DAYS; 16.5; 16.5
			LINE_DAYS; 16,50; 16.5
			REQUEST_DAYS; 2.500; 2500
			PERCENT; 2,5; 2.5
			PERCENT; 2.500; 2.5
			PERCENT; 2.50 %; 2.5
			PERCENT; 12,5%; 12.5
			YEAR; 2.024; 2024
			TIER_DAYS; 1.000; 1000
			""")
	void theBoundsDecide(NumberKind kind, String typed, String value) {
		assertThat(kind.read(typed)).as(typed).isEqualByComparingTo(value);
	}

	@ParameterizedTest
	@CsvSource({ "PERCENT, 2.125", "DAYS_PER_WEEK, 16.25", "LINE_DAYS, 16.25", "LINE_DAYS, 0.250", "LINE_DAYS, 0",
			"YEARS, 7.5", "HEAD_COUNT, 1.000", "LINE_DAYS, 2.125", "YEARS, 7.500", "LEVEL, 6", "YEARS, -1",
			"LINE_DAYS, 5 EUR", "PERCENT, 150", "DAY_RATE, 5 %" })
	void whatIsFinerOrOutOfBoundsIsRefused(NumberKind kind, String typed) {
		assertThat(kind.read(typed)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			DAY_RATE; KWD; 85.500; 85.5
			DAY_RATE; KWD; 9.250; 9.25
			DAY_RATE; TND; 91.500; 91.5
			DAY_RATE; TND; 91,500; 91.5
			DAY_RATE; KWD; 85.500 KWD/day; 85.5
			DAY_RATE; KWD; 185,250; 185.25
			DAY_RATE; KWD; 1,250; 1250
			DAY_RATE; KWD; 1.250; 1250
			DAY_RATE; OMR; 2.500; 2500
			DAY_RATE; KWD; 1,250.500; 1250.5
			DAY_RATE; KWD; 1.250,500; 1250.5
			DAY_RATE; OMR; 99.500; 99.5
			DAY_RATE; CLF; 12.345; 12.345
			DAY_RATE; CLF; 12,345; 12.345
			DAY_RATE; CLF; 9,500; 9.5
			DAY_RATE; CLF; 12.3456; 12.3456
			DAY_RATE; TND; 1,250; 1250
			DAY_RATE; IQD; 450.000; 450000
			DAY_RATE; JPY; 95.000; 95000
			AMOUNT; KWD; 150.000; 150000
			AMOUNT; KWD; 150,000; 150000
			AMOUNT; KWD; 150.1250; 150.125
			AMOUNT; CLF; 12.345; 12345
			""")
	void theCurrencyDecidesWhatThreeDigitsMean(NumberKind kind, String currency, String typed, String value) {
		assertThat(kind.read(typed, currency)).isEqualByComparingTo(value);
	}

	@Test
	void aRateThatNamesItsCurrencyIsReadInIt() {
		assertThat(RATE.understood("85.500 KWD", "EUR"))
			.isEqualTo(new NumberReading(new BigDecimal("85.500"), true, "KWD"));
	}

	/** Whatever its scale: the database keeps four decimals. */
	@ParameterizedTest
	@ValueSource(strings = { "JPY", "HUF", "EUR", "KWD", "OMR", "IQD", "CLF", "UYW" })
	void whatAFormShowsIsReadBack(String currency) {
		Random random = new Random(17);
		int decimals = Denomination.of(currency).decimals();
		for (int round = 0; round < 5000; round++) {
			BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt((round % 2 == 0) ? 2_000_000 : 99_999), decimals);
			for (NumberKind kind : List.of(NumberKind.DAY_RATE, NumberKind.AMOUNT)) {
				for (BigDecimal stored : List.of(amount, amount.setScale(4), amount.stripTrailingZeros())) {
					if (kind.takes(stored, currency)) {
						String written = NumberKind.written(stored, currency);
						assertThat(kind.read(written, currency)).as(kind + " " + written).isEqualByComparingTo(amount);
					}
				}
			}
		}
	}

	/** What pages say of a day rate of 30 to 30,000 euros can be typed as it is. */
	@ParameterizedTest
	@ValueSource(strings = { "JPY", "EUR", "KWD", "OMR", "CLF" })
	void aRateOfAPageIsReadBack(String currency) {
		Formats formats = new Formats();
		Random random = new Random(17);
		int decimals = Denomination.of(currency).decimals();
		BigDecimal most = Objects.requireNonNull(Denomination.of(currency).perEuro()).multiply(new BigDecimal("12600"));
		for (int round = 0; round < 2000; round++) {
			BigDecimal rate = most.multiply(BigDecimal.valueOf(random.nextDouble()))
				.setScale((round % 3 == 0) ? 0 : decimals, RoundingMode.UP);
			if (rate.compareTo(most) <= 0 && rate.compareTo(most.movePointLeft(3)) > 0) {
				assertThat(NumberKind.DAY_RATE.read(formats.rate(rate, currency), currency)).as(rate.toString())
					.isEqualByComparingTo(rate);
			}
		}
	}

	@Test
	void tenThousandsOfYenAreNotTenYen() {
		assertThat(NumberKind.AMOUNT.read("10,0000", "JPY")).isNull();
		assertThat(NumberKind.AMOUNT.read("1250.00", "JPY")).isEqualByComparingTo("1250");
	}

	@Test
	void aFormShowsNoNeedlessDecimals() {
		assertThat(Stream.of("95000.0000 JPY", "450.0000 EUR", "85.5000 KWD", "171.1250 KWD", "12.3456 CLF")
			.map((text) -> text.split(" "))
			.map((parts) -> NumberKind.written(new BigDecimal(parts[0]), parts[1])))
			.containsExactly("95000", "450.00", "85.50", "171.1250", "12.3456");
	}

	@Test
	void aPercentageWithThreeDecimalsIsADecimalAndSaidToBe() {
		NumberReading reading = NumberKind.PERCENT.range().understood("2.125");
		assertThat(reading).isEqualTo(new NumberReading(new BigDecimal("2.125"), true, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.250", "1,250", "99.999 €", "999,999", "1’250,5", "1.250,00" })
	void onlyOneMarkBeforeThreeDigitsIsAmbiguous(String typed) {
		NumberReading reading = Objects.requireNonNull(RATE.understood(typed));
		assertThat(reading.isAmbiguous()).isEqualTo(typed.matches("\\d+[.,]\\d{3}( €)?"));
	}

	/** As a spreadsheet leaves 1.250 of it. */
	@ParameterizedTest
	@ValueSource(strings = { "1.25", "1,25", "1.2 €", "0.45", "9.5" })
	void aDayRateOfAFewUnitsAndAFractionIsLikelyToBeOneOfThousands(String typed) {
		NumberReading reading = Objects.requireNonNull(RATE.understood(typed));
		assertThat(reading.isAmbiguous()).isTrue();
		assertThat(reading.value()).isLessThan(BigDecimal.TEN);
		assertThat(Objects.requireNonNull(NumberKind.PERCENT.range().understood("1.25")).isAmbiguous()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "12.5", "9", "5.00", "450.50" })
	void otherDayRatesWithDecimalsAreWhatTheyAre(String typed) {
		assertThat(Objects.requireNonNull(RATE.understood(typed)).isAmbiguous()).isFalse();
	}

	/** Whatever a locale writes, with two decimals, is read as it was meant. */
	@ParameterizedTest
	@MethodSource("locales")
	void amountsOfAllLocalesAreRead(Locale locale) {
		Random random = new Random(17);
		NumberFormat format = NumberFormat.getNumberInstance(locale);
		format.setMinimumFractionDigits(2);
		format.setMaximumFractionDigits(2);
		for (int round = 0; round < 200; round++) {
			BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt((round % 2 == 0) ? 200_000 : 2_000_000_000), 2);
			assertThat(AMOUNT.read(format.format(amount), "EUR")).as(locale + " " + format.format(amount))
				.isEqualByComparingTo(amount);
		}
	}

	/** What Muster itself writes is read back, and an amount never as a thousandth. */
	@Test
	void whatMusterWritesIsReadBack() {
		Formats formats = new Formats();
		Random random = new Random(17);
		for (int round = 0; round < 2000; round++) {
			BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(10_000_000), (round % 3 == 0) ? 0 : 2);
			for (String written : List.of(formats.money(amount, "EUR"), formats.rate(amount, "EUR"),
					formats.in(Locale.GERMANY).rate(amount, "EUR"), formats.in(Locale.FRANCE).money(amount, "EUR"),
					formats.plain(amount), amount.toPlainString())) {
				assertThat(AMOUNT.read(written, "EUR")).as(written).isEqualByComparingTo(amount);
			}
		}
	}

	/**
	 * Those of newer JDKs that are refused are left out: N'Ko groups by an Arabic comma,
	 * Toki Pona by two digits.
	 */
	static Stream<Locale> locales() {
		return Arrays.stream(Locale.getAvailableLocales())
			.filter((locale) -> !locale.getCountry().isEmpty() && locale.getUnicodeLocaleKeys().isEmpty())
			.filter((locale) -> !Set.of("nqo", "tok").contains(locale.getLanguage()));
	}

}
