package org.muster.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

/** Reads whom a text asks for: roles, with seniority and how many of each. */
final class SeatReader {

	/** A longer first line is no title. */
	private static final int LONGEST_TITLE = 120;

	private static final int MOST_SEATS = 20;

	/** How far before a role its seniority and number stand, in characters. */
	private static final int BEFORE = 80;

	private static final String NOUN = "(?:developers?|engineers?|programmers?|devs?\\b|specialists?|architects?|consultants?|experts?|professionals?|"
			+ "entwickler(?:in(?:nen)?)?|d[ée]veloppeu(?:rs?|ses?)|ing[ée]nieure?s?|desarrollador(?:es|as?)?|programador(?:es|as?)?|"
			+ "ingenier[oa]s?|desenvolvedor(?:es|as?)?|engenheir[oa]s?)";

	private static final String SERVER = "java|kotlin|scala|groovy|c#|\\.net|dotnet|asp\\.net|python|django|php|laravel|symfony|golang|go|ruby(?: on rails)?|rails|rust|c\\+\\+|"
			+ "node(?:\\.?js)?|elixir|erlang|perl|spring(?: boot)?";

	private static final String BROWSER = "react|angular|vue(?:\\.?js)?|javascript|typescript|ui|svelte";

	private static final Map<JobRole, Pattern> ROLES = roles();

	/** Named without saying that it is a person. */
	private static final Map<JobRole, Pattern> BARE = Map.of(JobRole.BACK_END,
			SpelledNumbers.pattern("\\bback[- ]?end\\b"), JobRole.FRONT_END,
			SpelledNumbers.pattern("\\bfront[- ]?end\\b"), JobRole.QA, SpelledNumbers.pattern("\\bqa\\b"),
			JobRole.DEVOPS, SpelledNumbers.pattern("\\bdev[- ]?ops\\b"));

	/** A developer of no said kind. */
	private static final Pattern PLAIN = SpelledNumbers
		.pattern("\\b(?:software|application|web)[ -]?" + NOUN + "|\\b" + NOUN + "\\b");

	private static final Map<Seniority, Pattern> SENIORITIES = new LinkedHashMap<>();
	static {
		SENIORITIES.put(Seniority.LEAD, SpelledNumbers.pattern("\\b(?:lead|principal|staff|head|chief)\\b"));
		SENIORITIES.put(Seniority.SENIOR,
				SpelledNumbers.pattern("\\b(?:senior|s[eé]nior|sr\\.?|confirm[ée]e?|erfahrene[rn]?)(?![\\p{L}])"));
		SENIORITIES.put(Seniority.MID, SpelledNumbers
			.pattern("\\b(?:mid(?:dle)?|mid[- ]?level|mid[- ]?weight|medior|intermediate|pleno|semi[- ]senior)\\b"));
		SENIORITIES.put(Seniority.JUNIOR, SpelledNumbers
			.pattern("\\b(?:junior|j[uú]nior|jr\\.?|entry[- ]level|graduate|trainee|d[ée]butante?)(?![\\p{L}])"));
	}

	/** Says that somebody is wanted. */
	private static final Pattern WANTED = SpelledNumbers.pattern(
			"\\b(?:looking for|look for|searching for|search for|seek(?:s|ing)?|need(?:s|ed)?|want(?:s|ed)?|hir(?:e|ing)|recruit(?:s|ing)?|require[sd]?|"
					+ "would like|must have|open(?:ing)? for|vacanc(?:y|ies)|add(?:ing)?|joined by|join(?:s|ing)? us as|grow(?:ing)? (?:our|the)|help from|"
					+ "support from|bring in|find us|find|get us|missing|short of|(?:we'?re|are) after|"
					+ "suchen|sucht|gesucht|benötigen|cherch(?:e|ons)|recherch(?:e|ons)|recrut(?:e|ons)|buscamos|necesitamos|procuramos|precisamos|procura)\\b");

	private static final Pattern LABEL = SpelledNumbers.pattern(
			"^\\W{0,4}(?:(?:job )?title|roles?|positions?|profiles?|job|vacancy|stelle|poste|puesto|cargo|vaga)\\s*[:–-]");

	private static final Pattern BULLET = SpelledNumbers
		.pattern("^\\W{0,4}" + SpelledNumbers.NUMBER + "\\s*[x×]?\\s+\\p{L}");

