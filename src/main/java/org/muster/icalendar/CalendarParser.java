package org.muster.icalendar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.property.Method;
import biweekly.property.RawProperty;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.ZoneNames;
import org.muster.icalendar.CalendarContents.Skipped;

/** The calendars of a file as the library reads them, and what each says of itself. */
final class CalendarParser {

	/** Some programs write dates as times and call them dates. */
	private static final Pattern DATE_WITH_TIME = Pattern.compile(
			"^((?:DTSTART|DTEND|RECURRENCE-ID)[^:\\r\\n]*;VALUE=DATE(?:;[^:\\r\\n]*)?:\\d{8})T\\d{6}Z?",
			Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

	private CalendarParser() {
	}

	/**
	 * @throws UnreadableCalendar if the file is no calendar, or a part of one
	 */
	static List<ICalendar> parse(byte[] file) throws UnreadableCalendar {
		String checked = CalendarText.checked(DATE_WITH_TIME.matcher(text(file)).replaceAll("$1"));
		try (ICalReader reader = new ICalReader(checked)) {
			reader.setGlobalTimezoneIdResolver(ZoneNames::resolve);
			return reader.readAll();
		}
		catch (IOException | RuntimeException ex) {
			throw new UnreadableCalendar("icalendar.none");
		}
	}

	/**
	 * UTF-8 and UTF-16 by their mark; whatever is not UTF-8 is taken for the older
	 * Latin-1, in which all that we read is written alike.
	 */
	private static String text(byte[] file) {
		Charset charset = (startsWith(file, 0xFE, 0xFF) || startsWith(file, 0xFF, 0xFE)) ? StandardCharsets.UTF_16
				: StandardCharsets.UTF_8;
		String text;
		try {
			text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
		}
		catch (CharacterCodingException ex) {
			text = new String(file, StandardCharsets.ISO_8859_1);
		}
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	private static boolean startsWith(byte[] file, int first, int second) {
		return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
	}

	/** The first of some properties that says something, or {@code null}. */
	static @Nullable String named(ICalendar calendar, String... properties) {
		return Stream.of(properties)
			.flatMap((property) -> Stream.concat(
					calendar.getExperimentalProperties(property).stream().map(RawProperty::getValue),
					standard(calendar, property)))
			.filter((value) -> value != null && !value.isBlank())
			.findFirst()
			.orElse(null);
	}

	private static Stream<@Nullable String> standard(ICalendar calendar, String property) {
		if (property.equals("UID") && calendar.getUid() != null) {
			return Stream.of(calendar.getUid().getValue());
		}
		boolean named = property.equals("NAME") && !calendar.getNames().isEmpty();
		return named ? Stream.of(calendar.getNames().get(0).getValue()) : Stream.empty();
	}

	/** Messages carry single events, and Outlook can save some weeks of a calendar. */
	static boolean isWhole(ICalendar calendar) {
		boolean message = calendar.getMethod() != null && !calendar.getMethod().isPublish();
		return !message && calendar.getExperimentalProperty("X-CALSTART") == null;
	}

	/** Whether it answers a message, and so is no calendar of the one who sent it. */
	static boolean isAnswer(ICalendar calendar) {
		Method method = calendar.getMethod();
		return method != null
				&& (method.isReply() || method.isCounter() || method.isDeclineCounter() || method.isRefresh());
	}

	/** Why an event cannot be entered whatever it says, or {@code null} if it can. */
	static @Nullable Skipped problem(VEvent event) {
		Skipped problem = CalendarText.problem(event);
		boolean dated = event.getDateStart() != null && event.getDateStart().getValue() != null;
		return (problem != null || dated) ? problem : Skipped.UNDATED;
	}

}
