package org.muster.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.requests.PositionTemplate;
import org.muster.requests.RoleTemplates;
import org.muster.skills.SkillMention;
import org.muster.skills.SkillReader;

import org.springframework.stereotype.Component;

/**
 * Reads a job ad or notes: what is asked for, and beside each value where it was read. No
 * text leaves the machine, and the same text always reads the same.
 */
@Component
class BriefReader {

	private static final int LONGEST_TITLE = 100;

	private static final int LONGEST_TASKS = 2000;

	private static final Pattern YEARS = SpelledNumbers.pattern("(?<![\\p{L}\\d.,])(" + SpelledNumbers.NUMBER
			+ ")\\s*(?:\\+|or more|plus)?\\s*(?:(?:-|–|to)\\s*" + SpelledNumbers.NUMBER
			+ "\\+?\\s*)?(?:or more |\\+ )?(?:years?|yrs?|jahren?|jahre|anos|años|ans)\\b['’]?(?:\\s+(?:of\\s+)?(?:[\\p{L}/-]+\\s+){0,3}experience)?");

	private static final Pattern EXPERIENCE = SpelledNumbers.pattern(
			"\\b(?:experience|berufserfahrung|erfahrung|experi[eê]ncia|exp[ée]rience|experiencia)\\b|\\bseniority\\b|\\bin (?:the )?(?:role|field|industry)\\b|\\bprofessional\\b");

	private static final Pattern DOING = SpelledNumbers.pattern(
			"^\\s*(?:of\\s+)?(?:building|developing|working|designing|writing|shipping|running|leading|as an?)\\b");

	private static final Pattern TASKS = SpelledNumbers.pattern(
			"^\\W{0,4}(?:(?:key |your |the |main |core )?(?:responsibilit(?:y|ies)|tasks?|duties|role)|what you(?:'|’)?(?:ll| will) (?:do|be doing)|what you do|"
					+ "the job|the work|job description|about the role|your mission|scope of work|day to day)\\b[^.]{0,20}:?$|^\\W{0,4}(?:responsibilities|tasks|duties)\\s*:");

	private static final Pattern HEADING = Pattern
		.compile("^[^.!?]{2,50}:$|^#{1,4} .{2,50}$|^\\p{Lu}[\\p{L} ’']{2,40}$");

	private final SkillReader skills;

	private final RoleTemplates templates;

	BriefReader(SkillReader skills, RoleTemplates templates) {
		this.skills = skills;
		this.templates = templates;
	}

	/**
	 * @param currency of the organisation, ISO 4217
	 */
	ParsedBrief read(String text, String currency, LocalDate today) {
		ReadableText notes = ReadableText.of(text);
		List<SkillMention> mentions = this.skills.read(notes.text());
		SeatReader seatReader = new SeatReader(notes);
		List<SeatReader.Seat> seats = notes.isBlank() ? List.of() : seatReader.read();
		List<Finding> findings = new ArrayList<>(new GoalReader(notes).read());
		SkillRequirementReader.Wishes wishes = new SkillRequirementReader(notes, seats, this.templates).of(mentions);
		seats(notes, mentions, seats, seatReader, wishes.findings(), findings);
		findings.addAll(new LanguageReader(notes).read());
		findings.addAll(new PlaceReader(notes).read());
		findings.addAll(new TermsReader(notes, today).read());
		findings.addAll(new MoneyReader(notes, currency).read());
		return new ParsedBrief(title(notes, seats), findings, open(findings), wishes.left());
	}

	private void seats(ReadableText notes, List<SkillMention> mentions, List<SeatReader.Seat> seats, SeatReader reader,
			List<Finding> skills, List<Finding> findings) {
		Finding years = years(notes, mentions);
		Finding tasks = tasks(notes);
		if (seats.isEmpty()) {
			PositionTemplate closest = skills.isEmpty() ? null
					: SkillRequirementReader.closest(mentions, this.templates);
			if (closest != null) {
				Passage passage = Objects.requireNonNull(skills.get(0).passage());
				findings.add(Finding.of(BriefField.ROLE, closest.role(), Confidence.GUESS, passage).at(1));
				rest(1, closest, reader.labelledSeniority().orElse(null), years, reader.labelledCount().orElse(null),
						tasks, findings);
			}
			findings.addAll(skills);
			return;
		}
		for (int seat = 1; seat <= seats.size(); seat++) {
			int number = seat;
			SeatReader.Seat one = seats.get(seat - 1);
			findings.add(one.role().at(seat));
			boolean only = seats.size() == 1;
			Finding seniority = (one.seniority() == null && only) ? reader.labelledSeniority().orElse(null)
					: one.seniority();
			Optional<Finding> labelled = only ? reader.labelledCount() : Optional.empty();
			Finding count = labelled.orElse(one.count());
			rest(seat, this.templates.of(one.job()), seniority, only ? years : null, count, only ? tasks : null,
					findings);
			findings.addAll(skills.stream().filter((skill) -> skill.seat() == number).toList());
		}
	}