	/** Says that these people are there already. */
	private static final Pattern THERE = SpelledNumbers.pattern(
			"\\b(?:work(?:s|ing)?(?: \\w+){0,2} (?:with|alongside)|together with|alongside|report(?:s|ing)? to|collaborat\\w+ with|"
					+ "led by|mentor(?:s|ing)?|coach(?:es|ing)?|train(?:s|ing)?|support(?:s|ing)? (?:our|the|other)|"
					+ "our (?:\\w+ ){0,2}(?:team|people) (?:of|has|have|is|are|consists)|we (?:are|have)|there (?:is|are)|interact\\w* with|liais\\w+ with|"
					+ "as well as our|from our|of our|other|existing|current|between|interview(?:ed)? by)\\b");

	private static final Pattern COUNT = SpelledNumbers.pattern("(?<![\\p{L}\\d.,])(" + SpelledNumbers.NUMBER
			+ "|a pair of|a couple of)\\s*[x×]?\\s+(?:[\\p{L}/+#.()-]+,?\\s+){0,5}$");

	private static final Pattern NO_COUNT = SpelledNumbers.pattern(
			"\\b(?:an?|people|persons?|years?|months?|weeks?|days?|hours?|percent|of experience|(?<!-)level|teams?|sprints?|for|with|in|as)\\b");

	private static final Pattern ONE = SpelledNumbers
		.pattern("\\b(?:an?|another|one|eine[nr]?|une?|una?|uma?)\\s+(?:[\\p{L}/+#.()-]+,?\\s+){0,5}$");

	private static final Pattern COUNT_AFTER = SpelledNumbers
		.pattern("^\\s*(?:[(:]\\s*|[x×]\\s*)(" + SpelledNumbers.NUMBER
				+ ")\\s*(?:[x×]|people|persons?|positions?|seats?|heads)?\\s*(?:\\)|$|\\n)|^\\s*[x×]\\s?("
				+ SpelledNumbers.NUMBER + ")\\b");

	private static final Pattern HEADS = SpelledNumbers.pattern(
			"\\b(?:head ?count|number of (?:people|positions|seats|developers|consultants)|positions?|vacancies|seats|openings|people needed)\\s*:\\s*("
					+ SpelledNumbers.NUMBER + ")\\b");

	private static final Pattern LEVEL = SpelledNumbers
		.pattern("\\b(?:seniority|level|experience level)\\s*:\\s*([\\p{L}-]+)");

	private final ReadableText notes;

	SeatReader(ReadableText notes) {
		this.notes = notes;
	}

	/**
	 * @param start where the role is named, in characters of the whole text
	 * @param strong whether the text says that somebody like that is wanted
	 */
	record Seat(Finding role, @Nullable Finding seniority, @Nullable Finding count, int start, int line,
			boolean strong) {

		JobRole job() {
			return JobRole.valueOf(this.role.value());
		}

		/** Two of a sentence that says how many of each are two. */
		boolean isLike(Seat other) {
			boolean apart = this.line == other.line && this.count != null && other.count != null
					&& this.start != other.start;
			return !apart && this.role.value().equals(other.role.value()) && (this.seniority == null
					|| other.seniority == null || this.seniority.value().equals(other.seniority.value()));
		}

		Seat and(Seat other) {
			return new Seat(this.role, (this.seniority != null) ? this.seniority : other.seniority, better(other.count),
					this.start, this.line, this.strong);
		}

		/** A number that is said, rather than one that an article tells. */
		private @Nullable Finding better(@Nullable Finding others) {
			return (this.count == null
					|| (others != null && this.count.confidence().compareTo(others.confidence()) > 0)) ? others
							: this.count;
		}

	}

	List<Seat> read() {
		List<Seat> named = new ArrayList<>();
		for (Clause clause : this.notes.clauses()) {
			named.addAll(within(clause));
		}
		List<Seat> wanted = merged(named.stream().filter(Seat::strong).toList());
		if (wanted.size() == 1) {
			// The rest of the text may say more of whom the title names.
			wanted = List.of(named.stream().filter(wanted.get(0)::isLike).reduce(wanted.get(0), Seat::and));
		}
		if (wanted.isEmpty()) {
			wanted = merged(named.stream().limit(1).toList());
		}
		if (wanted.isEmpty()) {
			wanted = bare();
		}
		return wanted.stream().limit(MOST_SEATS).toList();
	}

	private List<Seat> bare() {
		for (Clause clause : this.notes.clauses()) {
			for (Map.Entry<JobRole, Pattern> entry : BARE.entrySet()) {
				Matcher matcher = entry.getValue().matcher(clause.text());
				if (matcher.find()) {
					return List.of(new Seat(
							Finding.of(BriefField.ROLE, entry.getKey(), Confidence.LIKELY,
									this.notes.passage(clause, matcher)),
							null, null, clause.start() + matcher.start(), clause.line(), false));
				}
			}
		}
		return List.of();
	}

