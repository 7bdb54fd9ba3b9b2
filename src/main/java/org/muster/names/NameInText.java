package org.muster.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
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
import org.muster.forms.SearchText;

/**
 * Where texts name a person: by first and last name, either first, with or without names
 * between them, or by initials and the last name; however the letters are written, and
 * never within a longer word. A first name alone may be anybody's; what a last name or
 * initials alone tell is found apart, as {@linkplain #possiblyIn possible}.
 */
public final class NameInText {

	/** What a text has to hold that a database cannot compare: {@code regexp} of it. */
	public static final String BEYOND_ASCII = "[^\\x00-\\x7F]";

	/** Shorter ones stand in every text. */
	private static final int SHORTEST = 3;

	private static final String GAP = "[ \\n_.,+%\\p{Pd}]{1,4}";

	/** Between the names of one person, and not of two, one below the other. */
	static final String NARROW = "(?:%20|[ _.+\\p{Pd}]{1,2})";

	/** Up to three names or initials; as few as will do, so that each name is found. */
	private static final String BETWEEN = "(?:(\\p{L}+)N(?:(\\p{L}+)N(?:(\\p{L}+)N)??)??)??".replace("N", NARROW);

	private static final Pattern ONE_WORD = Pattern.compile("[\\p{L}\\p{M}'\u2019]{2,}");

	static final String BEFORE = "(?<![\\p{L}\\p{N}])";

	static final String BEHIND = "(?![\\p{L}\\p{N}])";

	/** An abbreviation such as a title, but no initial. */
	static final Pattern ABBREVIATED = Pattern.compile("\\p{L}{2,}\\.");

	private static final Pattern UMLAUT = Pattern.compile("([aou])e?");

	/** Of names, and in small letters. */
	static final Set<String> PARTICLES = Set.of("al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el",
			"la", "le", "ten", "ter", "van", "von", "zu", "zur");

	/** Another initial before it would be that of another name. */
	private static final String FIRST_INITIAL = "(?<!(?<!\\p{L})\\p{L}\\. ?)";

	/** A sentence ends there, and not an initial. */
	private static final Pattern ENDED = Pattern.compile("\\p{L}{2,}\\.[\\s\\p{Z}]");

	/** Another last name behind one, but no word such as CV. */
	private static final Pattern JOINED = Pattern.compile("\\p{Pd}\\p{Lu}\\p{Ll}");

	private final Set<String> patterns;

	private final Pattern exact;

	private final Pattern loose;

	private final Set<String> own;

	private final String name;

	private final List<ShortName> possible;

	/**
	 * @param others what else tells who it is, such as an e-mail address
	 */
	public NameInText(String name, @Nullable String... others) {
		Set<String> exactly = new LinkedHashSet<>();
		Set<String> loosely = new LinkedHashSet<>();
		this.patterns = new LinkedHashSet<>();
		this.name = name;
		List<String> words = words(firstToLast(name));
		this.own = Set.copyOf(words);
		this.possible = ShortName.of(words);
		this.possible.forEach((one) -> this.patterns.addAll(one.patterns()));
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

	private NameInText(NameInText name, List<ShortName> possible) {
		this.name = name.name;
		this.patterns = name.patterns;
		this.exact = name.exact;
		this.loose = name.loose;
		this.own = name.own;
		this.possible = possible;
	}

	/** As it was written in places where it was found. */
	private NameInText(Collection<String> written) {
		this.name = "";
		this.patterns = Set.of();
		this.own = Set.of();
		this.exact = any(written.stream()
			.filter((one) -> !ONE_WORD.matcher(one).matches())
			.map((one) -> joined(words(one)))
			.filter((one) -> !one.isEmpty())
			.collect(Collectors.toCollection(LinkedHashSet::new)));
		this.loose = any(Set.of());
		this.possible = ShortName.ofWords(written.stream()
			.flatMap((one) -> ONE_WORD.matcher(one).matches() ? Stream.of(SearchText.fold(one)) : words(one).stream())
			.toList());
	}

	/**
	 * Whom texts name as somebody was named in another text, or earlier in the same;
	 * possibly by any word of that name.
	 */
	public static NameInText asWritten(Collection<String> passages) {
		return new NameInText(passages);
	}

	/**
	 * The same person, among others of whom some may have the same last name: what tells
	 * that one of those is meant is no possible mention any more.
	 * @param others the full names of other people, of any last name
	 */
	public NameInText among(Collection<String> others) {
		List<String> namesakes = others.stream()
			.filter(this::sharesSurnameWith)
			.filter((other) -> !words(firstToLast(other)).equals(words(firstToLast(this.name))))
			.distinct()
			.toList();
		return new NameInText(this, this.possible.stream().map((one) -> one.among(namesakes)).toList());
	}

	/**
	 * Whether somebody else of a name has the same last name, or one of two that are
	 * joined.
	 */
	public boolean sharesSurnameWith(String other) {
		return words(firstToLast(this.name)).size() > 1
				&& !Collections.disjoint(parts(surname(this.name)), parts(surname(other)));
	}

	/** The last name in plain letters; empty for none. */
	static String surname(String name) {
		List<String> words = words(firstToLast(name));
		return words.isEmpty() ? "" : words.get(words.size() - 1);
	}

	/** The names of which one is joined, or itself. */
	static List<String> parts(String name) {
		return Arrays.stream(name.split("-")).filter((part) -> !part.isEmpty()).toList();
	}

	/**
	 * A part of a text.
	 *
	 * @param end the first character behind it
	 */
	public record Passage(int start, int end) {

		boolean overlaps(Passage other) {
			return this.start < other.end && other.start < this.end;
		}

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
	static String expression(String word) {
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

	static String pattern(String word) {
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

	/** Whether it names the person, or may. */
	public boolean mayBeIn(String text) {
		return isIn(text) || !possiblyIn(text).isEmpty();
	}

	/**
	 * Where it may name the person, apart from where it does: by the last name alone,
	 * with a title or with an initial that has no full stop, or by initials. Somebody has
	 * to look at it.
	 */
	public List<Passage> possiblyIn(String text) {
		List<Passage> certain = in(text);
		Set<Passage> found = inOrder();
		for (ShortName one : this.possible) {
			found.addAll(one.in(text, !certain.isEmpty()));
		}
		return apart(found).stream().filter((one) -> certain.stream().noneMatch(one::overlaps)).toList();
	}

	private static Set<Passage> inOrder() {
		return new TreeSet<>(Comparator.comparing(Passage::start).thenComparing(Passage::end));
	}

	/** Where it stands, from the beginning on. */
	public List<Passage> in(String text) {
		Set<Passage> found = inOrder();
		for (Folded folded : Folded.of(text)) {
			found.addAll(folded.passages(this.exact, (matcher) -> isWhole(text, folded, matcher)));
			found.addAll(folded.passages(this.loose,
					(matcher) -> isWhole(text, folded, matcher) && isName(text, folded, matcher)));
		}
		return apart(found);
	}

	/** Those that overlap are one. */
	private static List<Passage> apart(Collection<Passage> found) {
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

	/** Whether no other last name is joined to it: somebody else may be called so. */
	private static boolean isWhole(String text, Folded folded, Matcher matcher) {
		return !JOINED.matcher(text).region(folded.start(matcher.end()), text.length()).lookingAt();
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
		Folded folded = Folded.of(text).get(0);
		for (Passage passage : folded.passages(this.exact, (matcher) -> isWhole(text, folded, matcher))) {
			replaced.append(text, from, passage.start()).append(instead);
			from = passage.end();
		}
		return replaced.append(text, from, text.length()).toString();
	}

}
