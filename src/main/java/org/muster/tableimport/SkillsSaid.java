package org.muster.tableimport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.SkillHeld;
import org.muster.skills.Skill;

/** What a row says of the skills of a person, also where it contradicts itself. */
final class SkillsSaid {

	private static final int MOST = 60;

	private final Map<Long, SkillHeld> held = new LinkedHashMap<>();

	/** The skills that the text says the person does not have. */
	private final Map<Long, Skill> denied = new LinkedHashMap<>();

	/** What is said of a skill that contradicts something else said of it. */
	private final Map<Long, Contradiction> contradictions = new LinkedHashMap<>();

	/** The one that was read last. */
	private @Nullable Skill last;

	boolean isFull() {
		return this.held.size() >= MOST;
	}

	/** Nothing that follows says more of the skill that was read last. */
	void next() {
		this.last = null;
	}

	void add(Skill skill, SkillHeld said) {
		SkillHeld before = this.held.get(skill.id());
		if (before != null && !(isSame(before.level(), said.level()) && isSame(before.years(), said.years())
				&& isSame(before.lastUsed(), said.lastUsed()))) {
			contradict(skill, new Contradiction(skill.name(), !isSame(before.level(), said.level()),
					!isSame(before.years(), said.years()), !isSame(before.lastUsed(), said.lastUsed())));
		}
		this.last = skill;
		this.held.merge(skill.id(), said, SkillHeld::orElse);
	}

	void deny(Skill skill) {
		this.denied.put(skill.id(), skill);
	}

	/**
	 * Whether another level is one more of the skill before it: {@code Java: expert,
	 * beginner} has two, and nobody knows which is meant.
	 */
	boolean contradictsLevel(String word) {
		Skill before = this.last;
		SkillHeld said = (before != null) ? this.held.get(before.id()) : null;
		if (before == null || said == null || said.level() == null) {
			return false;
		}
		contradict(before, new Contradiction(before.name() + ": " + said.level() + ", " + word, true, false, false));
		return true;
	}

	private void contradict(Skill skill, Contradiction found) {
		this.contradictions.merge(skill.id(), found, (one, other) -> new Contradiction(one.typed(),
				one.level() || other.level(), one.years() || other.years(), one.used() || other.used()));
	}

	private static boolean isSame(@Nullable Integer one, @Nullable Integer other) {
		return one == null || other == null || one.equals(other);
	}

	/**
	 * Those that are known for sure.
	 * @param wrong takes why others are left out, and what is said of them
	 */
	Map<Long, SkillHeld> known(BiConsumer<String, String> wrong) {
		this.denied.forEach((id, skill) -> {
			if (this.held.remove(id) != null) {
				wrong.accept("skill.denied", skill.name());
			}
		});
		this.contradictions.forEach((id, found) -> {
			if (this.held.computeIfPresent(id, (same, said) -> found.without(said)) != null) {
				wrong.accept("skill.contradiction", found.typed());
			}
		});
		return this.held;
	}

}
