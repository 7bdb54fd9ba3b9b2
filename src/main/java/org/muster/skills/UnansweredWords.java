package org.muster.skills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words of submitted requests and imported CVs that no skill answers to, counted so
 * that administrators see what the taxonomy lacks. Common words are left out.
 */
@Component
public class UnansweredWords {

	private static final int LONGEST = 40;

	private static final int AROUND = 60;

	private static final Pattern OF_A_NAME = Pattern.compile(".+\\p{Lu}.*|.*\\d.*|.*[+#]|\\..*");

	private static final Set<String> COMMON = common();

	private final SkillReader reader;

	private final UnansweredWordRepository words;

	private final JdbcTemplate jdbc;

	UnansweredWords(SkillReader reader, UnansweredWordRepository words, JdbcTemplate jdbc) {
		this.reader = reader;
		this.words = words;
		this.jdbc = jdbc;
	}

	/**
	 * Counts the words of a text, each once, within the transaction that keeps the text.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void note(String text) {
		count(unanswered(text).values());
	}

	/** The same of a text about a person, of whom no sentence shall be kept here. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void noteWithoutExamples(String text) {
		count(unanswered(text).values()
			.stream()
			.map((met) -> new Met(met.word(), met.written(), met.likeName(), ""))
			.toList());
	}

	private void count(Collection<Met> words) {
		List<Object[]> rows = words.stream()
			.map((met) -> new Object[] { met.word(), met.written(), met.likeName(), met.example() })
			.toList();
		// Sorted by word, so that two who do this at once do not wait for each other.
		this.jdbc.batchUpdate("""
				insert into unanswered_word (word, written, texts, like_name, example, dismissed)
				values (?, ?, 1, ?, ?, false) on duplicate key update texts = texts + 1""", rows);
	}

	SortedMap<String, Met> unanswered(String text) {
		BitSet answered = new BitSet(text.length());
		this.reader.read(text).forEach((mention) -> answered.set(mention.start(), mention.end()));
		answered.or(SkillReader.addresses(text));
		SortedMap<String, Met> met = new TreeMap<>();
		for (Word word : Word.of(text)) {
			String key = Spelling.key(word.text());
			if (answered.get(word.start()) || key.length() < 2 || key.length() > LONGEST || COMMON.contains(key)
					|| !key.codePoints().anyMatch(Character::isLetter)) {
				continue;
			}
			Met here = met(text, word, key);
			met.merge(key, here, (one, other) -> (other.likeName() && !one.likeName()) ? other : one);
		}
		return met;
	}

	private static Met met(String text, Word word, String key) {
		String written = text.substring(word.start(), word.end());
		boolean inside = word.start() > 1 && text.charAt(word.start() - 1) == ' '
				&& (Character.isLetterOrDigit(text.charAt(word.start() - 2)) || text.charAt(word.start() - 2) == ',');
		boolean likeName = OF_A_NAME.matcher(written).matches()
				|| (inside && Character.isUpperCase(written.codePointAt(0)));
		return new Met(key, written, likeName, around(text, word.start(), word.end()));
	}

	/** A part of the text that begins and ends between words. */
	private static String around(String text, int start, int end) {
		int from = Math.max(0, start - AROUND);
		int to = Math.min(text.length(), end + AROUND);
		while (from > 0 && from < start && !Character.isWhitespace(text.charAt(from - 1))) {
			from++;
		}
		while (to < text.length() && to > end && !Character.isWhitespace(text.charAt(to))) {
			to--;
		}
		return text.substring(from, to).strip().replaceAll("\\s+", " ");
	}

	/**
	 * A word that was met.
	 *
	 * @param word in lower case, without accents
	 * @param example where it stands
	 */
	record Met(String word, String written, boolean likeName, String example) {
	}

	/** Those that wait for somebody, the most frequent first. */
	Page<UnansweredWord> open(boolean onlyNames, Pageable page) {
		return this.words.open(onlyNames, page);
	}

	Optional<UnansweredWord> find(long id) {
		return this.words.findById(id);
	}

	/** A skill answers to them now. */
	void answered(Collection<Spelling> spellings) {
		this.words.deleteByWordIn(spellings.stream().map(Spelling::key).toList());
	}

	private static Set<String> common() {
		try {
			return new ClassPathResource("common-words.txt").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.startsWith("#"))
				.flatMap((line) -> Arrays.stream(line.split("\\s+")))
				.map(Spelling::key)
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
