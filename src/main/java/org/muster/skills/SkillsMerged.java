package org.muster.skills;

/**
 * Two skills are one from now on. Whoever refers to the one that goes follows within the
 * same transaction, before it is deleted.
 *
 * @param from the id of the skill that goes
 * @param into the id of the skill that stays
 */
public record SkillsMerged(long from, long into) {
}
