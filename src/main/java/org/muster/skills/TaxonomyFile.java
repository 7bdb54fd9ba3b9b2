package org.muster.skills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the taxonomy to what {@code skills.txt} says, at the first start and after an
 * update. What an administrator has changed stays as it is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TaxonomyFile implements ApplicationRunner {

	private final Skills skills;

	private final Taxonomy taxonomy;

	TaxonomyFile(Skills skills, Taxonomy taxonomy) {
		this.skills = skills;
		this.taxonomy = taxonomy;
	}

	@Override
	@Transactional
	public void run(ApplicationArguments args) {
		this.taxonomy.lock();
		this.skills.findAllWithSynonyms();
		List<Skill> all = this.skills.findAllWithImplied();
		Map<String, Skill> edited = all.stream()
			.filter(Skill::isEdited)
			.flatMap((skill) -> skill.spellings().stream().map((spelling) -> Map.entry(spelling.key(), skill)))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
		Map<String, Skill> known = all.stream()
			.filter((skill) -> !skill.isEdited())
			.collect(Collectors.toMap((skill) -> Spelling.key(skill.name()), (skill) -> skill));
		List<Line> lines = read().stream().flatMap((line) -> line.without(edited.keySet()).stream()).toList();
		Function<String, @Nullable Skill> byName = (name) -> edited.getOrDefault(Spelling.key(name),
				known.get(Spelling.key(name)));
		if (!lines.stream().allMatch((line) -> line.isKept(byName))) {
			keep(lines, known, byName);
			this.taxonomy.changed();
		}
	}

	/**
	 * A spelling may move from one skill to another, so that all are taken back first.
	 */
	private void keep(List<Line> lines, Map<String, Skill> known, Function<String, @Nullable Skill> byName) {
		known.values().forEach(Skill::forgetSpellingsAndImplications);
		this.skills.flush();
		lines.forEach((line) -> known
			.computeIfAbsent(Spelling.key(line.name()), (name) -> this.skills.save(new Skill(line.name(), line.kind())))
			.spell(line.spellings(), line.deciding()));
		lines.forEach((line) -> line.implied()
			.forEach((name, percent) -> named(byName, line.name()).imply(named(byName, name), percent)));
	}

	private static Skill named(Function<String, @Nullable Skill> byName, String name) {
		Skill skill = byName.apply(name);
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

		/**
		 * What is left of the line beside skills that an administrator has changed: none
		 * if one of them took its name.
		 */
		Optional<Line> without(Set<String> taken) {
			List<Spelling> free = this.spellings.stream()
				.filter((spelling) -> !taken.contains(spelling.key()))
				.toList();
			return taken.contains(this.spellings.get(0).key()) ? Optional.empty()
					: Optional.of(new Line(free, this.kind, this.implied, this.deciding));
		}

		boolean isKept(Function<String, @Nullable Skill> byName) {
			Skill skill = byName.apply(name());
			return skill != null && this.implied.keySet().stream().allMatch((name) -> byName.apply(name) != null)
					&& Set.copyOf(skill.spellings()).equals(Set.copyOf(this.spellings))
					&& skill.implied()
						.equals(this.implied.entrySet()
							.stream()
							.collect(Collectors.toMap((entry) -> named(byName, entry.getKey()).id(),
									Map.Entry::getValue, Math::max)));
		}

		private static List<String> list(String part) {
			return Arrays.stream(part.split(",")).map(String::strip).filter((text) -> !text.isEmpty()).toList();
		}

	}

}
