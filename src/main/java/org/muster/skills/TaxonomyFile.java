package org.muster.skills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty taxonomy from {@code skills.txt}. */
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
		if (this.skills.count() == 0) {
			List<Line> lines = read();
			Map<String, Skill> saved = new HashMap<>();
			lines.forEach((line) -> saved.put(line.name(),
					this.skills.save(new Skill(line.name(), line.kind(), line.synonyms()))));
			lines.forEach((line) -> line.implied()
				.forEach((name, percent) -> named(saved, line.name()).imply(named(saved, name), percent)));
		}
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

	record Line(String name, SkillKind kind, Set<String> synonyms, Map<String, Integer> implied) {

		static Line parse(String line) {
			String[] parts = line.split("\\|", -1);
			return new Line(parts[0].strip(), SkillKind.valueOf(parts[1].strip()),
					list(parts[2]).stream().collect(Collectors.toUnmodifiableSet()),
					list(parts[3]).stream()
						.collect(Collectors.toUnmodifiableMap((text) -> text.substring(0, text.lastIndexOf(' ')),
								(text) -> Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1)))));
		}

		private static List<String> list(String part) {
			return Arrays.stream(part.split(",")).map(String::strip).filter((text) -> !text.isEmpty()).toList();
		}

	}

}
