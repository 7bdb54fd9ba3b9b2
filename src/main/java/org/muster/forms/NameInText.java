package org.muster.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where texts name a person: by first and last name, either first, with or without names
 * between them, or by initials and the last name; however the letters are written, and
 * never within a longer word. A first or a last name alone may be anybody's.
 */
public final class NameInText {

	/** What a text has to hold that a database cannot compare: {@code regexp} of it. */
	public static final String BEYOND_ASCII = "[^\\x00-\\x7F]";

	/** Shorter ones stand in every text. */
	private static final int SHORTEST = 3;

	private static final String GAP = "[ \\n_.,+%\\p{Pd}]{1,4}";

	/** Between the names of one person, and not of two, one below the other. */
	private static final String NARROW = "(?:%20|[ _.+\\p{Pd}]{1,2})";

	/** Up to three names or initials; as few as will do, so that each name is found. */
	private static final String BETWEEN = "(?:(\\p{L}+)N(?:(\\p{L}+)N(?:(\\p{L}+)N)??)??)??".replace("N", NARROW);

	private static final String BEFORE = "(?<![\\p{L}\\p{N}])";

	private static final String BEHIND = "(?![\\p{L}\\p{N}])";

	/** An abbreviation such as a title, but no initial. */
	private static final Pattern ABBREVIATED = Pattern.compile("\\p{L}{2,}\\.");

	private static final Pattern UMLAUT = Pattern.compile("([aou])e?");

	/** Of names, and in small letters. */
	private static final Set<String> PARTICLES = Set.of("al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du",
			"el", "la", "le", "ten", "ter", "van", "von", "zu", "zur");

	/** Another initial before it would be that of another name. */
	private static final String FIRST_INITIAL = "(?<!(?<!\\p{L})\\p{L}\\. ?)";

	/** A sentence ends there, and not an initial. */
	private static final Pattern ENDED = Pattern.compile("\\p{L}{2,}\\.[\\s\\p{Z}]");

	private final Set<String> patterns;

	private final Pattern exact;

	private final Pattern loose;

	private final Set<String> own;

	/**
	 * @param others what else tells who it is, such as an e-mail address
	 */
	public NameInText(String name, @Nullable String... others) {
		Set<String> exactly = new LinkedHashSet<>();
		Set<String> loosely = new LinkedHashSet<>();
		this.patterns = new LinkedHashSet<>();
		List<String> words = words(firstToLast(name));
		this.own = Set.copyOf(words);
		if (name.strip().length() >= SHORTEST && !words.isEmpty()) {
			String last = words.get(words.size() - 1);
			this.patterns.add(pattern(raw(firstToLast(name)).reduce(name, (one, next) -> next)));
			exactly.add(joined(words));
			if (words.size() > 1) {
				exactly.add(joined(lastFirst(words)));
				words.stream()
					.filter((word) -> !ABBREVIATED.matcher(word).matches() && !word.equals(last))
					.findFirst()
					.ifPresent((first) -> loosely.addAll(loosely(first, last)));
			}
		}
		for (String other : others) {
			if (other != null && other.strip().length() >= SHORTEST && !words(other).isEmpty()) {
				this.patterns.add(pattern(raw(other).max(Comparator.comparing(String::length)).orElse(other)));
				exactly.add(joined(words(other)));
			}
		}
		this.exact = any(exactly);
		this.loose = any(loosely);
	}

	/**
	 * A part of a text.
	 *
	 * @param end the first character behind it
	 */
	public record Passage(int start, int end) {
	}

	/** A name with a comma begins with the last one. */
	private static String firstToLast(String name) {
		String[] parts = name.split(",", 2);
		return (parts.length == 2) ? parts[1] + " " + parts[0] : name;
	}

	private static Stream<String> raw(String text) {
		return Arrays.stream(text.strip().split("[\\s\\p{Z}]+"));
	}

	private static List<String> words(String text) {
		return raw(text).map((word) -> SearchText.fold(word).replace(' ', '-'))
			.filter((word) -> !word.isEmpty())
			.toList();
	}

	private static List<String> lastFirst(List<String> words) {
		List<String> lastFirst = new ArrayList<>(List.of(words.get(words.size() - 1)));
		lastFirst.addAll(words.subList(0, words.size() - 1));
		return lastFirst;
	}

