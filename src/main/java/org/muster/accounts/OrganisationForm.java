package org.muster.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.calendar.CountryZones;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.forms.Inputs;
import org.muster.money.ExchangeRates;
import org.muster.money.VatTerritory;

import org.springframework.validation.BindingResult;

/**
 * An organisation as an account manager types it.
 *
 * @param timeZone one of those of the country, empty for that of the region or country
 * @param territory the code of a territory of VAT, empty for that of the region or
 * address
 * @param manager the id of the account manager's account, empty for none
 * @param version that was edited; of no meaning for a new one
 */
record OrganisationForm(@NotBlank @Size(max = 120) String name, @NotBlank String country, @Nullable String region,
		@Nullable String timeZone, @Nullable String territory, @NotBlank String currency,
		@Nullable @Size(max = 40) String vatNumber, @Nullable @Size(max = 500) String address, @Nullable String manager,
		@Nullable Long version) {

	private static final int MOST_DETAIL = 1000;

	static OrganisationForm empty(long manager) {
		return new OrganisationForm("", "", "", "", "", ExchangeRates.BASE, "", "", String.valueOf(manager), 0L);
	}

	static OrganisationForm of(Organisation organisation) {
		Account manager = organisation.accountManager();
		return new OrganisationForm(organisation.name(), organisation.place().country(),
				Objects.requireNonNullElse(organisation.place().region(), ""),
				Objects.requireNonNullElse(organisation.timeZone(), ""),
				Objects.requireNonNullElse(organisation.taxTerritory(), ""), organisation.currency(),
				Objects.requireNonNullElse(organisation.vatNumber(), ""),
				Objects.requireNonNullElse(organisation.address(), ""),
				(manager != null) ? String.valueOf(manager.id()) : "", organisation.version());
	}

	/**
	 * With its region by the code that the calendar has, in whatever case it was typed.
	 */
	Place place() {
		String code = countryCode();
		String typed = Inputs.textOrNull(this.region);
		return new Place(code, (typed != null && PublicHolidays.countries().contains(code))
				? PublicHolidays.region(code, typed).orElse(typed) : typed);
	}

	String countryCode() {
		return Inputs.text(this.country).toUpperCase(Locale.ROOT);
	}

	@Nullable String chosenZone() {
		return Inputs.textOrNull(this.timeZone);
	}

	@Nullable String chosenTerritory() {
		return Inputs.textOrNull(this.territory);
	}

	/** What was and what is, for each field that was changed. */
	String changesSince(OrganisationForm before) {
		List<String> old = before.values();
		List<String> now = values();
		List<String> changes = new ArrayList<>();
		for (int index = 0; index < now.size(); index++) {
			if (!now.get(index).equals(old.get(index))) {
				changes.add(shown(old.get(index)) + " → " + shown(now.get(index)));
			}
		}
		return Inputs.cut(String.join("; ", changes), MOST_DETAIL);
	}

	private List<String> values() {
		return Stream
			.of(this.name, this.country, this.region, this.timeZone, this.territory, this.currency, this.vatNumber,
					this.address, this.manager)
			.map(Inputs::text)
			.toList();
	}

	private static String shown(String value) {
		return value.isEmpty() ? "–" : value;
	}

	private VatTerritory vatTerritory() {
		return VatTerritory.of(chosenTerritory(), countryCode(), place().region(), this.address);
	}

	/**
	 * @param kept the currency that it has, which may stay; {@code null} for a new one
	 */
	void check(BindingResult binding, @Nullable String kept, ExchangeRates exchange) {
		if (!Inputs.isEmpty(this.country)) {
			if (!PublicHolidays.countries().contains(countryCode())) {
				binding.rejectValue("country", "accounts.organisation.country.unknown");
			}
			else if (!PublicHolidays.knows(place())) {
				binding.rejectValue("region", "accounts.organisation.region.unknown");
			}
			if (chosenZone() != null && !CountryZones.choices(countryCode()).contains(chosenZone())) {
				binding.rejectValue("timeZone", "accounts.organisation.time-zone.unknown");
			}
			checkTax(binding);
		}
		if (!Inputs.isEmpty(this.currency) && !this.currency.equals(kept)
				&& !exchange.canConvert(this.currency, ExchangeRates.BASE)) {
			binding.rejectValue("currency", "accounts.organisation.currency.unknown");
		}
	}

	private void checkTax(BindingResult binding) {
		List<String> territories = new ArrayList<>();
		VatTerritory.choices(countryCode()).forEach((one) -> territories.add(one.code()));
		if (chosenTerritory() != null && !territories.contains(chosenTerritory())) {
			binding.rejectValue("territory", "accounts.organisation.territory.unknown");
		}
		else if (!Inputs.isEmpty(this.vatNumber) && !vatTerritory().canHave(this.vatNumber)) {
			binding.rejectValue("vatNumber", "accounts.organisation.vatNumber.wrong");
		}
	}

}
