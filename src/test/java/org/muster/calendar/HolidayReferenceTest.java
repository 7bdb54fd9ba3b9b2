package org.muster.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares our public holidays of 2025 to 2030 with those of two libraries that depend
 * neither on Jollyday nor on one another. A place may be called verified if two of the
 * three confirm each of its holidays that falls on a working day, and no two name a day
 * that it lacks; where it differs, {@code holidays-explained.txt} says why we are right,
 * or that we cannot be sure. Its law or an official list has to be known besides.
 */
class HolidayReferenceTest {

	private static final List<Integer> YEARS = IntStream
		.rangeClosed(PublicHolidays.COMPARED_FROM, PublicHolidays.COMPARED_TO)
		.boxed()
		.toList();

	private static final int SOURCES = 2;

	private final Map<String, List<Set<LocalDate>>> sources = sources();

	private final LibraryCalendars library = new LibraryCalendars();

	private final Map<String, Set<LocalDate>> explained = new HashMap<>();

	/** Places whose explanation nobody should rely on unseen. */
	private final Set<String> doubtful = new TreeSet<>();

	@BeforeEach
	void readExplanations() {
		lines("/holidays-explained.txt").forEach((line) -> {
			assertThat(line).as(line[0]).hasSize(3);
			String path = line[0].replace("? ", "");
			if (!path.equals(line[0])) {
				this.doubtful.add(path);
			}
			this.explained.put(path, dates(line[1]));
		});
	}

	@Test
	void holidaysOfEveryVerifiedPlaceAreConfirmedByTwoSourcesOrExplained() {
		Set<String> verified = new TreeSet<>();
		Map<String, Set<LocalDate>> unexplained = new TreeMap<>();
		for (String path : this.sources.keySet()) {
			Optional<Place> place = place(path);
			if (place.isEmpty() || sourcesOf(place.get(), path).size() < SOURCES) {
				continue;
			}
			Set<LocalDate> differences = differences(place.get(), path);
			differences.removeAll(this.explained.getOrDefault(path, Set.of()));
			if (!differences.isEmpty()) {
				unexplained.put(path, new TreeSet<>(differences));
			}
			else if (!this.doubtful.contains(path)) {
				verified.add(path);
			}
		}
		Set<String> claimed = HolidayTables.verified();
		unexplained.keySet().retainAll(claimed);
		assertThat(verified).as("Unexplained differences: " + unexplained).containsAll(claimed);
	}

	/** A day that no library knows is one on which all of them agree. */
	@Test
	void everyVerifiedPlaceNamesItsLawOrAnOfficialList() {
		assertThat(HolidayTables.lines("verified.txt"))
			.allMatch((line) -> line.matches("[A-Z]{2}(\\.[A-Z0-9.]+)? \\| (law|list) \\| \\S.{4,}"));
		assertThat(HolidayTables.lines("verified.txt").stream().map((line) -> line.split(" \\| ")[2]))
			.noneMatch((source) -> source.matches("(?i)(python-holidays|date-holidays|jollyday|nager|wikipedia).*"));
	}

	/** Its table takes over how the country does it. */
	@Test
	void everyVerifiedStateOfTheUnitedStatesSaysWhatItsLawDoesWithAHolidayAtAWeekend() {
		assertThat(HolidayTables.lines("verified.txt")).filteredOn((line) -> line.startsWith("US."))
			.allMatch((line) -> line.matches(".*(weekends move|Saturday|Sunday).*"));
	}

