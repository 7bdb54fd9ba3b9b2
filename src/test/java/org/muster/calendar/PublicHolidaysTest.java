package org.muster.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublicHolidaysTest {

	@ParameterizedTest
	@CsvSource({ "E+0, 2027, 2027-03-28", "E+0, 2038, 2038-04-25", "O+0, 2027, 2027-05-02", "O+0, 2024, 2024-05-05",
			"2MON10, 2027, 2027-10-11", "-1MON05, 2027, 2027-05-31", "4THU11+1, 2030, 2030-11-29",
			"1MON11+1, 2027, 2027-11-02", "0229, 2028, 2028-02-29", "20270308, 2027, 2027-03-08",
			"0717@2026, 2026, 2026-07-17" })
	void aRuleFindsItsDateInAYear(String rule, int year, LocalDate date) {
		assertThat(DateRule.parse(rule).in(year)).contains(date);
	}

	@Test
	void aRuleHasNoDateInOtherYearsAndWhatIsNoneIsRefused() {
		assertThat(DateRule.parse("20270308").in(2028)).isEmpty();
		assertThat(DateRule.parse("0229").in(2027)).isEmpty();
		assertThat(DateRule.parse("0717@2026").in(2025)).isEmpty();
		for (String wrong : List.of("", "1", "E1", "2XYZ10", "soon")) {
			assertThatThrownBy(() -> DateRule.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
		}
	}

	/** A holiday of a year may be kept in another, wherever there are such rules. */
	@Test
	void whatIsKeptInTheYearBeforeOrAfterIsFoundInEveryCountry() {
		Map<LocalDate, String> december = PublicHolidays.of(2027, new Place("US", null));
		assertThat(december).containsKey(LocalDate.parse("2027-12-31"));
		for (String country : PublicHolidays.countries()) {
			for (int year = 2024; year <= 2035; year++) {
				int own = year;
				assertThat(PublicHolidays.of(year, new Place(country, null)).keySet()).as(country)
					.allMatch((date) -> date.getYear() == own);
			}
		}
	}

	@Test
	void everyCountryHasHolidaysEveryYearUntilTheEndOfWhatMayBeOffered() {
		for (String country : PublicHolidays.countries()) {
			for (int year = 2024; year <= 2035; year++) {
				assertThat(PublicHolidays.of(year, new Place(country, null))).as(country + " " + year).isNotEmpty();
			}
		}
	}

	@Test
	void countriesThatConsultanciesStaffFromAreKnownAndPlacesWithoutPeopleAreNot() {
		assertThat(PublicHolidays.countries())
			.contains("IL", "KR", "CN", "HK", "MO", "TW", "TH", "IN", "ID", "MY", "SG", "PH", "VN", "PK", "BD", "LK",
					"SA", "AE", "QA", "KW", "EG", "MA", "TN")
			.doesNotContain("AQ", "BV", "HM", "TF", "UM");
	}

	@Test
	void regionsToChooseFromAreThoseWhoseHolidaysDiffer() {
		assertThat(PublicHolidays.regionsThatDiffer("FR")).containsOnlyKeys("57", "67", "68");
		assertThat(PublicHolidays.regionsThatDiffer("PL")).isEmpty();
		assertThat(PublicHolidays.regionsThatDiffer("DE")).hasSizeGreaterThan(15);
		assertThat(PublicHolidays.regionsThatDiffer("PT").values()).contains("Évora").doesNotHaveDuplicates();
		assertThat(PublicHolidays.choices("PT", "07")).containsKey("07");
	}

	@Test
	void regionsWithRulesOfTheirOwnAreToChooseFromWhateverTheyComeTo() {
		assertThat(PublicHolidays.regionsThatDiffer("US")).containsKeys("va", "az", "oh", "id", "sd")
			.hasSizeGreaterThan(50);
		assertThat(PublicHolidays.regionsThatDiffer("BR")).containsKey("mg");
		assertThat(PublicHolidays.regionsThatDiffer("GB")).containsKeys("eng", "wls");
	}

	@Test
	void aRegionWithRulesOfItsOwnIsNotVerifiedByThoseOfTheLargerPlace() {
		Place region = new Place("BR", "mg");
		Place country = new Place("BR", null);
		assertThat(PublicHolidays.of(2027, region)).isEqualTo(PublicHolidays.of(2027, country));
		assertThat(PublicHolidays.isVerified(region)).isFalse();
		assertThat(PublicHolidays.isVerified(country)).isTrue();
	}

	@Test
	void aPlaceWithTheHolidaysOfALargerOneIsAsVerifiedAsThat() {
		assertThat(PublicHolidays.isVerified(new Place("FR", "06"))).isTrue();
		assertThat(PublicHolidays.isVerified(new Place("DE", "by.mu"))).isTrue();
		assertThat(PublicHolidays.isVerified(new Place("DE", "by.ag"))).isFalse();
		assertThat(PublicHolidays.isVerified(new Place("IN", null))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "PL,, 2030-12-31, VERIFIED", "PL,, 2031-08-20, OTHER_YEARS_COMPARED",
			"JP,, 2035-12-31, OTHER_YEARS_COMPARED", "JP,, 2037-03-27, NOT_COVERED", "US,, 2039-01-07, NOT_COVERED",
			"US, ny, 2036-01-07, NOT_COVERED", "KE,, 2031-04-02, NOT_COVERED", "PL,, 2060-01-07, OTHER_YEARS_COMPARED",
			"IN,, 2027-01-07, NOT_COMPARED", "ES,, 2199-01-07, NOT_COVERED" })
	void aCalendarIsTrustedInTheYearsThatWereComparedAndThatItCovers(String country, String region, LocalDate to,
			PublicHolidays.Trust trust) {
		assertThat(PublicHolidays.trust(new Period(LocalDate.parse("2027-01-01"), to), new Place(country, region)))
			.isEqualTo(trust);
	}

	@Test
	void yearsBeforeThoseThatWereComparedAreNotVerified() {
		Period before = new Period(LocalDate.parse("2024-12-30"), LocalDate.parse("2025-01-07"));
		assertThat(PublicHolidays.trust(before, new Place("PL", null)))
			.isEqualTo(PublicHolidays.Trust.OTHER_YEARS_COMPARED);
	}

	@Test
	void noTableHasADateAfterTheYearThatItIsSaidToEndWith() {
		assertThat(HolidayTables.lines("tables.txt"))
			.noneMatch((line) -> line.matches(".*[| ](203[6-9]|20[4-9]\\d|21\\d\\d)\\d{4}( .*|$)"));
	}

	@Test
	void aYearThatTheIslamicCalendarDoesNotReachIsNoError() {
		for (String country : PublicHolidays.countries()) {
			PublicHolidays.of(2199, new Place(country, null));
		}
	}

	@Test
	void aRegionIsFoundByItsName() {
		for (String typed : List.of("DE-BY", "Bavaria", "Bayern", "by")) {
			assertThat(PublicHolidays.region("DE", typed)).as(typed).contains("by");
		}
		assertThat(PublicHolidays.region("MY", "Penang")).contains("07");
	}

	@Test
	void theWeekendIsThatOfThePlace() {
		assertThat(Weekend.of(new Place("IL", null))).containsExactlyInAnyOrder(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
		assertThat(Weekend.of(new Place("AE", null))).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
		assertThat(Weekend.of(new Place("MY", "03"))).contains(DayOfWeek.FRIDAY);
		assertThat(Allocation.fullTime(new Place("IL", null))).hasToString("MON,TUE,WED,THU,SUN");
		assertThat(Allocation.ofWeekly(DayCount.of("2.5"), new Place("SA", null))).hasToString("MON,TUE/2,SUN");
		assertThat(Allocation.fullTime(new Place("BN", null))).hasToString("MON,TUE,WED,THU,SAT");
		assertThat(Allocation.fullTime(null)).isEqualTo(Allocation.FULL_TIME);
	}

	@Test
	void everyRegionIsFoundByItsCodeItsCodeOfIsoAndItsNamesInEachLanguage() {
		for (String country : PublicHolidays.countries()) {
			for (String code : PublicHolidays.regions(country).keySet()) {
				assertThat(PublicHolidays.region(country, code)).contains(code);
				assertThat(PublicHolidays.region(country, country + "-" + code)).contains(code);
				if (code.indexOf('.') < 0) {
					for (String language : List.of("en", "de", "fr", "es", "pt", "it")) {
						Locale locale = Locale.forLanguageTag(language);
						String name = PublicHolidays.regionName(new Place(country, code), locale);
						// Two regions of Mauritania have one name in Jollyday.
						boolean isOne = PublicHolidays.regions(country)
							.keySet()
							.stream()
							.filter((other) -> PublicHolidays.regionName(new Place(country, other), locale)
								.equals(name))
							.count() == 1;
						if (isOne) {
							assertThat(PublicHolidays.region(country, name)).as(country + " " + name).contains(code);
						}
					}
				}
			}
		}
	}

	@Test
	void everyOtherNameOfARegionLeadsToIt() {
		for (String country : PublicHolidays.countries()) {
			PublicHolidays.otherNames(country).forEach((name, code) -> {
				assertThat(PublicHolidays.region(country, name)).as(country + " " + name).contains(code);
				assertThat(PublicHolidays.regions(country)).containsKey(code);
			});
		}
	}

	@Test
	void aRegionThatKeepsTheHolidaysOfItsCountryIsKnown() {
		Place paris = new Place("FR", PublicHolidays.region("FR", "ile-de-france").orElseThrow());
		assertThat(PublicHolidays.regionName(paris, Locale.ENGLISH)).isEqualTo("Île-de-France");
		assertThat(PublicHolidays.of(2027, paris)).isEqualTo(PublicHolidays.of(2027, new Place("FR", null)));
		assertThat(PublicHolidays.isVerified(paris)).isTrue();
		assertThat(PublicHolidays.regionsThatDiffer("FR")).containsKey("57").doesNotContainKey("IDF");
		assertThat(PublicHolidays.region("FR", "Grand Est")).isEmpty();
	}

}
