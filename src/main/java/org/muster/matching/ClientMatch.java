package org.muster.matching;

import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.Person;
import org.muster.pricing.Price;

/**
 * A match as clients are shown it. What only the consultancy sees of the same is a
 * {@link StaffMatch}.
 */
public record ClientMatch(Person person, List<PartScore> parts, List<SkillMatch> skills, @Nullable Price price,
		Set<Limit> limits) implements Assessment {

	public ClientMatch {
		limits = Collections.unmodifiableSet(limits);
	}

}
