package org.muster.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.requests.Priority;
import org.muster.requests.PositionTemplate;
import org.muster.requests.RoleTemplates;
import org.muster.requests.SkillRequirement;
import org.muster.skills.SkillKind;
import org.muster.skills.SkillLevel;
import org.muster.skills.SkillMention;
import org.muster.skills.SkillMention.Importance;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

/** Gives the skills that a text speaks of to the positions that it asks for. */
final class SkillRequirementReader {

	/** A position asks for no more. */
	static final int MOST_OF_A_SEAT = 40;

	private static final Pattern NOT = SpelledNumbers.pattern(
			"\\b(?:no need for|not|no|without|don'?t|never|except|unlike|nor|kein\\w*|sans|sin|sem)\\s+(?:\\p{L}+\\s+){0,2}$");

	private static final Pattern AWAY = SpelledNumbers.pattern(
			"\\b(?:replac\\w+|migrat\\w+ (?:away )?from|away from|moving off|move off|instead of|legacy|old|retir\\w+|phas\\w+ out|written in|built (?:in|with|on)|runs on|based on|currently)\\s+(?:\\p{L}+\\s+){0,2}$");

	private static final Pattern KNOWN = SpelledNumbers
		.pattern("\\b(?:experience|knowledge|background|understanding|expertise|familiar\\w*|know)\\b");

	private static final Pattern WANTED = SpelledNumbers.pattern(
			"\\b(?:require\\w*|must|need\\w*|essential|mandatory|you (?:have|bring|know|are)|experience (?:with|in|of)|knowledge|profici\\w*|skills?|"
					+ "anforderungen|voraussetzung\\w*|profil|exig\\w*|requisitos|imprescindible\\w*|obrigat\\w*|conhecimentos?|conocimientos?|connaissances?|kenntnisse|erfahrung|experi[eê]nci\\w*)\\b");

	private final ReadableText notes;

	private final List<SeatReader.Seat> seats;

	/** The ids of the skills that templates of each role ask for. */
	private final Map<JobRole, Set<Long>> usual = new EnumMap<>(JobRole.class);

	SkillRequirementReader(ReadableText notes, List<SeatReader.Seat> seats, RoleTemplates templates) {
		this.notes = notes;
		this.seats = seats;
		if (seats.size() > 1) {
			templates.all()
				.forEach((template) -> template.skills()
					.forEach((skill) -> this.usual.computeIfAbsent(template.role(), (role) -> new HashSet<>())
						.add(skill.skillId())));
		}
	}

	/**
	 * @param left how many were left, since a position takes no more
	 */
	record Wishes(List<Finding> findings, int left) {
	}

	Wishes of(List<SkillMention> mentions) {
		List<Finding> findings = new ArrayList<>();
		int left = 0;
		for (int seat = 1; seat <= Math.max(1, this.seats.size()); seat++) {
			Map<Long, List<SkillMention>> bySkill = new LinkedHashMap<>();
			for (SkillMention mention : mentions) {
				if (seatsOf(mention).contains(seat) && !isDenied(mention)) {
					bySkill.computeIfAbsent(mention.skill().id(), (id) -> new ArrayList<>()).add(mention);
				}
			}
			int at = seat;
			List<Finding> all = bySkill.values()
				.stream()
				.map((list) -> new Wish(list, wish(list, at)))
				.sorted(Comparator.comparing((Wish wish) -> Objects.requireNonNull(wish.finding().necessity()))
					.thenComparing(Comparator.comparingInt((Wish wish) -> wish.mentions().size()).reversed()))
				.map(Wish::finding)
				.toList();
			left += Math.max(0, all.size() - MOST_OF_A_SEAT);
			findings.addAll(all.stream().limit(MOST_OF_A_SEAT).toList());
		}
		return new Wishes(findings, left);
	}

	private record Wish(List<SkillMention> mentions, Finding finding) {
	}

	/** From 1; all that a mention may be meant for. */
	private List<Integer> seatsOf(SkillMention mention) {
		if (this.seats.size() <= 1) {
			return List.of(1);
		}
		int line = this.notes.clauseAt(mention.start()).line();
		List<Integer> here = new ArrayList<>();
		int before = 0;
		for (int seat = 1; seat <= this.seats.size(); seat++) {
			SeatReader.Seat one = this.seats.get(seat - 1);
			if (one.line() == line && isBeside(mention, one, seat)) {
				here.add(seat);
			}
			if (one.start() <= mention.start()) {
				before = seat;
			}
		}
		if (!here.isEmpty()) {
			return here;
		}
		if (before > 0 && isBlock()) {
			return List.of(before);
		}
		List<Integer> known = new ArrayList<>();
		for (int seat = 1; seat <= this.seats.size(); seat++) {
			if (isOfRole(mention, this.seats.get(seat - 1))) {
				known.add(seat);
			}
		}
		return known.isEmpty() ? List.of(1) : known;
	}

