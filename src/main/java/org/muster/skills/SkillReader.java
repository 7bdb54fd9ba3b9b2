package org.muster.skills;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.numbers.WordPattern;
import org.muster.skills.SpellingIndex.Found;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads skills out of free text: a job ad, a CV, a project's description. The longest
 * spelling wins; a word that means something else too counts only where its surroundings
 * decide for the skill. No text leaves the machine.
 */
@Component
public class SkillReader {

	/** Addresses are no skills: https://react.dev, java@example.com. */
	private static final Pattern ADDRESS = WordPattern.compile(
			"https?://\\S+|www\\.\\S+|\\b[\\w.+-]{1,64}@[\\w.-]{1,255}|\\b[\\w-]{1,63}\\.(?:com|org|io|dev|net)/\\S+");

	private static final int PASSES = 3;

	private final Supplier<Collection<Skill>> skills;

	private volatile @Nullable Index index;

	@Autowired
	SkillReader(Taxonomy taxonomy) {
		this(taxonomy::all);
	}

	/**
	 * @param skills the same collection for as long as it does not change
	 */
	SkillReader(Supplier<Collection<Skill>> skills) {
		this.skills = skills;
	}

	/** Every skill that a text speaks of, in the order of the text. */
	public List<SkillMention> read(String text) {
		BitSet addresses = addresses(text);
		List<Candidate> accepted = new ArrayList<>();
		List<Candidate> open = new ArrayList<>();
		for (Candidate candidate : candidates(text)) {
			if (addresses.get(candidate.start())) {
				continue;
			}
			(candidate.isCertain(text) ? accepted : open).add(candidate);
		}
		decide(text, open, accepted);
		accepted.sort(Comparator.comparingInt(Candidate::start));
		BitSet mentioned = new BitSet(text.length());
		accepted.forEach((candidate) -> mentioned.set(candidate.start(), candidate.end()));
		Claims claims = new Claims(text, mentioned::get);
		return accepted.stream()
			.map((candidate) -> claims.about(candidate.found().skill(), candidate.start(), candidate.end()))
			.toList();
	}

	/** The skill that a text names, if it is a spelling of one and nothing else. */
	public Optional<Skill> named(String text) {
		List<Word> words = Word.of(text);
		Found found = words.isEmpty() ? null : spellings().find(words, 0);
		if (found != null && found.words() == words.size()) {
			return Optional.of(found.skill());
		}
		// A name may hold signs that words do not.
		return this.skills.get().stream().filter((skill) -> skill.name().equalsIgnoreCase(text.strip())).findFirst();
	}

	/** What is decided for helps to decide what stands beside it. */
	private static void decide(String text, List<Candidate> open, List<Candidate> accepted) {
		BitSet begins = new BitSet(text.length());
		BitSet ends = new BitSet(text.length());
		accepted.forEach((candidate) -> {
			begins.set(candidate.start());
			ends.set(candidate.end());
		});
		Surroundings surroundings = new Surroundings(text, begins::get, ends::get);
		Set<Candidate> paired = new HashSet<>();
		for (int at = 1; at < open.size(); at++) {
			if (open.get(at - 1).speakForEachOther(open.get(at), surroundings)) {
				paired.add(open.get(at - 1));
				paired.add(open.get(at));
			}
		}
		open.removeAll(paired);
		accepted.addAll(paired);
		paired.forEach((candidate) -> {
			begins.set(candidate.start());
			ends.set(candidate.end());
		});
		// There and back, so that a list is decided for from either end.
		for (int pass = 0; pass < PASSES && !open.isEmpty(); pass++) {
			open.removeIf((candidate) -> {
				boolean decided = candidate.isDecided(surroundings);
				if (decided) {
					accepted.add(candidate);
					begins.set(candidate.start());
					ends.set(candidate.end());
				}
				return decided;
			});
			Collections.reverse(open);
		}
	}

	private List<Candidate> candidates(String text) {
		SpellingIndex spellings = spellings();
		List<Word> words = Word.of(text);
		List<Candidate> candidates = new ArrayList<>();
		int at = 0;
		while (at < words.size()) {
			Found found = spellings.find(words, at);
			if (found != null) {
				candidates.add(new Candidate(found, words.get(at).start(), words.get(at + found.words() - 1).end()));
			}
			at += (found != null) ? found.words() : 1;
		}
		return candidates;
	}

	static BitSet addresses(String text) {
		BitSet addresses = new BitSet(text.length());
		Matcher matcher = ADDRESS.matcher(text);
		while (matcher.find()) {
			addresses.set(matcher.start(), matcher.end());
		}
		return addresses;
	}

	private SpellingIndex spellings() {
		Collection<Skill> skills = this.skills.get();
		Index known = this.index;
		if (known == null || known.skills() != skills) {
			known = new Index(skills, new SpellingIndex(skills));
			this.index = known;
		}
		return known.spellings();
	}

	private record Index(Collection<Skill> skills, SpellingIndex spellings) {
	}

	private record Candidate(Found found, int start, int end) {

		boolean isCertain(String text) {
			return switch (this.found.spelling().certainty()) {
				case CERTAIN -> !text.regionMatches(true, Math.max(0, this.start - 4), "non-", 0, 4);
				case CAPITALS -> text.startsWith(this.found.spelling().text(), this.start);
				case SURROUNDINGS -> false;
			};
		}

		boolean speakForEachOther(Candidate next, Surroundings surroundings) {
			return surroundings.speakForEachOther(this.found.skill(), this.start, this.end, next.found.skill(),
					next.start, next.end);
		}

		boolean isDecided(Surroundings surroundings) {
			return surroundings.decideFor(this.found.skill(), this.found.spelling(), this.start, this.end);
		}

	}

}
