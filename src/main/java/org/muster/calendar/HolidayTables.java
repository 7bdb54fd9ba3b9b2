package org.muster.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The calendars of our own, {@code holidays/tables.txt}, and the corrections to all,
 * {@code holidays/corrections.txt}. A place is named {@code JP}, {@code US.ca} or, where
 * no region is chosen, {@code GB.-}.
 */
final class HolidayTables {

	/** The first year that the tables tell of. */
	static final int SINCE = 2024;

	/** The last year for which the dates of moving holidays are written out. */
	static final int UNTIL = 2035;

	/** What ends in this year or before was a holiday that once. */
	private static final int ONCE = 2030;

	private final Map<String, List<Line>> tables = new HashMap<>();

	private final Map<String, String> names = new LinkedHashMap<>();

	private final List<Correction> corrections = new ArrayList<>();

	HolidayTables() {
		String place = "";
		for (String line : lines("tables.txt")) {
			if (line.startsWith("[")) {
				String[] head = line.substring(1, line.length() - 1).split(" ", 2);
				place = head[0];
				this.tables.put(place, new ArrayList<>());
				if (head.length > 1) {
					this.names.put(place, head[1]);
				}
			}
			else {
				Objects.requireNonNull(this.tables.get(place)).add(Line.parse(line));
			}
		}
		lines("corrections.txt").forEach((line) -> this.corrections.add(Correction.parse(line)));
	}

	/**
	 * Places, in upper case, whose law or official list is known and that were compared.
	 */
	static Set<String> verified() {
		return lines("verified.txt").stream()
			.map((line) -> line.split("\\s*\\|", 2)[0])
			.collect(Collectors.toUnmodifiableSet());
	}