	private static Pattern any(Set<String> expressions) {
		return Pattern
			.compile(expressions.isEmpty() ? "(?!)" : BEFORE + "(?:" + String.join("|", expressions) + ")" + BEHIND);
	}

	private static String joined(List<String> words) {
		return words.stream().map(NameInText::expression).collect(Collectors.joining(GAP));
	}

	/** Umlauts are spelt with an e or without. */
	private static String expression(String word) {
		return UMLAUT.matcher(word).replaceAll("$1\u0001").codePoints().mapToObj((letter) -> switch (letter) {
			case '-' -> "[ \\p{Pd}]?";
			case 1 -> "e?";
			default -> Pattern.quote(Character.toString(letter));
		}).collect(Collectors.joining());
	}

	/**
	 * The first name or its initial, up to three names or initials between, and the last
	 * name; or the last name, a comma and the initial.
	 */
	private static List<String> loosely(String first, String last) {
		String initial = Pattern.quote(Character.toString(first.codePointAt(0)));
		return List.of(expression(first) + NARROW + BETWEEN + expression(last),
				FIRST_INITIAL + initial + "\\. ?" + BETWEEN + expression(last),
				expression(last) + " ?, ?" + initial + "(?:\\.|(?= ?[.,;:)\\n])|$)");
	}

	/**
	 * Patterns of {@code like … escape '!'}, in lower case, of which one fits whatever
	 * text of plain letters names the person, and maybe others. What texts with other
	 * letters say no database can tell: see {@link #BEYOND_ASCII}.
	 */
	public List<String> patterns() {
		return List.copyOf(this.patterns);
	}

	private static String pattern(String word) {
		return "%" + word.toLowerCase(Locale.ROOT)
			.codePoints()
			.mapToObj(Character::toString)
			.map((letter) -> letter.matches("[a-z0-9@.]") ? letter : "%")
			.collect(Collectors.joining())
			.replaceAll("([aou])e?", "$1%") + "%";
	}

	public boolean isIn(String text) {
		return !in(text).isEmpty();
	}

	/** Where it stands, from the beginning on. */
	public List<Passage> in(String text) {
		Set<Passage> found = new TreeSet<>(Comparator.comparing(Passage::start).thenComparing(Passage::end));
		for (Folded folded : Folded.of(text)) {
			found.addAll(folded.passages(this.exact, (matcher) -> true));
			found.addAll(folded.passages(this.loose, (matcher) -> isName(text, folded, matcher)));
		}
		List<Passage> apart = new ArrayList<>();
		for (Passage one : found) {
			Passage before = apart.isEmpty() ? null : apart.get(apart.size() - 1);
			if (before == null || one.start() >= before.end()) {
				apart.add(one);
			}
			else if (one.end() > before.end()) {
				apart.set(apart.size() - 1, new Passage(before.start(), one.end()));
			}
		}
		return apart;
	}

	/**
	 * Whether what stands between a first and a last name are names: of the person, or
	 * begun with a capital letter, as they may not be in the name of a file.
	 */
	private boolean isName(String text, Folded folded, Matcher matcher) {
		int begin = folded.start(matcher.start());
		String whole = text.substring(begin, folded.start(matcher.end()));
		if (!whole.contains(" ") && whole.equals(whole.toLowerCase(Locale.ROOT))) {
			return true;
		}
		boolean named = !Character.isLowerCase(whole.codePointAt(0)) && !ENDED.matcher(whole).find();
		for (int group = 1; group <= matcher.groupCount() && named; group++) {
			String between = matcher.group(group);
			named = between == null || this.own.contains(between) || PARTICLES.contains(between)
					|| !Character.isLowerCase(text.codePointAt(folded.start(matcher.start(group))));
		}
		return named;
	}

	/**
	 * The text with something else in place of the name as it is known, which nobody
	 * looks at.
	 */
	public String replaced(String text, String instead) {
		StringBuilder replaced = new StringBuilder();
		int from = 0;
		for (Passage passage : Folded.of(text).get(0).passages(this.exact, (matcher) -> true)) {
			replaced.append(text, from, passage.start()).append(instead);
			from = passage.end();
		}
		return replaced.append(text, from, text.length()).toString();
	}

}
