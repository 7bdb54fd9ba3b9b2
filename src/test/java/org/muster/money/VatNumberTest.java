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

	@Test
	void everyMemberStateHasARule() {
		assertThat(VatNumber.countries()).containsAll(Vat.EUROPEAN_UNION);
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
