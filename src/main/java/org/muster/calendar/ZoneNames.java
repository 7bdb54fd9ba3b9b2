package org.muster.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Properties;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Finds time zones by the names that calendar programs give them. */
public final class ZoneNames {

	/** {@code (UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna}. */
	private static final Pattern OFFSET = Pattern.compile("\\((UTC|GMT)([+-]\\d{2}:\\d{2})?\\).*");

	private static final Properties WINDOWS = load();

	private ZoneNames() {
	}

	/**
	 * Knows the names of the IANA database, also after a prefix such as
	 * {@code mozilla.org/20070129_1/}, those of Windows, and offsets from UTC.
	 * @return the zone, or {@code null} if no zone has that name
	 */
	public static @Nullable TimeZone resolve(@Nullable String name) {
		if (name == null) {
			return null;
		}
		Matcher offset = OFFSET.matcher(name.strip());
		String id = offset.matches() ? name.substring(name.indexOf('(') + 1, name.indexOf(')')) : name.strip();
		TimeZone zone = zone(id);
		while (zone == null && id.indexOf('/') >= 0) {
			id = id.substring(id.indexOf('/') + 1);
			zone = zone(id);
		}
		return zone;
	}

	/**
	 * The zone that Windows calls so, such as {@code W. Europe Standard Time}.
	 * @return its id in the IANA database, or {@code null} if Windows has no such zone
	 */
	public static @Nullable String ofWindows(String name) {
		return WINDOWS.getProperty(name.strip());
	}

	private static @Nullable TimeZone zone(String id) {
		try {
			return TimeZone.getTimeZone(ZoneId.of(WINDOWS.getProperty(id, id), ZoneId.SHORT_IDS).normalized());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static Properties load() {
		Properties names = new Properties();
		try (InputStream file = ZoneNames.class.getResourceAsStream("/windows-zones.properties")) {
			names.load(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return names;
	}

}
