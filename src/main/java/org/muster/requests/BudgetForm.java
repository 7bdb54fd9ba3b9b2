package org.muster.requests;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Decimals;
import org.muster.forms.NumberText;
import org.muster.forms.Typed;

import org.springframework.validation.BindingResult;

/** The rate cap and the total, as a member types them; either may stay open. */
record BudgetForm(
		@Nullable @NumberText(min = "0.0001", max = "100000000", step = "0.0001",
				message = "{forms.rate.large}") String rateCap,
		@Nullable @NumberText(min = "0.0001", max = "999999999999", step = "0.0001",
				message = "{forms.amount.large}") String budget,
		@Nullable Long version) {

	static BudgetForm of(StaffingRequest request) {
		return new BudgetForm(text(request.rateCap()), text(request.budget()), request.version());
	}

	/** What was typed as far as it is valid. */
	Guidance.Terms terms(StaffingRequest request) {
		Guidance.Terms saved = Guidance.Terms.of(request);
		return new Guidance.Terms(saved.earliest(), saved.latest(), saved.end(), saved.days(), saved.perWeek(),
				positive(this.rateCap), positive(this.budget));
	}

	private static @Nullable BigDecimal positive(@Nullable String text) {
		BigDecimal number = Typed.number(text);
		return (number != null && number.signum() > 0) ? number : null;
	}

	private static String text(@Nullable BigDecimal amount) {
		return (amount != null) ? amount.toPlainString() : "";
	}

	void check(BindingResult binding, String currency) {
		Decimals.check(binding, "rateCap", this.rateCap, currency);
		Decimals.check(binding, "budget", this.budget, currency);
		BigDecimal cap = Typed.number(this.rateCap);
		BigDecimal total = Typed.number(this.budget);
		if (!binding.hasErrors() && cap != null && total != null && total.compareTo(cap) < 0) {
			binding.rejectValue("budget", "requests.budget.below.cap");
		}
	}

}
