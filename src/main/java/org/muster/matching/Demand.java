package org.muster.matching;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.muster.requests.GoalKind;
import org.muster.requests.Position;
import org.muster.requests.Schedule;
import org.muster.requests.SkillRequirement;
import org.muster.requests.StaffingRequest;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/**
 * What one seat asks for, as the match needs it.
 *
 * @param roles any of which will do; the one that was asked for is {@code role}
 * @param years years of experience
 * @param timeZone whose working hours count, or {@code null} for no matter
 * @param overlapHours hours a day in common
 * @param cap the most that a day may cost, or {@code null} for no cap
 * @param currency of the cap
 * @param schedule when, or {@code null} while that is open
 * @param client the id of the organisation that asks, whose prices count; 0 for none
 */
public record Demand(JobRole role, Set<JobRole> roles, Seniority seniority, int years, List<SkillRequirement> skills,
		Map<String, LanguageLevel> languages, @Nullable String timeZone, int overlapHours, WorkMode workMode,
		@Nullable BigDecimal cap, String currency, @Nullable Schedule schedule, Set<GoalKind> goals, long client) {

	/** The roles whose work is done on the server's side, for the breadth rule. */
	private static final Set<JobRole> SERVER_SIDE = EnumSet.of(JobRole.BACK_END, JobRole.FULL_STACK);

	public Demand {
		languages = new TreeMap<>(languages);
	}

	public static Demand of(StaffingRequest request, Position position) {
		return of(request, position.details(), request.schedule().orElse(null), request.rateCap());
	}

	/** As it is typed. */
	static Demand of(StaffingRequest request, Position.Details details, @Nullable Schedule schedule,
			@Nullable BigDecimal cap) {
		return new Demand(details.role(), Set.of(details.role()), details.seniority(), details.years(),
				List.copyOf(details.skills()), details.languages(), details.timeZone(), details.overlapHours(),
				details.workMode(), cap, request.currency(), schedule, request.goals().keySet(),
				request.organisationId());
	}

	boolean isServerSide() {
		return SERVER_SIDE.contains(this.role);
	}

	List<SkillRequirement> required() {
		return this.skills.stream().filter(SkillRequirement::isRequired).toList();
	}

	List<SkillRequirement> nice() {
		return this.skills.stream().filter((skill) -> !skill.isRequired()).toList();
	}

	/** The hours in common that are asked for; 0 where no zone is named. */
	int hours() {
		return (this.timeZone != null) ? this.overlapHours : 0;
	}

	Demand withCap(@Nullable BigDecimal other) {
		return new Demand(this.role, this.roles, this.seniority, this.years, this.skills, this.languages, this.timeZone,
				this.overlapHours, this.workMode, other, this.currency, this.schedule, this.goals, this.client);
	}

	Demand withRoles(Set<JobRole> others) {
		return new Demand(this.role, others, this.seniority, this.years, this.skills, this.languages, this.timeZone,
				this.overlapHours, this.workMode, this.cap, this.currency, this.schedule, this.goals, this.client);
	}

	Demand withSkills(Collection<SkillRequirement> others) {
		return new Demand(this.role, this.roles, this.seniority, this.years, List.copyOf(others), this.languages,
				this.timeZone, this.overlapHours, this.workMode, this.cap, this.currency, this.schedule, this.goals,
				this.client);
	}

	Demand withLanguages(Map<String, LanguageLevel> others) {
		return new Demand(this.role, this.roles, this.seniority, this.years, this.skills, others, this.timeZone,
				this.overlapHours, this.workMode, this.cap, this.currency, this.schedule, this.goals, this.client);
	}

	Demand withOverlap(int hours) {
		return new Demand(this.role, this.roles, this.seniority, this.years, this.skills, this.languages, this.timeZone,
				hours, this.workMode, this.cap, this.currency, this.schedule, this.goals, this.client);
	}

	Demand withMode(WorkMode other) {
		return new Demand(this.role, this.roles, this.seniority, this.years, this.skills, this.languages, this.timeZone,
				this.overlapHours, other, this.cap, this.currency, this.schedule, this.goals, this.client);
	}

	Demand withSchedule(@Nullable Schedule other) {
		return new Demand(this.role, this.roles, this.seniority, this.years, this.skills, this.languages, this.timeZone,
				this.overlapHours, this.workMode, this.cap, this.currency, other, this.goals, this.client);
	}

}