	/** Those that the law names and libraries lacked, and those that it does not name. */
	@ParameterizedTest
	@CsvSource({ "hi, 2028-04-14, true", "hi, 2028-06-19, false", "nd, 2026-04-03, true", "nd, 2026-06-19, false",
			"va, 2027-11-02, true", "va, 2030-11-29, true", "va, 2033-01-20, false", "ne, 2030-11-29, true",
			"ar, 2026-12-24, true", "ar, 2027-12-23, true", "ri, 2028-11-07, true", "ri, 2027-11-02, false",
			"ri, 2028-11-13, true", "ri, 2028-11-10, false", "ri, 2027-12-27, true", "ri, 2026-07-06, true",
			"ri, 2026-07-03, false", "ri, 2028-01-03, true", "md, 2026-11-03, true", "md, 2025-11-04, false",
			"ny, 2026-07-03, false", "ny, 2027-07-05, true", "il, 2027-06-18, false", "il, 2027-11-26, true",
			"az, 2026-06-19, false", "mt, 2026-06-19, false", "wy, 2026-06-19, false", "me, 2026-11-27, true" })
	void aStateOfTheUnitedStatesKeepsTheDaysAndTheRuleForWeekendsOfItsOwnLaw(String state, LocalDate date,
			boolean holiday) {
		assertThat(PublicHolidays.of(date.getYear(), new Place("US", state)).containsKey(date)).isEqualTo(holiday);
	}

	@ParameterizedTest
	@CsvSource({ "PA, 2024-07-01", "PA, 2029-07-01", "PA, 2029-07-02", "UG, 2026-01-15", "ZA, 2026-11-04",
			"MX, 2030-10-01" })
	void daysOfElectionsAndInaugurationsAreHolidaysWhereTheyAreDeclared(String country, LocalDate date) {
		assertThat(PublicHolidays.of(date.getYear(), new Place(country, null))).containsKey(date);
	}

	@Test
	void everyExplanationExplainsADifference() {
		this.explained.forEach(
				(path, dates) -> assertThat(differences(place(path).orElseThrow(), path)).as(path).containsAll(dates));
	}

	private Set<LocalDate> differences(Place place, String path) {
		List<Set<LocalDate>> others = sourcesOf(place, path);
		Set<LocalDate> ours = new HashSet<>();
		Set<LocalDate> all = new HashSet<>();
		YEARS.forEach((year) -> ours.addAll(PublicHolidays.of(year, place).keySet()));
		all.addAll(ours);
		others.forEach(all::addAll);
		all.removeIf((date) -> Weekend.of(place).contains(date.getDayOfWeek()));
		all.removeIf((date) -> (others.stream().filter((one) -> one.contains(date)).count() >= SOURCES) == ours
			.contains(date));
		return all;
	}

	private List<Set<LocalDate>> sourcesOf(Place place, String path) {
		List<Set<LocalDate>> found = new ArrayList<>(this.sources.getOrDefault(path, List.of()));
		if (this.library.knows(place.country(), place.region())) {
			Set<LocalDate> dates = new HashSet<>();
			YEARS.forEach((year) -> dates.addAll(this.library.during(year, place.country(), place.region()).keySet()));
			found.add(dates);
		}
		return found;
	}

	private static Optional<Place> place(String path) {
		String[] parts = path.split("\\.", 2);
		if (parts.length == 1) {
			return Optional.of(new Place(parts[0], null)).filter(PublicHolidays::knows);
		}
		return PublicHolidays.region(parts[0], parts[1]).map((region) -> new Place(parts[0], region));
	}

	private static Map<String, List<Set<LocalDate>>> sources() {
		Map<String, List<Set<LocalDate>>> sources = new TreeMap<>();
		lines("/holidays-reference.txt")
			.forEach((line) -> sources.computeIfAbsent(line[1], (path) -> new ArrayList<>()).add(dates(line[2])));
		return sources;
	}

	private static Set<LocalDate> dates(String rules) {
		return Arrays.stream(rules.split(" "))
			.filter((rule) -> !rule.isEmpty())
			.map(DateRule::parse)
			.flatMap((rule) -> YEARS.stream().map(rule::in).flatMap(Optional::stream))
			.collect(Collectors.toSet());
	}

	private static List<String[]> lines(String name) {
		try (var file = HolidayReferenceTest.class.getResourceAsStream(name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.split("\\s*\\|\\s*"))
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
