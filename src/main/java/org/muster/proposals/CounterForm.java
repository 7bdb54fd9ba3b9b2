package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.forms.DateText;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;
import org.muster.forms.Inputs;
import org.muster.proposals.ChangeRequest.Kind;

import org.springframework.validation.BindingResult;

/**
 * What a client would have otherwise, as it is typed: a row for each line of the offer.
 */
record CounterForm(@NotNull @Nullable Integer revision, @NotBlank @Size(max = 1000) String reason,
		List<@Valid Row> rows) {

	/**
	 * Of a line; what is empty stays as it is.
	 *
	 * @param person the reference of another consultant, or {@link ChangeRequest#ANYBODY}
	 */
	record Row(@NotNull @Nullable Integer line,
			@Nullable @NumberText(value = NumberKind.LINE_DAYS, label = "proposals.counter.days") String days,
			@Nullable @DateText String start,
			@Nullable @NumberText(value = NumberKind.DAY_RATE, label = "proposals.counter.rate") String rate,
			@Nullable String person) {
	}

	CounterForm {
		rows = Objects.requireNonNullElse(rows, List.<Row>of()).stream().filter(Objects::nonNull).toList();
	}

	static CounterForm of(ProposalRevision offer) {
		return new CounterForm(offer.number(), "",
				offer.lines().stream().map((line) -> new Row(line.number(), "", "", "", "")).toList());
	}

	/**
	 * What was typed for an offer, on the one that has taken its place: for the same
	 * people.
	 */
	CounterForm on(ProposalRevision old, ProposalRevision newer) {
		return new CounterForm(newer.number(), this.reason, newer.lines().stream().map((line) -> {
			Row typed = this.rows.stream()
				.filter((row) -> old.lines()
					.stream()
					.anyMatch((one) -> row.line() != null && one.number() == row.line()
							&& one.consultantReference().equals(line.consultantReference())))
				.findFirst()
				.orElse(new Row(null, "", "", "", ""));
			return new Row(line.number(), typed.days(), typed.start(), typed.rate(), typed.person());
		}).toList());
	}

	/**
	 * @param others the references of those who can be asked for instead
	 */
	void check(BindingResult binding, ProposalRevision offer, Set<String> others, LocalDate today) {
		Set<Integer> seen = new HashSet<>();
		for (int index = 0; index < this.rows.size(); index++) {
			Row row = this.rows.get(index);
			String at = "rows[" + index + "].";
			ProposalLine line = offer.lines()
				.stream()
				.filter((one) -> row.line() != null && one.number() == row.line())
				.findFirst()
				.orElse(null);
			if (line == null || !seen.add(line.number())) {
				binding.reject("forms.stale");
				continue;
			}
			NumberKind.DAY_RATE.check(binding, at + "rate", row.rate(), offer.currency());
			BigDecimal rate = NumberKind.DAY_RATE.read(row.rate(), offer.currency());
			if (rate != null && rate.compareTo(line.dayRate()) >= 0) {
				binding.rejectValue(at + "rate", "proposals.counter.rate.higher");
			}
			LocalDate start = Inputs.date(row.start());
			if (start != null && start.isBefore(today)) {
				binding.rejectValue(at + "start", "proposals.counter.start.past");
			}
			String person = Inputs.textOrNull(row.person());
			if (person != null && !person.equals(ChangeRequest.ANYBODY) && !others.contains(person)) {
				binding.rejectValue(at + "person", "proposals.counter.person.unknown");
			}
		}
		if (!binding.hasErrors() && wishes(offer).isEmpty()) {
			binding.reject("proposals.counter.nothing");
		}
	}

	/** What differs from the offer. */
	List<ChangeRequest> wishes(ProposalRevision offer) {
		List<ChangeRequest> wishes = new ArrayList<>();
		for (Row row : this.rows) {
			ProposalLine line = offer.requireLine(Objects.requireNonNull(row.line()));
			BigDecimal days = NumberKind.LINE_DAYS.read(row.days());
			if (days != null && !DayCount.of(days).equals(line.days())) {
				wishes.add(new ChangeRequest(line.number(), Kind.DAYS, days.toPlainString()));
			}
			LocalDate start = Inputs.date(row.start());
			if (start != null && !start.equals(line.period().from()) && !start.equals(line.dates().from())) {
				wishes.add(new ChangeRequest(line.number(), Kind.START, start.toString()));
			}
			BigDecimal rate = NumberKind.DAY_RATE.read(row.rate(), offer.currency());
			if (rate != null) {
				wishes.add(new ChangeRequest(line.number(), Kind.RATE, rate.toPlainString()));
			}
			String person = Inputs.textOrNull(row.person());
			if (person != null) {
				wishes.add(new ChangeRequest(line.number(), Kind.PERSON, person));
			}
		}
		return wishes;
	}

}
