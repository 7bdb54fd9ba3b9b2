package org.muster.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.Period;
import org.muster.forms.DateText;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;
import org.muster.forms.Inputs;

import org.springframework.validation.BindingResult;

/** A frame agreement as an account manager types it. */
record AgreementForm(@NotBlank @Size(max = 120) String name, @NotBlank @DateText String from,
		@NotBlank @DateText String to, List<@Valid TierRow> tiers, @Nullable @DateText String indexFrom,
		@Nullable @NumberText(value = NumberKind.RISE, label = "rates.index",
				message = "{rates.index.wrong}") String indexPercent) {

	private static final int ROWS = 4;

	private static final int MOST_YEARS = 10;

	AgreementForm {
		tiers = Inputs.rows(tiers, TierRow.EMPTY);
	}

	static AgreementForm empty() {
		return new AgreementForm("", "", "", Collections.nCopies(ROWS, TierRow.EMPTY), "", "");
	}

	static AgreementForm of(FrameAgreement agreement) {
		List<TierRow> tiers = new ArrayList<>();
		agreement.tiers()
			.forEach((days, percent) -> tiers.add(new TierRow(String.valueOf(days), percent.toPlainString())));
		while (tiers.size() < ROWS) {
			tiers.add(TierRow.EMPTY);
		}
		BigDecimal index = agreement.indexPercent();
		return new AgreementForm(agreement.name(), agreement.period().from().toString(),
				agreement.period().to().toString(), tiers, Objects.toString(agreement.indexFrom(), ""),
				(index != null) ? index.toPlainString() : "");
	}

	void check(BindingResult binding, List<FrameAgreement> others) {
		LocalDate first = Inputs.date(this.from);
		LocalDate last = Inputs.date(this.to);
		if (first != null && last != null && last.isBefore(first)) {
			binding.rejectValue("to", "forms.dates.reversed");
		}
		else if (first != null && last != null && last.isAfter(first.plusYears(MOST_YEARS))) {
			binding.rejectValue("to", "rates.agreement.long");
		}
		else if (first != null && last != null
				&& others.stream().anyMatch((one) -> one.period().overlaps(new Period(first, last)))) {
			binding.rejectValue("from", "rates.agreement.overlaps");
		}
		if (Inputs.isEmpty(this.indexFrom) != Inputs.isEmpty(this.indexPercent)) {
			binding.rejectValue(Inputs.isEmpty(this.indexFrom) ? "indexFrom" : "indexPercent", "rates.index.half");
		}
		Map<Integer, Integer> seen = new TreeMap<>();
		for (int row = 0; row < this.tiers.size(); row++) {
			TierRow tier = this.tiers.get(row);
			if (tier.isHalf()) {
				binding.rejectValue("tiers[" + row + "]." + (Inputs.isEmpty(tier.days()) ? "days" : "percent"),
						"rates.tier.half");
			}
			else if (!tier.isEmpty() && !binding.hasFieldErrors("tiers[" + row + "].days")
					&& seen.put(NumberKind.TIER_DAYS.whole(tier.days(), 0), row) != null) {
				binding.rejectValue("tiers[" + row + "].days", "rates.tier.twice");
			}
		}
		if (!binding.hasErrors()) {
			checkTiers(binding, seen);
		}
	}

	/**
	 * Who takes more days never gets less off: two rows that were mixed up, or a slip.
	 * @param rows by the days from which on they hold
	 */
	private void checkTiers(BindingResult binding, Map<Integer, Integer> rows) {
		Map<Integer, BigDecimal> discounts = discounts();
		Map.Entry<Integer, BigDecimal> before = null;
		for (Map.Entry<Integer, BigDecimal> tier : discounts.entrySet()) {
			if (before != null && tier.getValue().compareTo(before.getValue()) < 0) {
				binding.rejectValue("tiers[" + rows.get(tier.getKey()) + "].percent", "rates.tier.falls",
						new Object[] { before.getKey(), before.getValue() }, null);
			}
			before = tier;
		}
	}

	Period period() {
		return new Period(Objects.requireNonNull(Inputs.date(this.from)), Objects.requireNonNull(Inputs.date(this.to)));
	}

	Map<Integer, BigDecimal> discounts() {
		Map<Integer, BigDecimal> discounts = new TreeMap<>();
		this.tiers.stream()
			.filter((row) -> !row.isEmpty())
			.forEach((row) -> discounts.put(NumberKind.TIER_DAYS.whole(row.days(), 0),
					Objects.requireNonNull(NumberKind.DISCOUNT.read(row.percent()))));
		return discounts;
	}

}
