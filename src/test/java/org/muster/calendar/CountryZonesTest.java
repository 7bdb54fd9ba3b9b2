package org.muster.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CountryZonesTest {

	@ParameterizedTest
	@CsvSource({ "US, ca, America/Los_Angeles", "US, tx, America/Chicago", "US, ny.nyc, America/New_York",
			"US, , America/New_York", "CA, bc, America/Vancouver", "CA, on, America/Toronto",
			"AU, qld.br, Australia/Brisbane", "AU, , Australia/Sydney", "BR, am, America/Manaus",
			"BR, sp, America/Sao_Paulo", "ES, cn, Atlantic/Canary", "ES, md, Europe/Madrid", "PT, 20, Atlantic/Azores",
			"PT, 20.PDL, Atlantic/Azores", "RU, , Europe/Moscow", "MX, , America/Mexico_City", "ID, , Asia/Jakarta",
			"AR, , America/Argentina/Buenos_Aires", "XX, , UTC" })
	void daysEndByTheClockOfTheRegionOrOfMostPeopleOfTheCountry(String country, String region, String zone) {
		assertThat(CountryZones.clock(new Place(country, region))).isEqualTo(ZoneId.of(zone));
	}

	@Test
	void aClockIsAssumedWhereOnlyARegionCouldTell() {
		assertThat(CountryZones.isAssumed(new Place("US", null))).isTrue();
		assertThat(CountryZones.isAssumed(new Place("US", "ca"))).isFalse();
		assertThat(CountryZones.isAssumed(new Place("PT", null))).isFalse();
		assertThat(CountryZones.of("US")).isNull();
		assertThat(CountryZones.of("US", "ca")).isEqualTo("America/Los_Angeles");
	}

	@Test
	void everyCountryWithHolidaysHasAZoneThatExistsAndEveryRegionIsOneOfItsHolidays() throws IOException {
		Properties zones = new Properties();
		try (InputStream file = CountryZones.class.getResourceAsStream("/country-zones.properties")) {
			zones.load(file);
		}
		Set<String> places = zones.stringPropertyNames()
			.stream()
			.filter((name) -> !name.equals("several") && !name.startsWith("zones."))
			.collect(Collectors.toSet());
		assertThat(places).containsAll(PublicHolidays.countries())
			.allSatisfy((place) -> assertThat(ZoneId.of(zones.getProperty(place))).isNotNull())
			.filteredOn((place) -> place.indexOf('.') > 0)
			.allSatisfy((place) -> assertThat(PublicHolidays.regions(place.substring(0, 2)))
				.containsKey(place.substring(place.indexOf('.') + 1)));
	}

	@Test
	void whereACountryHasSeveralClocksEachOfThemCanBeChosen() {
		assertThat(CountryZones.choices("MX")).contains("America/Mexico_City", "America/Cancun", "America/Tijuana");
		assertThat(CountryZones.choices("PT")).containsExactly("Atlantic/Azores", "Europe/Lisbon");
		assertThat(CountryZones.choices("DE")).isEmpty();
		assertThat(CountryZones.choices("XX")).isEmpty();
		for (String country : PublicHolidays.countries()) {
			assertThat(CountryZones.choices(country)).allSatisfy((zone) -> assertThat(ZoneId.of(zone)).isNotNull());
			if (CountryZones.isAssumed(new Place(country, null))) {
				assertThat(CountryZones.choices(country))
					.contains(CountryZones.clock(new Place(country, null)).getId());
			}
		}
	}

}
