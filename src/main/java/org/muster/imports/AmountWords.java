package org.muster.imports;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.forms.NumberKind;
import org.muster.forms.NumberReading;
import org.muster.forms.SearchText;

/**
 * What the words beside an amount say of it, whether a heading, the format of a cell or
 * its text has them: a currency, and a time or a multiple that is not one day. An amount
 * an hour or in thousands is never taken for one a day.
 *
 * @param currencies the signs and codes that are named
 * @param isByDay whether nothing else than an amount a day is meant
 */
record AmountWords(List<NumberReading> currencies, boolean isByDay) {

	/** Signs such as US$, codes in capitals, and words that mean nothing else. */
	private static final Pattern WORD = Pattern.compile("\\p{Lu}{0,2}\\p{Sc}|\\p{L}+");

	private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

	/** Words in small letters that mean a currency in a heading. */
	private static final Set<String> WORDS = Set.of("eur", "euro", "euros", "usd", "dollars", "gbp", "pounds", "chf",
			"pln", "zł", "czk", "kč", "sek", "nok", "dkk", "kr", "huf", "jpy", "inr", "brl", "cad", "aud");

	/** How long a day is: "Tagessatz (8 Std.)" is an amount a day. */
	private static final Pattern LENGTH_OF_DAY = Pattern
		.compile("\\b\\d{1,2}(?:[.,]\\d)? ?(?:h|hrs?|hours?|std|stunden|heures?|horas?)\\b");

	/** In folded text. */
	private static final Pattern OTHER = Pattern.compile("\\b(?:h|hr|hrs|ph|p h|p m|pcm|p a|pa|k|keur|kusd|kgbp|kchf"
			+ "|teur|t eur|tsd|mil|miles|thousands?|tausend|000s?|1000|hour\\p{L}*|std|stunde\\p{L}*|l?heures?"
			+ "|horaire|horas?|horario|week\\p{L}*|woche\\p{L}*|wochentlich|semaine|hebdomadaire|semanas?|semanal"
			+ "|month\\p{L}*|monat\\p{L}*|mtl|mois|mensuel\\p{L}*|mes|meses|mensual|mensal|year\\p{L}*"
			+ "|annual\\p{L}*|annum|jahr\\p{L}*|annees?|annuel\\p{L}*|anual|cents?|minutes?)\\b|\\b[kt] ?\\p{Sc}");

	/** Those of a heading, or of a cell. */
	static AmountWords of(String text) {
		String folded = SearchText.fold(text);
		String plain = LENGTH_OF_DAY.matcher(folded).replaceAll(" ").replaceAll("[^\\p{L}\\d\\p{Sc}]+", " ");
		return new AmountWords(WORD.matcher(text)
			.results()
			.map(MatchResult::group)
			.map(AmountWords::currency)
			.flatMap(Optional::stream)
			.toList(), !OTHER.matcher(plain).find());
	}

	/** A text without the currencies that it names. */
	static String without(String text) {
		return WORD.matcher(text).replaceAll((word) -> currency(word.group()).isPresent() ? " " : "$0");
	}

	/** By the same rule as that of an amount in a form. */
	private static Optional<NumberReading> currency(String word) {
		boolean means = CODE.matcher(word).matches() || WORDS.contains(word.toLowerCase(Locale.ROOT))
				|| Character.getType(word.charAt(word.length() - 1)) == Character.CURRENCY_SYMBOL;
		return means ? Optional.ofNullable(NumberKind.DAY_RATE.range().understood("1 " + word))
			.filter((reading) -> reading.currency() != null) : Optional.empty();
	}

	/**
	 * Whether an amount can be in a currency.
	 * @param code ISO 4217
	 */
	boolean areIn(String code) {
		return this.currencies.stream().allMatch((reading) -> reading.isIn(code));
	}

	/**
	 * The only currency that is named, ISO 4217; nothing for a sign that several have.
	 */
	@Nullable String currency() {
		List<String> codes = this.currencies.stream()
			.map((reading) -> reading.currencyCode().orElse(null))
			.distinct()
			.filter(Objects::nonNull)
			.toList();
		return (codes.size() == 1) ? codes.get(0) : null;
	}

}
