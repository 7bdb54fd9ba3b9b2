package org.muster.tableimport;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.SkillHeld;
import org.muster.forms.SearchText;
import org.muster.tableimport.RowReader.Wrong;
import org.muster.skills.Skill;
import org.muster.skills.SkillLevel;
import org.muster.skills.SkillReader;
import org.muster.tables.TableColumn;

/**
 * Reads the skills of a person, as an export writes them: {@code Java:4:8:2026} with
 * level, years and the year of last use, each of which may be missing. What is not said
 * is not stated, and what denies a skill, contradicts itself or may speak of another
 * skill is left to whoever checks the table.
 */
final class SkillCells {

	private static final int MOST_SKILLS = 60;

	private static final int MOST_YEARS = 60;

	private static final int FIRST_YEAR = 1970;

	/** Of a skill with what is said of it. */
	private static final int LONGEST_PART = 120;

	/** As {@link SkillHeld} is exported. */
	private static final Pattern EXPORTED = Pattern.compile("(.+?):([1-5]?)(?::(\\d{0,2})(?::(\\d{4})?)?)?");

	private static final Pattern DETAILS = Pattern.compile("([^:,|]*)(?::([^:,|]*))?(?::([^:,|]*))?");

	private static final Pattern IN_BRACKETS = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");

	private static final Pattern LEVEL = Pattern.compile("([1-5])(?:\\s*/\\s*5)?");

	private static final Pattern YEARS = Pattern.compile(
			"(\\d{1,2})\\s*\\+?\\s*(?:years?|yrs?|y|jahre?|ans?|annees?|años?|anos?)?\\.?", Pattern.CASE_INSENSITIVE);

	private static final Pattern COUNTED_YEARS = Pattern.compile("\\d{1,2}\\s*\\+?\\s*\\p{L}+\\.?");

	/** Whoever wrote it was not sure: {@code Git?}. */
	private static final Pattern DOUBT = Pattern.compile("[^,|]*\\?\\W*");

	/** In place of a level: the person does not have the skill. */
	private static final Set<String> DENIALS = Set.of("0", "0/5", "no", "none", "not", "never", "nil", "n", "kein",
			"keine", "nein", "nicht", "non", "aucun", "aucune", "pas", "nada", "ninguno", "ninguna", "nao", "nenhum",
			"nenhuma", "nunca", "geen", "nee", "nessuna", "nessuno", "0 years", "0 jahre", "0 ans", "0 anos");

	/** What begins so, or holds it, denies. */
	private static final Pattern NEGATION = Pattern
		.compile("(?<![\\p{L}\\d-])(?:no|not|never|none|without|nor|kein|keine"
				+ "|keinen|keinerlei|nie|niemals|nicht|ohne|sans|pas|jamais|aucun|aucune|sin|nunca|ningun|ninguna|sem|nao"
				+ "|nenhum|nenhuma|geen|nooit|niet|zonder|senza|nessun|nessuna)(?![\\p{L}\\d-])");

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

	private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

	/** What may stand between a skill and what is said of it: {@code Kotlin/advanced}. */
	private static final Pattern BETWEEN = Pattern.compile("\\s*[/=]\\s*|\\s+[-–—]+\\s+|\\s*[–—]\\s*|\\s+|-");

	/** Between two things that are said of one: {@code expert, 5 years}. */
	private static final Pattern BETWEEN_DETAILS = Pattern.compile("\\s*[,;/|]\\s*|\\s+[-–—]\\s+|\\s+(?=\\d)");

	/** {@code Expert in Java}, {@code 5 years of Java}. */
	private static final Pattern LINK = Pattern.compile("^(?:in|of|with|de|en|em|von|mit)\\s+",
			Pattern.CASE_INSENSITIVE);

	/** Not within brackets. */
	private static final Pattern BETWEEN_SKILLS = Pattern.compile("[,|](?![^()]*\\))");

	/** What a bare number is, where the heading says it. */
	enum Numbers {

		/** From 1 to 5, as we have them. */
		LEVELS,

		YEARS,

		/** As an export writes them; else open. */
		NOT_SAID,

		/** Something that is not understood, such as points out of 10. */
		OTHER;

		private static final Pattern OF_LEVELS = Pattern.compile(
				"\\b(?:levels?|rating|score|scale|points?|punkte?|niveau\\p{L}*|stufen?|nivel|niveles|niveis|stars?|out of|von|sur)\\b");

		private static final Pattern OF_YEARS = Pattern.compile("\\b(?:years?|yrs|yoe|jahre?n?|ans|annees|anos)\\b");

