package org.muster.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.muster.requests.Priority;
import org.muster.requests.Schedule;
import org.muster.requests.SkillRequirement;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.WorkMode;

/**
 * One condition of a demand made easier, to see who else would fit. The request itself is
 * left as it is.
 *
 * @param subject the id of the skill or the code of the language, else empty
 * @param value what is asked instead
 */
public record Relaxation(Kind kind, String subject, String value) {

	/** Which condition. */
	public enum Kind {

		/** A required skill is nice to have. */
		SKILL,

		/** The cap is another. */
		CAP,

		/** The latest start is another, and the end as many days later. */
		START,

		/** A language at another level, or not at all. */
		LANGUAGE,

		/** Fewer hours in common. */
		OVERLAP,

		MODE,

		/** People of one more role. */
		ROLE

	}

	private static final String NONE = "none";

	/** The work may start no more days later than this, to see what it would bring. */
	private static final int MOST_DAYS = 366;

	static Relaxation of(Kind kind, Object value) {
		return new Relaxation(kind, "", String.valueOf(value));
	}

	static Relaxation skill(long id) {
		return new Relaxation(Kind.SKILL, String.valueOf(id), "nice");
	}

	static Relaxation language(String language, @Nullable LanguageLevel level) {
		return new Relaxation(Kind.LANGUAGE, language, (level != null) ? level.name() : NONE);
	}

	/** Reads what {@link #toString()} writes; nothing where it is anything else. */
	static Optional<Relaxation> read(String text) {
		String[] parts = text.split(":", 3);
		try {
			Relaxation read = new Relaxation(Kind.valueOf(parts[0]), parts[1], parts[2]);
			read.check();
			return Optional.of(read);
		}
		catch (IndexOutOfBoundsException | IllegalArgumentException | java.time.DateTimeException ex) {
			return Optional.empty();
		}
	}

	private void check() {
		String subject = switch (this.kind) {
			case SKILL -> "\\d{1,9}";
			case LANGUAGE -> "[a-z]{2,3}";
			default -> "";
		};
		if (!this.subject.matches(subject) || !this.value.matches("[\\w.-]{1,14}")) {
			throw new IllegalArgumentException("No such relaxation: " + this);
		}
		switch (this.kind) {
			case SKILL -> {
			}
			case CAP -> {
				if (cap().signum() <= 0 || cap().precision() > 9 || cap().scale() > 2 || cap().scale() < -6) {
					throw new IllegalArgumentException("No cap: " + this.value);
				}
			}
			case START -> {
				if (start().getYear() > 9999 || start().getYear() < 1900) {
					throw new IllegalArgumentException("No start: " + this.value);
				}
			}
			case LANGUAGE -> level();
			case OVERLAP -> hours();
			case MODE -> mode();
			case ROLE -> role();
		}
	}

	public BigDecimal cap() {
		return new BigDecimal(this.value);
	}

	public LocalDate start() {
		return LocalDate.parse(this.value);
	}

	/** The level asked instead, or {@code null} where the language is not asked. */
	public @Nullable LanguageLevel level() {
		return this.value.equals(NONE) ? null : LanguageLevel.valueOf(this.value);
	}

	public int hours() {
		return Integer.parseInt(this.value);
	}

	public WorkMode mode() {
		return WorkMode.valueOf(this.value);
	}

	public JobRole role() {
		return JobRole.valueOf(this.value);
	}

	/** The demand with this one condition easier; as it is where there is none such. */
	Demand ease(Demand demand) {
		return switch (this.kind) {
			case SKILL -> demand.withSkills(demand.skills().stream().map(this::nice).toList());
			case CAP -> (demand.cap() != null) ? demand.withCap(cap()) : demand;
			case START -> demand.withSchedule(later(demand.schedule()));
			case LANGUAGE -> demand.withLanguages(languages(demand.languages()));
			case OVERLAP -> demand.withOverlap(Math.max(0, Math.min(demand.overlapHours(), hours())));
			case MODE -> demand.withMode(mode());
			case ROLE -> {
				Set<JobRole> roles = EnumSet.copyOf(demand.roles());
				roles.add(role());
				yield demand.withRoles(roles);
			}
		};
	}

	private SkillRequirement nice(SkillRequirement one) {
		return String.valueOf(one.skillId()).equals(this.subject)
				? new SkillRequirement(one.skillId(), one.level(), Priority.NICE_TO_HAVE) : one;
	}

	private @Nullable Schedule later(@Nullable Schedule asked) {
		if (asked == null || !start().isAfter(asked.latestStart())
				|| start().isAfter(asked.latestStart().plusDays(MOST_DAYS))) {
			return asked;
		}
		LocalDate end = asked.end();
		return new Schedule(asked.earliestStart(), start(),
				(end != null) ? end.plusDays(ChronoUnit.DAYS.between(asked.latestStart(), start())) : null,
				asked.days(), asked.daysPerWeek());
	}

	private Map<String, LanguageLevel> languages(Map<String, LanguageLevel> asked) {
		Map<String, LanguageLevel> others = new TreeMap<>(asked);
		LanguageLevel level = level();
		others.computeIfPresent(this.subject, (language, before) -> level);
		return others;
	}

	static Demand ease(Demand demand, List<Relaxation> all) {
		Demand eased = demand;
		for (Relaxation one : all) {
			eased = one.ease(eased);
		}
		return eased;
	}

	/** The kind, the subject and the value, with colons between. */
	@Override
	public String toString() {
		return this.kind + ":" + this.subject + ":" + this.value;
	}

}
