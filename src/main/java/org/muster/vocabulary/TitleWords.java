package org.muster.vocabulary;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.muster.forms.SearchText;

/** Job titles as tables have them, and what role they are clear of. */
final class TitleWords {

	/** A longer one is a text. */
	private static final int LONGEST = 120;

	/** Somebody who builds or tests software, folded. */
	private static final Pattern TRADE = Pattern.compile(
			"(?:developers?|devs?|engineers?|programmers?|architects?|specialists?|experts?|consultants?|analysts?|scientists?"
					+ "|designers?|testers?|entwickler(?:in)?|ingenieur(?:e|in)?|programmierer(?:in)?|architekt(?:in)?"
					+ "|spezialist(?:in)?|experte|expertin|berater(?:in)?|developpeu(?:r|se)|architecte|desarrollador(?:a)?"
					+ "|programador(?:a)?|ingenier[oa]|arquitect[oa]|desenvolvedor(?:a)?|engenheir[oa]|arquitet[oa]|ontwikkelaar"
					+ "|sviluppatore|sviluppatrice|qa|sre|sdet)(?= )");

	/** In German a trade is the end of a word: Javaentwickler. */
	private static final Pattern JOINED = Pattern
		.compile("(?<=\\p{L}{2})(?=(?:entwickler|ingenieur|programmierer|architekt|tester|designer)(?:in)?\\b)");

	/** What people work with, where it is clear of a role. */
	private static final Map<JobRole, Pattern> WITH = new EnumMap<>(JobRole.class);
	static {
		WITH.put(JobRole.BACK_END, words(
				"java|kotlin|scala|groovy|c#|\\.net|dotnet|asp\\.net|python|django|php|laravel|symfony|golang|go|ruby"
						+ "|ruby on rails|rails|rust|c\\+\\+|node|node\\.?js|elixir|erlang|perl|spring|spring boot|cobol|abap|api|apis"
						+ "|microservices?|j2ee|jee|java ee|jakarta ee|server|backends?"));
		WITH.put(JobRole.FRONT_END, words(
				"react|reactjs|react\\.js|angular|angularjs|vue|vuejs|vue\\.js|svelte|javascript|typescript|ui|html|css"));
		WITH.put(JobRole.MOBILE, words("mobile|ios|android|flutter|swift|react native|xamarin|app"));
		WITH.put(JobRole.DEVOPS, words("dev ?ops|cloud|platform|infrastructure|kubernetes|site reliability|ci cd"));
		WITH.put(JobRole.QA,
				words("qa|quality|quality assurance|test|testing|test automation|automation|software ?tester"));
		WITH.put(JobRole.DATA, words("data|big data|etl|bi|business intelligence|analytics|machine learning|ml|ai"));
		WITH.put(JobRole.DESIGNER, words("ux|ui ux|ux ui|product design"));
	}

	private TitleWords() {
	}

	static Optional<JobRole> role(String title) {
		String spaced = SearchText.fold(title.substring(0, Math.min(LONGEST, title.length())))
			.replaceAll("[^\\p{L}\\d#+.]+", " ");
		String folded = " " + JOINED.matcher(spaced).replaceAll(" ").strip() + " ";
		if (title.length() > LONGEST || !TRADE.matcher(folded).find()) {
			return Optional.empty();
		}
		Set<JobRole> named = ProfileWords.rolesWithin(folded);
		if (named.isEmpty()) {
			named = EnumSet.noneOf(JobRole.class);
			String rest = folded.replace(" react native ", " flutter ");
			for (Map.Entry<JobRole, Pattern> with : WITH.entrySet()) {
				if (with.getValue().matcher(rest).find()) {
					named.add(with.getKey());
				}
			}
		}
		return (named.size() == 1) ? named.stream().findFirst() : Optional.empty();
	}

	private static Pattern words(String words) {
		return Pattern.compile("(?<= )(?:" + words + ")(?= )");
	}

}
