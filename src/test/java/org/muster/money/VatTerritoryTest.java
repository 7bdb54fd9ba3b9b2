package org.muster.money;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Directive 2006/112/EC, articles 5 to 7, 44 and 196, and the laws of the territories.
 */
class VatTerritoryTest {

	private static final LocalDate DAY = LocalDate.of(2027, 1, 31);

	private static VatTerritory territory(String text) {
		return VatTerritory.find(text).orElseThrow();
	}

	/** Seller, buyer, treatment, rate. */
	@ParameterizedTest(name = "{0} → {1}")
	@CsvSource(textBlock = """
			ES, ES, DOMESTIC, 21
			ES, ES-CN, OUTSIDE_SCOPE, 0
			ES, ES-CE, OUTSIDE_SCOPE, 0
			ES, ES-ML, OUTSIDE_SCOPE, 0
			ES-CN, ES-CN, LOCAL_TAX, 7
			ES-CN, ES, OUTSIDE_SCOPE, 0
			ES-CE, ES-CE, NO_TAX, 0
			ES-ML, ES-CE, OUTSIDE_SCOPE, 0
			PT, ES-CN, OUTSIDE_SCOPE, 0
			PT, ES, REVERSE_CHARGE, 0
			FR, MC, DOMESTIC, 20
			MC, FR, DOMESTIC, 20
			MC, MC, DOMESTIC, 20
			PT, MC, REVERSE_CHARGE, 0
			FR, GP, DOMESTIC, 8.5
			FR, MQ, DOMESTIC, 8.5
			RE, RE, DOMESTIC, 8.5
			RE, FR, DOMESTIC, 20
			FR, GF, OUTSIDE_SCOPE, 0
			FR, YT, OUTSIDE_SCOPE, 0
			GF, GF, NO_TAX, 0
			GF, FR, DOMESTIC, 20
			YT, RE, DOMESTIC, 8.5
			YT, GF, OUTSIDE_SCOPE, 0
			FR, NC, OUTSIDE_SCOPE, 0
			DE, GP, OUTSIDE_SCOPE, 0
			DE, DE-BUESINGEN, OUTSIDE_SCOPE, 0
			DE, DE-HELGOLAND, OUTSIDE_SCOPE, 0
			DE-HELGOLAND, DE-HELGOLAND, NO_TAX, 0
			DE-BUESINGEN, DE, OUTSIDE_SCOPE, 0
			DE-BUESINGEN, DE-BUESINGEN, DOMESTIC, 8.1
			CH, DE-BUESINGEN, DOMESTIC, 8.1
			CH, LI, DOMESTIC, 8.1
			IT, IT-LIVIGNO, OUTSIDE_SCOPE, 0
			IT, IT-CAMPIONE, OUTSIDE_SCOPE, 0
			IT-LIVIGNO, IT-LIVIGNO, NO_TAX, 0
			CH, IT-CAMPIONE, OUTSIDE_SCOPE, 0
			IT, SM, OUTSIDE_SCOPE, 0
			IT, VA, OUTSIDE_SCOPE, 0
			GR, GR-69, OUTSIDE_SCOPE, 0
			DE, GR-69, OUTSIDE_SCOPE, 0
			DE, AX, OUTSIDE_SCOPE, 0
			FI, AX, DOMESTIC, 25.5
			AX, AX, DOMESTIC, 25.5
			GB, IM, DOMESTIC, 20
			GB, GB-NIR, DOMESTIC, 20
			IE, GB-NIR, OUTSIDE_SCOPE, 0
			IE, GB, OUTSIDE_SCOPE, 0
			GB, JE, OUTSIDE_SCOPE, 0
			CY, CY-SBA, DOMESTIC, 19
			PT, CY-SBA, REVERSE_CHARGE, 0
			PT, PT-30, DOMESTIC, 22
			PT, PT-20, DOMESTIC, 16
			PT-20, PT, DOMESTIC, 23
			PT-30, DE, REVERSE_CHARGE, 0
			ES, AD, OUTSIDE_SCOPE, 0
			DK, FO, OUTSIDE_SCOPE, 0
			DK, GL, OUTSIDE_SCOPE, 0
			NO, SJ, OUTSIDE_SCOPE, 0
			US, US, NO_TAX, 0
			NO, NO, DOMESTIC, 25
			""")
	void theTaxIsThatOfTheTerritories(String seller, String buyer, Vat.Treatment treatment, String percent) {
		Vat vat = Vat.between(territory(seller), territory(buyer), DAY);
		assertThat(vat.treatment()).isEqualTo(treatment);
		assertThat(vat.percent()).isEqualByComparingTo(percent);
	}

