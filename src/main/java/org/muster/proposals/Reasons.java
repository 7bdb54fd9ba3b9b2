package org.muster.proposals;

import java.util.HashMap;
import java.util.Map;

import org.muster.matching.Match;
import org.muster.matching.Words;

/**
 * Why a person is offered, in every language that a document may have.
 *
 * @param others by ISO 639-1 code, but for English
 */
record Reasons(String english, Map<String, String> others) {

	static Reasons of(Match match, Words words) {
		Map<String, String> others = new HashMap<>();
		for (DocumentLanguage language : DocumentLanguage.values()) {
			if (language != DocumentLanguage.EN) {
				others.put(language.code(), words.in(language.locale()).say(match));
			}
		}
		return new Reasons(words.say(match), others);
	}

}
