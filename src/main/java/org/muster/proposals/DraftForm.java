package org.muster.proposals;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayRule;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.calendar.WorkPattern;
import org.muster.forms.DateText;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;
import org.muster.forms.Inputs;

import org.springframework.validation.BindingResult;

/**
 * The draft of a proposal as an account manager types it.
 *
 * @param draft the id of the revision whose page it was typed on: the number of a
 * discarded draft is given again
 * @param version of that revision
 */
record DraftForm(@NotBlank String country, @Nullable String region, @NotNull @Nullable HolidayRule rule,
		@NotBlank @DateText String validUntil,
		@Nullable @NumberText(value = NumberKind.PERCENT, label = "proposals.discount") String discountPercent,
		@Nullable @NumberText(value = NumberKind.PERCENT, label = "proposals.scope") String scopePercent,
		@Nullable @NumberText(value = NumberKind.AMOUNT, label = "proposals.cap") String cap,
		List<@Valid RiseRow> rises, @Nullable @Size(max = 4000) String note, List<@Valid Line> lines,
		@Nullable Long draft, @Nullable Long version) {

	DraftForm {
		lines = Objects.requireNonNullElse(lines, List.<Line>of()).stream().filter(Objects::nonNull).toList();
		rises = Inputs.rows(rises, RiseRow.EMPTY);
	}

	/** The longest that a line may last, in years. */
	static final int MOST_YEARS = 5;

	/**
	 * Of one person.
	 *
	 * @param person the reference of the consultant: the number of a line that is removed
	 * may be given again
	 */
	record Line(@Nullable Long number, @Nullable String person, @NotBlank @DateText String start,
			@Nullable @DateText String end,
			@Nullable @NumberText(value = NumberKind.LINE_DAYS, label = "proposals.line.number") String days,
			@NotBlank @NumberText(value = NumberKind.DAY_RATE, label = "proposals.line.rate.in") String billRate,
			@Nullable @NumberText(value = NumberKind.PERCENT, label = "proposals.line.discount") String discountPercent,
			@Nullable String monday, @Nullable String tuesday, @Nullable String wednesday, @Nullable String thursday,
			@Nullable String friday, @Nullable String saturday, @Nullable String sunday, @Nullable Boolean endsHalf,
			@Nullable Boolean onCall, List<@Valid PhaseRow> phases, List<@Valid PauseRow> pauses) {

		Line {
			phases = Inputs.rows(phases, PhaseRow.EMPTY);
			pauses = Inputs.rows(pauses, PauseRow.EMPTY);
		}

		static Line of(ProposalLine line, String currency) {
			Map<DayOfWeek, Integer> halves = line.allocation().halves();
			return new Line((long) line.number(), line.consultantReference(), line.period().from().toString(),
					line.period().to().toString(), "", NumberKind.written(line.billRate(), currency),
					line.discountPercent().toPlainString(), text(halves, DayOfWeek.MONDAY),
					text(halves, DayOfWeek.TUESDAY), text(halves, DayOfWeek.WEDNESDAY),
					text(halves, DayOfWeek.THURSDAY), text(halves, DayOfWeek.FRIDAY), text(halves, DayOfWeek.SATURDAY),
					text(halves, DayOfWeek.SUNDAY), line.endsHalf(), line.isOnCall(),
					PhaseRow.of(line.pattern().later()), PauseRow.of(line.pattern().pauses()));
		}

		int requireNumber() {
			return Objects.requireNonNull(this.number).intValue();
		}

		/** Whether it was typed for this line. */
		boolean isFor(ProposalLine line) {
			return this.number != null && this.number == line.number()
					&& line.consultantReference().equals(this.person);
		}

		private static String text(Map<DayOfWeek, Integer> halves, DayOfWeek day) {
			return String.valueOf(halves.getOrDefault(day, 0));
		}

		Map<DayOfWeek, Integer> halves() {
			Map<DayOfWeek, Integer> halves = new EnumMap<>(DayOfWeek.class);
			put(halves, DayOfWeek.MONDAY, this.monday);
			put(halves, DayOfWeek.TUESDAY, this.tuesday);
			put(halves, DayOfWeek.WEDNESDAY, this.wednesday);
			put(halves, DayOfWeek.THURSDAY, this.thursday);
			put(halves, DayOfWeek.FRIDAY, this.friday);
			put(halves, DayOfWeek.SATURDAY, this.saturday);
			put(halves, DayOfWeek.SUNDAY, this.sunday);
			return halves;
		}

		private static void put(Map<DayOfWeek, Integer> halves, DayOfWeek day, @Nullable String text) {
			if ("1".equals(text) || "2".equals(text)) {
				halves.put(day, Integer.valueOf(text));
			}
		}

		/** Whether the weeks change on the way, or it pauses. */
		public boolean isUneven() {
			return this.phases.stream().anyMatch((row) -> !row.isEmpty())
					|| this.pauses.stream().anyMatch((row) -> !row.isEmpty());
		}

		void check(BindingResult binding, String path) {
			LocalDate from = Inputs.date(this.start);
			LocalDate to = Inputs.date(this.end);
			if (Inputs.isEmpty(this.end) && Inputs.isEmpty(this.days)) {
				binding.rejectValue(path + ".end", "proposals.days.neither");
			}
			else if (Inputs.isEmpty(this.days) && from != null && to != null && to.isBefore(from)) {
				binding.rejectValue(path + ".end", "forms.dates.reversed");
			}
			else if (Inputs.isEmpty(this.days) && from != null && to != null
					&& to.isAfter(from.plusYears(MOST_YEARS))) {
				binding.rejectValue(path + ".end", "proposals.line.long");
			}
			if (halves().isEmpty()) {
				binding.rejectValue(path + ".monday", "proposals.line.weekdays.none");
			}
			// Where a number of days decides the last day, what lies after it is left
			// out.
			LocalDate last = Inputs.isEmpty(this.days) ? to : null;
			checkPhases(binding, path, from, last);
			checkPauses(binding, path, from, last);
		}

		private void checkPhases(BindingResult binding, String path, @Nullable LocalDate first,
				@Nullable LocalDate last) {
			Set<LocalDate> days = new HashSet<>();
			for (int row = 0; row < this.phases.size(); row++) {
				PhaseRow phase = this.phases.get(row);
				LocalDate from = Inputs.date(phase.from());
				String at = path + ".phases[" + row + "]";
				if (phase.isHalf()) {
					binding.rejectValue(at + (Inputs.isEmpty(phase.from()) ? ".from" : ".perWeek"),
							"proposals.phase.half");
				}
				else if (from != null && first != null && !from.isAfter(first)) {
					binding.rejectValue(at + ".from", "proposals.phase.early");
				}
				else if (from != null && last != null && from.isAfter(last)) {
					binding.rejectValue(at + ".from", "proposals.phase.late");
				}
				else if (from != null && !days.add(from)) {
					binding.rejectValue(at + ".from", "proposals.phase.twice");
				}
			}
		}

		private void checkPauses(BindingResult binding, String path, @Nullable LocalDate first,
				@Nullable LocalDate last) {
			Set<LocalDate> days = new HashSet<>();
			for (int row = 0; row < this.pauses.size(); row++) {
				PauseRow pause = this.pauses.get(row);
				LocalDate from = Inputs.date(pause.from());
				LocalDate to = Inputs.date(pause.to());
				String at = path + ".pauses[" + row + "]";
				if (pause.isHalf()) {
					binding.rejectValue(at + (Inputs.isEmpty(pause.from()) ? ".from" : ".to"), "proposals.pause.half");
				}
				else if (from != null && to != null && to.isBefore(from)) {
					binding.rejectValue(at + ".to", "forms.dates.reversed");
				}
				else if (to != null && first != null && to.isBefore(first)) {
					binding.rejectValue(at + ".to", "proposals.pause.early");
				}
				else if (from != null && last != null && from.isAfter(last)) {
					binding.rejectValue(at + ".from", "proposals.pause.late");
				}
				else if (from != null && !days.add(from)) {
					binding.rejectValue(at + ".from", "proposals.phase.twice");
				}
			}
		}

		WorkPattern pattern(Place place) {
			Map<LocalDate, Allocation> later = new HashMap<>();
			this.phases.stream()
				.filter((row) -> !row.isEmpty())
				.forEach((row) -> later.put(Objects.requireNonNull(Inputs.date(row.from())), row.allocation(place)));
			return new WorkPattern(new Allocation(halves()), later,
					this.pauses.stream().filter((row) -> !row.isEmpty()).map(PauseRow::period).toList());
		}

		/**
		 * Whether another last day was typed than that which was a half one: the other is
		 * whole, since a number of days may have left half of the first.
		 */
		boolean movesHalfDay(ProposalLine line) {
			return line.endsHalf() && Inputs.isEmpty(this.days) && !line.period().to().equals(Inputs.date(this.end));
		}

		/**
		 * Until the first day only where a number of days is given instead of a last one.
		 */
		LineTerms terms(String currency, Place place, boolean mayEndHalf) {
			LocalDate from = Objects.requireNonNull(Inputs.date(this.start));
			LocalDate to = Inputs.isEmpty(this.days) ? Objects.requireNonNull(Inputs.date(this.end)) : from;
			return new LineTerms(
					pattern(place).withHalfDay((mayEndHalf && Boolean.TRUE.equals(this.endsHalf)) ? to : null),
					new Period(from, to), Objects.requireNonNull(NumberKind.DAY_RATE.read(this.billRate, currency)),
					percent(this.discountPercent), Boolean.TRUE.equals(this.onCall));
		}

	}

	static DraftForm of(ProposalRevision draft) {
		return new DraftForm(draft.holidays().country(), draft.holidays().region(), draft.holidayRule(),
				draft.validUntil().toString(), draft.discountPercent().toPlainString(),
				draft.scopePercent().toPlainString(), NumberKind.written(draft.cap(), draft.currency()),
				RiseRow.of(draft.steps().typed()), draft.note(),
				draft.lines().stream().map((line) -> Line.of(line, draft.currency())).toList(), draft.id(),
				draft.version());
	}

	/** Whether the draft is still the one that was on the page, as it was then. */
	boolean isOf(ProposalRevision now) {
		return this.draft != null && this.draft == now.id() && this.version != null && this.version == now.version()
				&& this.lines.size() == now.lines().size() && gone(now).isEmpty();
	}

	/** Lines that others have removed since. */
	List<Line> gone(ProposalRevision now) {
		return this.lines.stream().filter((typed) -> now.lines().stream().noneMatch(typed::isFor)).toList();
	}

	/** Lines that others have added since. */
	List<ProposalLine> added(ProposalRevision now) {
		return now.lines()
			.stream()
			.filter((line) -> this.lines.stream().noneMatch((typed) -> typed.isFor(line)))
			.toList();
	}

	/**
	 * What was typed, on the draft as it is by now: each line has what was typed for it,
	 * or else what it says itself.
	 */
	DraftForm on(ProposalRevision now) {
		List<Line> there = now.lines()
			.stream()
			.map((line) -> this.lines.stream()
				.filter((typed) -> typed.isFor(line))
				.findFirst()
				.orElseGet(() -> Line.of(line, now.currency())))
			.toList();
		return new DraftForm(this.country, this.region, this.rule, this.validUntil, this.discountPercent,
				this.scopePercent, this.cap, this.rises, this.note, there, now.id(), now.version());
	}

	void check(BindingResult binding, ProposalRevision draft, LocalDate today) {
		if (!Inputs.isEmpty(this.country) && !PublicHolidays.countries().contains(this.country)) {
			binding.rejectValue("country", "proposals.country.unknown");
		}
		LocalDate until = Inputs.date(this.validUntil);
		if (until != null && until.isBefore(today)) {
			binding.rejectValue("validUntil", "proposals.validUntil.past");
		}
		NumberKind.AMOUNT.check(binding, "cap", this.cap, draft.currency());
		checkRises(binding, draft);
		for (int index = 0; index < this.lines.size(); index++) {
			Line line = this.lines.get(index);
			line.check(binding, "lines[" + index + "]");
			NumberKind.DAY_RATE.check(binding, "lines[" + index + "].billRate", line.billRate(), draft.currency());
		}
	}

	/** The earliest first day of all lines, or {@code null} as long as none is typed. */
	private @Nullable LocalDate firstDay() {
		return this.lines.stream()
			.map((line) -> Inputs.date(line.start()))
			.filter(Objects::nonNull)
			.min(LocalDate::compareTo)
			.orElse(null);
	}

	private void checkRises(BindingResult binding, ProposalRevision draft) {
		LocalDate first = firstDay();
		Set<LocalDate> days = new HashSet<>();
		for (int row = 0; row < this.rises.size(); row++) {
			RiseRow rise = this.rises.get(row);
			LocalDate from = Inputs.date(rise.from());
			if (rise.isHalf()) {
				binding.rejectValue("rises[" + row + "]." + (Inputs.isEmpty(rise.from()) ? "from" : "percent"),
						"rates.index.half");
			}
			else if (from != null && !days.add(from)) {
				binding.rejectValue("rises[" + row + "].from", "proposals.phase.twice");
			}
			else if (from != null && first != null && !from.isAfter(first) && !draft.steps().isAgreedOn(from)) {
				binding.rejectValue("rises[" + row + "].from", "proposals.rise.early");
			}
		}
	}

	/**
	 * A region of another country is dropped: it was chosen before the country was
	 * changed.
	 */
	private Place place() {
		Place place = new Place(this.country, Inputs.textOrNull(this.region));
		return PublicHolidays.knows(place) ? place : new Place(this.country, null);
	}

	Terms terms(String currency) {
		return new Terms(place(), Objects.requireNonNull(this.rule),
				Objects.requireNonNull(Inputs.date(this.validUntil)), percent(this.discountPercent),
				percent(this.scopePercent), NumberKind.AMOUNT.read(this.cap, currency), raised(),
				Inputs.textOrNull(this.note));
	}

	private Map<LocalDate, BigDecimal> raised() {
		Map<LocalDate, BigDecimal> raised = new HashMap<>();
		this.rises.stream()
			.filter((row) -> !row.isEmpty())
			.forEach((row) -> raised.put(Objects.requireNonNull(Inputs.date(row.from())), percent(row.percent())));
		return raised;
	}

	Map<Integer, LineTerms> lineTerms(ProposalRevision now) {
		Map<Integer, LineTerms> terms = new LinkedHashMap<>();
		for (Line typed : this.lines) {
			boolean moved = now.lines().stream().filter(typed::isFor).anyMatch(typed::movesHalfDay);
			terms.put(typed.requireNumber(), typed.terms(now.currency(), place(), !moved));
		}
		return terms;
	}

	/** Numbers of days of lines for which the last day is to be found. */
	Map<Integer, DayCount> days() {
		Map<Integer, DayCount> days = new LinkedHashMap<>();
		this.lines.stream()
			.filter((line) -> !Inputs.isEmpty(line.days()))
			.forEach((line) -> days.put(line.requireNumber(),
					DayCount.of(Objects.requireNonNull(NumberKind.LINE_DAYS.read(line.days())))));
		return days;
	}

	private static BigDecimal percent(@Nullable String text) {
		return Objects.requireNonNullElse(NumberKind.PERCENT.read(text), BigDecimal.ZERO);
	}

}
