package org.muster.forms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Where texts name a person: the words of the name behind one another, or the last first,
 * with or without accents, and never within a longer word.
 */
public final class NameInText {

	/** Shorter ones stand in every text. */
	private static final int SHORTEST = 3;

	private static final String BETWEEN = "[\\s\\p{Z}\\p{Pd}_.,+%]{1,4}";

	private final List<String> names;

	private final Pattern pattern;

	/**
	 * @param others what else tells who it is, such as an e-mail address
	 */
	public NameInText(String name, @Nullable String... others) {
		Set<String> all = new LinkedHashSet<>();
		all.add(name);
		Arrays.stream(others).filter(Objects::nonNull).forEach(all::add);
		this.names = all.stream().map(String::strip).filter((one) -> one.length() >= SHORTEST).toList();
		Set<String> written = new LinkedHashSet<>();
		for (String one : this.names) {
			List<String> words = List.of(one.split("[\\s\\p{Z}]+"));
			written.add(expression(words));
			if (words.size() > 1) {
				List<String> lastFirst = new ArrayList<>(words.subList(words.size() - 1, words.size()));
				lastFirst.addAll(words.subList(0, words.size() - 1));
				written.add(expression(lastFirst));
			}
		}
		this.pattern = Pattern.compile(
				written.isEmpty() ? "(?!)"
						: "(?<![\\p{L}\\p{N}])(?:" + String.join("|", written) + ")(?![\\p{L}\\p{N}])",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

	/**
	 * A part of a text.
	 *
	 * @param end the first character behind it
	 */
	public record Passage(int start, int end) {
	}

	private static String expression(List<String> words) {
		return words.stream().map(NameInText::expression).collect(Collectors.joining(BETWEEN));
	}

	private static String expression(String word) {
		return Normalizer.normalize(word, Normalizer.Form.NFC)
			.codePoints()
			.mapToObj(NameInText::expression)
			.collect(Collectors.joining());
	}

	/** A letter as it is, or without its accent, or with the accent behind it. */
	private static String expression(int letter) {
		String one = Character.toString(letter);
		String plain = Normalizer.normalize(one, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
		return plain.equals(one) || plain.isEmpty() ? Pattern.quote(one)
				: "(?:" + Pattern.quote(one) + "|" + Pattern.quote(plain) + "\\p{Mn}*)";
	}

	/**
	 * Patterns of {@code like … escape '!'}, in lower case, of which one fits whatever
	 * text names the person, and maybe others.
	 */
	public List<String> patterns() {
		return this.names.stream()
			.flatMap((name) -> Arrays.stream(name.split("[\\s\\p{Z}]+"))
				.max(Comparator.comparing(String::length))
				.stream())
			.map((word) -> "%" + alike(word) + "%")
			.distinct()
			.toList();
	}

	/** Letters with accents may be written in several ways, of several characters. */
	private static String alike(String word) {
		return Normalizer.normalize(word, Normalizer.Form.NFC)
			.toLowerCase(Locale.ROOT)
			.codePoints()
			.mapToObj(Character::toString)
			.map((letter) -> Normalizer.normalize(letter, Normalizer.Form.NFD).equals(letter)
					? SearchText.literal(letter) : "%")
			.collect(Collectors.joining());
	}

	public boolean isIn(String text) {
		return this.pattern.matcher(text).find();
	}

	/** Where it stands, from the beginning on. */
	public List<Passage> in(String text) {
		List<Passage> passages = new ArrayList<>();
		Matcher matcher = this.pattern.matcher(text);
		while (matcher.find()) {
			passages.add(new Passage(matcher.start(), matcher.end()));
		}
		return passages;
	}

	/** The text with something else in place of the name. */
	public String replaced(String text, String instead) {
		return this.pattern.matcher(text).replaceAll(Matcher.quoteReplacement(instead));
	}

}
