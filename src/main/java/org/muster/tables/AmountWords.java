package org.muster.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberReading;
import org.muster.forms.SearchText;

/**
 * What the words beside an amount say of it, whether a heading, the format of a cell or
 * its text has them: a currency, and a time or a multiple that is not one day. An amount
 * an hour, gross or in thousands is never taken for a net one a day; words that are not
 * understood may say that, too, so somebody is asked about them.
 *
 * @param currencies the signs and codes that are named
 * @param isByDay whether nothing is said that is known to be else than a net amount a day
 * @param unknown the words and numbers that are not understood, folded
 */
public record AmountWords(List<NumberReading> currencies, boolean isByDay, List<String> unknown) {

	/** Signs such as US$, codes in capitals, and words that mean nothing else. */
	private static final Pattern WORD = Pattern.compile("\\p{Lu}{0,2}\\p{Sc}|\\p{L}+");

	private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

	/** Words in small letters that mean a currency in a heading. */
	private static final Set<String> WORDS = Set.of("eur", "euro", "euros", "usd", "dollars", "gbp", "pounds", "chf",
			"pln", "zł", "czk", "kč", "sek", "nok", "dkk", "kr", "huf", "jpy", "inr", "brl", "cad", "aud");

	/** How long a day is: "Tagessatz (8 Std.)" is an amount a day. */
	private static final Pattern LENGTH_OF_DAY = Pattern
		.compile("\\b(?:[6-9]|1[0-2])(?:[.,]\\d{1,2})? ?(?:h|hrs?|hours?|std|stunden|heures?|horas?)\\b");

	/** In folded text. */
	private static final Pattern OTHER = Pattern.compile("\\b(?:h|hr|hrs|ph|p h|p m|pcm|p a|pa|k|keur|kusd|kgbp|kchf"
			+ "|teur|t eur|tsd|mil|miles|thousands?|tausend|000s?|1000|hour\\p{L}*|std|stunde\\p{L}*|l?heures?"
			+ "|horaire|horas?|horario|week\\p{L}*|woche\\p{L}*|wochentlich|semaine|hebdomadaire|semanas?|semanal"
			+ "|month\\p{L}*|monat\\p{L}*|mtl|mois|mensuel\\p{L}*|mes|meses|mensual|mensal|year\\p{L}*"
			+ "|annual\\p{L}*|annum|jahr\\p{L}*|annees?|annuel\\p{L}*|anual|cents?|minutes?|wks?|yrs?|pw|pm|uur|uren"
			+ "|brutto|bruto|gross|ttc|(?:inkl|incl)\\p{L}* (?:\\d+ ?%? )?(?:vat|mwst|ust|tva|iva|btw|taxes))\\b|\\b[kt] ?\\p{Sc}");

	/** That it is net, in folded text. */
	private static final Pattern NET = Pattern.compile("\\b(?:netto|neto|net|ht|hors taxes?"
			+ "|(?:excl|exkl|excluding|ex|zzgl|plus|without|ohne|sin|sem|hors) (?:\\d+ ?%? )?(?:vat|mwst|ust|tva|iva|btw))\\b");

	/** In what a consultancy pays people. */
	private static final Set<String> COST = words("cost costs pay payment buy buying purchase internal intern interne"
			+ " interner interno interna ek einkauf kosten selbstkosten achat cout coste costo custo compra");

	/** In what a client pays. */
	private static final Set<String> PRICE = words("client clients customer customers kunde kunden bill billing sell"
			+ " selling sale sales vk verkauf external extern externe externer externo externa vente venta venda cliente"
			+ " clientes charge");

	/** That it is by the day, and words that say nothing of an amount. */
	private static final Set<String> PLAIN = words("day days daily d md pd pt mt jh tag tage tages taglich manntag"
			+ " personentag man person jour jours journalier journaliere dia dias diario diaria dag dagtarief giorno"
			+ " giornaliero diem per pro par por al a je le la in en em of for the de des du e y et und and all alle tous"
			+ " todos are amount amounts rates costs prices betrag betrage satze angaben montant montants importe importes"
			+ " tarifs tarifas");

