package org.muster.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.muster.forms.SearchText;
import org.muster.names.NameInText.Passage;

/**
 * What people are called for short: by the last name, with a title, an initial or nothing
 * beside it, by the first name with the initial of the last one, or by initials. Of two
 * last names that are joined one may be left out, or another may have been joined. Such a
 * name may be somebody else's too. It begins with a capital letter, unless the text has
 * none at all.
 */
final class ShortName {

	/** Two letters alone are a word of some language. */
	private static final int SHORTEST = 3;

	/** How far before and behind a name its neighbours are looked for. */
	private static final int NEAR = 60;

	private static final String WORD = "[\\p{L}\\p{M}'\u2019\\p{Pd}]+";

	/** On the same line; a full stop behind it is that of a title or an initial. */
	private static final Pattern WORD_BEFORE = Pattern.compile("(" + WORD + ")(\\.?)[\\h_]{0,2}$");

	private static final Pattern INITIAL_BEFORE = Pattern.compile("(?<!\\p{L})\\p{L}(?:\\.\\h?|\\h)$");

	/** A line, a sentence or an item of a list begins there. */
	private static final Pattern BEGINNING = Pattern
		.compile("(?:^|[\\n\\r.!?:;\u2026(\\[\"\u201e\u201c\u00ab/|\u2022*>-])\\s*$");

	private static final Pattern WORD_BEHIND = Pattern.compile("^\\h?,?\\h?(" + WORD + ")(\\.?)");

	/** The line or the item of a list ends there. */
	private static final Pattern ALONE = Pattern.compile("^\\h*(?:[\\n\\r,;|)]|$)");

	/** Other last names before and behind one. */
	private static final Pattern JOINED_BEFORE = Pattern
		.compile("(?:(?<!\\p{L})\\p{Lu}[\\p{L}\\p{M}'\u2019]+\\p{Pd})+$");

	private static final Pattern JOINED_BEHIND = Pattern.compile("^(?:\\p{Pd}\\p{Lu}[\\p{L}\\p{M}'\u2019]+)+");

	private static final Pattern NAME_BEHIND = Pattern.compile("^\\h?\\p{Lu}\\p{L}");

	/**
	 * What is written with a capital letter before a last name, and is no first name:
	 * titles and words by which people are addressed, spoken of or asked for.
	 */
	private static final Set<String> NO_NAMES = Set.of("mr", "mrs", "ms", "miss", "mister", "mx", "sir", "madam", "dr",
			"prof", "professor", "eng", "ing", "dipl", "mag", "phd", "msc", "mba", "herr", "herrn", "hr", "frau", "fr",
			"kollege", "kollegen", "kollegin", "berater", "beraterin", "sr", "sra", "srta", "senhor", "senhora", "dona",
			"dra", "doutor", "doutora", "engenheiro", "engenheira", "senor", "senora", "senorita", "don", "monsieur",
			"madame", "mme", "mlle", "docteur", "colega", "collegue", "consultor", "consultora", "consultant",
			"colleague", "candidate", "developer", "engineer", "architect", "dear", "hi", "hello", "ask", "thanks",
			"thank", "with", "for", "from", "by", "to", "of", "and", "or", "re", "cv", "profile", "offered", "replace",
			"replaces", "mit", "fur", "von", "und", "an", "lieber", "liebe", "hallo", "com", "para", "por", "e", "con",
			"avec", "pour", "cher", "chere", "caro", "cara");

	private final List<String> given;

	private final Set<String> initials;

	private final String last;

	/** Of a last name that is joined, of which this is one; otherwise none. */
	private final List<String> joined;

	private final Pattern surname;

	private final Pattern initialled;

	private final Set<String> patterns = new LinkedHashSet<>();

	private final List<NameInText> namesakes;

	/** Of those who are called the same, and not also something else. */
	private final List<NameInText> sameOnly;

	private final Set<String> givenToOthers;

	private ShortName(List<String> given, String last, List<String> joined, Collection<String> namesakes) {
		this.given = given;
		this.joined = joined;
		this.initials = given.stream().map(ShortName::initial).collect(Collectors.toSet());
		this.last = last;
		this.surname = Pattern
			.compile(NameInText.BEFORE + NameInText.expression(last) + "(?:['\u2019]?s)?" + NameInText.BEHIND);
		this.initialled = (given.isEmpty() || !joined.isEmpty()) ? Pattern.compile("(?!)")
				: initialled(given, given.get(0), initial(last));
		this.namesakes = namesakes.stream().map((one) -> new NameInText(one)).toList();
		this.sameOnly = namesakes.stream()
			.filter((one) -> NameInText.surname(one).equals(last))
			.map((one) -> new NameInText(one))
			.toList();
		if (!joined.isEmpty()) {
			this.patterns.add(NameInText.pattern(last));
		}
		this.givenToOthers = namesakes.stream()
			.flatMap((one) -> List.of(one.split("[\\s\\p{Z},]+")).stream())
			.map(SearchText::fold)
			.filter((one) -> !given.contains(one) && !one.equals(last))
			.collect(Collectors.toSet());
	}

