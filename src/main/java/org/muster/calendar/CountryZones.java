package org.muster.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The time zones of countries, and of regions that go by another clock. */
public final class CountryZones {

	private static final Properties ZONES = load();

	private static final Set<String> SEVERAL = Set.of(ZONES.getProperty("several").split(","));

	private CountryZones() {
	}

	private static Properties load() {
		Properties zones = new Properties();
		try (InputStream file = CountryZones.class.getResourceAsStream("/country-zones.properties")) {
			zones.load(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return zones;
	}

	/**
	 * @param country ISO 3166 alpha-2
	 * @return its only time zone, or {@code null}
	 */
	public static @Nullable String of(@Nullable String country) {
		return (country != null && !SEVERAL.contains(country)) ? ZONES.getProperty(country) : null;
	}

	/**
	 * @param region as its holidays have it, whose clocks may be others
	 * @return the only time zone of a place, or {@code null}
	 */
	public static @Nullable String of(@Nullable String country, @Nullable String region) {
		String other = (country != null && region != null) ? ofRegion(country, region) : null;
		return (other != null) ? other : of(country);
	}

	/** Where it goes by another clock than its country; a part goes by its region's. */
	private static @Nullable String ofRegion(String country, String region) {
		return ZONES.getProperty(country + "." + region.split("\\.", 2)[0]);
	}

	/**
	 * By which clock days begin and end in a place: where the country has several and no
	 * region tells, that of most of its people; UTC where nothing is known.
	 */
	public static ZoneId clock(Place place) {
		String region = (place.region() != null) ? ofRegion(place.country(), place.region()) : null;
		return ZoneId
			.of((region != null) ? region : Objects.requireNonNullElse(ZONES.getProperty(place.country()), "UTC"));
	}

	/**
	 * The same, unless another time zone is chosen.
	 * @param chosen a time zone of Java, or {@code null}
	 */
	public static ZoneId clock(Place place, @Nullable String chosen) {
		return (chosen != null) ? ZoneId.of(chosen) : clock(place);
	}

	/**
	 * The clocks that a country has, a zone for each, from west to east; none where it
	 * has one.
	 */
	public static List<String> choices(String country) {
		String zones = ZONES.getProperty("zones." + country);
		return (zones != null) ? List.of(zones.split(",")) : List.of();
	}

	/**
	 * Whether {@link #clock} is assumed, because the country has several and no region
	 * says which.
	 */
	public static boolean isAssumed(Place place) {
		return SEVERAL.contains(place.country()) && place.region() == null;
	}

}
