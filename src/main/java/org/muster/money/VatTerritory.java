package org.muster.money;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A territory of VAT: mostly a country, but not always (Directive 2006/112/EC, articles 5
 * to 7). {@code vat-territories.txt} lists those that differ from their country.
 *
 * @param code ISO 3166-1 alpha-2 of a country, or that of a part such as {@code ES-CN}
 * @param country to whose addresses it belongs, ISO 3166-1 alpha-2
 * @param law the territory whose law of VAT holds: {@code FR} for Monaco
 * @param inUnion whether it belongs to the European Union's territory of VAT
 * @param tax what the tax is called: {@code VAT}, or {@code IGIC} on the Canary Islands
 */
public record VatTerritory(String code, String country, String law, boolean inUnion, String tax) {

	static final Set<String> EUROPEAN_UNION = Set.of("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR",
			"GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

	static final String VAT = "VAT";

	/**
	 * A country as such: its main territory.
	 * @param country ISO 3166-1 alpha-2
	 */
	public static VatTerritory of(String country) {
		return VatTerritories.find(country)
			.orElseGet(() -> new VatTerritory(country, country, country, EUROPEAN_UNION.contains(country), VAT));
	}

	/**
	 * That of an address: recognised by the region, or by the postcode where that is more
	 * exact or no region is given; else the main one of the country.
	 * @param country ISO 3166-1 alpha-2
	 * @param region as the holiday calendar names it
	 */
	public static VatTerritory of(String country, @Nullable String region, @Nullable String address) {
		return VatTerritories.recognised(country, region, address).orElseGet(() -> of(country));
	}

	/**
	 * One that was chosen, else that of the address.
	 * @param chosen its code; one that does not belong to the country does not count
	 */
	public static VatTerritory of(@Nullable String chosen, String country, @Nullable String region,
			@Nullable String address) {
		return choices(country).stream()
			.filter((one) -> one.code().equals(chosen))
			.findFirst()
			.orElseGet(() -> of(country, region, address));
	}

	/**
	 * Whether it is known in which territory of its country an address is. Where it is
	 * not, the main territory is assumed.
	 * @param chosen the code of one that was chosen, if any
	 * @param region as the holiday calendar names it
	 */
	public static boolean isKnown(@Nullable String chosen, String country, @Nullable String region,
			@Nullable String address) {
		return choices(country).stream().anyMatch((one) -> one.code().equals(chosen))
				|| VatTerritories.isKnown(country, region, address);
	}

	/** By its code, where it is one that differs from its country, or a country. */
	public static Optional<VatTerritory> find(@Nullable String code) {
		return (code == null) ? Optional.empty() : VatTerritories.find(code)
			.or(() -> Optional.of(code).filter((one) -> one.length() == 2).map(VatTerritory::of));
	}

	/**
	 * What an address in a country can be in: the main territory first. One only where
	 * the country has no others.
	 */
	public static List<VatTerritory> choices(String country) {
		return VatTerritories.choices(country);
	}

	/** Whether it is not simply the country of its addresses. */
	public boolean isSpecial() {
		return !this.code.equals(this.country);
	}

	/** Whether its country belongs to the European Union, and it does not. */
	public boolean isExcluded() {
		return !this.inUnion && EUROPEAN_UNION.contains(this.country);
	}

	/** Whether a sale to another is one within the country. */
	boolean hasLawOf(VatTerritory other) {
		return this.law.equals(other.law);
	}

	/**
	 * Whether a number can be the VAT number of a business here, by its form and
	 * checksum: one of the country of the address, or of that whose law holds. In a
	 * territory with a tax of its own, of which nothing is known here, any can.
	 * @see VatNumber
	 */
	public boolean canHave(@Nullable String vatNumber) {
		if (vatNumber == null || VatNumber.normalised(vatNumber).isEmpty()) {
			return false;
		}
		boolean ownTax = this.law.equals(this.code) && this.code.length() == 2;
		List<String> countries = ownTax ? List.of(this.code) : List.of(this.country, this.law, this.code);
		List<String> known = countries.stream().filter(VatNumber.countries()::contains).toList();
		return known.isEmpty() || known.stream().anyMatch((one) -> VatNumber.canBe(one, vatNumber));
	}

}
