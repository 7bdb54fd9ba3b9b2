package org.muster.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.PublicHolidays;
import org.muster.forms.DateText;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;
import org.muster.forms.Inputs;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

import org.springframework.validation.BindingResult;

/** An entry of the rate card as an account manager types it. */
record CardRateForm(@Nullable String organisation, @NotNull @Nullable JobRole role, @Nullable Seniority seniority,
		@Nullable String country, @Nullable String region, @NotBlank String currency,
		@NotBlank @NumberText(value = NumberKind.DAY_RATE, label = "rates.rate") String dayRate,
		@NotBlank @DateText String from, @Nullable @DateText String to) {

	static CardRateForm empty(String currency, LocalDate today) {
		return new CardRateForm("", null, null, "", "", currency, "", today.toString(), "");
	}

	/**
	 * @param client the reference of the client, if it is for one
	 */
	static CardRateForm of(CardRate rate, @Nullable String client) {
		return new CardRateForm(client, rate.role(), rate.seniority(), rate.country(), rate.region(), rate.currency(),
				NumberKind.written(rate.dayRate(), rate.currency()), rate.from().toString(),
				Objects.toString(rate.to(), ""));
	}

	void check(BindingResult binding, Set<String> currencies) {
		LocalDate first = Inputs.date(this.from);
		LocalDate last = Inputs.date(this.to);
		if (first != null && last != null && last.isBefore(first)) {
			binding.rejectValue("to", "forms.dates.reversed");
		}
		String country = Inputs.textOrNull(this.country);
		if (Inputs.textOrNull(this.region) != null
				&& (country == null || PublicHolidays.region(country, Inputs.text(this.region)).isEmpty())) {
			binding.rejectValue("region", "rates.region.unknown");
		}
		if (country != null && !PublicHolidays.countries().contains(country)) {
			binding.rejectValue("country", "rates.country.unknown");
		}
		if (!binding.hasFieldErrors("currency") && !currencies.contains(this.currency)) {
			binding.rejectValue("currency", "rates.currency.unknown");
		}
		NumberKind.DAY_RATE.check(binding, "dayRate", this.dayRate, this.currency);
	}

	/** What the form says, when it has been checked. */
	RateCards.Entry entry() {
		String country = Inputs.textOrNull(this.country);
		String region = (country != null && Inputs.textOrNull(this.region) != null)
				? PublicHolidays.region(country, Inputs.text(this.region)).orElse(null) : null;
		return new RateCards.Entry(Objects.requireNonNull(this.role), this.seniority, country, region, this.currency,
				Objects.requireNonNull(NumberKind.DAY_RATE.read(this.dayRate, this.currency)),
				Objects.requireNonNull(Inputs.date(this.from)), Inputs.date(this.to));
	}

}
