package org.muster.requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.muster.consultants.JobRole;
import org.muster.consultants.LanguageLevel;
import org.muster.consultants.Seniority;
import org.muster.consultants.WorkMode;
import org.muster.skills.Taxonomy;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What a position of a role starts with, from {@code role-templates.txt}. */
@Component
public class RoleTemplates {

	private final Taxonomy taxonomy;

	private final Map<JobRole, String[]> lines = new EnumMap<>(JobRole.class);

	RoleTemplates(Taxonomy taxonomy) {
		this.taxonomy = taxonomy;
		try {
			new ClassPathResource("role-templates.txt").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.split("\\s*\\|\\s*"))
				.forEach((parts) -> this.lines.put(JobRole.valueOf(parts[0]), parts));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One seat of the role, remote, with English at B2. */
	public Position.Details of(JobRole role) {
		String[] parts = Objects.requireNonNull(this.lines.get(role), () -> "No template for " + role);
		List<SkillRequirement> skills = new ArrayList<>(skills(parts[3], Necessity.REQUIRED));
		skills.addAll(skills(parts[4], Necessity.NICE_TO_HAVE));
		return new Position.Details(role, Seniority.valueOf(parts[1]), Integer.parseInt(parts[2]), 1, parts[5], skills,
				Map.of("en", LanguageLevel.B2), null, 0, WorkMode.REMOTE);
	}

	private List<SkillRequirement> skills(String text, Necessity necessity) {
		List<SkillRequirement> skills = new ArrayList<>();
		for (String part : text.split(",\\s*")) {
			int space = part.lastIndexOf(' ');
			String name = part.substring(0, space);
			skills.add(new SkillRequirement(this.taxonomy.find(name)
				.orElseThrow(() -> new IllegalStateException("role-templates.txt names no skill: " + name))
				.id(), Integer.valueOf(part.substring(space + 1)), necessity));
		}
		return skills;
	}

}
