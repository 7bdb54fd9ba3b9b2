package org.muster.accounts;

import java.util.Currency;
import java.util.Locale;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.forms.Typed;
import org.muster.money.VatNumber;

import org.springframework.validation.BindingResult;

/** A new organisation as an account manager types it. */
record OrganisationForm(@NotBlank @Size(max = 120) String name, @NotBlank String country, @Nullable String region,
		@NotBlank String currency, @Nullable @Size(max = 20) String vatNumber,
		@Nullable @Size(max = 500) String address) {

	static OrganisationForm empty() {
		return new OrganisationForm("", "", "", "EUR", "", "");
	}

	Place place() {
		String code = this.country.toUpperCase(Locale.ROOT);
		String typed = Typed.textOrNull(this.region);
		return new Place(code, (typed != null && PublicHolidays.countries().contains(code))
				? PublicHolidays.region(code, typed).orElse(typed) : typed);
	}

	void check(BindingResult binding) {
		if (!Typed.isEmpty(this.country)) {
			if (!PublicHolidays.countries().contains(place().country())) {
				binding.rejectValue("country", "accounts.organisation.country.unknown");
			}
			else if (!PublicHolidays.knows(place())) {
				binding.rejectValue("region", "accounts.organisation.region.unknown");
			}
		}
		if (!Typed.isEmpty(this.vatNumber) && !VatNumber.canBe(place().country(), Typed.text(this.vatNumber))) {
			binding.rejectValue("vatNumber", "accounts.organisation.vatNumber.wrong");
		}
		if (!Typed.isEmpty(this.currency) && Currency.getAvailableCurrencies()
			.stream()
			.noneMatch((known) -> known.getCurrencyCode().equals(this.currency))) {
			binding.rejectValue("currency", "accounts.organisation.currency.unknown");
		}
	}

}
