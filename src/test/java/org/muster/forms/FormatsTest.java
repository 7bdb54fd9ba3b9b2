package org.muster.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsTest {

	private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | 1 Dec 2026 | December 2026     | 1 Dec 2026, 23:59 (Lisbon)
			de | 01.12.2026 | Dezember 2026     | 01.12.2026, 23:59 (Lisbon)
			fr | 01/12/2026 | décembre 2026     | 01/12/2026, 23:59 (Lisbon)
			es | 01/12/2026 | diciembre de 2026 | 01/12/2026, 23:59 (Lisbon)
			pt | 01/12/2026 | dezembro de 2026  | 01/12/2026, 23:59 (Lisbon)""")
	void datesAreWrittenAsLettersInThatLanguageWriteThem(String language, String date, String month, String until) {
		Formats formats = new Formats().in(Locale.forLanguageTag(language.equals("pt") ? "pt-PT" : language));
		assertThat(formats.date(DAY)).isEqualTo(date);
		assertThat(formats.month(YearMonth.from(DAY))).isEqualTo(month);
		assertThat(formats.until(DAY, ZoneId.of("Europe/Lisbon"))).isEqualToIgnoringCase(until);
	}

	@Test
	void aTimeOfDaySaysByWhoseClockItIs() {
		Instant noon = Instant.parse("2026-12-01T12:00:00Z");
		assertThat(new Formats().time(noon)).isEqualTo("1 Dec 2026, 12:00 UTC");
		assertThat(new Formats().by(ZoneId.of("America/Argentina/Buenos_Aires")).time(noon))
			.isEqualTo("1 Dec 2026, 09:00 (Buenos Aires)");
		assertThat(new Formats().time(noon, "Asia/Tokyo")).isEqualTo("Tue 1 Dec 2026, 21:00 (Tokyo)");
		assertThat(new Formats().by(ZoneId.of("Etc/UTC")).time(noon)).endsWith("12:00 UTC");
	}

}
