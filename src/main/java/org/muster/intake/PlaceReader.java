package org.muster.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.CountryZones;
import org.muster.calendar.PublicHolidays;
import org.muster.vocabulary.ProfileWords;
import org.muster.vocabulary.WorkMode;

import org.springframework.core.io.ClassPathResource;

/** Reads where the work is done, and in whose hours. */
final class PlaceReader {

	/** Countries by city, and codes of time zones, from {@code places.txt}. */
	private static final Map<String, String> CITIES = new HashMap<>();

	private static final Map<String, String> ZONES = Map.ofEntries(Map.entry("CET", "Europe/Berlin"),
			Map.entry("CEST", "Europe/Berlin"), Map.entry("GMT", "Europe/London"), Map.entry("BST", "Europe/London"),
			Map.entry("WET", "Europe/Lisbon"), Map.entry("WEST", "Europe/Lisbon"), Map.entry("EET", "Europe/Athens"),
			Map.entry("EEST", "Europe/Athens"), Map.entry("EST", "America/New_York"),
			Map.entry("EDT", "America/New_York"), Map.entry("ET", "America/New_York"),
			Map.entry("CST", "America/Chicago"), Map.entry("PST", "America/Los_Angeles"),
			Map.entry("PDT", "America/Los_Angeles"), Map.entry("PT", "America/Los_Angeles"),
			Map.entry("IST", "Asia/Kolkata"), Map.entry("UTC", "UTC"), Map.entry("CENTRAL EUROPEAN", "Europe/Berlin"),
			Map.entry("EASTERN EUROPEAN", "Europe/Athens"), Map.entry("WESTERN EUROPEAN", "Europe/Lisbon"));

