package org.muster.proposals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.muster.booking.BookedFor;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;
import org.muster.forms.Formats;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says which days of a person are booked, and for whom. */
@Component("clashWords")
public class ClashWords {

	private static final int MOST = 4;

	private final MessageSource messages;

	private final Formats formats;

	ClashWords(MessageSource messages, Formats formats) {
		this.messages = messages;
		this.formats = formats;
	}

	/** The days, and what is booked on them. */
	public String say(Clash clash) {
		List<Period> periods = clash.periods();
		String days = periods.stream().limit(MOST).map(this::say).collect(Collectors.joining(", "));
		String weekdays = clash.weekdays()
			.stream()
			.map((day) -> message("web.weekday." + day))
			.collect(Collectors.joining(", "));
		BookedFor booked = clash.bookedFor();
		String whom = (booked != null) ? message("proposals.clash.for", booked.reference(), booked.client())
				: message("proposals.clash.own");
		return message("proposals.clash." + clash.conflict().absence().kind(), days, Math.max(0, periods.size() - MOST),
				weekdays, clash.conflict().days().size(), whom);
	}

	/** Weekdays as {@link Allocation#parse} reads them, in words; empty for none such. */
	public String weekdays(String text) {
		try {
			return Allocation.parse(text)
				.halves()
				.entrySet()
				.stream()
				.map((entry) -> message("web.weekday." + entry.getKey()) + ((entry.getValue() == 1) ? " ½" : ""))
				.collect(Collectors.joining(", "));
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	/** The same with the names of the people. */
	String say(List<Clash> clashes) {
		return clashes.stream()
			.map((clash) -> message("proposals.clash.of", clash.line().consultantName(), say(clash)))
			.collect(Collectors.joining("; "));
	}

	private String say(Period period) {
		return period.from().equals(period.to()) ? this.formats.date(period.from())
				: this.formats.date(period.from()) + " – " + this.formats.date(period.to());
	}

	private String message(String key, Object... args) {
		return this.messages.getMessage(key, args, Locale.ENGLISH);
	}

}
