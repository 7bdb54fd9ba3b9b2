package org.muster.skills;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

import org.muster.numbers.WordPattern;

/**
 * Decides whether a word that is both a skill and a word of the language means the skill.
 * Where nothing decides, it does not.
 */
class Surroundings {

	/** What stands between two things of one list. */
	private static final Pattern IN_A_LIST = WordPattern
		.compile("\\s*(?:\\([^()\\n]{0,40}\\)\\s*)?" + "(?:[,;/|&+•·\\n]|\\b(?:and|or|und|oder|et|ou|y|e)\\b)"
				+ "(?:[\\s,;/|&+•·*-]|\\b(?:and|or|und|oder|some|also|preferably|either|both|ideally|maybe|even)\\b)*",
				Pattern.CASE_INSENSITIVE);

	private static final String PEOPLE_AND_CODE = "(?:developers?|engineers?|programmers?|programming|language|code|codebase|"
			+ "coding|back-?ends?|services?|micro-?services|frameworks?|library|libraries|ecosystem|stack|sdks?|apis?|apps?|"
			+ "applications?|scripts?|scripting|modules?|compiler|runtime|community|devs?|development|servers?|components?|"
			+ "clusters?|charts?|templates?|playbooks?|jobs|entwickler(?:in)?|entwicklung|entwicklerinnen|développeur|"
			+ "desarrollador|programador|tests?|skills|experience|knowledge|expertise|certification|certified)";

