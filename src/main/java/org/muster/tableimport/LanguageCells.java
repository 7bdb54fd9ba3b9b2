package org.muster.tableimport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.tables.TableColumn;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.ProfileWords;

/** Reads the languages of a person, each with how well it is spoken. */
final class LanguageCells {

	/** Of a language with its level. */
	private static final int LONGEST_PART = 120;

	private static final Pattern LANGUAGE = Pattern
		.compile("(\\p{L}[\\p{L} ]*?)\\s*(?:[:( ]\\s*(\\p{L}[\\p{L}\\d]+)\\s*\\)?)?");

	/** Those whose level was read out of a word, by what the cell says. */
	private final Map<String, Spoken> worded = new LinkedHashMap<>();

	private static boolean isShort(String part) {
		return part.strip().length() <= LONGEST_PART;
	}

	/**
	 * Nothing where no language was read; what is wrong goes to the wrongs of the row.
	 */
	@Nullable Map<String, LanguageLevel> read(String text, List<Wrong> wrongs) {
		Map<String, LanguageLevel> spoken = new LinkedHashMap<>();
		for (String part : text.split("[,;|/\\n]")) {
			if (part.isBlank()) {
				continue;
			}
			Matcher matcher = LANGUAGE.matcher(part.strip());
			boolean read = isShort(part) && matcher.matches();
			Optional<String> language = read ? ProfileWords.languageNamed(matcher.group(1)) : Optional.empty();
			Optional<LanguageLevel> level = (read && matcher.group(2) != null) ? ProfileWords.fluency(matcher.group(2))
					: Optional.empty();
			if (language.isEmpty() || level.isEmpty()) {
				String reason = (language.isPresent() && matcher.group(2) == null) ? "language.level" : "language";
				wrongs.add(new Wrong(TableColumn.LANGUAGES, reason, part.strip(), false));
			}
			else {
				spoken.put(language.get(), level.get());
				if (!level.get().name().equalsIgnoreCase(matcher.group(2))) {
					this.worded.put(part.strip(), new Spoken(language.get(), level.get()));
				}
			}
		}
		return spoken.isEmpty() ? null : spoken;
	}

	Map<String, Spoken> worded() {
		return this.worded;
	}

}
