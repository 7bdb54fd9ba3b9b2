package org.muster.skills;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Every spelling of every skill by its words, so that the longest is found first. */
class SpellingIndex {

	private static final Pattern HUMPS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

	private static final Pattern VERSIONED = Pattern.compile("(\\p{L}{3,})\\d+");

	/** Ends of words that an s does not make a plural of. */
	private static final List<String> SINGULAR = List.of("ss", "is", "us", "js", "ics", "ops");

	private final Map<String, Entry> entries = new HashMap<>();

	/** Longest first, by the word that a spelling begins with. */
	private final Map<String, Integer> longest = new HashMap<>();

	SpellingIndex(Collection<Skill> skills) {
		skills.forEach((skill) -> skill.spellings()
			.forEach((spelling) -> put(key(spelling.text()), new Entry(skill, spelling))));
		// Another way to write one skill takes nothing from the very name of another.
		skills.forEach((skill) -> skill.spellings()
			.forEach((spelling) -> variants(spelling.text()).forEach((key) -> put(key, new Entry(skill, spelling)))));
	}

	private void put(String key, Entry entry) {
		this.entries.putIfAbsent(key, entry);
		String first = key.contains(" ") ? key.substring(0, key.indexOf(' ')) : key;
		this.longest.merge(first, key.split(" ").length, Math::max);
	}

	/** The longest spelling that begins with a word of a text, if any does. */
	@Nullable Found find(List<Word> words, int at) {
		Integer most = this.longest.get(words.get(at).text());
		if (most == null) {
			return versioned(words.get(at));
		}
		StringBuilder key = new StringBuilder(words.get(at).text());
		Found found = entry(key, 1);
		for (int count = 2; count <= most && at + count <= words.size(); count++) {
			Word next = words.get(at + count - 1);
			if (!next.joined()) {
				break;
			}
			Found longer = entry(key.append(' ').append(next.text()), count);
			found = (longer != null) ? longer : found;
		}
		return found;
	}

	private @Nullable Found entry(CharSequence key, int words) {
		Entry entry = this.entries.get(key.toString());
		return (entry != null) ? new Found(entry.skill(), entry.spelling(), words) : null;
	}

	/** Java8, Angular15. */
	private @Nullable Found versioned(Word word) {
		var matcher = VERSIONED.matcher(word.text());
		Found found = matcher.matches() ? entry(matcher.group(1), 1) : null;
		return (found != null && found.spelling().certainty() == Spelling.Certainty.CERTAIN) ? found : null;
	}

	static String key(String spelling) {
		return Word.of(spelling).stream().map(Word::text).collect(Collectors.joining(" "));
	}

	/**
	 * Together, apart at the humps, in the singular and plural, with z for s.
	 */
	private static Set<String> variants(String spelling) {
		Set<String> keys = new HashSet<>();
		keys.add(key(spelling));
		String together = key(spelling).replace(" ", "");
		if (together.length() >= 5) {
			keys.add(together);
		}
		if (spelling.length() >= 7) {
			keys.add(key(HUMPS.matcher(spelling).replaceAll(" ")));
		}
		for (String key : Set.copyOf(keys)) {
			keys.add(key.replaceAll("is(ation|e\\b|ing\\b)", "iz$1"));
			keys.add(key.replace("elling", "eling").replace("aviour", "avior"));
			if (key.length() >= 7 && Character.isLetter(key.charAt(key.length() - 1))
					&& SINGULAR.stream().noneMatch(key::endsWith)) {
				keys.add(key.endsWith("s") ? key.substring(0, key.length() - 1) : key + "s");
			}
		}
		return keys;
	}

	/**
	 * @param words how many of the text it takes
	 */
	record Found(Skill skill, Spelling spelling, int words) {
	}

	private record Entry(Skill skill, Spelling spelling) {
	}

}
