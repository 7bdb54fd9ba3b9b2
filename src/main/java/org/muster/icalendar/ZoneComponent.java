package org.muster.icalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;

/**
 * The definition of a time zone that iCalendar files carry, for the programs that know no
 * names of zones.
 */
final class ZoneComponent {

	private ZoneComponent() {
	}

	/** Each change of the clocks from the last one before some dates until after them. */
	static VTimezone of(ZoneId zone, LocalDate first, LocalDate last) {
		VTimezone component = new VTimezone(zone.getId());
		ZoneRules rules = zone.getRules();
		Instant start = first.atStartOfDay(zone).toInstant();
		Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
		ZoneOffsetTransition before = rules.previousTransition(start);
		if (before == null) {
			ZoneOffset offset = rules.getOffset(start);
			add(component, zone, rules.isDaylightSavings(start), first.atStartOfDay(), offset, offset);
		}
		ZoneOffsetTransition next = (before != null) ? before : rules.nextTransition(start);
		while (next != null && next.getInstant().isBefore(end)) {
			add(component, zone, rules.isDaylightSavings(next.getInstant()), next.getDateTimeBefore(),
					next.getOffsetBefore(), next.getOffsetAfter());
			next = rules.nextTransition(next.getInstant());
		}
		return component;
	}

	private static void add(VTimezone component, ZoneId zone, boolean summer, LocalDateTime from, ZoneOffset before,
			ZoneOffset after) {
		Observance observance;
		if (summer) {
			DaylightSavingsTime daylight = new DaylightSavingsTime();
			component.addDaylightSavingsTime(daylight);
			observance = daylight;
		}
		else {
			StandardTime standard = new StandardTime();
			component.addStandardTime(standard);
			observance = standard;
		}
		observance.setDateStart(new DateTimeComponents(from.getYear(), from.getMonthValue(), from.getDayOfMonth(),
				from.getHour(), from.getMinute(), from.getSecond(), false));
		observance.setTimezoneOffsetFrom(offset(before));
		observance.setTimezoneOffsetTo(offset(after));
		observance.addTimezoneName(zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
	}

	private static UtcOffset offset(ZoneOffset offset) {
		return new UtcOffset(Duration.ofSeconds(offset.getTotalSeconds()).toMillis());
	}

}
