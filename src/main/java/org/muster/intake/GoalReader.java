package org.muster.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.forms.Inputs;
import org.muster.requests.GoalKind;

/** Reads why somebody asks. */
final class GoalReader {

	private static final int LONGEST_MEASURE = 500;

	private static final Map<GoalKind, Pattern> WORDS = new EnumMap<>(GoalKind.class);
	static {
		WORDS.put(GoalKind.EFFICIENT_WORKFLOW, SpelledNumbers.pattern(
				"\\b(?:efficien\\w+|faster|quicker|sooner|speed(?:ing)? up|shorten\\w*|lead time|time[- ]to[- ]market|automat(?:e|es|ing|ion of)\\b|manual(?:ly)? (?:work|steps?|effort|process\\w*)|by hand|"
						+ "bottleneck\\w*|streamlin\\w+|productiv\\w+|release[sd]? (?:every|each|weekly|daily|more often|twice)|deploy\\w* (?:every|daily|weekly|more often)|"
						+ "cut(?:ting)? (?:the |our )?(?:cost|time|cycle)\\w*|reduc\\w+ (?:the |our )?(?:cost|time|effort|waste|cycle|backlog|errors?)\\w*|technical debt|legacy|moderni[sz]\\w+|replace (?:the|our) (?:old|legacy)|less waste|workflow)\\b"));
		WORDS.put(GoalKind.BRING_TEAMS_TOGETHER, SpelledNumbers.pattern(
				"\\b(?:(?:bring|brings|bringing|pull|get) (?:\\w+ ){0,3}(?:teams?|people|departments|sites|offices) (?:\\w+ )?together|teams? together|silos?|collaborat\\w+ (?:better|across|between|of)|better collaboration|"
						+ "cross[- ](?:team|site|functional|department\\w*) (?:work|collaboration|delivery|team)|align(?:ing|ment)? (?:of |between |our |the )?(?:\\w+ )?teams?|work as one|one team|shared (?:practices|pipeline|roadmap|backlog|ownership)|"
						+ "merg(?:e|ing|er)|common (?:platform|practices|process\\w*)|distributed teams?|teams? in (?:two|three|several|different) )\\b"));
		WORDS.put(GoalKind.STEP_UP_LEVEL, SpelledNumbers.pattern(
				"\\b(?:mentor(?:s|ing)?|coach(?:es|ing)?|train(?:s|ing)? (?:our|the|junior)|upskill\\w*|level(?:l?ing)? up|step(?:ping)? up|rais(?:e|ing) (?:the|our) (?:bar|level|quality|standard\\w*)|"
						+ "knowledge (?:transfer|sharing)|transfer (?:of )?knowledge|best practices|learn from|lift (?:the|our)|higher level|next level|improve (?:the |our )?(?:quality|skills|engineering|code|craft)|"
						+ "quality of (?:our|the)|independent(?:ly)? afterwards|hand ?over|our (?:own )?(?:developers?|team|people) (?:can|could|to|should|will) (?:run|maintain|own|extend|take over))\\b"));
	}

	/** Says that it is what they want. */
	private static final Pattern AIM = SpelledNumbers.pattern(
			"\\b(?:goals?|aims?|objectives?|mission|vision|purpose|so that|in order to|we want|we would like|want(?:s)? to|we need to|we wish|our plan|success|outcome|"
					+ "achieve|hope to|help us|to be able to|because|by the end|instead of|target)\\b");

	/** A sentence with a figure or a date says how success is measured. */
	private static final Pattern FIGURE = Pattern
		.compile("\\d|\\b(?i:every|within|instead of|half|twice|by the end|under)\\b");

	private final ReadableText notes;

	GoalReader(ReadableText notes) {
		this.notes = notes;
	}

	List<Finding> read() {
		List<Finding> found = new ArrayList<>();
		WORDS.forEach((kind, words) -> {
			Finding best = best(kind, words);
			if (best != null) {
				found.add(best);
			}
		});
		return found;
	}

	/** The sentence that says most about it. */
	private @Nullable Finding best(GoalKind kind, Pattern words) {
		Finding best = null;
		int most = 0;
		for (Clause clause : this.notes.clauses()) {
			Matcher matcher = words.matcher(clause.text());
			if (!matcher.find()) {
				continue;
			}
			boolean aim = AIM.matcher(clause.text()).find();
			int weight = 1 + (aim ? 2 : 0) + (FIGURE.matcher(clause.text()).find() ? 1 : 0);
			if (weight > most) {
				most = weight;
				Confidence confidence = (weight >= 4) ? Confidence.CERTAIN : aim ? Confidence.LIKELY : Confidence.GUESS;
				best = Finding.of(BriefField.GOAL, kind, confidence, this.notes.passage(clause, matcher))
					.with(null, null, measure(clause.text()));
			}
		}
		return best;
	}

	private static String measure(String sentence) {
		String bare = sentence.replaceFirst(
				"(?i)^\\W*(?:(?:our |the )?(?:goals?|aims?|objectives?|mission|success)(?: is| are)?(?: to)?\\s*[:–-]?\\s*)",
				"")
			.replaceFirst("^[-•*·–\\s]+", "");
		String cut = Inputs.cut(bare, LONGEST_MEASURE);
		return cut.isEmpty() ? sentence : Character.toUpperCase(cut.charAt(0)) + cut.substring(1);
	}

}