	static {
		try {
			new ClassPathResource("places.txt").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.startsWith("#") && !line.isBlank())
				.forEach((line) -> {
					String[] parts = line.split("\\s*\\|\\s*");
					for (String city : parts[1].split(",\\s*")) {
						CITIES.put(city.toLowerCase(Locale.ROOT), parts[0]);
					}
				});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final String NAME = "(\\p{Lu}[\\p{L}'.-]+(?: (?:and |of |the )?\\p{Lu}[\\p{L}'.-]+){0,2})";

	private static final Pattern LABEL = Pattern.compile(
			"(?i:\\b(?:location|place(?: of work)?|office|site|city|country|standort|lieu|ubicaci[oó]n|local)\\s*:)\\s*(?i:remote|hybrid|on-?site)?\\W{0,3}"
					+ NAME);

	private static final Pattern CUED = Pattern.compile(
			"\\b(?i:based|located|offices?|headquarter(?:s|ed)?|site|on-?site|team|client|remote(?:ly)?|work(?:ing)?|hybrid|premises|presence|people|us)\\b(?: \\p{L}+){0,2}? (?i:in|from|at|within)(?: (?i:our|the|central|downtown|greater))? "
					+ NAME);

	private static final Pattern OFFICE = Pattern
		.compile("\\b(?i:our|the) " + NAME + " (?i:office|site|team|headquarters|hub|premises)");

	private static final Pattern IN_CITY = Pattern
		.compile("(?:\\b(?:in|near|from|nach|à|em|en)|,|\\(|-|–) (\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)?)");

	private static final Pattern ZONE = Pattern.compile(
			"\\b(CES?T|GMT|BST|WES?T|EES?T|EST|EDT|CST|PST|PDT|IST|UTC)\\b(?:\\s?([+-]\\d{1,2}))?|\\b(ET|PT)(?= (?:time|hours))|(?i:\\b(central|eastern|western) european) (?i:time)|\\b((?:Europe|America|Asia|Africa|Australia|Pacific|Atlantic)/\\w+(?:/\\w+)?)\\b|"
					+ NAME + " (?i:time(?:[ -]?zone)?|hours|working hours)\\b");

	private static final Pattern HOURS = SpelledNumbers.pattern("\\b(" + SpelledNumbers.NUMBER
			+ ")\\s*(?:\\+\\s*)?(?:working |common |shared |core )?(?:hours?|h)\\b[^.;\\n]{0,30}?\\b(?:overlap|in common|common|shared)|\\boverlap\\w*\\b[^.;\\n]{0,25}?\\b("
			+ SpelledNumbers.NUMBER + ")\\s*(?:hours?|h)\\b");

	private static final Pattern HYBRID = SpelledNumbers.pattern("\\bhybrid\\b|\\b(?:" + SpelledNumbers.NUMBER
			+ ")\\s*days?\\s*(?:a|per|/|each|every)\\s*week\\s*(?:in|at|from|on)\\s*(?:the\\s+|our\\s+)?(?:office|site|premises)|\\b(?:partly|partially|some) remote\\b|\\boffice days\\b");

	private static final Pattern REMOTE = SpelledNumbers.pattern(
			"\\b(?:fully |100 ?% ?|completely )?remote(?:ly)?\\b|\\b(?:work(?:ing)? )?from home\\b|\\bhome[- ]?office\\b|\\btélétravail\\b|\\bteletrabajo\\b|\\bteletrabalho\\b");

	private static final Pattern ON_SITE = SpelledNumbers.pattern(
			"\\bon[- ]?site\\b|\\bin[- ]office\\b|\\b(?:in|from|at) (?:the|our) (?:\\p{L}+ )?office\\b|\\bat our premises\\b|\\bvor ort\\b|\\bpresencial\\b|\\bsur site\\b");

	private static final Pattern NO_REMOTE = SpelledNumbers
		.pattern("\\b(?:no|not|without) remote\\b|\\bremote (?:work )?is not\\b");

	private final ReadableText notes;

	PlaceReader(ReadableText notes) {
		this.notes = notes;
	}

	List<Finding> read() {
		List<Finding> found = new ArrayList<>();
		Finding mode = mode();
		Place place = place();
		Finding zone = zone();
		if (mode != null) {
			found.add(mode);
		}
		if (place != null) {
			found.add(Finding.of(BriefField.COUNTRY, place.country(), place.confidence(), place.passage()));
			String own = CountryZones.of(place.country());
			if (zone == null && own != null) {
				zone = Finding.of(BriefField.TIME_ZONE, own, Confidence.LIKELY, place.passage());
			}
		}
		if (zone != null) {
			found.add(zone.with(null, null, hours()));
		}
		return found;
	}

	private record Place(String country, Confidence confidence, Passage passage) {
	}

	private @Nullable Place place() {
		Place cued = null;
		for (Clause clause : this.notes.clauses()) {
			Matcher label = LABEL.matcher(clause.text());
			if (label.find()) {
				String country = country(label.group(1));
				if (country != null) {
					return new Place(country, Confidence.CERTAIN, passage(clause, label));
				}
			}
			for (Pattern pattern : List.of(CUED, OFFICE)) {
				Matcher matcher = pattern.matcher(clause.text());
				while (cued == null && matcher.find()) {
					String country = country(matcher.group(1));
					if (country != null) {
						cued = new Place(country, Confidence.LIKELY, passage(clause, matcher));
					}
				}
			}
		}
		return (cued != null) ? cued : city();
	}

	/** In Hamburg. */
	private @Nullable Place city() {
		for (Clause clause : this.notes.clauses()) {
			Matcher matcher = IN_CITY.matcher(clause.text());
			while (matcher.find()) {
				String bare = matcher.group(1);
				String country = CITIES.get(bare.toLowerCase(Locale.ROOT));
				if (country != null) {
					return new Place(country, Confidence.LIKELY, passage(clause, matcher));
				}
			}
		}
		return null;
	}

	private Passage passage(Clause clause, Matcher named) {
		return this.notes.passage(clause.start() + named.start(1), clause.start() + named.end(1));
	}

	/** Of a name that goes on too far as much as is one. */
	private static @Nullable String country(String name) {
		String rest = name;
		while (!rest.isEmpty()) {
			String bare = rest.replaceAll("[.'-]+$", "");
			Optional<String> country = ProfileWords.countryNamed(bare)
				.or(() -> Optional.ofNullable(CITIES.get(bare.toLowerCase(Locale.ROOT))));
			if (country.isPresent()) {
				return PublicHolidays.countries().contains(country.get()) ? country.get() : null;
			}
			int space = rest.lastIndexOf(' ');
			rest = (space > 0) ? rest.substring(0, space) : "";
		}
		return null;
	}

	private @Nullable Finding zone() {
		for (Clause clause : this.notes.clauses()) {
			Matcher matcher = ZONE.matcher(clause.text());
			while (matcher.find()) {
				String zone = zone(matcher);
				if (zone != null) {
					return Finding.of(BriefField.TIME_ZONE, zone, Confidence.CERTAIN,
							this.notes.passage(clause, matcher));
				}
			}
		}
		return null;
	}

	private static @Nullable String zone(Matcher matcher) {
		String code = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(3);
		if (code != null) {
			String offset = matcher.group(2);
			return (offset != null) ? valid("UTC" + offset) : ZONES.get(code);
		}
		if (matcher.group(4) != null) {
			return ZONES.get(matcher.group(4).toUpperCase(Locale.ROOT) + " EUROPEAN");
		}
		if (matcher.group(5) != null) {
			return valid(matcher.group(5));
		}
		return (matcher.group(6) != null) ? CountryZones.of(country(matcher.group(6))) : null;
	}

	private static @Nullable String valid(String zone) {
		try {
			return ZoneId.of(zone).getId();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private @Nullable String hours() {
		for (Clause clause : this.notes.clauses()) {
			Matcher matcher = HOURS.matcher(clause.text());
			if (matcher.find()) {
				int hours = SpelledNumbers.number((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2));
				return (hours >= 1 && hours <= 8) ? String.valueOf(hours) : null;
			}
		}
		return null;
	}

	private @Nullable Finding mode() {
		Finding remote = first(REMOTE, WorkMode.REMOTE);
		Finding site = first(ON_SITE, WorkMode.ON_SITE);
		Finding hybrid = first(HYBRID, WorkMode.HYBRID);
		Finding not = first(NO_REMOTE, WorkMode.ON_SITE);
		if (not != null) {
			return not;
		}
		if (hybrid != null) {
			return hybrid;
		}
		if (remote != null && site != null) {
			return Finding.of(BriefField.WORK_MODE, WorkMode.HYBRID, Confidence.LIKELY, passage(site));
		}
		return (remote != null) ? remote : site;
	}

	private static Passage passage(Finding finding) {
		return java.util.Objects.requireNonNull(finding.passage());
	}

	private @Nullable Finding first(Pattern pattern, WorkMode mode) {
		for (Clause clause : this.notes.clauses()) {
			Matcher matcher = pattern.matcher(clause.text());
			if (matcher.find()) {
				return Finding.of(BriefField.WORK_MODE, mode, Confidence.CERTAIN, this.notes.passage(clause, matcher));
			}
		}
		return null;
	}

}
