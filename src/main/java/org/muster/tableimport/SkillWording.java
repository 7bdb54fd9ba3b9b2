package org.muster.tableimport;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.forms.SearchText;
import org.muster.skills.SkillLevel;

/** The words and numbers in which tables say how well somebody has a skill. */
final class SkillWording {

	private static final int MOST_YEARS = 60;

	private static final int FIRST_YEAR = 1970;

	private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

	private static final Pattern COUNTED_YEARS = Pattern.compile("\\d{1,2}\\s*\\+?\\s*\\p{L}+\\.?");

	private static final Pattern YEARS = Pattern.compile(
			"(\\d{1,2})\\s*\\+?\\s*(?:years?|yrs?|y|jahre?|ans?|annees?|años?|anos?)?\\.?", Pattern.CASE_INSENSITIVE);

	private static final Pattern LEVEL = Pattern.compile("([1-5])(?:\\s*/\\s*5)?");

	/** In place of a level: the person does not have the skill. */
	private static final Set<String> DENIALS = Set.of("0", "0/5", "no", "none", "not", "never", "nil", "n", "kein",
			"keine", "nein", "nicht", "non", "aucun", "aucune", "pas", "nada", "ninguno", "ninguna", "nao", "nenhum",
			"nenhuma", "nunca", "geen", "nee", "nessuna", "nessuno", "0 years", "0 jahre", "0 ans", "0 anos");

	/** What people call the levels. Whose seniority it is says nothing of a skill. */
	private static final Map<String, Integer> LEVEL_WORDS = new HashMap<>();
	static {
		levels(5, "expert, experte, expertin, experto, experta, perito, esperto");
		levels(4, "proficient, advanced, very good, fortgeschritten, fortgeschrittene kenntnisse, sehr gut, avance"
				+ ", tres bon, avanzado, avancado, muito bom, muy bueno, avanzato");
		levels(3,
				"good, intermediate, gut, gute kenntnisse, bon, intermediaire, intermedio, bueno, intermediario, bom");
		levels(2, "working, working knowledge, basic, basic knowledge, familiar, grundkenntnisse, basique, basico");
		levels(1, "aware, awareness, beginner, novice, basics, anfanger, debutant, principiante, iniciante");
	}

	/** They are often written beside a skill, and are no levels. */
	private static final Set<String> SENIORITIES = Set.of("junior", "mid", "mid level", "medior", "regular", "senior");

	/** Between two things that are said of one: {@code expert, 5 years}. */
	private static final Pattern BETWEEN_DETAILS = Pattern.compile("\\s*[,;/|]\\s*|\\s+[-–—]\\s+|\\s+(?=\\d)");

	private SkillWording() {
	}

	private static void levels(int level, String words) {
		List.of(words.split(", ")).forEach((word) -> LEVEL_WORDS.put(word, level));
	}

	static boolean isNumber(String text) {
		return NUMBER.matcher(text).matches();
	}

	/** Whether it is a number of years, or of something that is counted like them. */
	static boolean areYears(String said) {
		return COUNTED_YEARS.matcher(said).matches() || isCounted(said);
	}

	static boolean isLevelWord(String text) {
		return LEVEL_WORDS.containsKey(SearchText.fold(text));
	}

	static String withoutFirstWord(String text) {
		return text.strip().replaceFirst("^\\S+\\s*", "");
	}

	/** The parts of {@code expert, 5 years}. */
	static String[] details(String said) {
		return BETWEEN_DETAILS.split(said);
	}

	/** Whether it is a level, as a number or a word. */
	static boolean isLevel(String word) {
		return isLevelWord(word.strip()) || LEVEL.matcher(word.strip()).matches();
	}

	/** Whether a text is sure to say something of the skill before it. */
	static boolean isDetail(String said) {
		return isLevel(said) || isNumber(said) || isCounted(said) || isDenial(said)
				|| SENIORITIES.contains(SearchText.fold(said)) || isBoth(details(said));
	}

	static boolean isBoth(String[] details) {
		return details.length == 2 && (isLevelWord(details[0]) && isCounted(details[1])
				|| isCounted(details[0]) && isLevelWord(details[1]));
	}

	/** Years or months that say to be so. */
	static boolean isCounted(String said) {
		return said.chars().anyMatch(Character::isDigit) && said.chars().anyMatch(Character::isLetter)
				&& YearsCell.read(said).isPresent();
	}

	static boolean isDenial(@Nullable String level) {
		return level != null && DENIALS.contains(SearchText.fold(level));
	}

	/** A level as we have them, by its number or name; nothing for what is none. */
	static @Nullable Integer level(String text) {
		Matcher number = LEVEL.matcher(text.strip());
		if (number.matches()) {
			return Integer.valueOf(number.group(1));
		}
		for (SkillLevel level : SkillLevel.values()) {
			if (level.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
				return level.value();
			}
		}
		return null;
	}

	/** A level in words that people use; nothing for what is none. */
	static @Nullable Integer wordedLevel(String text) {
		return LEVEL_WORDS.get(SearchText.fold(text.strip()));
	}

	/** Nothing for what are none, or more than anybody has. */
	static @Nullable Integer years(String text) {
		Matcher years = YEARS.matcher(text.strip());
		if (years.matches()) {
			return (Integer.parseInt(years.group(1)) <= MOST_YEARS) ? Integer.valueOf(years.group(1)) : null;
		}
		return isCounted(text) ? YearsCell.read(text.strip()).orElse(null) : null;
	}

	/** The year of last use; nothing for what is none, or not yet. */
	static @Nullable Integer lastUsed(String text, int thisYear) {
		boolean year = text.strip().matches("\\d{4}") && Integer.parseInt(text.strip()) >= FIRST_YEAR
				&& Integer.parseInt(text.strip()) <= thisYear;
		return year ? Integer.valueOf(text.strip()) : null;
	}

}