		/** The only scale that is ours. */
		private static final Pattern TO_FIVE = Pattern
			.compile("\\b1 (?:(?:to|bis|a|through) )?5\\b|\\b(?:out of|von|sur|of|de) 5\\b");

		static Numbers of(String heading) {
			String folded = SearchText.fold(heading).replaceAll("[^\\p{L}\\d]+", " ");
			boolean ours = TO_FIVE.matcher(folded).find()
					&& TO_FIVE.matcher(folded).replaceAll("").chars().noneMatch(Character::isDigit);
			boolean scale = folded.chars().anyMatch(Character::isDigit);
			boolean years = OF_YEARS.matcher(folded).find();
			if (scale && !ours) {
				return OTHER;
			}
			boolean levels = ours || OF_LEVELS.matcher(folded).find();
			return (levels == years) ? NOT_SAID : years ? YEARS : ours ? LEVELS : OTHER;
		}

	}

	private final SkillReader skills;

	private final Numbers numbers;

	private final int thisYear;

	private final List<Wrong> wrongs;

	private final Map<Long, SkillHeld> held = new LinkedHashMap<>();

	/** The skills that the text says the person does not have. */
	private final Map<Long, Skill> denied = new LinkedHashMap<>();

	/** What is said of a skill that contradicts something else said of it. */
	private final Map<Long, Contradiction> contradictions = new LinkedHashMap<>();

	/** The one that was read last. */
	private @Nullable Skill last;

	/** What is being read, as it stands there. */
	private String part = "";

	private boolean isLoose;

	private record Contradiction(String typed, boolean level, boolean years, boolean used) {

		private SkillHeld without(SkillHeld held) {
			return new SkillHeld(held.skillId(), this.level ? null : held.level(), this.years ? null : held.years(),
					this.used ? null : held.lastUsed());
		}

	}

	SkillCells(SkillReader skills, Numbers numbers, int thisYear, List<Wrong> wrongs) {
		this.skills = skills;
		this.numbers = numbers;
		this.thisYear = thisYear;
		this.wrongs = wrongs;
	}

	/** Those that are known for sure; the others are left out, and said to be. */
	Map<Long, SkillHeld> read(String text) {
		for (String part : text.split("[;\\n]")) {
			if (!take(part.strip())) {
				takeEach(BETWEEN_SKILLS.split(part));
			}
		}
		this.denied.forEach((id, skill) -> {
			if (this.held.remove(id) != null) {
				wrong("skill.denied", skill.name());
			}
		});
		this.contradictions.forEach((id, found) -> {
			if (this.held.computeIfPresent(id, (same, said) -> found.without(said)) != null) {
				wrong("skill.contradiction", found.typed());
			}
		});
		return this.held;
	}

	/** Whether a level or years were read in another form than that of an export. */
	boolean isLoose() {
		return this.isLoose;
	}

	private static void levels(int level, String words) {
		List.of(words.split(", ")).forEach((word) -> LEVEL_WORDS.put(word, level));
	}

	/** What follows a denial may be denied as well: {@code no Java, React}. */
	private void takeEach(String[] parts) {
		this.last = null;
		for (int at = 0; at < parts.length; at++) {
			String one = parts[at].strip();
			if (one.isEmpty() || take(one)) {
				continue;
			}
			Matcher negation = NEGATION.matcher(SearchText.fold(one));
			if (negation.lookingAt()) {
				boolean alone = at == parts.length - 1;
				String rest = String.join(",", Arrays.copyOfRange(parts, at, parts.length)).strip();
				this.part = one;
				Optional<Skill> skill = alone ? this.skills.named(withoutFirstWord(one)) : Optional.empty();
				skill.ifPresentOrElse(this::deny, () -> wrong("skill.unclear", rest));
				return;
			}
			if (!isOtherLevel(one)) {
				wrong("skill", one);
			}
		}
	}

	/** {@code Java: expert, beginner} has two levels, and nobody knows which is meant. */
	private boolean isOtherLevel(String word) {
		Skill before = this.last;
		SkillHeld said = (before != null) ? this.held.get(before.id()) : null;
		if (before == null || said == null || said.level() == null || !isLevel(word)) {
			return false;
		}
		contradict(before, new Contradiction(before.name() + ": " + said.level() + ", " + word, true, false, false));
		return true;
	}

	private static boolean isLevel(String word) {
		return LEVEL_WORDS.containsKey(SearchText.fold(word.strip())) || LEVEL.matcher(word.strip()).matches();
	}

	private void contradict(Skill skill, Contradiction found) {
		this.contradictions.merge(skill.id(), found, (one, other) -> new Contradiction(one.typed(),
				one.level() || other.level(), one.years() || other.years(), one.used() || other.used()));
	}

