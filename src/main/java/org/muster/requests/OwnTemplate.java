package org.muster.requests;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

/** A template that an account manager made, for everybody or for one organisation. */
@Entity
@Table(name = "position_template")
class OwnTemplate {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String reference;

	private @Nullable Long organisationId;

	private String name;

	@Enumerated(EnumType.STRING)
	private JobRole role;

	@Enumerated(EnumType.STRING)
	private Seniority seniority;

	private int years;

	private String responsibilities;

	private String questions;

	@ElementCollection
	@CollectionTable(name = "template_skill", joinColumns = @JoinColumn(name = "template_id"))
	private Set<SkillRequirement> skills = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "template_goal", joinColumns = @JoinColumn(name = "template_id"))
	@MapKeyColumn(name = "kind")
	@MapKeyEnumerated(EnumType.STRING)
	@Column(name = "measure")
	private Map<GoalKind, String> goals = new HashMap<>();

	private String changedByName;

	private Instant changedAt;

	private @Nullable Instant retiredAt;

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected OwnTemplate() {
	}

	/**
	 * @param organisationId whose it is alone, or {@code null} for everybody's
	 */
	OwnTemplate(String reference, @Nullable Long organisationId, PositionTemplate contents, CurrentUser by,
			Instant now) {
		this.reference = reference;
		edit(organisationId, contents, by, now);
	}

	final void edit(@Nullable Long organisationId, PositionTemplate contents, CurrentUser by, Instant now) {
		this.organisationId = organisationId;
		this.name = contents.name();
		this.role = contents.role();
		this.seniority = contents.seniority();
		this.years = contents.years();
		this.responsibilities = contents.responsibilities();
		this.questions = String.join("\n", contents.questions());
		this.skills.clear();
		this.skills.addAll(contents.skills());
		this.goals.clear();
		this.goals.putAll(contents.goals());
		this.changedByName = by.name();
		this.changedAt = now;
	}

	/** Is offered to nobody from now on; positions that were made from it stay. */
	void retire(CurrentUser by, Instant now) {
		this.retiredAt = now;
		this.changedByName = by.name();
		this.changedAt = now;
	}

	PositionTemplate contents() {
		List<SkillRequirement> asked = this.skills.stream()
			.sorted(Comparator.comparing(SkillRequirement::necessity)
				.thenComparing(Comparator.comparing(SkillRequirement::level).reversed())
				.thenComparing(SkillRequirement::skillId))
			.toList();
		Map<GoalKind, String> why = new EnumMap<>(GoalKind.class);
		why.putAll(this.goals);
		return new PositionTemplate(this.reference, this.name, this.role, this.seniority, this.years,
				this.responsibilities, asked, this.questions.lines().toList(), why);
	}

	long id() {
		return Objects.requireNonNull(this.id);
	}

	public String reference() {
		return this.reference;
	}

	public @Nullable Long organisationId() {
		return this.organisationId;
	}

	boolean isRetired() {
		return this.retiredAt != null;
	}

	public String name() {
		return this.name;
	}

	public String changedByName() {
		return this.changedByName;
	}

	public Instant changedAt() {
		return this.changedAt;
	}

	long version() {
		return this.version;
	}

}
