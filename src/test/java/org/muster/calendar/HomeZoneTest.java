package org.muster.calendar;

import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HomeZoneTest {

	@ParameterizedTest
	@CsvSource({ "'', PT, Europe/Lisbon", "'', DE, Europe/Berlin", "'', US, America/New_York",
			"America/Chicago, US, America/Chicago", "Atlantic/Azores, PT, Atlantic/Azores" })
	void theZoneIsThatOfTheCountryUnlessOneIsSet(String set, String country, String zone) {
		assertThat(new HomeZone(set, country).id()).isEqualTo(ZoneId.of(zone));
	}

	@Test
	void aZoneThatDoesNotExistIsRefused() {
		assertThatThrownBy(() -> new HomeZone("Lisbon", "PT")).hasMessageContaining("Lisbon")
			.hasMessageContaining("Europe/Lisbon");
	}

}
