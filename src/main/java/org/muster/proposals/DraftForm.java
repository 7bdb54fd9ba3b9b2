package org.muster.proposals;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.forms.DateText;
import org.muster.forms.NumberText;
import org.muster.forms.Typed;

import org.springframework.validation.BindingResult;

/** The draft of a proposal as an account manager types it. */
record DraftForm(@NotBlank String country, @Nullable String region, @NotBlank @DateText String validUntil,
		@Nullable @NumberText(min = "0", max = "100", step = "0.01",
				message = "{forms.percent}") String discountPercent,
		@Nullable @Size(max = 4000) String note, @Nullable List<@Valid Line> lines, @NotNull Long version) {

	/** The longest that a line may last, in years. */
	private static final int MOST_YEARS = 5;

	record Line(@NotNull Long number, @NotBlank @DateText String start, @NotBlank @DateText String end,
			@NotBlank @NumberText(min = "0.01", max = "100000", step = "0.01",
					message = "{forms.rate}") String billRate,
			@Nullable @NumberText(min = "0", max = "100", step = "0.01",
					message = "{forms.percent}") String discountPercent,
			@Nullable String monday, @Nullable String tuesday, @Nullable String wednesday, @Nullable String thursday,
			@Nullable String friday) {

		static Line of(ProposalLine line) {
			Map<DayOfWeek, Integer> halves = line.allocation().halves();
			return new Line((long) line.number(), line.period().from().toString(), line.period().to().toString(),
					line.billRate().toPlainString(), line.discountPercent().toPlainString(),
					text(halves, DayOfWeek.MONDAY), text(halves, DayOfWeek.TUESDAY), text(halves, DayOfWeek.WEDNESDAY),
					text(halves, DayOfWeek.THURSDAY), text(halves, DayOfWeek.FRIDAY));
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
			return halves;
		}

		private static void put(Map<DayOfWeek, Integer> halves, DayOfWeek day, @Nullable String text) {
			if ("1".equals(text) || "2".equals(text)) {
				halves.put(day, Integer.valueOf(text));
			}
		}

		void check(BindingResult binding, String path) {
			LocalDate from = Typed.date(this.start);
			LocalDate to = Typed.date(this.end);
			if (from != null && to != null && to.isBefore(from)) {
				binding.rejectValue(path + ".end", "forms.dates.reversed");
			}
			else if (from != null && to != null && to.isAfter(from.plusYears(MOST_YEARS))) {
				binding.rejectValue(path + ".end", "proposals.line.long");
			}
			if (halves().isEmpty()) {
				binding.rejectValue(path + ".monday", "proposals.line.weekdays.none");
			}
		}

		LineTerms terms() {
			return new LineTerms(new Allocation(halves()),
					new Period(Objects.requireNonNull(Typed.date(this.start)),
							Objects.requireNonNull(Typed.date(this.end))),
					Objects.requireNonNull(Typed.number(this.billRate)), percent(this.discountPercent));
		}

	}

	static DraftForm of(ProposalRevision draft) {
		return new DraftForm(draft.holidays().country(), draft.holidays().region(), draft.validUntil().toString(),
				draft.discountPercent().toPlainString(), draft.note(), draft.lines().stream().map(Line::of).toList(),
				draft.version());
	}

	void check(BindingResult binding, ProposalRevision draft, LocalDate today) {
		if (!Typed.isEmpty(this.country) && !PublicHolidays.countries().contains(this.country)) {
			binding.rejectValue("country", "proposals.country.unknown");
		}
		LocalDate until = Typed.date(this.validUntil);
		if (until != null && until.isBefore(today)) {
			binding.rejectValue("validUntil", "proposals.validUntil.past");
		}
		List<Line> typed = Objects.requireNonNullElse(this.lines, List.of());
		for (int index = 0; index < typed.size(); index++) {
			Line line = typed.get(index);
			line.check(binding, "lines[" + index + "]");
			Long number = line.number();
			if (number == null || draft.lines().stream().noneMatch((one) -> one.number() == number)) {
				binding.reject("forms.stale");
			}
		}
	}

	/**
	 * A region of another country is dropped: it was chosen before the country was
	 * changed.
	 */
	private Place place() {
		Place place = new Place(this.country, Typed.textOrNull(this.region));
		return PublicHolidays.knows(place) ? place : new Place(this.country, null);
	}

	ProposalRevision.Terms terms() {
		return new ProposalRevision.Terms(place(), Objects.requireNonNull(Typed.date(this.validUntil)),
				percent(this.discountPercent), Typed.textOrNull(this.note));
	}

	Map<Integer, LineTerms> lineTerms() {
		Map<Integer, LineTerms> terms = new LinkedHashMap<>();
		Objects.requireNonNullElse(this.lines, List.<Line>of())
			.forEach((line) -> terms.put(line.number().intValue(), line.terms()));
		return terms;
	}

	private static BigDecimal percent(@Nullable String text) {
		return Objects.requireNonNullElse(Typed.number(text), BigDecimal.ZERO);
	}

}
