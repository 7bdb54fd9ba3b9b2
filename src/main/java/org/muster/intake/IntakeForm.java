package org.muster.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.PublicHolidays;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberReading;
import org.muster.numbers.ReadNumbers;
import org.muster.forms.Inputs;
import org.muster.requests.GoalKind;
import org.muster.requests.Priority;
import org.muster.requests.StaffingRequest;
import org.muster.skills.Skill;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Languages;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.validation.BindingResult;

/**
 * What was read out of a text, as somebody accepts, changes or drops it.
 *
 * @param rows the findings in their order, then the questions
 */
record IntakeForm(@Nullable String text, @Nullable String title, @Nullable List<Row> rows,
		@Nullable String creationKey) {

	/**
	 * One value.
	 *
	 * @param seat the position, from 1, or 0 for all
	 * @param take whether it is accepted
	 * @param level of a skill or a language
	 * @param note the measure of a goal, the hours in common of a time zone
	 */
	record Row(@Nullable BriefField field, @Nullable Integer seat, @Nullable Boolean take, @Nullable String value,
			@Nullable String level, @Nullable Priority necessity, @Nullable String note) {

		/** A gap in what was sent. */
		private static final Row NOTHING = new Row(null, null, null, null, null, null, null);

		static Row of(Finding finding) {
			return new Row(finding.field(), finding.seat(), finding.confidence().isAccepted(), finding.typed(),
					finding.level(), finding.necessity(), finding.note());
		}

		static Row question(BriefField field) {
			String level = (field == BriefField.LANGUAGE) ? LanguageLevel.B2.name() : null;
			return new Row(field, 0, true, "", level, null, "");
		}

		boolean is(BriefField other) {
			return this.field == other && Boolean.TRUE.equals(this.take) && !Inputs.isEmpty(this.value);
		}

		boolean isOf(int number) {
			return Objects.requireNonNullElse(this.seat, 0) == number;
		}

		String typed() {
			return Inputs.text(this.value);
		}

	}

	static IntakeForm of(String text, ParsedBrief brief, String creationKey) {
		List<Row> rows = new ArrayList<>(brief.findings().stream().map(Row::of).toList());
		brief.open().forEach((field) -> rows.add(Row.question(field)));
		return new IntakeForm(text, brief.title(), rows, creationKey);
	}

	List<Row> all() {
		return Inputs.rows(this.rows, Row.NOTHING);
	}

	/** The rows of a field that are accepted. */
	Stream<Row> taken(BriefField field) {
		return all().stream().filter((row) -> row.is(field));
	}

	/** The positions that are accepted, by number. */
	List<Integer> seats() {
		return taken(BriefField.ROLE).map((row) -> Math.max(1, Objects.requireNonNullElse(row.seat(), 1)))
			.distinct()
			.toList();
	}

	/**
	 * @param currency of the organisation
	 * @param worked whether anybody works for it between two dates
	 */
	void check(BindingResult binding, Taxonomy taxonomy, LocalDate today, String currency,
			BiPredicate<LocalDate, LocalDate> worked) {
		if (Inputs.isEmpty(this.title)) {
			binding.rejectValue("title", "intake.title.empty");
		}
		else if (Inputs.text(this.title).length() > 120) {
			binding.rejectValue("title", "intake.title.long");
		}
		if (seats().size() > StaffingRequest.MOST_POSITIONS) {
			binding.reject("requests.positions.full");
		}
		Set<String> seen = new HashSet<>();
		for (int index = 0; index < all().size(); index++) {
			Row row = all().get(index);
			BriefField field = row.field();
			if (field != null && row.is(field)) {
				NumberKind number = field.number();
				if (number != null) {
					ReadNumbers.note("intake.field." + field, number.range(), row.typed(),
							field.isAmount() ? currency : null);
				}
				String problem = problem(row, field, taxonomy, seen, currency);
				if (problem != null && isForeign(row, field, currency)) {
					binding.rejectValue("rows[" + index + "].value", "forms.currency.other", new Object[] { currency },
							null);
				}
				else if (problem != null) {
					binding.rejectValue("rows[" + index + "].value", problem, bounds(field, currency), null);
				}
			}
		}
		if (taken(BriefField.END).findAny().isPresent() && taken(BriefField.DAYS).findAny().isPresent()) {
			binding.reject("intake.end.both");
		}
		checkSeats(binding);
		checkTwice(binding);
		if (!binding.hasErrors()) {
			checkDates(binding, today, worked);
		}
	}

	/** Of the number that a field has, as its message names them. */
	private static Object[] bounds(BriefField field, String currency) {
		NumberKind number = (field == BriefField.TIME_ZONE) ? NumberKind.OVERLAP_HOURS : field.number();
		if (number == null) {
			return new Object[0];
		}
		return field.isAmount() ? number.bounds(currency) : number.bounds();
	}

	/** What is ticked of a position goes with it, so it needs its role. */
	private void checkSeats(BindingResult binding) {
		List<Integer> seats = seats();
		for (int seat : seats) {
			if (taken(BriefField.SKILL).filter((row) -> row.isOf(seat)).count() > StaffingRequest.MOST_SKILLS) {
				binding.reject("forms.skill.many");
			}
		}
		reject(binding, (row) -> row.field() != null && row.field().isOfSeat() && row.field() != BriefField.ROLE
				&& seats.stream().noneMatch(row::isOf), "intake.role.open");
	}

	/** Of most fields a request, or a position, has one. */
	private void checkTwice(BindingResult binding) {
		Set<String> seen = new HashSet<>();
		reject(binding, (row) -> row.field() != null && row.field().isSingle()
				&& !seen.add(row.field() + " " + (row.field().isOfSeat() ? row.seat() : "")), "intake.twice");
	}

	private void reject(BindingResult binding, Predicate<Row> wrong, String problem) {
		List<Row> all = all();
		for (int index = 0; index < all.size(); index++) {
			Row row = all.get(index);
			if (row != null && row.field() != null && row.is(row.field()) && wrong.test(row)) {
				binding.rejectValue("rows[" + index + "].value", problem);
			}
		}
	}

	private void checkDates(BindingResult binding, LocalDate today, BiPredicate<LocalDate, LocalDate> worked) {
		LocalDate start = date(BriefField.START);
		LocalDate latest = date(BriefField.LATEST_START);
		LocalDate end = date(BriefField.END);
		if (start != null && latest != null && latest.isBefore(start)) {
			binding.reject("intake.latest.reversed");
		}
		LocalDate last = (latest != null) ? latest : start;
		if (last != null && last.isBefore(today)) {
			binding.reject("requests.schedule.latestStart.past");
		}
		if (end != null && last != null && end.isBefore(last)) {
			binding.reject("intake.end.early");
		}
		else if (end != null && start != null && !worked.test(start, end)) {
			reject(binding, (row) -> row.field() == BriefField.END, "requests.schedule.end.none");
		}
	}

	@Nullable LocalDate date(BriefField field) {
		return taken(field).findFirst().map((row) -> Inputs.date(row.value())).orElse(null);
	}

	@Nullable BigDecimal number(BriefField field, NumberKind kind) {
		return taken(field).findFirst().map((row) -> kind.read(row.value())).orElse(null);
	}

	@Nullable BigDecimal amount(BriefField field, NumberKind kind, String currency) {
		return taken(field).findFirst().map((row) -> kind.read(row.value(), currency)).orElse(null);
	}

	private static boolean isForeign(Row row, BriefField field, String currency) {
		NumberKind kind = field.number();
		NumberReading reading = (kind != null && field.isAmount()) ? kind.range().understood(row.typed(), currency)
				: null;
		return reading != null && !reading.isIn(currency);
	}

	private static @Nullable String problem(Row row, BriefField field, Taxonomy taxonomy, Set<String> seen,
			String currency) {
		String typed = row.typed();
		return switch (field) {
			case GOAL -> isOne(GoalKind.values(), typed) ? (Inputs.isEmpty(row.note()) ? "requests.goals.measure.empty"
					: (Inputs.text(row.note()).length() > 500) ? "intake.measure.long"
							: seen.add("goal " + typed) ? null : "intake.goal.twice")
					: "intake.choose";
			case ROLE -> isOne(JobRole.values(), typed) ? null : "intake.choose";
			case SENIORITY -> isOne(Seniority.values(), typed) ? null : "intake.choose";
			case WORK_MODE -> isOne(WorkMode.values(), typed) ? null : "intake.choose";
			case YEARS -> isNumber(typed, NumberKind.YEARS_ASKED) ? null : "intake.years";
			case HEAD_COUNT -> isNumber(typed, NumberKind.HEAD_COUNT) ? null : "intake.head-count";
			case RESPONSIBILITIES -> (typed.length() > 4000) ? "intake.responsibilities.long" : null;
			case SKILL -> skill(row, typed, taxonomy, seen);
			case LANGUAGE ->
				(Languages.OFFERED.contains(typed) && isOne(LanguageLevel.values(), Inputs.text(row.level()))) ? null
						: "intake.choose";
			case COUNTRY -> PublicHolidays.countries().contains(typed) ? null : "requests.position.country.unknown";
			case TIME_ZONE ->
				isZone(typed) ? ((Inputs.isEmpty(row.note()) || isNumber(row.note(), NumberKind.OVERLAP_HOURS)) ? null
						: "intake.hours") : "requests.position.timeZone.unknown";
			case START, LATEST_START, END -> (Inputs.date(typed) != null) ? null : "forms.date";
			case DAYS -> isNumber(typed, NumberKind.REQUEST_DAYS) ? null : "intake.days";
			case DAYS_PER_WEEK -> isNumber(typed, NumberKind.DAYS_PER_WEEK) ? null : "intake.days-per-week";
			case RATE_CAP -> (NumberKind.DAY_RATE.read(typed, currency) != null) ? null : "intake.rate";
			case BUDGET -> (NumberKind.AMOUNT.read(typed, currency) != null) ? null : "intake.amount";
		};
	}

	private static @Nullable String skill(Row row, String typed, Taxonomy taxonomy, Set<String> seen) {
		Skill skill = taxonomy.find(typed).orElse(null);
		if (skill == null) {
			return "forms.skill.unknown";
		}
		if (!isNumber(row.level(), NumberKind.LEVEL)) {
			return "intake.choose";
		}
		return seen.add(row.seat() + " skill " + skill.id()) ? null : "forms.skill.twice";
	}

	private static boolean isZone(String typed) {
		try {
			return ZoneId.of(typed).getId().length() <= 40;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static boolean isOne(Enum<?>[] values, String typed) {
		return Arrays.stream(values).anyMatch((value) -> value.name().equals(typed));
	}

	private static boolean isNumber(@Nullable String typed, NumberKind kind) {
		return kind.read(typed) != null;
	}

}
