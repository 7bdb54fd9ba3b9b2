package org.muster.profiles;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A project of the past as clients read it: not for whom it was.
 *
 * @param endsOn {@code null} while it goes on
 * @param skills ids
 */
record ClientProject(long id, String title, LocalDate startsOn, @Nullable LocalDate endsOn, String description,
		Set<Long> skills) {

	static ClientProject of(Project project) {
		return new ClientProject(project.id(), project.title(), project.startsOn(), project.endsOn(),
				project.description(), project.skills());
	}

}
