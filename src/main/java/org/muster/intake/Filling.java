package org.muster.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.calendar.DayCount;
import org.muster.numbers.NumberKind;
import org.muster.forms.Inputs;
import org.muster.intake.IntakeForm.Row;
import org.muster.requests.Goal;
import org.muster.requests.GoalKind;
import org.muster.requests.Priority;
import org.muster.requests.Position;
import org.muster.requests.PositionTemplate;
import org.muster.requests.RoleTemplates;
import org.muster.requests.ScheduleDraft;
import org.muster.requests.SkillRequirement;
import org.muster.requests.StaffingRequest;
import org.muster.skills.Skill;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/** Writes what was accepted into a draft. */
final class Filling {

	private static final DayCount FULL_WEEK = new DayCount(10);

	private final IntakeForm form;

	private final Taxonomy taxonomy;

	private final RoleTemplates templates;

	/**
	 * @param form that has been found valid
	 */
	Filling(IntakeForm form, Taxonomy taxonomy, RoleTemplates templates) {
		this.form = form;
		this.taxonomy = taxonomy;
		this.templates = templates;
	}

	Map<GoalKind, Goal> goals() {
		Map<GoalKind, Goal> goals = new EnumMap<>(GoalKind.class);
		this.form.taken(BriefField.GOAL)
			.forEach((row) -> goals.put(GoalKind.valueOf(row.typed()), Goal.of(Inputs.text(row.note()))));
		return goals;
	}

	void fill(StaffingRequest request, CurrentUser by, Instant now) {
		this.form.seats().forEach((seat) -> request.addPosition(position(seat), by, now));
		request.schedule(schedule(), by, now);
		request.budget(this.form.amount(BriefField.RATE_CAP, NumberKind.DAY_RATE, request.currency()),
				this.form.amount(BriefField.BUDGET, NumberKind.AMOUNT, request.currency()), by, now);
	}

	private Position.Details position(int seat) {
		JobRole role = JobRole.valueOf(one(BriefField.ROLE, seat));
		PositionTemplate usual = this.templates.of(role);
		Map<Long, SkillRequirement> skills = new LinkedHashMap<>();
		this.form.taken(BriefField.SKILL)
			.filter((row) -> row.isOf(seat))
			.forEach((row) -> this.taxonomy.find(row.typed())
				.map(Skill::id)
				.ifPresent((id) -> skills.put(id, new SkillRequirement(id, NumberKind.LEVEL.whole(row.level(), 3),
						Objects.requireNonNullElse(row.necessity(), Priority.REQUIRED)))));
		Map<String, LanguageLevel> languages = new HashMap<>();
		this.form.taken(BriefField.LANGUAGE)
			.forEach((row) -> languages.put(row.typed(), LanguageLevel.valueOf(Inputs.text(row.level()))));
		Row zone = this.form.taken(BriefField.TIME_ZONE).findFirst().orElse(null);
		String seniority = one(BriefField.SENIORITY, seat);
		String mode = one(BriefField.WORK_MODE, 0);
		return new Position.Details(role, seniority.isEmpty() ? usual.seniority() : Seniority.valueOf(seniority),
				NumberKind.YEARS_ASKED.whole(one(BriefField.YEARS, seat), 0),
				NumberKind.HEAD_COUNT.whole(one(BriefField.HEAD_COUNT, seat), 1), responsibilities(seat, usual),
				skills.values(), languages, (zone != null) ? zone.typed() : null,
				(zone != null) ? NumberKind.OVERLAP_HOURS.whole(zone.note(), 0) : 0,
				mode.isEmpty() ? usual.details().workMode() : WorkMode.valueOf(mode),
				Inputs.textOrNull(one(BriefField.COUNTRY, 0)), usual.details().questions());
	}

	private String responsibilities(int seat, PositionTemplate usual) {
		String typed = one(BriefField.RESPONSIBILITIES, seat);
		return typed.isEmpty() ? usual.name() : typed;
	}

	/** Empty for none. */
	private String one(BriefField field, int seat) {
		return this.form.taken(field)
			.filter((row) -> row.isOf(seat) || field == BriefField.ROLE && seat == 1 && row.isOf(0))
			.map(Row::typed)
			.findFirst()
			.orElse("");
	}

	/** Whatever of it was accepted; the rest is asked for later. */
	private ScheduleDraft schedule() {
		LocalDate start = this.form.date(BriefField.START);
		LocalDate latest = this.form.date(BriefField.LATEST_START);
		BigDecimal days = this.form.number(BriefField.DAYS, NumberKind.REQUEST_DAYS);
		BigDecimal perWeek = this.form.number(BriefField.DAYS_PER_WEEK, NumberKind.DAYS_PER_WEEK);
		return new ScheduleDraft(start, (latest != null) ? latest : start, this.form.date(BriefField.END),
				(days != null) ? DayCount.of(days) : null, (perWeek != null) ? DayCount.of(perWeek) : FULL_WEEK);
	}

}
