package org.muster.skills;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the taxonomy's file must keep to. */
class TaxonomyFileTest {

	private static final Set<SkillKind> WAYS_OF_WORKING = Set.of(SkillKind.METHODOLOGY, SkillKind.SOFT_SKILL);

	private final List<TaxonomyFile.Line> lines = TaxonomyFile.read();

	@Test
	void thereAreEightHundredTechnologiesAndFortyWaysOfWorking() {
		assertThat(this.lines)
			.filteredOn((line) -> !WAYS_OF_WORKING.contains(line.kind()) && line.kind() != SkillKind.DOMAIN)
			.hasSizeGreaterThanOrEqualTo(800);
		assertThat(this.lines).filteredOn((line) -> WAYS_OF_WORKING.contains(line.kind()))
			.hasSizeGreaterThanOrEqualTo(40);
	}

	@Test
	void whatTheMissionNamesIsThere() {
		assertThat(this.lines).extracting(TaxonomyFile.Line::name)
			.contains("PostgreSQL", "MySQL", "MongoDB", "Oracle", "Ruby", "Python", "JavaScript", "Java", "C#", "Flask",
					"MVC", "Interpreter pattern", "Event bus", "Computer science", "Programming paradigms", "DevOps",
					"CI/CD", "Team play", "Continuous learning", "Curiosity");
	}

	@Test
	void noSpellingBelongsToTwoSkills() {
		Map<String, String> owners = new HashMap<>();
		Set<String> doubles = new HashSet<>();
		this.lines.forEach((line) -> line.spellings().forEach((spelling) -> {
			if (owners.put(spelling.key(), line.name()) != null) {
				doubles.add(spelling.text());
			}
		}));
		assertThat(doubles).isEmpty();
	}

	@Test
	void wordsOfTheLanguageAreMarkedAsSuch() {
		Set<String> certain = this.lines.stream()
			.flatMap((line) -> line.spellings().stream())
			.filter((spelling) -> spelling.certainty() == Spelling.Certainty.CERTAIN)
			.map((spelling) -> spelling.text().toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		assertThat(certain).doesNotContain("go", "r", "c", "d", "swift", "spring", "rust", "rest", "make", "play",
				"chef", "puppet", "unity", "express", "flask", "gin", "echo", "less", "dart", "elixir", "processing");
	}

	@Test
	void everySkillImpliedIsThereAndNoneImpliesItself() {
		Map<String, TaxonomyFile.Line> byName = this.lines.stream()
			.collect(Collectors.toMap(TaxonomyFile.Line::name, Function.identity()));
		this.lines.forEach((line) -> {
			assertThat(byName.keySet()).as(line.name()).containsAll(line.implied().keySet());
			assertThat(line.implied().values()).as(line.name())
				.allMatch((strength) -> strength >= 1 && strength <= 100);
			refuseCycles(line, byName, new LinkedHashSet<>());
		});
	}

	private static void refuseCycles(TaxonomyFile.Line line, Map<String, TaxonomyFile.Line> byName, Set<String> path) {
		assertThat(path.add(line.name())).as(path + " leads back to " + line.name()).isTrue();
		line.implied().keySet().forEach((name) -> refuseCycles(Objects.requireNonNull(byName.get(name)), byName, path));
		path.remove(line.name());
	}

}
