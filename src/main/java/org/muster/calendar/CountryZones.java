package org.muster.calendar;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The time zone of countries that have one. */
public final class CountryZones {

	private static final Map<String, String> ZONES = Map.ofEntries(Map.entry("AT", "Europe/Vienna"),
			Map.entry("BE", "Europe/Brussels"), Map.entry("BG", "Europe/Sofia"), Map.entry("CH", "Europe/Zurich"),
			Map.entry("CY", "Asia/Nicosia"), Map.entry("CZ", "Europe/Prague"), Map.entry("DE", "Europe/Berlin"),
			Map.entry("DK", "Europe/Copenhagen"), Map.entry("EE", "Europe/Tallinn"), Map.entry("ES", "Europe/Madrid"),
			Map.entry("FI", "Europe/Helsinki"), Map.entry("FR", "Europe/Paris"), Map.entry("GB", "Europe/London"),
			Map.entry("GR", "Europe/Athens"), Map.entry("HR", "Europe/Zagreb"), Map.entry("HU", "Europe/Budapest"),
			Map.entry("IE", "Europe/Dublin"), Map.entry("IL", "Asia/Jerusalem"), Map.entry("IN", "Asia/Kolkata"),
			Map.entry("IS", "Atlantic/Reykjavik"), Map.entry("IT", "Europe/Rome"), Map.entry("JP", "Asia/Tokyo"),
			Map.entry("LT", "Europe/Vilnius"), Map.entry("LU", "Europe/Luxembourg"), Map.entry("LV", "Europe/Riga"),
			Map.entry("MT", "Europe/Malta"), Map.entry("NL", "Europe/Amsterdam"), Map.entry("NO", "Europe/Oslo"),
			Map.entry("PL", "Europe/Warsaw"), Map.entry("PT", "Europe/Lisbon"), Map.entry("RO", "Europe/Bucharest"),
			Map.entry("RS", "Europe/Belgrade"), Map.entry("SE", "Europe/Stockholm"),
			Map.entry("SI", "Europe/Ljubljana"), Map.entry("SK", "Europe/Bratislava"),
			Map.entry("TR", "Europe/Istanbul"), Map.entry("UA", "Europe/Kyiv"), Map.entry("ZA", "Africa/Johannesburg"),
			Map.entry("AE", "Asia/Dubai"), Map.entry("AL", "Europe/Tirane"), Map.entry("AM", "Asia/Yerevan"),
			Map.entry("AZ", "Asia/Baku"), Map.entry("BA", "Europe/Sarajevo"), Map.entry("BD", "Asia/Dhaka"),
			Map.entry("BH", "Asia/Bahrain"), Map.entry("CN", "Asia/Shanghai"), Map.entry("CO", "America/Bogota"),
			Map.entry("CR", "America/Costa_Rica"), Map.entry("DZ", "Africa/Algiers"), Map.entry("EG", "Africa/Cairo"),
			Map.entry("GE", "Asia/Tbilisi"), Map.entry("GH", "Africa/Accra"), Map.entry("HK", "Asia/Hong_Kong"),
			Map.entry("IR", "Asia/Tehran"), Map.entry("JO", "Asia/Amman"), Map.entry("KE", "Africa/Nairobi"),
			Map.entry("KR", "Asia/Seoul"), Map.entry("KW", "Asia/Kuwait"), Map.entry("LB", "Asia/Beirut"),
			Map.entry("LK", "Asia/Colombo"), Map.entry("MA", "Africa/Casablanca"), Map.entry("MD", "Europe/Chisinau"),
			Map.entry("ME", "Europe/Podgorica"), Map.entry("MK", "Europe/Skopje"), Map.entry("MO", "Asia/Macau"),
			Map.entry("MY", "Asia/Kuala_Lumpur"), Map.entry("NG", "Africa/Lagos"), Map.entry("NP", "Asia/Kathmandu"),
			Map.entry("OM", "Asia/Muscat"), Map.entry("PA", "America/Panama"), Map.entry("PE", "America/Lima"),
			Map.entry("PH", "Asia/Manila"), Map.entry("PK", "Asia/Karachi"), Map.entry("QA", "Asia/Qatar"),
			Map.entry("SA", "Asia/Riyadh"), Map.entry("SG", "Asia/Singapore"), Map.entry("TH", "Asia/Bangkok"),
			Map.entry("TN", "Africa/Tunis"), Map.entry("TW", "Asia/Taipei"), Map.entry("UY", "America/Montevideo"),
			Map.entry("VN", "Asia/Ho_Chi_Minh"));

	/** Of regions whose clocks are not those of their country. */
	private static final Map<String, String> OTHERS = Map.of("ES.cn", "Atlantic/Canary", "PT.20", "Atlantic/Azores",
			"PT.30", "Atlantic/Madeira");

	private CountryZones() {
	}

	/**
	 * @param country ISO 3166 alpha-2
	 * @return its only time zone, or {@code null}
	 */
	public static @Nullable String of(@Nullable String country) {
		return (country != null) ? ZONES.get(country) : null;
	}

	/**
	 * @param region as its holidays have it, whose clocks may be others
	 * @return the only time zone of a place, or {@code null}
	 */
	public static @Nullable String of(@Nullable String country, @Nullable String region) {
		return OTHERS.getOrDefault(country + "." + region, of(country));
	}

	/**
	 * @return the country whose only time zone it is, or {@code null}
	 */
	public static @Nullable String countryOf(String zone) {
		return ZONES.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(zone))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
	}

}
