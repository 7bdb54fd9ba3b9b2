package org.muster.profiles;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.forms.DateText;
import org.muster.forms.Inputs;
import org.muster.skills.Skill;
import org.muster.skills.Taxonomy;

import org.springframework.validation.BindingResult;

/**
 * A past project as an account manager types it.
 *
 * @param skills names with commas between
 */
public record ProjectForm(@NotBlank @Size(max = 120) String title, @Nullable @Size(max = 120) String customer,
		@NotBlank @DateText String startsOn, @Nullable @DateText String endsOn,
		@NotBlank @Size(max = 4000) String description, @Nullable @Size(max = 1000) String skills) {

	static ProjectForm empty() {
		return new ProjectForm("", "", "", "", "", "");
	}

	static ProjectForm of(Project project, Taxonomy taxonomy) {
		LocalDate end = project.endsOn();
		return new ProjectForm(project.title(), project.customer(), project.startsOn().toString(),
				(end != null) ? end.toString() : "", project.description(),
				project.skills()
					.stream()
					.map((id) -> taxonomy.get(id).name())
					.sorted()
					.collect(Collectors.joining(", ")));
	}

	void check(BindingResult binding, Taxonomy taxonomy) {
		LocalDate start = Inputs.date(this.startsOn);
		LocalDate end = Inputs.date(this.endsOn);
		if (start != null && end != null && end.isBefore(start)) {
			binding.rejectValue("endsOn", "forms.dates.reversed");
		}
		List<String> unknown = names().stream().filter((name) -> taxonomy.find(name).isEmpty()).toList();
		if (!unknown.isEmpty()) {
			binding.rejectValue("skills", "profiles.project.skills.unknown",
					new Object[] { String.join(", ", unknown) }, null);
		}
	}

	private List<String> names() {
		return Arrays.stream(Inputs.text(this.skills).split("[,;\\n]"))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.toList();
	}

	void fill(Project project, Taxonomy taxonomy) {
		project.change(Inputs.text(this.title), Inputs.textOrNull(this.customer),
				Objects.requireNonNull(Inputs.date(this.startsOn)), Inputs.date(this.endsOn),
				Inputs.text(this.description),
				names().stream().map(taxonomy::find).flatMap(Optional::stream).map(Skill::id).toList());
	}

}