	/** Whether the whole of a part is a skill. */
	private boolean take(String part) {
		if (part.isEmpty() || part.length() > LONGEST_PART) {
			return part.isEmpty();
		}
		this.part = part;
		if (DOUBT.matcher(part).matches()) {
			wrong("skill.unclear", part);
			return true;
		}
		Matcher exported = EXPORTED.matcher(part);
		if (exported.matches() && this.skills.named(exported.group(1)).isPresent()) {
			return listed(part, this.skills.named(exported.group(1)).get(), exported.group(2), exported.group(3),
					exported.group(4));
		}
		Optional<Skill> alone = this.skills.named(part);
		if (alone.isPresent()) {
			return add(alone.get(), null, null, null);
		}
		Matcher brackets = IN_BRACKETS.matcher(part);
		if (brackets.matches() && this.skills.named(brackets.group(1)).isPresent()) {
			return bracketed(part, this.skills.named(brackets.group(1)).get(), brackets.group(2).strip());
		}
		for (int colon = part.indexOf(':'); colon > 0; colon = part.indexOf(':', colon + 1)) {
			Optional<Skill> skill = this.skills.named(part.substring(0, colon));
			Matcher details = DETAILS.matcher(part.substring(colon + 1));
			if (skill.isPresent() && details.matches()) {
				return listed(part, skill.get(), details.group(1), details.group(2), details.group(3));
			}
		}
		return !BETWEEN_SKILLS.matcher(part).find() && (isBehind(part) || isBefore(part));
	}

	/** {@code React expert}, {@code Java - 5 years}, {@code Kotlin/advanced}. */
	private boolean isBehind(String part) {
		Matcher between = BETWEEN.matcher(part);
		while (between.find()) {
			String said = part.substring(between.end());
			if (isDetail(said)) {
				Optional<Skill> skill = this.skills.named(part.substring(0, between.start()));
				if (skill.isPresent()) {
					this.isLoose = true;
					return bracketed(part, skill.get(), said);
				}
			}
		}
		return false;
	}

	/**
	 * {@code Advanced Java}, {@code 5 years of Java}. A number alone counts something.
	 */
	private boolean isBefore(String part) {
		Matcher between = BETWEEN.matcher(part);
		while (between.find()) {
			String said = part.substring(0, between.start());
			if (LEVEL_WORDS.containsKey(SearchText.fold(said)) || isCounted(said)) {
				Optional<Skill> skill = this.skills.named(LINK.matcher(part.substring(between.end())).replaceFirst(""));
				if (skill.isPresent()) {
					this.isLoose = true;
					return bracketed(part, skill.get(), said);
				}
			}
		}
		return false;
	}

	/** Whether a text is sure to say something of the skill before it. */
	private static boolean isDetail(String said) {
		return isLevel(said) || NUMBER.matcher(said).matches() || isCounted(said) || isDenial(said)
				|| SENIORITIES.contains(SearchText.fold(said)) || isBoth(BETWEEN_DETAILS.split(said));
	}

	private static boolean isBoth(String[] details) {
		return details.length == 2 && (LEVEL_WORDS.containsKey(SearchText.fold(details[0])) && isCounted(details[1])
				|| isCounted(details[0]) && LEVEL_WORDS.containsKey(SearchText.fold(details[1])));
	}

	/** Years or months that say to be so. */
	private static boolean isCounted(String said) {
		return said.chars().anyMatch(Character::isDigit) && said.chars().anyMatch(Character::isLetter)
				&& YearsCell.read(said).isPresent();
	}

	/** {@code Java:5} is the highest level, unless the heading says something else. */
	private boolean listed(String part, Skill skill, @Nullable String level, @Nullable String years,
			@Nullable String lastUsed) {
		if (isUnsure(part, skill, level) || isUnsure(part, skill, years) || isUnsure(part, skill, lastUsed)) {
			return true;
		}
		String number = (level != null) ? level.strip() : "";
		boolean isOpen = NUMBER.matcher(number).matches() && !isDenial(number);
		if (isOpen && this.numbers == Numbers.OTHER || isOpen && years != null && this.numbers == Numbers.YEARS) {
			unknown("scale");
			return add(skill, null, years, lastUsed);
		}
		if (years == null && isCounted(number)) {
			this.isLoose = true;
			return add(skill, null, number, null);
		}
		return (isOpen && this.numbers == Numbers.YEARS) ? add(skill, null, number, null)
				: add(skill, level, years, lastUsed);
	}

