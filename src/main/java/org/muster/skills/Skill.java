package org.muster.skills;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import org.jspecify.annotations.Nullable;

/** An entry of the taxonomy: a name, its synonyms, and the skills that it implies. */
@Entity
public class Skill {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String name;

	@Enumerated(EnumType.STRING)
	private SkillKind kind;

	@ElementCollection
	@CollectionTable(name = "skill_synonym", joinColumns = @JoinColumn(name = "skill_id"))
	@Column(name = "synonym")
	private Set<String> synonyms = new HashSet<>();

	/** Strengths in per cent by the id of the implied skill. */
	@ElementCollection
	@CollectionTable(name = "skill_implication", joinColumns = @JoinColumn(name = "skill_id"))
	@MapKeyColumn(name = "implied_id")
	@Column(name = "strength")
	private Map<Long, Integer> implied = new HashMap<>();

	@SuppressWarnings("NullAway.Init")
	protected Skill() {
	}

	Skill(String name, SkillKind kind, Set<String> synonyms) {
		this.name = name;
		this.kind = kind;
		this.synonyms.addAll(synonyms);
	}

	void imply(Skill other, int percent) {
		if (other == this || percent < 1 || percent > 100) {
			throw new IllegalArgumentException("%s cannot imply %s at %d %%".formatted(this.name, other.name, percent));
		}
		this.implied.put(other.id(), percent);
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public String name() {
		return this.name;
	}

	public SkillKind kind() {
		return this.kind;
	}

	public Set<String> synonyms() {
		return Collections.unmodifiableSet(this.synonyms);
	}

	/** Strengths in per cent by the id of the implied skill. */
	public Map<Long, Integer> implied() {
		return Collections.unmodifiableMap(this.implied);
	}

}
