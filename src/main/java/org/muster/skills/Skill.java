package org.muster.skills;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import jakarta.persistence.Version;
import org.hibernate.Hibernate;
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

	/** The spellings that are not certain, with their marks, separated by commas. */
	private String marked = "";

	/** The words that decide for such a spelling, separated by commas. */
	private String deciding = "";

	/** Whether an administrator has changed it, so that it no longer follows the file. */
	private boolean edited;

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected Skill() {
	}

	Skill(String name, SkillKind kind) {
		this.name = name;
		this.kind = kind;
	}

	/**
	 * Says how the skill is written.
	 * @param spellings the name's first, then those of the synonyms
	 * @param deciding words that speak for the skill where its spelling does not
	 */
	void spell(List<Spelling> spellings, Collection<String> deciding) {
		this.synonyms.clear();
		spellings.stream().skip(1).map(Spelling::text).forEach(this.synonyms::add);
		this.marked = spellings.stream()
			.filter((spelling) -> spelling.certainty() != Spelling.Certainty.CERTAIN)
			.map(Spelling::marked)
			.collect(Collectors.joining(","));
		this.deciding = String.join(",", deciding);
	}

	/**
	 * Changes everything about the skill at once.
	 * @param spellings the name's first
	 * @param implied strengths in per cent by the id of the implied skill
	 */
	void edit(SkillKind kind, List<Spelling> spellings, Collection<String> deciding, Map<Long, Integer> implied) {
		this.name = spellings.get(0).text();
		this.kind = kind;
		spell(spellings, deciding);
		this.implied.clear();
		this.implied.putAll(implied);
		this.edited = true;
	}

	/** Takes every spelling of a skill that is to be no skill of its own any more. */
	void absorb(List<Spelling> others, Collection<String> othersDeciding) {
		List<Spelling> all = Stream.concat(spellings().stream(), others.stream()).toList();
		spell(all, Stream.concat(list(this.deciding), othersDeciding.stream()).distinct().toList());
		this.edited = true;
	}

	/** Implies from now on the one where it implied the other. */
	void implyInstead(Skill other, Skill one) {
		Integer strength = this.implied.remove(other.id());
		if (strength != null && one != this) {
			this.implied.merge(one.id(), strength, Math::max);
		}
	}

	void forgetSpellingsAndImplications() {
		this.synonyms.clear();
		this.implied.clear();
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

	boolean isEdited() {
		return this.edited;
	}

	long version() {
		return this.version;
	}

	public SkillKind kind() {
		return this.kind;
	}

	/** All of it is read, so that it can be shown when the transaction is over. */
	Skill whole() {
		Hibernate.initialize(this.synonyms);
		Hibernate.initialize(this.implied);
		return this;
	}

	public Set<String> synonyms() {
		return Collections.unmodifiableSet(this.synonyms);
	}

	/** Every way to write the skill. */
	List<Spelling> spellings() {
		Map<String, Spelling> uncertain = list(this.marked).map(Spelling::parse)
			.collect(Collectors.toMap(Spelling::text, (spelling) -> spelling));
		return Stream.concat(Stream.of(this.name), this.synonyms.stream())
			.map((text) -> uncertain.getOrDefault(text, new Spelling(text, Spelling.Certainty.CERTAIN)))
			.toList();
	}

	Set<String> deciding() {
		return list(this.deciding.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	private static Stream<String> list(String text) {
		return Arrays.stream(text.split(",")).map(String::strip).filter((part) -> !part.isEmpty());
	}

	/** Strengths in per cent by the id of the implied skill. */
	public Map<Long, Integer> implied() {
		return Collections.unmodifiableMap(this.implied);
	}

}
