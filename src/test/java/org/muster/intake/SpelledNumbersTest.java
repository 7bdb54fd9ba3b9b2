package org.muster.intake;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpelledNumbersTest {

	@ParameterizedTest(name = "{0} in {1}")
	@CsvSource({ "k, 3 Kč, false", "d, un día, false", "t, été, false", "k, 3 k, true", "año, cada año, true",
			"à, à Paris, true", "k, 3k, false", "k, K-Means, true" })
	void aWordEndsWhereItsLettersDoWithAccentsOrWithout(String word, String text, boolean found) {
		assertThat(SpelledNumbers.pattern("\\b" + word + "\\b").matcher(text).find()).isEqualTo(found);
	}

}
