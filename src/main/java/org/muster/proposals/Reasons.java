package org.muster.proposals;

import java.util.HashMap;
import java.util.Map;

import org.muster.matching.Match;
import org.muster.matching.MatchExplanations;

/**
 * Why a person is offered, in every language that a document may have.
 *
 * @param others by ISO 639-1 code, but for English
 */
record Reasons(String english, Map<String, String> others) {

	static Reasons of(Match match, MatchExplanations explanations) {
		Map<String, String> others = new HashMap<>();
		for (DocumentLanguage language : DocumentLanguage.values()) {
			if (language != DocumentLanguage.EN) {
				others.put(language.code(), explanations.in(language.locale()).say(match));
			}
		}
		return new Reasons(explanations.say(match), others);
	}

}
