package org.muster.exports;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormulaMarksTest {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = { "=1+1,'=1+1", "Foo;=cmd|' /C calc'!A0,Foo;'=cmd|' /C calc'!A0",
			"a; +1,a; '+1", "Foo;'=1,Foo;''=1", "a=b,a=b", "Java; SQL,Java; SQL" })
	void aFormulaIsMarkedAlsoBehindWhatSomeCountriesTakeForTheEndOfACell(String text, String marked) {
		assertThat(SheetExport.marked(text)).isEqualTo(marked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1", "'=1", "Foo;=1", "Foo;'=1", "a;\t=1;-2;''@x", "007", "'007", "a\n+1", "-;-" })
	void whatWasMarkedIsReadAsItWas(String text) {
		assertThat(SheetExport.unmarked(SheetExport.marked(text))).isEqualTo(text);
	}

}
