package org.muster.skills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the taxonomy to what {@code skills.txt} says, at the first start and after an
 * update.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TaxonomyFile implements ApplicationRunner {

	private final Skills skills;

	TaxonomyFile(Skills skills) {
		this.skills = skills;
	}

	@Override
	@Transactional
	public void run(ApplicationArguments args) {
		List<Line> lines = read();
		this.skills.findAllWithSynonyms();
		Map<String, Skill> known = this.skills.findAllWithImplied()
			.stream()
			.collect(Collectors.toMap(Skill::name, (skill) -> skill));
		if (!lines.stream().allMatch((line) -> line.isKept(known))) {
			keep(lines, known);
		}
	}

	/**
	 * A spelling may move from one skill to another, so that all are taken back first.
	 */
	private void keep(List<Line> lines, Map<String, Skill> known) {
		known.values().forEach(Skill::forgetSpellingsAndImplications);
		this.skills.flush();
		lines.forEach(
				(line) -> known.computeIfAbsent(line.name(), (name) -> this.skills.save(new Skill(name, line.kind())))
					.spell(line.spellings(), line.deciding()));
		lines.forEach((line) -> line.implied()
			.forEach((name, percent) -> named(known, line.name()).imply(named(known, name), percent)));
	}

	private static Skill named(Map<String, Skill> saved, String name) {
		Skill skill = saved.get(name);
		if (skill == null) {
			throw new IllegalStateException("skills.txt implies an unknown skill: " + name);
		}
		return skill;
	}

	static List<Line> read() {
		try {
			return new ClassPathResource("skills.txt").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(Line::parse)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The spellings stand in the order of the file, the name's first. */
	record Line(List<Spelling> spellings, SkillKind kind, Map<String, Integer> implied, List<String> deciding) {

		static Line parse(String line) {
			String[] parts = line.split("\\|", -1);
			List<Spelling> spellings = Stream.concat(Stream.of(parts[0].strip()), list(parts[2]).stream())
				.map(Spelling::parse)
				.toList();
			return new Line(spellings, SkillKind.valueOf(parts[1].strip()),
					list(parts[3]).stream()
						.collect(Collectors.toUnmodifiableMap((text) -> text.substring(0, text.lastIndexOf(' ')),
								(text) -> Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1)))),
					list(parts[4]));
		}

		/** The skill, without what it implies. */
		Skill skill() {
			Skill skill = new Skill(name(), this.kind);
			skill.spell(this.spellings, this.deciding);
			return skill;
		}

		String name() {
			return this.spellings.get(0).text();
		}

		boolean isKept(Map<String, Skill> known) {
			Skill skill = known.get(name());
			return skill != null && known.keySet().containsAll(this.implied.keySet()) && Set.copyOf(skill.spellings())
				.equals(Set.copyOf(this.spellings)) && skill
					.implied()
					.equals(this.implied.entrySet()
						.stream()
						.collect(Collectors.toMap((entry) -> named(known, entry.getKey()).id(), Map.Entry::getValue)));
		}

		private static List<String> list(String part) {
			return Arrays.stream(part.split(",")).map(String::strip).filter((text) -> !text.isEmpty()).toList();
		}

	}

}
