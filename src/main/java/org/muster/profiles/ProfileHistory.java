package org.muster.profiles;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Inputs;

/**
 * Past projects and certifications that were read elsewhere and that somebody takes over
 * into a new profile, or not.
 */
public record ProfileHistory(@Nullable List<ProjectRow> projects, @Nullable List<CertificationRow> certifications) {

	/**
	 * @param taken whether it belongs into the profile
	 */
	public record ProjectRow(@Nullable Boolean taken, @Nullable ProjectForm form) {

		public ProjectRow {
			form = Objects.requireNonNullElseGet(form, ProjectForm::empty);
		}

	}

	/**
	 * @param taken whether it belongs into the profile
	 */
	public record CertificationRow(@Nullable Boolean taken, @Nullable CertificationForm form) {

		public CertificationRow {
			form = Objects.requireNonNullElseGet(form, CertificationForm::empty);
		}

	}

	public ProfileHistory {
		projects = Inputs.rows(projects, new ProjectRow(null, null));
		certifications = Inputs.rows(certifications, new CertificationRow(null, null));
	}

	/**
	 * @param each gets the path of a field and the form that stands in it
	 */
	void projectsTaken(BiConsumer<String, ProjectForm> each) {
		List<ProjectRow> rows = Objects.requireNonNull(this.projects);
		for (int at = 0; at < rows.size(); at++) {
			if (Boolean.TRUE.equals(rows.get(at).taken())) {
				each.accept("projects[" + at + "].form", Objects.requireNonNull(rows.get(at).form()));
			}
		}
	}

	/**
	 * @param each gets the path of a field and the form that stands in it
	 */
	void certificationsTaken(BiConsumer<String, CertificationForm> each) {
		List<CertificationRow> rows = Objects.requireNonNull(this.certifications);
		for (int at = 0; at < rows.size(); at++) {
			if (Boolean.TRUE.equals(rows.get(at).taken())) {
				each.accept("certifications[" + at + "].form", Objects.requireNonNull(rows.get(at).form()));
			}
		}
	}

}