	/** What is said of a position, and else what is usual for its role. */
	private static void rest(int seat, PositionTemplate usual, @Nullable Finding seniority, @Nullable Finding years,
			@Nullable Finding count, @Nullable Finding tasks, List<Finding> findings) {
		findings.add((seniority != null) ? seniority.at(seat)
				: Finding.assumed(BriefField.SENIORITY, seat, usual.seniority()));
		findings.add((years != null) ? years.at(seat) : Finding.assumed(BriefField.YEARS, seat, usual.years()));
		findings.add((count != null) ? count.at(seat) : Finding.assumed(BriefField.HEAD_COUNT, seat, 1));
		findings.add((tasks != null) ? tasks.at(seat)
				: Finding.assumed(BriefField.RESPONSIBILITIES, seat, usual.responsibilities()));
	}

	/** Those of no skill in particular, or else the most that any skill asks for. */
	private static @Nullable Finding years(ReadableText notes, List<SkillMention> mentions) {
		Finding ofSkill = null;
		for (Clause clause : notes.clauses()) {
			Matcher matcher = YEARS.matcher(clause.text());
			while (matcher.find()) {
				int start = clause.start() + matcher.start();
				int end = clause.start() + matcher.end();
				String behind = clause.text()
					.substring(matcher.end(), Math.min(clause.text().length(), matcher.end() + 40));
				boolean said = DOING.matcher(behind).find() || EXPERIENCE.matcher(matcher.group()).find()
						|| EXPERIENCE.matcher(behind).find()
						|| EXPERIENCE.matcher(clause.before(matcher.start(), 200)).find();
				int years = SpelledNumbers.number(matcher.group(1));
				if (!said || years < 1 || years > 30) {
					continue;
				}
				boolean skilled = mentions.stream()
					.anyMatch((mention) -> mention.years() != null && mention.start() < end + 40
							&& mention.end() > start - 25);
				Finding found = Finding.of(BriefField.YEARS, years, skilled ? Confidence.LIKELY : Confidence.CERTAIN,
						notes.passage(clause, matcher));
				if (!skilled) {
					return found;
				}
				if (ofSkill == null || years > Integer.parseInt(ofSkill.value())) {
					ofSkill = found;
				}
			}
		}
		return ofSkill;
	}

	/** What stands below such a heading, up to the next or an empty line. */
	private static @Nullable Finding tasks(ReadableText notes) {
		List<Clause> clauses = notes.clauses();
		for (int at = 0; at < clauses.size(); at++) {
			if (clauses.get(at).text().length() <= 80 && TASKS.matcher(clauses.get(at).text()).find()) {
				int first = at + 1;
				int last = first;
				while (last < clauses.size() && (last == first || isBelow(notes, clauses, last))) {
					last++;
				}
				if (first < last) {
					return tasks(notes, clauses.subList(first, last));
				}
			}
		}
		return null;
	}

	private static boolean isBelow(ReadableText notes, List<Clause> clauses, int at) {
		String between = notes.text().substring(clauses.get(at - 1).end(), clauses.get(at).start());
		return between.chars().filter((sign) -> sign == '\n').count() < 2
				&& !HEADING.matcher(clauses.get(at).text()).matches();
	}

	private static Finding tasks(ReadableText notes, List<Clause> clauses) {
		StringBuilder tasks = new StringBuilder();
		for (Clause clause : clauses) {
			if (tasks.length() + clause.text().length() < LONGEST_TASKS) {
				tasks.append(clause.text().replaceFirst("^[-•*·–]\\s*", "")).append('\n');
			}
		}
		return Finding.of(BriefField.RESPONSIBILITIES, tasks.toString().strip(), Confidence.LIKELY,
				notes.passage(clauses.get(0).start(), clauses.get(0).end()));
	}

	private static Set<BriefField> open(List<Finding> findings) {
		Set<BriefField> said = findings.stream()
			.map(Finding::field)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(BriefField.class)));
		Set<BriefField> open = EnumSet.of(BriefField.GOAL, BriefField.ROLE, BriefField.LANGUAGE, BriefField.WORK_MODE,
				BriefField.TIME_ZONE, BriefField.START, BriefField.LATEST_START, BriefField.END, BriefField.DAYS,
				BriefField.DAYS_PER_WEEK, BriefField.RATE_CAP, BriefField.BUDGET);
		open.removeAll(said);
		if (said.contains(BriefField.END) || said.contains(BriefField.DAYS)) {
			open.remove(BriefField.END);
			open.remove(BriefField.DAYS);
		}
		return open;
	}

	/** The first line where it is one, or whom is asked for. */
	private String title(ReadableText notes, List<SeatReader.Seat> seats) {
		if (notes.isBlank()) {
			return "";
		}
		String first = notes.text()
			.lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.findFirst()
			.orElse("")
			.replaceFirst("^[#*\\s]+|(?i:^(?:job )?title\\s*:\\s*)", "");
		if (first.length() <= LONGEST_TITLE && !first.matches("(?i)(?:hi|hello|dear|hey|good morning)\\b.*")) {
			return first;
		}
		return seats.isEmpty() ? "" : this.templates.of(seats.get(0).job()).name();
	}

}