	/** Country, region of the calendar, address, and what that is. */
	@ParameterizedTest(name = "{0} {1} {2}")
	@CsvSource(delimiter = '|', textBlock = """
			ES | cn     |                                        | ES-CN
			ES | ce     |                                        | ES-CE
			ES | ml     |                                        | ES-ML
			ES | md     | Calle Melilla 5, 28005 Madrid          | ES
			ES |        | Calle de Triana 12, 35002 Las Palmas   | ES-CN
			ES |        | Av. Anaga 1, 38001 Santa Cruz, España  | ES-CN
			ES |        | Apartado 38001, 28080 Madrid           | ES
			ES | md     | 28013 Madrid, Apartado 38010           | ES
			ES |        | 28013 Madrid, Tel. +34 915 35123       | ES
			PT |        | 1000-001 Lisboa, Capital 9000 EUR      | PT
			PT |        | 4000-001 Porto, Apartado 9012          | PT
			DE |        | 10115 Berlin, HRB 78266                | DE
			DE | be     | 10115 Berlin, Tel. 030 27498           | DE
			IT |        | 20121 Milano, REA MI 23041             | IT
			ES |        | 51001 Ceuta                            | ES-CE
			ES |        | 52001 Melilla                          | ES-ML
			DE |        | Junkerstraße 4, 78266 Büsingen         | DE-BUESINGEN
			DE |        | D-27498 Helgoland                      | DE-HELGOLAND
			DE | sh     | Kirchstraße 1, 27498 Helgoland         | DE-HELGOLAND
			DE |        | Helgoländer Ufer 3, 10557 Berlin       | DE
			IT |        | Via Plan 1, 23041 Livigno (SO)         | IT-LIVIGNO
			IT |        | Corso Italia 1, 22061 Campione         | IT-CAMPIONE
			IT |        | Via Livigno 6, 20158 Milano            | IT
			GR |        | 630 86 Karyes                          | GR-69
			GR |        | 630 87 Dafni                           | GR-69
			GR |        | 630 85 Nea Moudania                    | GR
			FI | 01     |                                        | AX
			FI |        | AX-22100 Mariehamn                     | AX
			FR |        | 97110 Pointe-à-Pitre                   | GP
			FR |        | 97133 Saint-Barthélemy                 | BL
			FR |        | 97150 Saint-Martin                     | MF
			FR |        | 97200 Fort-de-France                   | MQ
			FR |        | 97300 Cayenne                          | GF
			FR |        | 97400 Saint-Denis                      | RE
			FR |        | 97600 Mamoudzou                        | YT
			FR |        | 98000 Monaco                           | MC
			FR |        | 69003 Lyon                             | FR
			PT | 30     |                                        | PT-30
			PT | 20.PDL |                                        | PT-20
			PT |        | Rua X 9, 9000-082 Funchal              | PT-30
			PT |        | 9500-150 Ponta Delgada                 | PT-20
			PT | 11     | Rua 9000, 1000-001 Lisboa              | PT
			PT |        | Rua da Sé 3, 9000-036, Funchal         | PT-30
			PT |        | Funchal 9000-036                       | PT-30
			PT |        | Rua da Sé 3 – 9000-036 Funchal         | PT-30
			PT |        | Rua da Sé 3 9000-036 Funchal           | PT-30
			PT |        | 9000 036 Funchal                       | PT-30
			PT |        | PT-9000-036 Funchal                    | PT-30
			PT |        | 9980-024, Corvo                        | PT-20
			PT |        | 1000-001 Lisboa, Tel. 21 9000 036      | PT
			PT |        | Rua 9000-036 EUR, 1000-001 Lisboa      | PT
			PT |        | Apartado 125 9001-902 Funchal          | PT-30
			PT |        | Hotel Savoy 9000-036 Funchal           | PT-30
			PT |        | Rua Correa 5 9500-150 Ponta Delgada    | PT-20
			PT |        | R. X 5, 1100-053 Lisboa, Tlm 9500 123  | PT
			PT |        | R. X 5, 1100-053 Lisboa, T 9500 123    | PT
			PT |        | 1100-053 Lisboa, Matrícula n.º 9500-321 | PT
			PT |        | 1100-053 Lisboa, n.º de registo 9500-321 | PT
			PT |        | Rua Augusta 5, Lisboa, CRC 9500-321    | PT
			ES |        | Apdo. 12 35001 Las Palmas              | ES-CN
			ES |        | Hotel Santa Catalina 35005 Las Palmas  | ES-CN
			ES |        | Calle Perea 5 38001 Santa Cruz         | ES-CN
			ES |        | Área Industrial 35219 Telde            | ES-CN
			ES |        | 28013 Madrid, Registro Mercantil de Madrid, Hoja M-35123 | ES
			ES |        | 28013 Madrid, 35001                    | ES
			DE |        | 78224 Singen, Handelsregister Freiburg B 78266 | DE
			DE |        | 20095 Hamburg, Kundennummer 27498      | DE
			FR |        | BP 7051 97490 Saint-Denis              | RE
			ES |        | 52001, Melilla                         | ES-ML
			ES |        | (52001) Melilla                        | ES-ML
			ES |        | Las Palmas de Gran Canaria, 35001      | ES-CN
			ES |        | Av. Maritima 3 - 35001 Las Palmas      | ES-CN
			ES |        | Gran Via 1, 28013 Madrid; 915 35001    | ES
			ES |        | 28013 Madrid, Capital 35000 EUR        | ES
			FI |        | AX 22100 Mariehamn                     | AX
			FR |        | Saint-Denis 97400 (La Réunion)         | RE
			FR | 971    | 97150 Saint-Martin                     | MF
			IT |        | Via Plan 3 - 23041 Livigno             | IT-LIVIGNO
			IT |        | 23030 Livigno                          | IT-LIVIGNO
			IT |        | Livigno, 23030                         | IT-LIVIGNO
			IT |        | 23030 Trepalle di Livigno (SO)         | IT-LIVIGNO
			IT |        | Via Nazionale 5, 23030 Chiuro (SO)     | IT
			IT |        | Via Livigno 5, 23030 Valdisotto        | IT
			IT |        | Via Livigno 23030 Chiuro               | IT
			IT |        | Via Trento 3, 22060 Arosio (CO)        | IT
			IT |        | Via Campione 3, 22060 Cabiate          | IT
			IT |        | 22060                                  | IT
			ES |        | 28013 Madrid - Edificio 35001 Norte    | ES
			ES |        | Gran Via 1 28013 Madrid - Edificio 35001 Norte | ES
			ES |        | Edificio Woermann 35008 Las Palmas     | ES-CN
			IT |        | CH-6911 Campione d'Italia              | IT-CAMPIONE
			IT |        | 22060 Campione d'Italia                | IT-CAMPIONE
			DE |        | CH-8238 Büsingen                       | DE-BUESINGEN
			DE |        | Straße 8238, 10115 Berlin              | DE
			NO |        | Storgata 9170, 0155 Oslo               | NO
			GB | nir    |                                        | GB-NIR
			GB |        | 1 Donegall Square, Belfast BT1 5GS     | GB-NIR
			GB |        | Douglas, Isle of Man IM1 2BG           | IM
			GB | eng    | 1 High St, London EC1A 1BB             | GB
			MC |        |                                        | MC
			AX |        |                                        | AX
			NO |        | 9170 Longyearbyen                      | SJ
			US | ca     | 35001 Somewhere                        | US
			""")
	void isRecognisedByTheRegionOrThePostcode(String country, @Nullable String region, @Nullable String address,
			String expected) {
		assertThat(VatTerritory.of(country, region, address).code()).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', textBlock = """
			PT | Rua da Sé 3/Tel. 291 200 300/9000-036 Funchal | PT-30
			PT | Apartado 125/9001-902 Funchal                 | PT-30
			ES | Apdo. 12/35001 Las Palmas                     | ES-CN
			FR | BP 7051/97490 Saint-Denis Cedex 9             | RE
			DE | Postfach 12/27498 Helgoland                   | DE-HELGOLAND
			IT | REA SO-12345/23041 Livigno                    | IT-LIVIGNO
			ES | 28013 Madrid/Tel. 915 35123                   | ES
			""")
	void thePostcodeOfALineCountsWhateverStandsInOthers(String country, String lines, String expected) {
		assertThat(VatTerritory.of(country, null, lines.replace('/', '\n')).code()).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			ES | -  | Calle Mayor 3, Las Palmas | false
			ES | -  | -                         | false
			ES | md | Calle Mayor 3             | true
			ES | -  | 28013 Madrid              | true
			PL | -  | -                         | true
			CY | -  | -                         | true
			""")
	void whereNothingTellsTheTerritoryOfAnAddressItIsNotKnown(String country, @Nullable String region,
			@Nullable String address, boolean known) {
		assertThat(VatTerritory.isKnown(null, country, region, address)).isEqualTo(known);
		assertThat(VatTerritory.isKnown(country, country, region, address)).isTrue();
	}

