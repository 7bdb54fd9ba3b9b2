package org.muster.tableimport;

import java.util.regex.Pattern;

import org.muster.forms.SearchText;

/** What a bare number is, where the heading says it. */
enum SkillNumbers {

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

	static SkillNumbers of(String heading) {
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
