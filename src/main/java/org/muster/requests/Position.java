package org.muster.requests;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
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
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/** One seat of a request, or several alike. */
@Entity
@Table(name = "request_position")
public class Position {

	public static final int MOST_HEADS = 100;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	private StaffingRequest request;

	private int number;

	@Enumerated(EnumType.STRING)
	private JobRole role;

	@Enumerated(EnumType.STRING)
	private Seniority seniority;

	private int years;

	private int headCount;

	private String responsibilities;

	private @Nullable String timeZone;

	private int overlapHours;

	@Enumerated(EnumType.STRING)
	private WorkMode workMode;

	private @Nullable String country;

	private @Nullable String questions;

	@ElementCollection
	@CollectionTable(name = "position_skill", joinColumns = @JoinColumn(name = "position_id"))
	private Set<SkillRequirement> skills = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "position_language", joinColumns = @JoinColumn(name = "position_id"))
	@MapKeyColumn(name = "language")
	@Column(name = "level")
	@Enumerated(EnumType.STRING)
	private Map<String, LanguageLevel> languages = new HashMap<>();

	@SuppressWarnings("NullAway.Init")
	protected Position() {
	}

	Position(StaffingRequest request, int number, Details details) {
		this.request = request;
		this.number = number;
		change(details);
	}

	/**
	 * Everything about a position that is typed in one form.
	 *
	 * @param years years of experience asked for, at least
	 * @param headCount how many people, 1 to {@value Position#MOST_HEADS}
	 * @param timeZone whose working hours count, or {@code null} for no matter
	 * @param overlapHours hours a day of those in common, at least
	 * @param country where the work is done, ISO 3166 alpha-2, or {@code null} for no
	 * matter
	 * @param questions to ask in an interview, one a line, or {@code null} for none
	 */
	public record Details(JobRole role, Seniority seniority, int years, int headCount, String responsibilities,
			Collection<SkillRequirement> skills, Map<String, LanguageLevel> languages, @Nullable String timeZone,
			int overlapHours, WorkMode workMode, @Nullable String country, @Nullable String questions) {
	}

	final void change(Details details) {
		if (details.headCount() < 1 || details.headCount() > MOST_HEADS) {
			throw new IllegalArgumentException("A position has 1 to " + MOST_HEADS + " seats");
		}
		this.role = details.role();
		this.seniority = details.seniority();
		this.years = details.years();
		this.headCount = details.headCount();
		this.responsibilities = details.responsibilities();
		this.timeZone = details.timeZone();
		this.overlapHours = details.overlapHours();
		this.workMode = details.workMode();
		this.country = details.country();
		this.questions = details.questions();
		this.skills.clear();
		this.skills.addAll(details.skills());
		this.languages.clear();
		this.languages.putAll(details.languages());
	}

	void whole() {
		Hibernate.initialize(this.skills);
		Hibernate.initialize(this.languages);
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public int number() {
		return this.number;
	}

	public JobRole role() {
		return this.role;
	}

	public Seniority seniority() {
		return this.seniority;
	}

	public int years() {
		return this.years;
	}

	public int headCount() {
		return this.headCount;
	}

	public String responsibilities() {
		return this.responsibilities;
	}

	public @Nullable String timeZone() {
		return this.timeZone;
	}

	public int overlapHours() {
		return this.overlapHours;
	}

	public WorkMode workMode() {
		return this.workMode;
	}

	public @Nullable String country() {
		return this.country;
	}

	/** To ask in an interview. */
	public List<String> questions() {
		return (this.questions != null) ? this.questions.lines().toList() : List.of();
	}

	/** All that is typed of it, as for another request. */
	public Details details() {
		return new Details(this.role, this.seniority, this.years, this.headCount, this.responsibilities, skills(),
				Map.copyOf(this.languages), this.timeZone, this.overlapHours, this.workMode, this.country,
				this.questions);
	}

	/** What is asked for: the required first, the higher level first. */
	public List<SkillRequirement> skills() {
		return this.skills.stream()
			.sorted(Comparator.comparing(SkillRequirement::necessity)
				.thenComparing(Comparator.comparing(SkillRequirement::level).reversed())
				.thenComparing(SkillRequirement::skillId))
			.toList();
	}

	public Map<String, LanguageLevel> languages() {
		return Collections.unmodifiableMap(this.languages);
	}

}
