package org.muster.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.calendar.Place;

import static org.assertj.core.api.Assertions.assertThat;

class OrganisationTest {

	private static LocalDate today(String country, @Nullable String region, String instant) {
		return new Organisation("O-1", "Client", new Place(country, region), "USD", null, null, null, Instant.EPOCH)
			.today(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
	}

	@Test
	void aDayEndsAtMidnightWhereTheOrganisationIs() {
		assertThat(today("US", "ca", "2027-01-09T07:59:59Z")).isEqualTo("2027-01-08");
		assertThat(today("US", "ca", "2027-01-09T08:00:00Z")).isEqualTo("2027-01-09");
		assertThat(today("US", null, "2027-01-09T04:59:59Z")).isEqualTo("2027-01-08");
		assertThat(today("AU", "wa", "2027-01-08T16:00:00Z")).isEqualTo("2027-01-09");
		assertThat(today("ES", "cn", "2027-01-08T23:59:59Z")).isEqualTo("2027-01-08");
		assertThat(today("ES", null, "2027-01-08T23:59:59Z")).isEqualTo("2027-01-09");
	}

}
