package org.muster.consultants;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CountryNamesTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "DE-BE|DE|be", "DE-BY|DE|by", "de_th|DE|th", "DE-NI|DE|ni", "DE-SN|DE|sn",
			"DE-MV|DE|mv", "FR-75|FR|", "Germany, Berlin|DE|be", "Germany (Bavaria)|DE|by", "Germany (DE)|DE|",
			"DE - Germany|DE|", "The Netherlands|NL|", "die Schweiz|CH|", "the UK|GB|", "los Estados Unidos|US|" })
	void aCodeOfARegionNamesItsCountry(String text, String country, @Nullable String region) {
		assertThat(CountryNames.country(text)).contains(country);
		assertThat(CountryNames.regionOfCountry(text).orElse(null)).isEqualTo(region);
	}

	@Test
	void whatMayMeanTwoCountriesMeansNone() {
		for (String text : new String[] { "DE BE", "DE/BE", "DE, BY", "de by", "DE–BE", "CZ-SK", "Germany, Atlantis",
				"la BE", "XX-BE" }) {
			assertThat(CountryNames.country(text)).as(text).isEmpty();
			assertThat(CountryNames.regionOfCountry(text)).as(text).isEmpty();
		}
	}

}