	private static List<Seat> merged(List<Seat> seats) {
		List<Seat> merged = new ArrayList<>();
		for (Seat seat : seats) {
			Optional<Seat> known = merged.stream().filter((one) -> one.isLike(seat)).findFirst();
			if (known.isPresent()) {
				merged.set(merged.indexOf(known.get()), known.get().and(seat));
			}
			else {
				merged.add(seat);
			}
		}
		return merged;
	}

	private List<Seat> within(Clause clause) {
		record Named(JobRole role, int start, int end, boolean plain) {
		}
		List<Named> named = new ArrayList<>();
		ROLES.forEach((role, pattern) -> {
			Matcher matcher = pattern.matcher(clause.text());
			while (matcher.find() && named.size() < MOST_SEATS) {
				named.add(new Named(role, matcher.start(), matcher.end(), false));
			}
		});
		if (named.isEmpty()) {
			Matcher matcher = PLAIN.matcher(clause.text());
			if (matcher.find()) {
				named.add(new Named(JobRole.BACK_END, matcher.start(), matcher.end(), true));
			}
		}
		// Of two that share letters the longer is meant: data engineer, platform
		// engineer.
		named.sort(Comparator.comparingInt(Named::start).thenComparing((one) -> -one.end()));
		List<Seat> seats = new ArrayList<>();
		int from = 0;
		for (Named one : named) {
			if (one.start() >= from) {
				seat(clause, one.role(), one.start(), one.end(), one.plain(), from).ifPresent(seats::add);
				from = one.end();
			}
		}
		return seats;
	}

	private Optional<Seat> seat(Clause clause, JobRole role, int start, int end, boolean plain, int from) {
		String text = clause.text();
		String ahead = clause.before(start, 200);
		boolean title = clause.line() == this.notes.clauses().get(0).line() && text.length() <= LONGEST_TITLE;
		boolean label = LABEL.matcher(text).find();
		if (THERE.matcher(ahead).find() && !WANTED.matcher(ahead).find() && !label) {
			return Optional.empty();
		}
		Finding count = count(clause, from, start, end);
		boolean strong = title || label || WANTED.matcher(text).find() || BULLET.matcher(text).find()
				|| (count != null && count.confidence() == Confidence.CERTAIN);
		int begin = clause.start() + start;
		Passage passage = this.notes.passage(begin, clause.start() + end);
		Confidence confidence = (strong && !plain) ? Confidence.CERTAIN
				: (strong || !plain) ? Confidence.LIKELY : Confidence.GUESS;
		return Optional.of(new Seat(Finding.of(BriefField.ROLE, role, confidence, passage),
				seniority(clause, from, start, end), count, begin, clause.line(), strong));
	}

	private @Nullable Finding seniority(Clause clause, int from, int start, int end) {
		int first = Math.max(from, start - BEFORE);
		int last = Math.min(clause.text().length(), end + 25);
		for (Map.Entry<Seniority, Pattern> entry : SENIORITIES.entrySet()) {
			Matcher matcher = entry.getValue().matcher(clause.text()).region(first, last);
			matcher.useTransparentBounds(true);
			if (matcher.find() && (matcher.end() <= end || isBracketed(clause.text(), end, matcher.start()))) {
				return Finding.of(BriefField.SENIORITY, entry.getKey(), Confidence.CERTAIN,
						this.notes.passage(clause, matcher));
			}
		}
		return null;
	}

	/** Developer (senior), developer, senior. */
	private static boolean isBracketed(String text, int end, int start) {
		return start > end && text.substring(end, start).matches("\\s*[(,–-]\\s*");
	}

	private @Nullable Finding count(Clause clause, int from, int start, int end) {
		String ahead = clause.text().substring(Math.max(from, start - BEFORE), start);
		int offset = start - ahead.length();
		Matcher matcher = COUNT.matcher(ahead);
		if (matcher.find() && !NO_COUNT.matcher(ahead.substring(matcher.end(1))).find()) {
			String said = matcher.group(1);
			int count = said.startsWith("a ") ? 2 : SpelledNumbers.number(said);
			return count(count, Confidence.CERTAIN, clause, offset + matcher.start(1), end);
		}
		Matcher after = COUNT_AFTER.matcher(clause.text()).region(end, clause.text().length());
		if (after.find()) {
			int group = (after.group(1) != null) ? 1 : 2;
			return count(SpelledNumbers.number(after.group(group)), Confidence.CERTAIN, clause, start,
					after.end(group));
		}
		Matcher one = ONE.matcher(ahead);
		if (one.find() && !clause.text().substring(start, end).endsWith("s")) {
			return count(1, Confidence.LIKELY, clause, offset + one.start(), end);
		}
		return null;
	}

