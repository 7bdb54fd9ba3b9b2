package org.muster.skills;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One way to write a skill, and how sure it is that whoever writes it means the skill.
 *
 * @param text as a person writes it
 */
record Spelling(String text, Certainty certainty) {

	private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}");

	/** How a spelling is told from an ordinary word. */
	enum Certainty {

		/** It means nothing else. */
		CERTAIN(""),

		/** It means the skill in just these capitals: REST, but not rest. */
		CAPITALS("!"),

		/** It is a word of the language too; only its surroundings decide: Go, Spring. */
		SURROUNDINGS("?");

		private final String mark;

		Certainty(String mark) {
			this.mark = mark;
		}

	}

	/** Reads a spelling with its mark behind it, such as {@code Go?}. */
	static Spelling parse(String marked) {
		for (Certainty certainty : Certainty.values()) {
			if (!certainty.mark.isEmpty() && marked.endsWith(certainty.mark)) {
				return new Spelling(marked.substring(0, marked.length() - 1), certainty);
			}
		}
		return new Spelling(marked, Certainty.CERTAIN);
	}

	/** As the database compares: without regard to case and accents. */
	static String key(String text) {
		return ACCENTS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFD))
			.replaceAll("")
			.toLowerCase(Locale.ROOT);
	}

	String key() {
		return key(this.text);
	}

	String marked() {
		return this.text + this.certainty.mark;
	}

}
