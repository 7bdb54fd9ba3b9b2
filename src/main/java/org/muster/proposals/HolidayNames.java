package org.muster.proposals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;

import org.springframework.context.MessageSource;

/**
 * What public holidays are called in the language of a document. A name that is kept and
 * is not that of the place's calendar, such as that of a closing, stays as it is.
 */
final class HolidayNames {

	private final Place place;

	private final Locale locale;

	private final MessageSource messages;

	HolidayNames(Place place, Locale locale, MessageSource messages) {
		this.place = place;
		this.locale = locale;
		this.messages = messages;
	}

	/**
	 * @param written days of the month with their names: {@code 1 New Year, 6 Epiphany}
	 */
	public String list(YearMonth month, String written) {
		return Arrays.stream(written.split(", (?=\\d)"))
			.map((part) -> part.split(" ", 2))
			.map((part) -> part[0] + ((part.length > 1)
					? " " + name(month.atDay(Integer.parseInt(part[0])), Objects.requireNonNull(part[1])) : ""))
			.collect(Collectors.joining(", "));
	}

	private String name(LocalDate date, String english) {
		return PublicHolidays.on(date, this.place)
			.filter((holiday) -> holiday.name(Locale.ENGLISH).equals(english))
			.map((holiday) -> Objects.requireNonNull(this.messages.getMessage("document.holiday." + holiday.key(), null,
					holiday.name(this.locale), this.locale)))
			.orElse(english);
	}

}
