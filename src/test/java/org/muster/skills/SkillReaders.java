package org.muster.skills;

import java.util.List;

/** Readers without a database. */
public final class SkillReaders {

	private SkillReaders() {
	}

	/** Of the skills that every installation begins with. */
	public static SkillReader ofTheFile() {
		List<Skill> skills = TaxonomyFile.read().stream().map(TaxonomyFile.Line::skill).toList();
		return new SkillReader(() -> skills);
	}

}