	/** That something is said of amounts at all. */
	private static final Set<String> AMOUNTS = words("rate rates amount amounts price prices cost costs tagessatz"
			+ " tagessatze satz satze betrag betrage preis preise honorar honorare kosten taux tarif tarifs montant"
			+ " montants prix tarifa tarifas precio precios importe importes coste costes preco precos custo custos tjm"
			+ " figures brutto bruto gross ttc netto vat mwst ust tva iva btw");

	/** A currency by a name that no list of signs has. */
	private static final Pattern CURRENCY_NAME = Pattern
		.compile("\\b(?:dollar|franc|franken|kron[aeo]|zloty|pound|pfund"
				+ "|livre|libra|sterling|rupee|rupie|rupia|yen|forint|korun)\\p{L}{0,3}\\b");

	private static final int LONGEST = 200;

	private static Set<String> words(String text) {
		return Set.copyOf(Arrays.asList(text.split(" ")));
	}

	/** Those of a heading, or of a cell. */
	public static AmountWords of(String text) {
		String plain = plain(text);
		return new AmountWords(WORD.matcher(text)
			.results()
			.map(MatchResult::group)
			.map(AmountWords::currency)
			.flatMap(Optional::stream)
			.toList(), !OTHER.matcher(plain).find(), unknown(text));
	}

	/** Folded, without how long a day is. */
	private static String plain(String text) {
		return LENGTH_OF_DAY.matcher(SearchText.fold(text)).replaceAll(" ").replaceAll("[^\\p{L}\\d\\p{Sc}%‰]+", " ");
	}

	private static List<String> unknown(String text) {
		return tokens(NET.matcher(plain(without(text))).replaceAll(" ")).filter((word) -> !isKnown(word)).toList();
	}

	private static boolean isKnown(String word) {
		return PLAIN.contains(word) || COST.contains(word) || PRICE.contains(word) || TableColumn.isOfRates(word)
				|| OTHER.matcher(word).matches();
	}

	private static Stream<String> tokens(String folded) {
		return Arrays.stream(folded.split("[^\\p{L}\\d\\p{Sc}%‰]+")).filter((word) -> !word.isEmpty());
	}

	/** Whether it says that this is what people are paid. */
	static boolean isCost(String text) {
		return tokens(plain(text)).anyMatch(COST::contains);
	}

	/** Whether it says that this is what clients pay. */
	static boolean isPrice(String text) {
		return tokens(plain(text)).anyMatch(PRICE::contains);
	}

	/** Whether a text, wherever it stands in a table, says something of its amounts. */
	static boolean isNote(String text) {
		return text.length() <= LONGEST && (isUnit(text) || !of(text).isByDay() || !of(text).currencies().isEmpty()
				|| CURRENCY_NAME.matcher(SearchText.fold(text)).find()
				|| tokens(SearchText.fold(text)).anyMatch(AMOUNTS::contains));
	}

	/** Whether a text is a currency or a time, and nothing else. */
	static boolean isUnit(String text) {
		if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isDigit)) {
			return false;
		}
		AmountWords words = of(text);
		return words.unknown().isEmpty() && (!words.currencies().isEmpty() || !words.isByDay());
	}

	/**
	 * Whether this may say that an amount is something else than net, a day and in a
	 * currency.
	 * @param code ISO 4217
	 */
	public boolean isDoubtful(String code) {
		return !this.isByDay || !this.unknown.isEmpty() || !areIn(code);
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
	public boolean areIn(String code) {
		return this.currencies.stream().allMatch((reading) -> reading.isIn(code));
	}

	/**
	 * The only currency that is named, ISO 4217; nothing for a sign that several have.
	 */
	public @Nullable String currency() {
		List<String> codes = this.currencies.stream()
			.map((reading) -> reading.currencyCode().orElse(null))
			.distinct()
			.filter(Objects::nonNull)
			.toList();
		return (codes.size() == 1) ? codes.get(0) : null;
	}

}
