package org.muster.vocabulary;

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

	@ParameterizedTest
	@CsvSource({ "ES,Cataluña,ct", "ES,País Vasco,pv", "ES,Canarias,cn", "ES,Islas Baleares,ib",
			"ES,Castilla y León,cl", "DE,Baviera,by", "CA,Colombie-Britannique,bc", "AT,Tyrol,7", "IT,Latium,62",
			"FR,Île-de-France,IDF", "FR,ile de france,IDF", "FR,FR-IDF,IDF", "FR,PACA,PAC", "FR,Normandy,NOR",
			"DE,Freistaat Bayern,by", "DE,baden wurttemberg,bw", "IT,Lombardei,25", "ES,Baskenland,pv",
			"CH,Grischun,gr", "US,Tennessee,tn", "US,Nueva York,ny", "PT,Algarve,08", "GB,Schotland,sct" })
	void regionsAreKnownByTheirOtherNames(String country, String name, String region) {
		assertThat(CountryNames.region(country, name)).contains(region);
	}

}
