package org.muster.talentsearch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.muster.forms.SearchText;
import org.muster.vocabulary.ProfileWords;

/**
 * What a search says by the name of a field, as facets write it: {@code country:PT}.
 *
 * @param terms that get what is understood
 * @param home the zone that others overlap with
 */
record KeyedTerms(PoolTerms terms, DayWords days, String home) {

	private static final Pattern KEYED = Pattern.compile("(-?)([a-z]+):\"?([^\"]*)\"?");

	/** A token that asks for a value in so many words, whatever the value looks like. */
	static String quoted(String key, String value) {
		return value.contains(" ") || value.contains(",") || value.contains(";") ? key + ":\"" + value + "\""
				: key + ":" + value;
	}

	/** Whether a token of the search is one of these; then it is among the terms. */
	boolean read(String token, int at) {
		Matcher matcher = KEYED.matcher(token);
		if (!matcher.matches()) {
			return false;
		}
		String value = matcher.group(3).strip();
		String folded = SearchText.fold(value);
		switch (matcher.group(2)) {
			case "skill" -> {
				Matcher levelled = PoolQueryReader.LEVELLED.matcher(value);
				boolean hasLevel = levelled.matches();
				return this.terms.skill(hasLevel ? levelled.group(1) : value,
						hasLevel ? Integer.parseInt(levelled.group(2)) : 1, !matcher.group(1).isEmpty(), at, 1);
			}
			case "role" -> {
				return this.terms.role(folded, at, 1);
			}
			case "country" -> {
				return this.terms.country(ProfileWords.country(value).orElse(null), at, 1);
			}
			case "city" -> {
				return this.terms.city(folded, at, 1);
			}
			case "zone" -> {
				return this.terms.zone(value, at, 1);
			}
			case "language" -> {
				return this.terms.language(ProfileWords.language(value).orElse(null), null, at, 1);
			}
			case "mode" -> {
				return this.terms.mode(folded, at, 1);
			}
			case "from" -> {
				return this.terms.from(this.days.day(value), at, 1);
			}
			case "days" -> {
				return this.terms.days(value, at, 1);
			}
			case "rating" -> {
				return this.terms.rating(value, at, 1);
			}
			case "overlap" -> {
				return value.matches("\\d") && this.terms.overlap(Integer.parseInt(value), this.home, at, 1);
			}
			case "name" -> {
				this.terms.word(at, value);
				return true;
			}
			default -> {
				Matcher levelled = PoolQueryReader.LEVELLED.matcher(token);
				return levelled.matches()
						&& this.terms.skill(levelled.group(1), Integer.parseInt(levelled.group(2)), false, at, 1);
			}
		}
	}

}