	static List<String> lines(String name) {
		try (InputStream file = HolidayTables.class.getResourceAsStream("/holidays/" + name)) {
			return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The countries that have a calendar here. */
	Set<String> countries() {
		return this.tables.keySet()
			.stream()
			.filter((place) -> !place.contains("."))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Names of the regions of a country by their codes. */
	Map<String, String> regions(String country) {
		Map<String, String> regions = new LinkedHashMap<>();
		this.names.forEach((place, name) -> {
			if (place.startsWith(country + ".")) {
				regions.put(place.substring(country.length() + 1), name);
			}
		});
		return regions;
	}

	/** Whether anything is said of a place itself, even where it comes to nothing. */
	boolean mentions(String place) {
		return this.tables.containsKey(place)
				|| this.corrections.stream().anyMatch((correction) -> correction.place().equals(place));
	}

	boolean has(String place, int year) {
		return year >= SINCE && this.tables.containsKey(place);
	}

	/**
	 * The last year of which everything is known of a place: {@link DateRule#ALWAYS}
	 * where no holiday is written out date by date.
	 */
	int until(String place) {
		boolean ends = this.tables.getOrDefault(place, List.of())
			.stream()
			.mapToInt(Line::until)
			.anyMatch((last) -> last > ONCE && last != DateRule.ALWAYS);
		return this.corrections.stream()
			.filter((correction) -> correction.place().equals(place) && correction.goesOn())
			.mapToInt((correction) -> correction.line().until())
			.reduce(ends ? UNTIL : DateRule.ALWAYS, Math::min);
	}

	/** Puts what the calendar of a place says of a year into that of the larger place. */
	void apply(String place, int year, Map<LocalDate, String> days) {
		List<Line> lines = this.tables.getOrDefault(place, List.of());
		lines.stream().filter((line) -> line.act() == '+').forEach((line) -> line.put(year, days));
		lines.stream().filter((line) -> line.act() == '-').forEach((line) -> line.dates(year).forEach(days::remove));
	}

	/** Weekend days of a country that are worked in exchange for others. */
	List<LocalDate> madeUp(String country, int year) {
		return this.tables.getOrDefault(country, List.of())
			.stream()
			.filter((line) -> line.act() == '=')
			.flatMap((line) -> line.dates(year).stream())
			.sorted()
			.toList();
	}

	/** Applies the corrections to a place. */
	void correct(String place, int year, Map<LocalDate, String> days) {
		for (Correction correction : this.corrections) {
			if (correction.isFor(place, year)) {
				if (correction.line().act() == '+') {
					correction.line().put(year, days);
				}
				else if (correction.line().act() == '-') {
					correction.line().dates(year).forEach(days::remove);
				}
			}
		}
	}

	/** Parts of a place that do not keep one of its holidays, by the date of that. */
	Map<LocalDate, String> exceptions(String place, int year) {
		Map<LocalDate, String> exceptions = new HashMap<>();
		this.corrections.stream()
			.filter((correction) -> correction.isFor(place, year))
			.forEach((correction) -> correction.except()
				.ifPresent((parts) -> correction.line().dates(year).forEach((date) -> exceptions.put(date, parts))));
		return exceptions;
	}

	/** Names of half holidays by date. */
	Map<LocalDate, String> halves(String place, int year) {
		Map<LocalDate, String> halves = new HashMap<>();
		this.corrections.stream()
			.filter((correction) -> correction.isFor(place, year) && correction.line().act() == 'h')
			.forEach((correction) -> correction.line().put(year, halves));
		return halves;
	}

	/**
	 * A holiday, or several that are lacking.
	 *
	 * @param act {@code +}, {@code -}, {@code h} or {@code =}
	 */
	private record Line(char act, String name, List<DateRule> rules) {

		static Line parse(String text) {
			String[] parts = text.split("\\s*\\|\\s*", -1);
			char act = (parts[0].matches("[+=-]( .*)?")) ? parts[0].charAt(0) : '+';
			String name = parts[0].replaceFirst("^[+=-] ?", "");
			return new Line(act, name, rules(parts[1]));
		}

		static List<DateRule> rules(String text) {
			return Arrays.stream(text.strip().split(" ")).map(DateRule::parse).toList();
		}

		/** The last year in which it has a date. */
		int until() {
			return this.rules.stream().mapToInt(DateRule::until).max().orElse(DateRule.ALWAYS);
		}

		List<LocalDate> dates(int year) {
			return this.rules.stream().map((rule) -> rule.in(year)).flatMap(Optional::stream).toList();
		}

		void put(int year, Map<LocalDate, String> days) {
			dates(year).forEach((date) -> days.merge(date, this.name,
					(one, other) -> one.equals(other) ? one : one + " / " + other));
		}

	}

	/**
	 * A correction with its source.
	 *
	 * @param except parts of the place where it does not hold
	 */
	private record Correction(String place, String years, Line line, Optional<String> except) {

		private static final int FIELDS = 6;

		static Correction parse(String text) {
			String[] parts = text.split("\\s*\\|\\s*", -1);
			if (parts.length < FIELDS || parts.length > FIELDS + 1 || parts[5].isBlank()) {
				throw new IllegalArgumentException("Not a correction with its source: " + text);
			}
			return new Correction(parts[0], parts[1], new Line(parts[2].charAt(0), parts[4], Line.rules(parts[3])),
					Optional.of(parts).filter((all) -> all.length > FIELDS).map((all) -> all[FIELDS]));
		}

		/** Whether it is meant for every year to come, of which some are written out. */
		boolean goesOn() {
			return this.years.endsWith("-") && this.line.act() != 'h';
		}

		boolean isFor(String other, int year) {
			return this.place.equals(other) && isIn(year);
		}

		private boolean isIn(int year) {
			if (this.years.equals("*")) {
				return true;
			}
			String[] every = this.years.split("/");
			if (every.length == 2) {
				return Math.floorMod(year - Integer.parseInt(every[0]), Integer.parseInt(every[1])) == 0;
			}
			String[] range = this.years.split("-", 2);
			int first = Integer.parseInt(range[0]);
			@Nullable String last = (range.length > 1) ? range[1] : range[0];
			return year >= first && (last.isEmpty() || year <= Integer.parseInt(last));
		}

	}

}