	private static final Pattern AFTER = WordPattern.compile(
			"(?:\\s|-)*(?:\\d+(?:\\.\\d+)*\\s+)?" + PEOPLE_AND_CODE + "\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern BEFORE = WordPattern.compile(
			".*\\b(?:(?:experienced?|knowledge|proficien\\w+|expert\\w*|fluen\\w+|skill(?:s|ed)?|years|yrs|written|programming|"
					+ "programs?|coding|code|develop\\w*|implemented|built|background|familiar\\w*|command|mastery|understanding|"
					+ "versed|worked|working|services?|backend|competen\\w+|strong|solid|erfahrung|kenntnisse|experiencia|"
					+ "experiência|expérience)\\s+(?:(?:in|with|of|using|on|mit|con|com|em|en|avec|de)\\s+)?"
					+ "|(?:languages?|frameworks?|stack|skills|tools?|technologies|libraries|sprachen)\\s*:\\s*"
					+ "|(?:know|using|use|uses|learn|learning|learned|love|loves|like|advanced|modern|idiomatic|via)\\s+)"
					+ "(?:(?:the|modern|idiomatic|good|advanced|basic|some|plain|core|either|both)\\s+)*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern SORT_OF_SKILL_BEFORE = WordPattern.compile(
			".*\\b(?:skills?|strong|excellent|good|great|clear|outstanding|sense\\s+of|ability|background\\s+in|experience\\s+in|"
					+ "experience\\s+with|knowledge\\s+of|in\\s+the|values?:?)\\s+(?:(?:written|verbal|oral|the|of)\\s+(?:and\\s+)?)*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern SORT_OF_SKILL_AFTER = WordPattern.compile(
			"\\s+(?:and\\s+\\w+\\s+)?(?:domains?|industry|sector|experience|background|skills?|projects?|clients?|companies|"
					+ "company|knowledge|methodolog(?:y|ies)|model)\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern NEVER_AFTER = WordPattern.compile(
			"(?:\\s+(?:to|live|ahead|beyond|through|deep|further|home|back|semester|term|break|season|league|street|card|"
					+ "cleaning|sale|20\\d\\d|issues|questions|delivery)\\b|\\s*['’&]\\w|-(?!based|native|driven|centric|powered|like|style)\\w).*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern NEVER_BEFORE = WordPattern.compile(
			".*(?:\\b(?:this|next|last|early|late|by|from|until|vitamin|plan|class|grade|category|series|type|option|"
					+ "group|hepatitis|appendix|section|part|phase|building|block|room|floor|team|unit)\\s+|\\w[&-])",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Set<SkillKind> ANY_CASE = Set.of(SkillKind.SOFT_SKILL, SkillKind.DOMAIN, SkillKind.METHODOLOGY,
			SkillKind.FOUNDATIONS);

	/** How far a word can be and still decide, in characters. */
	private static final int FAR = 80;

	private final String text;

	/** Where the accepted mentions begin, and where they end. */
	private final IntPredicate begins;

	private final IntPredicate ends;

	Surroundings(String text, IntPredicate begins, IntPredicate ends) {
		this.text = text;
		this.begins = begins;
		this.ends = ends;
	}

	boolean decideFor(Skill skill, Spelling spelling, int start, int end) {
		if (isNever(start, end)) {
			return false;
		}
		String before = before(start);
		String after = after(end);
		boolean anyCase = ANY_CASE.contains(skill.kind());
		boolean spelled = anyCase || this.text.startsWith(spelling.text(), start);
		if (!spelled) {
			return isListed(start, end, true);
		}
		if (isListed(start, end, anyCase)) {
			return true;
		}
		if (anyCase) {
			return SORT_OF_SKILL_BEFORE.matcher(before).matches() || SORT_OF_SKILL_AFTER.matcher(after).matches();
		}
		return AFTER.matcher(after).matches() || BEFORE.matcher(before).matches()
				|| isDecidedByOwnWords(skill, start, end);
	}

	/**
	 * Whether two words stand in one list, with the capitals of two skills of one kind:
	 * each speaks for the other. Two single letters do not.
	 */
	boolean speakForEachOther(Skill one, int start, int end, Skill other, int otherStart, int otherEnd) {
		return one != other && one.kind() == other.kind() && end - start + otherEnd - otherStart > 2
				&& otherStart - end < 60 && Character.isUpperCase(this.text.charAt(start))
				&& Character.isUpperCase(this.text.charAt(otherStart))
				&& IN_A_LIST.matcher(this.text.substring(end, otherStart)).matches() && !isNever(start, end)
				&& !isNever(otherStart, otherEnd);
	}

	private boolean isNever(int start, int end) {
		return NEVER_AFTER.matcher(after(end)).matches() || NEVER_BEFORE.matcher(before(start)).matches();
	}

	private String before(int start) {
		return this.text.substring(Math.max(sentenceStart(start), start - 45), start);
	}

	private String after(int end) {
		return this.text.substring(end, Math.min(sentenceEnd(end), end + 45));
	}

	/**
	 * Whether it stands in one list with skills that are certain.
	 * @param strictly with nothing else beside it on either side
	 */
	private boolean isListed(int start, int end, boolean strictly) {
		int left = start;
		while (left > 0 && start - left < 60 && !this.ends.test(left)) {
			left--;
		}
		int right = end;
		while (right < this.text.length() && right - end < 60 && !this.begins.test(right)) {
			right++;
		}
		boolean afterOne = this.ends.test(left) && IN_A_LIST.matcher(this.text.substring(left, start)).matches();
		boolean beforeOne = this.begins.test(right) && IN_A_LIST.matcher(this.text.substring(end, right)).matches();
		if (strictly) {
			return (afterOne && (beforeOne || closes(end))) || (beforeOne && opens(start));
		}
		return afterOne || beforeOne;
	}

	private boolean closes(int end) {
		return end == this.text.length() || ",;/|&+•·\n.)".indexOf(this.text.charAt(end)) >= 0
				|| this.text.startsWith(" (", end) || this.text.startsWith(" and ", end)
				|| this.text.startsWith(" or ", end);
	}

	private boolean opens(int start) {
		return start == 0 || ",;/|&+•·\n(:".indexOf(this.text.charAt(start - 1)) >= 0
				|| (start > 1 && ":,;|/&•-".indexOf(this.text.charAt(start - 2)) >= 0);
	}

	private boolean isDecidedByOwnWords(Skill skill, int start, int end) {
		Set<String> deciding = skill.deciding();
		if (deciding.isEmpty()) {
			return false;
		}
		String sentence = this.text.substring(Math.max(sentenceStart(start), start - 80), start) + " "
				+ this.text.substring(end, Math.min(sentenceEnd(end), end + 80));
		return List.of(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+"))
			.stream()
			.anyMatch(deciding::contains);
	}

	private int sentenceStart(int at) {
		for (int position = at - 1; position > 0 && at - position < FAR; position--) {
			if (isBoundary(position)) {
				return position + 1;
			}
		}
		return Math.max(0, at - FAR);
	}

	private int sentenceEnd(int at) {
		for (int position = at; position < this.text.length() && position - at < FAR; position++) {
			if (isBoundary(position)) {
				return position;
			}
		}
		return Math.min(this.text.length(), at + FAR);
	}

	/** A full stop that is not inside a name, or an empty line. */
	private boolean isBoundary(int at) {
		char sign = this.text.charAt(at);
		boolean blankFollows = at + 1 == this.text.length() || Character.isWhitespace(this.text.charAt(at + 1));
		return ("!?.".indexOf(sign) >= 0 && blankFollows) || sign == '\n';
	}

}
