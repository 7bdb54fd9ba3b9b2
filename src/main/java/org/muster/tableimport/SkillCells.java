package org.muster.tableimport;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.SkillHeld;
import org.muster.forms.SearchText;
import org.muster.skills.Skill;
import org.muster.skills.SkillReader;
import org.muster.tables.TableColumn;

/**
 * Reads the skills of a person, as an export writes them: {@code Java:4:8:2026} with
 * level, years and the year of last use, each of which may be missing. What is not said
 * is not stated, and what denies a skill, contradicts itself or may speak of another
 * skill is left to whoever checks the table.
 */
final class SkillCells {

	/** Of a skill with what is said of it. */
	private static final int LONGEST_PART = 120;

	/** As {@link SkillHeld} is exported. */
	private static final Pattern EXPORTED = Pattern.compile("(.+?):([1-5]?)(?::(\\d{0,2})(?::(\\d{4})?)?)?");

	private static final Pattern DETAILS = Pattern.compile("([^:,|]*)(?::([^:,|]*))?(?::([^:,|]*))?");

	private static final Pattern IN_BRACKETS = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");

	/** Whoever wrote it was not sure: {@code Git?}. */
	private static final Pattern DOUBT = Pattern.compile("[^,|]*\\?\\W*");

	/** What begins so, or holds it, denies. */
	private static final Pattern NEGATION = Pattern
		.compile("(?<![\\p{L}\\d-])(?:no|not|never|none|without|nor|kein|keine"
				+ "|keinen|keinerlei|nie|niemals|nicht|ohne|sans|pas|jamais|aucun|aucune|sin|nunca|ningun|ninguna|sem|nao"
				+ "|nenhum|nenhuma|geen|nooit|niet|zonder|senza|nessun|nessuna)(?![\\p{L}\\d-])");

	/** What may stand between a skill and what is said of it: {@code Kotlin/advanced}. */
	private static final Pattern BETWEEN = Pattern.compile("\\s*[/=]\\s*|\\s+[-–—]+\\s+|\\s*[–—]\\s*|\\s+|-");

	/** {@code Expert in Java}, {@code 5 years of Java}. */
	private static final Pattern LINK = Pattern.compile("^(?:in|of|with|de|en|em|von|mit)\\s+",
			Pattern.CASE_INSENSITIVE);

	/** Not within brackets. */
	private static final Pattern BETWEEN_SKILLS = Pattern.compile("[,|](?![^()]*\\))");

	private final SkillReader skills;

	private final SkillNumbers numbers;

	private final int thisYear;

	private final List<Wrong> wrongs;

	private final SkillsSaid said = new SkillsSaid();

	/** What is being read, as it stands there. */
	private String part = "";

	private boolean isLoose;

	SkillCells(SkillReader skills, SkillNumbers numbers, int thisYear, List<Wrong> wrongs) {
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
		return this.said.known(this::wrong);
	}

	/** Whether a level or years were read in another form than that of an export. */
	boolean isLoose() {
		return this.isLoose;
	}

