package org.muster.requests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The templates that every installation has, from {@code role-templates.yaml}. */
@Component
public class RoleTemplates {

	private final Taxonomy taxonomy;

	private final List<Map<String, Object>> entries = new ArrayList<>();

	RoleTemplates(Taxonomy taxonomy) {
		this.taxonomy = taxonomy;
		try (InputStream in = new ClassPathResource("role-templates.yaml").getInputStream()) {
			List<Map<String, Object>> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
			this.entries.addAll(read);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** In the order of the file. */
	public List<PositionTemplate> all() {
		return this.entries.stream().map(this::template).toList();
	}

	/** The one of a role in general. */
	public PositionTemplate of(JobRole role) {
		return this.entries.stream()
			.filter((entry) -> role.name().equals(entry.get("role")))
			.findFirst()
			.map(this::template)
			.orElseThrow(() -> new IllegalStateException("No template for " + role));
	}

	private PositionTemplate template(Map<String, Object> entry) {
		List<SkillRequirement> skills = new ArrayList<>(skills(entry, "required", Priority.REQUIRED));
		skills.addAll(skills(entry, "nice", Priority.NICE_TO_HAVE));
		Map<GoalKind, String> goals = new EnumMap<>(GoalKind.class);
		if (entry.get("goals") instanceof Map<?, ?> map) {
			map.forEach((kind, measure) -> goals.put(GoalKind.valueOf(kind.toString()), measure.toString()));
		}
		return new PositionTemplate(text(entry, "key"), text(entry, "name"), JobRole.valueOf(text(entry, "role")),
				Seniority.valueOf(text(entry, "seniority")), Integer.parseInt(text(entry, "years")),
				text(entry, "responsibilities"), skills, list(entry.get("questions")), goals);
	}

	/** Of the file, by whatever name the taxonomy has for them now. */
	private List<SkillRequirement> skills(Map<String, Object> entry, String key, Priority necessity) {
		return list(entry.get(key)).stream().map((part) -> {
			int space = part.lastIndexOf(' ');
			return this.taxonomy.find(part.substring(0, space))
				.map((skill) -> new SkillRequirement(skill.id(), Integer.valueOf(part.substring(space + 1)), necessity))
				.orElseThrow(() -> new IllegalStateException("role-templates.yaml names no skill: " + part));
		}).toList();
	}

	private static String text(Map<String, Object> entry, String key) {
		return Objects.requireNonNull(entry.get(key), key).toString();
	}

	private static List<String> list(@Nullable Object value) {
		return (value instanceof List<?> list) ? list.stream().map(Object::toString).toList() : List.of();
	}

}
