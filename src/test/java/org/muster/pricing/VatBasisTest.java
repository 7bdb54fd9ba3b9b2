package org.muster.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.money.Vat;
import org.muster.money.VatTerritory;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What offers say of their VAT. */
class VatBasisTest {

	private static final List<String> COUNTRIES = List.of("ES", "DE", "IT", "GR", "FI", "FR", "PT", "CY", "GB", "DK",
			"NO", "CH", "US", "MC");

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/document", "messages/accounts", "messages/pricing");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "de", "fr", "es", "pt" })
	void everyTerritoryIsNamedAndExplainedInEveryLanguage(String language) {
		ResourceBundleMessageSource messages = messages();
		Locale locale = Locale.forLanguageTag(language);
		COUNTRIES.stream().flatMap((country) -> VatTerritory.choices(country).stream()).forEach((territory) -> {
			for (Vat.Treatment treatment : Vat.Treatment.values()) {
				VatBasis basis = new VatBasis(treatment, VatBasis.named(treatment, territory));
				String label = messages.getMessage(basis.label(), new Object[] { "7", basis.tax() }, locale);
				assertThat(label).doesNotContain("{", "''");
				if (basis.text() != null) {
					String name = (basis.territory() == null || basis.isCountry()) ? "X"
							: messages.getMessage("accounts.territory." + basis.territory(), null, locale);
					assertThat(messages.getMessage(Objects.requireNonNull(basis.text()),
							(basis.territory() != null) ? new Object[] { name, basis.tax() } : null, locale))
						.doesNotContain("{", "''");
				}
			}
		});
	}

	@ParameterizedTest(name = "{0} → {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					ES-CN | ES-CN | IGIC 7 % | Canary Islands: IGIC applies instead of VAT.
					ES-CE | ES-CE | VAT      | Ceuta: no VAT is calculated. Local taxes are not included.
					ES    | ES-ML | VAT      | Melilla: outside the EU VAT territory (Article 6 of Directive 2006/112/EC), not subject to VAT. Any IPSI due is not included.
					IT    | IT-CAMPIONE | VAT | Any ILCCI due
					DE    | DE-HELGOLAND | VAT | Heligoland: outside the EU VAT territory (Article 6 of Directive 2006/112/EC), not
					IE    | GB-NIR | VAT     | XI numbers apply to goods only.
					PT    | PT-20 | VAT 16 % | VAT rate for Azores.
					""")
	void namesTheTaxThatApplies(String seller, String buyer, String label, String text) {
		VatTerritory there = VatTerritory.find(buyer).orElseThrow();
		Vat vat = Vat.between(VatTerritory.find(seller).orElseThrow(), there, LocalDate.of(2027, 1, 31));
		VatBasis basis = new VatBasis(vat.treatment(), VatBasis.named(vat.treatment(), there));
		ResourceBundleMessageSource messages = messages();
		assertThat(messages.getMessage(basis.label(),
				new Object[] { vat.percent().stripTrailingZeros().toPlainString(), basis.tax() }, Locale.ENGLISH))
			.isEqualTo(label);
		assertThat(messages.getMessage(Objects.requireNonNull(basis.text()),
				new Object[] { messages.getMessage("accounts.territory." + buyer, null, Locale.ENGLISH), basis.tax() },
				Locale.ENGLISH))
			.contains(text);
	}

	@Test
	void whatGoesWithoutSayingIsNotSaid() {
		assertThat(new VatBasis(Vat.Treatment.DOMESTIC, null).text()).isNull();
		assertThat(Stream.of(Vat.Treatment.values())
			.map((one) -> VatBasis.named(one, VatTerritory.of("DE")))
			.filter(Objects::nonNull)).containsExactly("DE", "DE");
	}

}