	/** What follows a denial may be denied as well: {@code no Java, React}. */
	private void takeEach(String[] parts) {
		this.said.next();
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
				Optional<Skill> skill = alone ? this.skills.named(SkillWording.withoutFirstWord(one))
						: Optional.empty();
				skill.ifPresentOrElse(this::deny, () -> wrong("skill.unclear", rest));
				return;
			}
			if (!SkillWording.isLevel(one) || !this.said.contradictsLevel(one)) {
				wrong("skill", one);
			}
		}
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
			if (SkillWording.isDetail(said)) {
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
			if (SkillWording.isLevelWord(said) || SkillWording.isCounted(said)) {
				Optional<Skill> skill = this.skills.named(LINK.matcher(part.substring(between.end())).replaceFirst(""));
				if (skill.isPresent()) {
					this.isLoose = true;
					return bracketed(part, skill.get(), said);
				}
			}
		}
		return false;
	}

	/** {@code Java:5} is the highest level, unless the heading says something else. */
	private boolean listed(String part, Skill skill, @Nullable String level, @Nullable String years,
			@Nullable String lastUsed) {
		if (isUnsure(part, skill, level) || isUnsure(part, skill, years) || isUnsure(part, skill, lastUsed)) {
			return true;
		}
		String number = (level != null) ? level.strip() : "";
		boolean isOpen = SkillWording.isNumber(number) && !SkillWording.isDenial(number);
		if (isOpen && this.numbers == SkillNumbers.OTHER
				|| isOpen && years != null && this.numbers == SkillNumbers.YEARS) {
			unknown("scale");
			return add(skill, null, years, lastUsed);
		}
		if (years == null && SkillWording.isCounted(number)) {
			this.isLoose = true;
			return add(skill, null, number, null);
		}
		return (isOpen && this.numbers == SkillNumbers.YEARS) ? add(skill, null, number, null)
				: add(skill, level, years, lastUsed);
	}

	/** {@code SQL (5)} is five years to one and the highest level to another. */
	private boolean bracketed(String part, Skill skill, String said) {
		if (isUnsure(part, skill, said)) {
			return true;
		}
		boolean isNumber = SkillWording.isNumber(said);
		boolean isOpen = this.numbers == SkillNumbers.NOT_SAID || this.numbers == SkillNumbers.OTHER;
		if (isNumber && isOpen && !SkillWording.isDenial(said)) {
			unknown((this.numbers == SkillNumbers.OTHER) ? "scale" : "number");
			return add(skill, null, null, null);
		}
		String[] details = SkillWording.details(said);
		if (SkillWording.isBoth(details)) {
			boolean first = SkillWording.isCounted(details[0]);
			return add(skill, details[first ? 1 : 0], details[first ? 0 : 1], null);
		}
		boolean years = !SkillWording.isDenial(said)
				&& (SkillWording.areYears(said) || isNumber && this.numbers == SkillNumbers.YEARS);
		return add(skill, years ? null : said, years ? said : null, null);
	}

	/**
	 * Whether what stands behind a skill denies it, or speaks of another one too:
	 * {@code Java (never used)}, {@code Java: 4 React: 3}. Says so, if it does.
	 */
	private boolean isUnsure(String part, Skill skill, @Nullable String said) {
		if (said == null || said.isBlank() || SkillWording.isDenial(said)) {
			return false;
		}
		boolean others = !this.skills.read(said).isEmpty()
				|| this.skills.named(SkillWording.withoutFirstWord(said)).isPresent();
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

	private void deny(Skill skill) {
		this.said.deny(skill);
		unknown("none");
	}

	private boolean add(Skill skill, @Nullable String level, @Nullable String years, @Nullable String lastUsed) {
		if (SkillWording.isDenial(level)) {
			deny(skill);
			return true;
		}
		if (this.said.isFull()) {
			wrong("skills", skill.name());
			return true;
		}
		this.said.add(skill, new SkillHeld(skill.id(), level(level), years(years), lastUsed(lastUsed)));
		return true;
	}

	private @Nullable Integer level(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		Integer level = SkillWording.level(text);
		Integer word = (level == null) ? SkillWording.wordedLevel(text) : null;
		this.isLoose |= word != null;
		return (level != null) ? level : (word != null) ? word : unknown("level");
	}

	private @Nullable Integer years(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		Integer years = SkillWording.years(text);
		return (years != null) ? years : unknown("years");
	}

	private @Nullable Integer lastUsed(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		Integer year = SkillWording.lastUsed(text, this.thisYear);
		return (year != null) ? year : unknown("used");
	}

	private @Nullable Integer unknown(String what) {
		wrong("skill." + what, this.part);
		return null;
	}

	private void wrong(String reason, String typed) {
		this.wrongs.add(new Wrong(TableColumn.SKILLS, reason, typed, false));
	}

}