	private @Nullable Finding count(int count, Confidence confidence, Clause clause, int start, int end) {
		return (count < 1 || count > 100) ? null : Finding.of(BriefField.HEAD_COUNT, count, confidence,
				this.notes.passage(clause.start() + start, clause.start() + end));
	}

	/**
	 * A seniority or a number that has a label of its own, and is of no role in
	 * particular.
	 */
	Optional<Finding> labelledCount() {
		return labelled(HEADS).map((said) -> Finding.of(BriefField.HEAD_COUNT, SpelledNumbers.number(said.value()),
				Confidence.CERTAIN, said.passage()));
	}

	Optional<Finding> labelledSeniority() {
		return labelled(LEVEL).flatMap((said) -> SENIORITIES.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().matcher(said.value()).find())
			.findFirst()
			.map((entry) -> Finding.of(BriefField.SENIORITY, entry.getKey(), Confidence.CERTAIN, said.passage())));
	}

	private Optional<Said> labelled(Pattern pattern) {
		for (Clause clause : this.notes.clauses()) {
			Matcher matcher = pattern.matcher(clause.text());
			if (matcher.find()) {
				return Optional.of(new Said(matcher.group(1), this.notes.passage(clause, matcher)));
			}
		}
		return Optional.empty();
	}

	private record Said(String value, Passage passage) {
	}

	private static Map<JobRole, Pattern> roles() {
		Map<JobRole, Pattern> roles = new LinkedHashMap<>();
		String words = "(?:[ /,-]+[\\p{L}+#.&]{1,20}){0,2}?[ -]?";
		roles.put(JobRole.FULL_STACK, SpelledNumbers.pattern("\\bfull[- ]?stack(?:" + words + NOUN + "|\\b)"));
		roles.put(JobRole.MOBILE, SpelledNumbers.pattern("\\b(?:mobile|ios|android|flutter|react native|swift)(?: app)?"
				+ words + NOUN + "|\\bapp[- ]?" + NOUN));
		roles.put(JobRole.FRONT_END, SpelledNumbers.pattern("\\bfront[- ]?end" + words + NOUN + "|\\b(?:" + BROWSER
				+ ")[ -]" + NOUN + "|\\b" + NOUN + " (?:" + BROWSER + "|front[- ]?end)(?![\\p{L}+#])"));
		roles.put(JobRole.DEVOPS, SpelledNumbers.pattern("\\bdev[- ]?ops(?:" + words + NOUN
				+ "|(?= *(?:\\(|,|$|\\n|for\\b)))|\\b(?:platform|cloud|infrastructure|build|release|site reliability|reliability)[ -]"
				+ NOUN + "|\\bsres?\\b"));
		roles.put(JobRole.QA, SpelledNumbers.pattern(
				"\\b(?:(?:qa|quality)(?: automation| test)?|quality assurance|test(?:ing)?|test[- ]automation|automation test|software test)[ -]"
						+ "(?:" + NOUN
						+ "|analysts?|managers?|leads?)|\\b(?:software |manual |automation )?testers?\\b|\\bsdets?\\b|\\bqas\\b"));
		roles.put(JobRole.DATA,
				SpelledNumbers.pattern(
						"\\b(?:data|big data|etl|bi|business intelligence|analytics|machine[- ]learning|ml|ai)[ -](?:"
								+ NOUN + "|scientists?|analysts?)"));
		roles.put(JobRole.DESIGNER, SpelledNumbers.pattern(
				"\\b(?:ux|ui|ux/ui|ui/ux|product|interaction|visual|web|service)[ -]designers?\\b|\\bdesigners?\\b|\\bux[ -]researchers?\\b"));
		roles.put(JobRole.BACK_END, SpelledNumbers.pattern("\\b(?:back[- ]?end|server[- ]?side)" + words + NOUN
				+ "|(?<![\\p{L}])(?:" + SERVER
				+ "|api|microservices?|cobol|abap)(?:[ /,]+(?:[\\p{L}+#.]{1,14}[ /]+)?|[ -])(?:back[- ]?end |software |application |web )?"
				+ NOUN + "|\\b(?:software|solutions?|system|application|technical|cloud) architects?|\\b" + NOUN
				+ " (?:" + SERVER + "|back[- ]?end)(?![\\p{L}+#])"));
		return roles;
	}

}