	/** Of a name in plain letters; somebody of one name has no shorter one. */
	static List<ShortName> of(List<String> words) {
		List<String> given = words.subList(0, Math.max(0, words.size() - 1))
			.stream()
			.filter((word) -> !NameInText.ABBREVIATED.matcher(word).matches() && !NameInText.PARTICLES.contains(word))
			.toList();
		return given.isEmpty() ? List.of() : of(given, words.get(words.size() - 1)).toList();
	}

	/** By the last name as a whole, and by each of those that are joined in it. */
	private static Stream<ShortName> of(List<String> given, String last) {
		List<String> parts = NameInText.parts(last);
		Stream<ShortName> each = (parts.size() < 2) ? Stream.empty()
				: parts.stream()
					.filter((part) -> part.length() >= SHORTEST && !NameInText.PARTICLES.contains(part))
					.map((part) -> new ShortName(given, part, parts, List.of()));
		return Stream.concat(Stream.of(new ShortName(given, last, List.of(), List.of())), each);
	}

	/**
	 * Of somebody who was named in some way: every word of it that is neither a title nor
	 * an initial may be the last name.
	 */
	static List<ShortName> ofWords(Collection<String> words) {
		return words.stream()
			.map((word) -> word.replaceAll("\\.$", ""))
			.filter((word) -> word.length() >= SHORTEST && !NO_NAMES.contains(word)
					&& !NameInText.PARTICLES.contains(word))
			.distinct()
			.flatMap((word) -> of(List.of(), word))
			.toList();
	}

	ShortName among(Collection<String> namesakes) {
		return new ShortName(this.given, this.last, this.joined, namesakes);
	}

	private static String initial(String word) {
		return Character.toString(word.codePointAt(0));
	}

	/** {@code A. W.}, {@code A.M.W.}, {@code Anna W.} and {@code Anna W}. */
	private Pattern initialled(List<String> given, String first, String last) {
		List<String> initials = given.stream().map(ShortName::initial).toList();
		List<String> forms = new ArrayList<>();
		for (List<String> each : List.of(initials, initials.subList(0, 1))) {
			forms.add(each.stream().map((one) -> Pattern.quote(one) + "\\. ?").collect(Collectors.joining())
					+ Pattern.quote(last) + "\\.");
			for (String between : List.of(".", ". ")) {
				this.patterns.add("%" + SearchText.literal(String.join(between, each) + between + last) + ".%");
			}
		}
		forms.add(NameInText.expression(first) + NameInText.NARROW + Pattern.quote(last)
				+ "(?:\\.|(?![\\p{L}\\p{N}+#.]))");
		for (String form : SearchText.forms(first)) {
			this.patterns.add("%" + SearchText.literal(form) + "_" + SearchText.literal(last) + "%");
		}
		return Pattern.compile(NameInText.BEFORE + "(?:" + String.join("|", forms) + ")" + NameInText.BEHIND);
	}

	/** See {@link NameInText#patterns()}; the last name is one of its own. */
	Set<String> patterns() {
		return this.patterns;
	}

	/**
	 * @param named whether the text also names the person in full
	 */
	List<Passage> in(String text, boolean named) {
		boolean small = text.equals(text.toLowerCase(Locale.ROOT));
		List<Passage> others = this.namesakes.stream().flatMap((one) -> one.in(text).stream()).toList();
		boolean othersNamed = !named && this.sameOnly.stream().anyMatch((one) -> one.isIn(text));
		List<Passage> found = new ArrayList<>();
		for (Folded folded : Folded.of(text)) {
			folded.passages(this.initialled, (matcher) -> isInitialled(text, small, folded, matcher))
				.forEach(found::add);
			for (Passage one : folded.passages(this.surname, (matcher) -> true)) {
				if ((small || isCapital(text, one.start())) && others.stream().noneMatch(one::overlaps)) {
					around(text, one, othersNamed).ifPresent(found::add);
				}
			}
		}
		return found;
	}

	private static boolean isCapital(String text, int at) {
		return !Character.isLowerCase(text.codePointAt(at));
	}

