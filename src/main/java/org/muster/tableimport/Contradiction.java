package org.muster.tableimport;

import org.muster.consultants.SkillHeld;

/**
 * Two things that a table says of one skill and that cannot both be so.
 *
 * @param typed what stands there
 * @param level whether the levels differ
 * @param years whether the years differ
 * @param used whether the years of last use differ
 */
record Contradiction(String typed, boolean level, boolean years, boolean used) {

	/** What is left of it. */
	SkillHeld without(SkillHeld held) {
		return new SkillHeld(held.skillId(), this.level ? null : held.level(), this.years ? null : held.years(),
				this.used ? null : held.lastUsed());
	}

}
