package org.muster.imports;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.skills.Taxonomies;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers of tables, as people in different countries write them. */
class RowReaderTest {

	private static RowReader.Read read(String pay, String bill, String years) {
		return new RowReader(Map.of(Field.EMAIL, 0, Field.PAY_RATE, 1, Field.BILL_RATE, 2, Field.YEARS, 3),
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
			480½; 480.50
			0,480; 0.48
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
	@ValueSource(strings = { "500.000", "450 USD", "$450", "1,25,0", "450-500", "0", "-450", "450.505", "480²", "480¼",
			"on request" })
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

}