	/**
	 * Of a line with several roles what follows up to the next, and what the role is
	 * named by.
	 */
	@SuppressWarnings("ReferenceEquality") // Two that are alike are two.
	private boolean isBeside(SkillMention mention, SeatReader.Seat seat, int number) {
		int end = this.seats.stream()
			.filter((other) -> other.line() == seat.line() && other.start() > seat.start())
			.mapToInt(SeatReader.Seat::start)
			.min()
			.orElse(Integer.MAX_VALUE);
		boolean last = end == Integer.MAX_VALUE;
		boolean shared = this.seats.stream().anyMatch((other) -> other != seat && other.line() == seat.line());
		boolean within = mention.start() >= seat.start() && mention.start() < end;
		// What stands behind the last of several may be meant for all of them.
		return within && (!shared || !last || isOfRole(mention, seat)
				|| this.seats.stream().noneMatch((other) -> isOfRole(mention, other)) && number == this.seats.size());
	}

	/** Each role has a line of its own, and what belongs to it below. */
	private boolean isBlock() {
		return this.seats.stream().map(SeatReader.Seat::line).distinct().count() == this.seats.size()
				&& this.seats.get(1).line() - this.seats.get(0).line() > 1;
	}

	private boolean isOfRole(SkillMention mention, SeatReader.Seat seat) {
		return this.usual.getOrDefault(seat.job(), Set.of()).contains(mention.skill().id());
	}

	/** What somebody is called is no skill besides: a DevOps engineer. */
	private boolean isDenied(SkillMention mention) {
		boolean named = mention.skill().kind() != SkillKind.LANGUAGE && mention.skill().kind() != SkillKind.FRAMEWORK
				&& this.seats.stream()
					.anyMatch((seat) -> seat.start() <= mention.start() && mention.end() <= seat.start()
							+ Objects.requireNonNull(seat.role().passage()).said().length());
		return named || NOT.matcher(ahead(mention)).find();
	}

	private String ahead(SkillMention mention) {
		int from = Math.max(this.notes.clauseAt(mention.start()).start(), mention.start() - 40);
		return this.notes.text().substring(from, mention.start());
	}

	private Finding wish(List<SkillMention> mentions, int seat) {
		Integer level = mentions.stream()
			.map(SkillMention::level)
			.filter(Objects::nonNull)
			.map(SkillLevel::value)
			.max(Comparator.naturalOrder())
			.orElse(null);
		Integer years = mentions.stream()
			.map(SkillMention::years)
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder())
			.orElse(null);
		Importance importance = mentions.stream()
			.map(SkillMention::importance)
			.min(Comparator.naturalOrder())
			.orElse(Importance.UNSAID);
		SkillMention shown = mentions.stream()
			.filter((one) -> one.importance() == importance && (level == null || one.level() != null))
			.findFirst()
			.orElse(mentions.get(0));
		Clause clause = this.notes.clauseAt(shown.start());
		boolean domain = mentions.get(0).skill().kind() == SkillKind.DOMAIN;
		boolean away = AWAY.matcher(ahead(mentions.get(0))).find() && mentions.size() == 1;
		boolean said = importance != Importance.UNSAID || level != null || years != null
				|| WANTED.matcher(clause.text()).find();
		Confidence confidence = (away || domain && !KNOWN.matcher(ahead(mentions.get(0))).find()) ? Confidence.GUESS
				: said ? Confidence.CERTAIN : Confidence.LIKELY;
		return Finding
			.of(BriefField.SKILL, mentions.get(0).skill().name(), confidence,
					this.notes.passage(shown.start(), shown.end()))
			.at(seat)
			.with(String.valueOf(level(level, years, seat)),
					(importance == Importance.NICE_TO_HAVE) ? Priority.NICE_TO_HAVE : Priority.REQUIRED, null);
	}

	/** As said, or as the years tell, or as somebody of that seniority mostly is. */
	private int level(@Nullable Integer level, @Nullable Integer years, int seat) {
		if (level != null) {
			return level;
		}
		if (years != null) {
			return (years >= 8) ? 5 : (years >= 5) ? 4 : (years >= 2) ? 3 : 2;
		}
		Finding seniority = (seat <= this.seats.size()) ? this.seats.get(seat - 1).seniority() : null;
		return (seniority != null && Seniority.valueOf(seniority.value()) == Seniority.JUNIOR) ? 2 : 3;
	}

	/** The template that has most of some skills, where a text names no role. */
	static @Nullable PositionTemplate closest(List<SkillMention> mentions, RoleTemplates templates) {
		return templates.all()
			.stream()
			.filter((template) -> common(template, mentions) > 0)
			.max(Comparator.comparingLong((template) -> common(template, mentions)))
			.orElse(null);
	}

	private static long common(PositionTemplate template, List<SkillMention> mentions) {
		Stream<Long> asked = template.skills().stream().map(SkillRequirement::skillId);
		return asked.filter((id) -> mentions.stream().anyMatch((mention) -> mention.skill().id() == id)).count();
	}

}
