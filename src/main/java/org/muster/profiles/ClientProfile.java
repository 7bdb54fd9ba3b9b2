package org.muster.profiles;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.Candidate;
import org.muster.consultants.Person;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.WorkMode;

/**
 * What clients read of a person beside skills, projects and reviews.
 *
 * @param years of experience, or {@code null} if they are not stated
 * @param city where the person lives, or empty
 */
record ClientProfile(Person person, Set<JobRole> roles, @Nullable Integer years, String city, Set<WorkMode> workModes,
		Map<String, LanguageLevel> languages) {

	static ClientProfile of(Candidate candidate) {
		return new ClientProfile(candidate.person(), candidate.roles(), candidate.years(), candidate.city(),
				candidate.workModes(), candidate.languages());
	}

}
