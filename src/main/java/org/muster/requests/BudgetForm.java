package org.muster.requests;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;

import org.springframework.validation.BindingResult;

/** The rate cap and the total, as a member types them; either may stay open. */
record BudgetForm(@Nullable @NumberText(value = NumberKind.DAY_RATE, label = "requests.budget.rateCap") String rateCap,
		@Nullable @NumberText(value = NumberKind.AMOUNT, label = "requests.budget.total") String budget,
		@Nullable Long version) {

	static BudgetForm of(StaffingRequest request) {
		return new BudgetForm(NumberKind.written(request.rateCap(), request.currency()),
				NumberKind.written(request.budget(), request.currency()), request.version());
	}

	/** What was typed as far as it is valid. */
	Guidance.Terms terms(StaffingRequest request) {
		Guidance.Terms saved = Guidance.Terms.of(request);
		return new Guidance.Terms(saved.earliest(), saved.latest(), saved.end(), saved.days(), saved.perWeek(),
				rateCap(request.currency()), budget(request.currency()));
	}

	/** What was typed as far as it is valid: what a day may cost. */
	@Nullable BigDecimal rateCap(String currency) {
		return NumberKind.DAY_RATE.read(this.rateCap, currency);
	}

	/** What was typed as far as it is valid: what everything may cost. */
	@Nullable BigDecimal budget(String currency) {
		return NumberKind.AMOUNT.read(this.budget, currency);
	}

	/**
	 * @param currency of the request
	 */
	void check(BindingResult binding, String currency) {
		NumberKind.DAY_RATE.check(binding, "rateCap", this.rateCap, currency);
		NumberKind.AMOUNT.check(binding, "budget", this.budget, currency);
		BigDecimal cap = rateCap(currency);
		BigDecimal total = budget(currency);
		if (!binding.hasErrors() && cap != null && total != null && total.compareTo(cap) < 0) {
			binding.rejectValue("budget", "requests.budget.below.cap");
		}
	}

}
