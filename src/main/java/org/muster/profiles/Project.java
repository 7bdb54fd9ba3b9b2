package org.muster.profiles;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What a person has worked on before, and the skills used in it. */
@Entity
@Table(name = "consultant_project")
class Project {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long consultantId;

	private String title;

	/** For the consultancy's own eyes. */
	private @Nullable String customer;

	private LocalDate startsOn;

	private @Nullable LocalDate endsOn;

	private String description;

	@ElementCollection
	@CollectionTable(name = "project_skill", joinColumns = @JoinColumn(name = "project_id"))
	@Column(name = "skill_id")
	private Set<Long> skills = new HashSet<>();

	@SuppressWarnings("NullAway.Init")
	protected Project() {
	}

	@SuppressWarnings("NullAway.Init")
	Project(long consultantId) {
		this.consultantId = consultantId;
	}

	/**
	 * @param customer for whom, known to the consultancy's own people only
	 * @param endsOn {@code null} while it goes on
	 * @param skills ids
	 */
	Project change(String title, @Nullable String customer, LocalDate startsOn, @Nullable LocalDate endsOn,
			String description, Collection<Long> skills) {
		this.title = title;
		this.customer = customer;
		this.startsOn = startsOn;
		this.endsOn = endsOn;
		this.description = description;
		this.skills.clear();
		this.skills.addAll(skills);
		return this;
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public String title() {
		return this.title;
	}

	public @Nullable String customer() {
		return this.customer;
	}

	public LocalDate startsOn() {
		return this.startsOn;
	}

	public @Nullable LocalDate endsOn() {
		return this.endsOn;
	}

	public String description() {
		return this.description;
	}

	public Set<Long> skills() {
		return Collections.unmodifiableSet(this.skills);
	}

}
