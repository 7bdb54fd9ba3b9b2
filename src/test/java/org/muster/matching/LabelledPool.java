package org.muster.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.muster.calendar.DayCount;
import org.muster.calendar.Place;
import org.muster.consultants.Candidate;
import org.muster.consultants.SkillHeld;
import org.muster.requests.GoalKind;
import org.muster.requests.Priority;
import org.muster.requests.Schedule;
import org.muster.requests.SkillRequirement;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.core.io.ClassPathResource;

/** The profiles and requests of {@code src/test/resources/matching}. */
final class LabelledPool {

	private LabelledPool() {
	}

	/**
	 * @param text as the person's CV says it
	 */
	record Profile(Candidate person, String text) {
	}

	/**
	 * @param text as somebody would search for
	 */
	record Request(String reference, Demand demand, String text) {
	}

	static List<Profile> profiles() {
		return lines("profiles.txt").stream().map(LabelledPool::profile).toList();
	}

	static List<Request> requests() {
		return lines("requests.txt").stream().map(LabelledPool::request).toList();
	}

	private static List<String[]> lines(String file) {
		try {
			return new ClassPathResource("matching/" + file).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.split("\\s*\\|\\s*"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Profile profile(String[] line) {
		BigDecimal rate = new BigDecimal(line[6].split(" ")[0]);
		Map<Long, SkillHeld> skills = Arrays.stream(line[10].split(",\\s*")).map((one) -> {
			int space = one.lastIndexOf(' ');
			int[] numbers = Arrays.stream(one.substring(space + 1).split("/")).mapToInt(Integer::parseInt).toArray();
			return new SkillHeld(skill(one.substring(0, space)), numbers[0], numbers[1], numbers[2]);
		}).collect(Collectors.toMap(SkillHeld::skillId, Function.identity(), (one, other) -> one));
		Set<WorkMode> modes = EnumSet.noneOf(WorkMode.class);
		Arrays.stream(line[8].split(",")).map(WorkMode::valueOf).forEach(modes::add);
		Candidate person = new Candidate(Long.parseLong(line[0].substring(1)), line[0], line[0], "",
				Set.of(JobRole.valueOf(line[1])), Seniority.valueOf(line[2]), Integer.parseInt(line[3]),
				new Place(line[4], null), "", line[5], modes, Employment.EMPLOYEE, "EUR", rate, rate, LocalDate.EPOCH,
				LocalDate.parse(line[7]), skills, languages(line[9]), List.of(), rating(line[11]),
				Integer.parseInt(line[12]));
		return new Profile(person, line[13]);
	}

	private static Candidate.Rating rating(String text) {
		if (text.equals("-")) {
			return Candidate.Rating.NONE;
		}
		String[] parts = text.split(" ");
		return new Candidate.Rating(Integer.parseInt(parts[0]), Double.parseDouble(parts[2]),
				Double.parseDouble(parts[3]), Double.parseDouble(parts[4]));
	}

	private static Map<String, LanguageLevel> languages(String text) {
		Map<String, LanguageLevel> languages = new TreeMap<>();
		for (String one : text.split(",\\s*")) {
			languages.put(one.substring(0, 2), LanguageLevel.valueOf(one.substring(3)));
		}
		return languages;
	}

	private static Request request(String[] line) {
		List<SkillRequirement> skills = new ArrayList<>(requirements(line[4], Priority.REQUIRED));
		skills.addAll(requirements(line[5], Priority.NICE_TO_HAVE));
		String[] zone = line[7].split(" ");
		LocalDate[] dates = Arrays.stream(line[10].split(" ")).map(LocalDate::parse).toArray(LocalDate[]::new);
		JobRole role = JobRole.valueOf(line[1]);
		return new Request(line[0],
				new Demand(role, Set.of(role), Seniority.valueOf(line[2]), Integer.parseInt(line[3]), skills,
						languages(line[6]), (zone.length > 1) ? zone[0] : null,
						(zone.length > 1) ? Integer.parseInt(zone[1]) : 0, WorkMode.valueOf(line[8]),
						new BigDecimal(line[9].split(" ")[0]), "EUR",
						new Schedule(dates[0], dates[1], dates[2], null, DayCount.of(line[11])),
						line[12].equals("-") ? Set.of() : Set.of(GoalKind.valueOf(line[12])), 0),
				line[13]);
	}

	private static List<SkillRequirement> requirements(String text, Priority necessity) {
		return Arrays.stream(text.split(",\\s*")).map((one) -> {
			int space = one.lastIndexOf(' ');
			return new SkillRequirement(skill(one.substring(0, space)), Integer.valueOf(one.substring(space + 1)),
					necessity);
		}).toList();
	}

	private static long skill(String name) {
		return Matchers.TAXONOMY.find(name).orElseThrow(() -> new IllegalArgumentException(name)).id();
	}

}