	@Test
	void whatWasChosenCountsIfItBelongsToTheCountry() {
		assertThat(VatTerritory.of("ES", "ES", "cn", "35001 Las Palmas").code()).isEqualTo("ES");
		assertThat(VatTerritory.of("ES-CN", "ES", "md", null).code()).isEqualTo("ES-CN");
		assertThat(VatTerritory.of("ES-CN", "DE", null, null).code()).isEqualTo("DE");
		assertThat(VatTerritory.of("", "DE", null, "78266 Büsingen").code()).isEqualTo("DE-BUESINGEN");
	}

	@Test
	void everyTerritoryOfACountryCanBeChosen() {
		assertThat(VatTerritory.choices("ES")).extracting(VatTerritory::code)
			.containsExactly("ES", "ES-CN", "ES-CE", "ES-ML");
		assertThat(VatTerritory.choices("PL")).extracting(VatTerritory::code).containsExactly("PL");
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "MC,FR83404833048,true", "MC,MC83404833048,false", "ES-CN,B58378431,true", "ES-CN,B58378432,false",
			"DE-BUESINGEN,CHE-107.787.577 MWST,true", "DE-BUESINGEN,DE136695976,true", "GB-NIR,XI110305878,true",
			"AX,FI20774740,true", "IM,GB980780684,true", "NC,anything,true", "DE,'',false", "DE,..,false",
			"PT-30,PT501964843,true", "JE,GST 1234567,true", "GF,FR83404833048,true" })
	void aVatNumberIsOneOfTheCountryOrOfTheLawThatHolds(String code, String number, boolean expected) {
		assertThat(territory(code).canHave(number)).isEqualTo(expected);
	}

	/** Standard rates at the end of 2025, 2026 and 2027. */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			AT 20 | BE 21 | BG 20 | CY 19 | CZ 21 | DE 19 | DK 25 | EE 24 | ES 21 | FI 25.5
			FR 20 | GR 24 | HR 25 | HU 27 | IE 23 | IT 22 | LT 21 | LU 17 | LV 21 | MT 18
			NL 21 | PL 23 | PT 23 | RO 21 | SE 25 | SI 22 | SK 23 | GB 20 | CH 8.1 | NO 25
			""")
	void standardRates(ArgumentsAccessor rates) {
		for (Object each : rates.toList()) {
			String rate = String.valueOf(each);
			String[] parts = rate.split(" ");
			for (int year = 2025; year <= 2027; year++) {
				assertThat(VatRates.find(LocalDate.of(year, 12, 31), VatTerritory.of(parts[0])).orElseThrow()).as(rate)
					.isEqualByComparingTo(parts[1]);
			}
		}
	}

	@Test
	void everyMemberStateHasARate() {
		assertThat(VatRates.on(DAY)).containsKeys(VatTerritory.EUROPEAN_UNION.toArray(String[]::new));
	}

}