	/** {@code SQL (5)} is five years to one and the highest level to another. */
	private boolean bracketed(String part, Skill skill, String said) {
		if (isUnsure(part, skill, said)) {
			return true;
		}
		boolean isNumber = NUMBER.matcher(said).matches();
		boolean isOpen = this.numbers == Numbers.NOT_SAID || this.numbers == Numbers.OTHER;
		if (isNumber && isOpen && !isDenial(said)) {
			unknown((this.numbers == Numbers.OTHER) ? "scale" : "number");
			return add(skill, null, null, null);
		}
		String[] details = BETWEEN_DETAILS.split(said);
		if (isBoth(details)) {
			boolean first = isCounted(details[0]);
			return add(skill, details[first ? 1 : 0], details[first ? 0 : 1], null);
		}
		boolean years = !isDenial(said) && (COUNTED_YEARS.matcher(said).matches() || isCounted(said)
				|| isNumber && this.numbers == Numbers.YEARS);
		return add(skill, years ? null : said, years ? said : null, null);
	}

	/**
	 * Whether what stands behind a skill denies it, or speaks of another one too:
	 * {@code Java (never used)}, {@code Java: 4 React: 3}. Says so, if it does.
	 */
	private boolean isUnsure(String part, Skill skill, @Nullable String said) {
		if (said == null || said.isBlank() || isDenial(said)) {
			return false;
		}
		boolean others = !this.skills.read(said).isEmpty() || this.skills.named(withoutFirstWord(said)).isPresent();
		Matcher negation = NEGATION.matcher(SearchText.fold(said.strip()));
		if (!others && negation.lookingAt() && said.chars().noneMatch(Character::isDigit)) {
			deny(skill);
			return true;
		}
		if (others || negation.find(0)) {
			wrong("skill.unclear", part);
			return true;
		}
		return false;
	}

	private static String withoutFirstWord(String text) {
		return text.strip().replaceFirst("^\\S+\\s*", "");
	}

	private void deny(Skill skill) {
		this.denied.put(skill.id(), skill);
		unknown("none");
	}

	private static boolean isDenial(@Nullable String level) {
		return level != null && DENIALS.contains(SearchText.fold(level));
	}

	private boolean add(Skill skill, @Nullable String level, @Nullable String years, @Nullable String lastUsed) {
		if (isDenial(level)) {
			deny(skill);
			return true;
		}
		if (this.held.size() >= MOST_SKILLS) {
			wrong("skills", skill.name());
			return true;
		}
		SkillHeld said = new SkillHeld(skill.id(), level(level), years(years), lastUsed(lastUsed));
		SkillHeld before = this.held.get(skill.id());
		if (before != null && !(isSame(before.level(), said.level()) && isSame(before.years(), said.years())
				&& isSame(before.lastUsed(), said.lastUsed()))) {
			contradict(skill, new Contradiction(skill.name(), !isSame(before.level(), said.level()),
					!isSame(before.years(), said.years()), !isSame(before.lastUsed(), said.lastUsed())));
		}
		this.last = skill;
		this.held.merge(skill.id(), said, SkillHeld::orElse);
		return true;
	}

	private static boolean isSame(@Nullable Integer one, @Nullable Integer other) {
		return one == null || other == null || one.equals(other);
	}

	private @Nullable Integer level(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		Matcher number = LEVEL.matcher(text.strip());
		if (number.matches()) {
			return Integer.valueOf(number.group(1));
		}
		for (SkillLevel level : SkillLevel.values()) {
			if (level.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
				return level.value();
			}
		}
		Integer word = LEVEL_WORDS.get(SearchText.fold(text.strip()));
		this.isLoose |= word != null;
		return (word != null) ? word : unknown("level");
	}

	private @Nullable Integer years(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		Matcher years = YEARS.matcher(text.strip());
		if (years.matches()) {
			return (Integer.parseInt(years.group(1)) <= MOST_YEARS) ? Integer.valueOf(years.group(1))
					: unknown("years");
		}
		Integer counted = isCounted(text) ? YearsCell.read(text.strip()).orElse(null) : null;
		return (counted != null) ? counted : unknown("years");
	}

	private @Nullable Integer lastUsed(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		boolean year = text.strip().matches("\\d{4}") && Integer.parseInt(text.strip()) >= FIRST_YEAR
				&& Integer.parseInt(text.strip()) <= this.thisYear;
		return year ? Integer.valueOf(text.strip()) : unknown("used");
	}

	private @Nullable Integer unknown(String what) {
		wrong("skill." + what, this.part);
		return null;
	}

	private void wrong(String reason, String typed) {
		this.wrongs.add(new Wrong(TableColumn.SKILLS, reason, typed, false));
	}

}
