package org.muster.imports;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.skills.Taxonomies;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers of tables, as people in different countries write them. */
class RowReaderTest {

	private static RowReader.Read read(String pay, String bill, String years) {
		return read("Day rate", pay, bill, years);
	}

	private static RowReader.Read read(String heading, String pay, String bill, String years) {
		return new RowReader(List.of("Email", "Cost", heading, "Years"),
				Map.of(Field.EMAIL, 0, Field.PAY_RATE, 1, Field.BILL_RATE, 2, Field.YEARS, 3),
				Taxonomies.reader(Taxonomies.ofTheFile()), 2026, "EUR", DateOrder.OPEN)
			.read(new SheetRow(2, List.of("someone@x.example", pay, bill, years)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			1.000; 1000.00
			1.250; 1250.00
			1,250; 1250.00
			950,5 €; 950.50
			1.250 €; 1250.00
			1.150,50; 1150.50
			1’250.50; 1250.50
			1'250.-; 1250.00
			480,50; 480.50
			450; 450.00
			450.50 EUR; 450.50
			1,250.00 EUR; 1250.00
			€ 1 250; 1250.00
			600,-; 600.00
			""")
	void aRateIsReadAsTheFormsReadIt(String typed, String rate) {
		RowReader.Read read = read(typed, typed, "7");
		assertThat(read.wrongs()).isEmpty();
		assertThat(read.person().payRate).hasToString(rate);
		assertThat(read.person().billRate).hasToString(rate);
	}

	@ParameterizedTest
	@ValueSource(strings = { "500.000", "450 USD", "$450", "1,25,0", "450-500", "0", "-450", "450.505", "on request" })
	void whatIsNoRateInTheCurrencyOfThePoolLeavesTheRowOut(String typed) {
		assertThat(read("450", typed, "7").isFatal()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			7; 7
			7,5; 7
			7.5; 7
			12; 12
			""")
	void partsOfAYearAreDropped(String typed, int years) {
		assertThat(read("450", "500", typed).person().years).isEqualTo(years);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Cost (per hour)", "Rate (EUR/h)", "Cost (month)", "Rate (k EUR)", "Sell Rate (hourly)",
			"VK-Satz T€", "Stundensatz", "Taux horaire", "Rate p.a." })
	void anAmountThatIsNotByTheDayIsNeitherGuessedNorTaken(String heading) {
		assertThat(Field.guess(heading)).isEmpty();
		assertThat(read(heading, "450", "600", "7").wrongs()).extracting(RowReader.Wrong::reason)
			.containsExactly("rate.unit");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Tagessatz (8 Std.)", "Day rate (8h)", "Rate/day (EUR)", "VK-Satz (€)", "TJM HT",
			"Day rate in EUR", "Bill rate (internal)" })
	void anAmountByTheDayInTheCurrencyOfThePoolIsTaken(String heading) {
		assertThat(Field.guess(heading)).contains(Field.BILL_RATE);
		assertThat(read(heading, "450", "600", "7").wrongs()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Day rate (USD),USD", "Tagessatz CHF,CHF", "Rate in PLN,PLN", "Rate (£),GBP", "day rate usd,USD" })
	void theCurrencyOfAHeadingIsThatOfItsRows(String heading, String currency) {
		assertThat(Field.guess(heading)).contains(Field.BILL_RATE);
		RowReader.Read read = read(heading, "", "600", "7");
		assertThat(read.wrongs()).isEmpty();
		assertThat(read.person().currency).isEqualTo(currency);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Day rate ($)", "Rate EUR/USD" })
	void aCurrencyThatMayBeAnotherThanThatOfThePoolIsRefused(String heading) {
		assertThat(read(heading, "450", "600", "7").wrongs()).extracting(RowReader.Wrong::reason)
			.containsExactly("rate.currency");
	}

	@Test
	void anAmountInTheCurrencyOfThePoolIsNotTakenForOneInThatOfAPersonsRates() {
		assertThat(read("", "600 €", "7").person().currency).isEqualTo("EUR");
		assertThat(read("", "600", "7").person().currency).isNull();
	}

}