	/** More initials, or initials before a last name, are somebody else's. */
	private boolean isInitialled(String text, boolean small, Folded folded, Matcher matcher) {
		int start = folded.start(matcher.start());
		int end = folded.start(matcher.end());
		String written = text.substring(start, end);
		boolean capital = small
				|| isCapital(text, start) && isCapital(written, written.replaceAll("[^\\p{L}]+$", "").length() - 1);
		return capital && !INITIAL_BEFORE.matcher(text.substring(0, start)).find()
				&& !NAME_BEHIND.matcher(text.substring(end)).find();
	}

	/**
	 * The last name with an initial of the person beside it; nothing if what is beside it
	 * is somebody else's.
	 * @param othersNamed whether the text names somebody else of this last name, and not
	 * the person
	 */
	private Optional<Passage> around(String text, Passage found, boolean othersNamed) {
		Passage name = joined(text, found);
		if (!this.joined.isEmpty() && !this.joined.containsAll(besides(text, name, found))) {
			return Optional.empty();
		}
		String before = withoutParticles(text.substring(Math.max(0, name.start() - NEAR), name.start()));
		String behind = text.substring(name.end(), Math.min(text.length(), name.end() + NEAR));
		Matcher word = WORD_BEFORE.matcher(before);
		boolean follows = word.find();
		if (follows && isInitial(word.group(1))) {
			boolean own = this.initials.contains(SearchText.fold(word.group(1)))
					&& !INITIAL_BEFORE.matcher(before.substring(0, word.start())).find();
			return own ? Optional.of(new Passage(Math.max(0, name.start() - NEAR) + word.start(), name.end()))
					: Optional.empty();
		}
		if (follows && word.group(2).isEmpty() && this.given.contains(SearchText.fold(word.group(1)))) {
			return Optional.of(new Passage(Math.max(0, name.start() - NEAR) + word.start(), name.end()));
		}
		boolean titled = follows && NO_NAMES.contains(SearchText.fold(word.group(1)));
		if (follows && !titled && isGivenToOthers(word, before, behind)) {
			return Optional.empty();
		}
		Matcher next = WORD_BEHIND.matcher(behind);
		if (next.find()) {
			String nextWord = SearchText.fold(next.group(1));
			if (isInitial(next.group(1)) && (!next.group(2).isEmpty() || !next.group(1).equals("I"))) {
				return this.initials.contains(nextWord)
						? Optional.of(new Passage(name.start(), name.end() + next.end())) : Optional.empty();
			}
			if (this.givenToOthers.contains(nextWord)) {
				return Optional.empty();
			}
		}
		boolean tells = !othersNamed && (this.last.length() >= SHORTEST || titled);
		return tells ? Optional.of(name) : Optional.empty();
	}

	/** With the last names that are joined to it. */
	private static Passage joined(String text, Passage name) {
		Matcher before = JOINED_BEFORE.matcher(text.substring(Math.max(0, name.start() - NEAR), name.start()));
		Matcher behind = JOINED_BEHIND.matcher(text.substring(name.end(), Math.min(text.length(), name.end() + NEAR)));
		return new Passage(before.find() ? name.start() - (before.end() - before.start()) : name.start(),
				behind.find() ? name.end() + behind.end() : name.end());
	}

	/** The names that stand around another in a joined one. */
	private static List<String> besides(String text, Passage joined, Passage name) {
		String besides = text.substring(joined.start(), name.start()) + "-" + text.substring(name.end(), joined.end());
		return NameInText.parts(SearchText.fold(besides).replace(' ', '-'));
	}

	private static String withoutParticles(String before) {
		Matcher word = WORD_BEFORE.matcher(before);
		return (word.find() && NameInText.PARTICLES.contains(word.group(1)))
				? withoutParticles(before.substring(0, word.start())) : before;
	}

	/** A capital letter alone; small ones are words. */
	private static boolean isInitial(String word) {
		return word.codePointCount(0, word.length()) == 1 && Character.isUpperCase(word.codePointAt(0));
	}

	/**
	 * At the beginning of a sentence every word has a capital letter, but two alone on a
	 * line are a name.
	 */
	private boolean isGivenToOthers(Matcher word, String before, String behind) {
		boolean capital = word.group(2).isEmpty() && Character.isUpperCase(word.group(1).codePointAt(0));
		return this.givenToOthers.contains(SearchText.fold(word.group(1))) || capital
				&& (!BEGINNING.matcher(before.substring(0, word.start())).find() || ALONE.matcher(behind).find());
	}

}
