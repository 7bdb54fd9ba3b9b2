package org.muster.money;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers that companies print on their invoices, and such with a mistake. */
class VatNumberTest {

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(textBlock = """
			AT, ATU13585627
			BE, BE 0428.759.497
			BG, BG 175 074 752
			CY, CY-10259033P
			CZ, CZ 25123891
			DE, DE 136695976
			DK, DK 13585628
			EE, EE 100 931 558
			ES, ES B-58378431
			ES, ES 54362315-K
			ES, ES X-2482300W
			FI, FI 20774740
			FR, FR 40 303 265 045
			FR, FR 83 404 833 048
			GB, GB 980 7806 84
			GR, EL 094259216
			HR, HR 33392005961
			HU, HU-12892312
			IE, IE 6433435F
			IE, IE 6433435OA
			IE, IE 6388047V
			IT, IT 00743110157
			LT, LT 119511515
			LT, LT 100001919017
			LU, LU 150 274 42
			LV, LV 4000 3521 600
			MT, MT 1167-9112
			NL, NL004495445B01
			NL, NL000099998B57
			PL, PL 8567346215
			PT, PT 501 964 843
			RO, RO 185 472 90
			SE, SE 123456789701
			SI, SI 5022 3054
			SK, SK 202 274 96 19
			CH, CHE-107.787.577 IVA
			NO, NO 995 525 828 MVA
			""")
	void aNumberThatIsInUseIsTakenWithItsPrefixAndMostMistakesAreNot(String country, String number) {
		assertThat(VatNumber.canBe(country, number)).isTrue();
		String plain = VatNumber.normalised(number);
		long wrong = 0;
		long all = 0;
		for (int index = 2; index < plain.length(); index++) {
			for (char other = '0'; Character.isDigit(plain.charAt(index)) && other <= '9'; other++) {
				if (other != plain.charAt(index)) {
					all++;
					wrong += VatNumber.canBe(country, plain.substring(0, index) + other + plain.substring(index + 1))
							? 0 : 1;
				}
			}
		}
		assertThat(wrong).isGreaterThanOrEqualTo(all * 8 / 10);
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "FI, FI00000000", "IT, 00000000000", "PL, PL0000000000", "SE, SE000000000001", "EL, EL000000000",
			"EE, EE000000000", "LU, LU00000000", "FR, FR12000000000", "NL, NL000000000B01" })
	void zerosAreNobodysNumber(String prefix, String number) {
		assertThat(VatNumber.canBe(prefix.equals("EL") ? "GR" : prefix, number)).isFalse();
	}

	/** As people write them, and as python-stdnum and VIES publish them. */
	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', textBlock = """
			GB | XI110305878
			GB | GB110305878
			GB | XIGD123
			GB | gbha599
			GR | GR094019245
			GR | EL094019245
			GR | el 094.019.245
			CH | CHE-107.787.577 VAT
			CH | CHE-107.787.577 MWST
			CH | CHE-107.787.577 TVA
			CH | che107787577iva
			CH | CHE-107.787.577
			HU | 12892312-2-42
			HU | HU12892312
			CZ | CZ7103192745
			CZ | 640903926
			CZ | cz 25123891
			AT | atu 1358 5627
			BE | BE.0428.759.497
			DE | DE–136–695–976
			DE | DE 136 695 976
			FR | fr 83 404 833 048
			FR | K7399859412
			ES | j99216582
			IE | 8D79739I
			LT | LT 100004801610
			LV | LV16117519997
			NL | NL002455799B11
			RO | ro18547290
			NO | NO 995 525 828
			PT | pt-501.964.843
			""")
	void aNumberIsTakenAsItIsWritten(String country, String number) {
		assertThat(VatNumber.canBe(country, number)).as(number).isTrue();
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "CZ,25123890", "CZ,7103192746", "CZ,7113192745", "CZ,640903927", "HU,12892312-9-42",
			"HU,12892313-2-42", "CH,CHE-107.787.578 VAT", "CH,CHE-107.787.577 XYZ", "GB,XI110305879", "GB,EL110305878",
			"GR,GB094019245", "GR,094019246", "PT,DE136695976", "FR,FR84404833048", "DE,DE000000000" })
	void aMistakeIsSeen(String country, String number) {
		assertThat(VatNumber.canBe(country, number)).isFalse();
	}

	@Test
	void everyMemberStateHasARule() {
		assertThat(VatNumber.countries()).containsAll(VatTerritory.EUROPEAN_UNION);
	}

	@Test
	void whatIsNoNumberOfThatCountryIsRefusedAndOfAnUnknownOneAnythingIsTaken() {
		Map.of("PT", "DE136695976", "DE", "136695977", "FR", "", "GR", "GR", "IT", "<script>")
			.forEach((country, number) -> assertThat(VatNumber.canBe(country, number)).as(number).isFalse());
		assertThat(VatNumber.canBe("PT", "501964843")).isTrue();
		assertThat(VatNumber.canBe("BR", "anything")).isTrue();
	}

	@Test
	void aRateIsThatOfTheDay() {
		assertThat(Stream.of("2023-06-01", "2024-06-01", "2025-06-30", "2025-07-01")
			.map((day) -> VatRates.on(java.time.LocalDate.parse(day)).get("EE"))
			.map(String::valueOf)).containsExactly("20", "22", "22", "24");
	}

}
