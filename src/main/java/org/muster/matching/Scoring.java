package org.muster.matching;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.AbsenceRow;
import org.muster.consultants.Candidate;
import org.muster.consultants.LanguageLevel;
import org.muster.consultants.SkillHeld;
import org.muster.consultants.WorkMode;
import org.muster.matching.SkillMatch.Outcome;
import org.muster.money.Money;
import org.muster.requests.Position;
import org.muster.requests.Schedule;
import org.muster.requests.SkillRequirement;
import org.muster.requests.StaffingRequest;
import org.muster.skills.Skill;
import org.muster.skills.Taxonomy;

/**
 * Holds candidates against one position. Each part is a fraction from 0 to 1 of the most
 * that it gives:
 * <ul>
 * <li>skills: the mean of level held ÷ level asked, at most 1 each, a required skill
 * counting twice; a skill counts through one that implies it at its strength;</li>
 * <li>experience: 40 % the role, 30 % seniority, 30 % years held ÷ years asked;</li>
 * <li>availability: the share of the days asked that is free between start and end,
 * fading to nothing over 60 days where the start comes too late;</li>
 * <li>rate: all up to the cap, fading to nothing at a quarter above;</li>
 * <li>communication: 50 % languages, 30 % hours of overlap, 20 % work mode;</li>
 * <li>goals: see {@link GoalScoring}.</li>
 * </ul>
 */
final class Scoring {

	private static final int GRACE_DAYS = 60;

	private static final int WORKING_HOURS = 8;

	private final StaffingRequest request;

	private final Position position;

	private final Taxonomy taxonomy;

	private final @Nullable Schedule schedule;

	private final GoalScoring goals;

	private final List<SkillRequirement> required;

	Scoring(StaffingRequest request, Position position, Taxonomy taxonomy) {
		this.request = request;
		this.position = position;
		this.taxonomy = taxonomy;
		this.schedule = request.schedule().orElse(null);
		this.goals = new GoalScoring(request.goals().keySet(), taxonomy);
		this.required = position.skills();
	}

	Match match(Candidate candidate) {
		List<SkillMatch> skills = this.required.stream().map((asked) -> skill(asked, candidate)).toList();
		PartScore availability = availability(candidate);
		PartScore rate = rate(candidate);
		boolean fits = skills.stream()
			.noneMatch((skill) -> skill.requirement().isRequired() && skill.outcome() == Outcome.MISSING)
				&& candidate.roles().contains(this.position.role()) && availability.isFull() && rate.isFull()
				&& languagesMet(candidate) == this.position.languages().size();
		return new Match(candidate, List.of(skills(skills), experience(candidate), availability, rate,
				communication(candidate), this.goals.score(candidate)), skills, fits);
	}

	private SkillMatch skill(SkillRequirement asked, Candidate candidate) {
		Skill sought = this.taxonomy.get(asked.skillId());
		SkillHeld direct = candidate.skills().get(asked.skillId());
		double held = (direct != null) ? direct.level() : 0;
		String through = null;
		for (SkillHeld other : candidate.skills().values()) {
			Skill implying = this.taxonomy.get(other.skillId());
			double implied = implying.implied().getOrDefault(asked.skillId(), 0) * other.level() / 100.0;
			if (implied > held || implied == held && through != null && implying.name().compareTo(through) < 0) {
				held = implied;
				through = implying.name();
			}
		}
		return new SkillMatch(asked, sought.name(), held, through);
	}

	private static PartScore skills(List<SkillMatch> skills) {
		double sum = 0;
		double most = 0;
		for (SkillMatch skill : skills) {
			int weight = skill.requirement().isRequired() ? 2 : 1;
			sum += weight * skill.credit();
			most += weight;
		}
		long met = skills.stream().filter((skill) -> skill.outcome() == Outcome.MET).count();
		return PartScore.of(Part.SKILLS, (most > 0) ? sum / most : 1,
				List.of(skills.isEmpty() ? Reason.of("skills.none") : Reason.of("skills", met, skills.size())));
	}

	private PartScore experience(Candidate candidate) {
		List<Reason> reasons = new ArrayList<>();
		boolean role = candidate.roles().contains(this.position.role());
		if (!role) {
			reasons.add(Reason.of("role.other"));
		}
		int above = candidate.seniority().compareTo(this.position.seniority());
		double seniority = (above >= 0) ? 1 : (above == -1) ? 0.5 : 0;
		reasons.add(Reason.of((above >= 0) ? "seniority.met" : "seniority.below", candidate.seniority()));
		int asked = this.position.years();
		double years = (asked > 0) ? Math.min(1, candidate.years() / (double) asked) : 1;
		reasons.add(Reason.of((years >= 1) ? "years.met" : "years.below", candidate.years(), asked));
		return PartScore.of(Part.EXPERIENCE, 0.4 * (role ? 1 : 0) + 0.3 * seniority + 0.3 * years, reasons);
	}

	private PartScore availability(Candidate candidate) {
		Schedule wanted = this.schedule;
		if (wanted == null) {
			return PartScore.of(Part.AVAILABILITY, 1, List.of(Reason.of("dates.open")));
		}
		LocalDate from = candidate.availableFrom();
		LocalDate start = from.isAfter(wanted.earliestStart()) ? from : wanted.earliestStart();
		if (start.isAfter(wanted.latestStart())) {
			long late = ChronoUnit.DAYS.between(wanted.latestStart(), start);
			return PartScore.of(Part.AVAILABILITY, 1 - late / (double) GRACE_DAYS,
					List.of(Reason.of("available.late", start, late)));
		}
		double free = freeShare(candidate, start, wanted);
		if (free < 1) {
			return PartScore.of(Part.AVAILABILITY, free,
					List.of(Reason.of("available.partly", start, Math.round(free * 100))));
		}
		return PartScore.of(Part.AVAILABILITY, 1, List.of(Reason.of("available", start)));
	}

	/** The share of the half days asked for that no engagement or leave takes. */
	private static double freeShare(Candidate candidate, LocalDate start, Schedule wanted) {
		LocalDate end = wanted.expectedEnd().isBefore(start) ? start : wanted.expectedEnd();
		double weeks = (ChronoUnit.DAYS.between(start, end) + 1) / 7.0;
		double taken = 0;
		for (AbsenceRow absence : candidate.absences()) {
			if (!absence.kind().isFirm()) {
				continue;
			}
			LocalDate first = absence.startsOn().isAfter(start) ? absence.startsOn() : start;
			LocalDate last = absence.endsOn().isBefore(end) ? absence.endsOn() : end;
			if (!last.isBefore(first)) {
				taken += (ChronoUnit.DAYS.between(first, last) + 1) / 7.0 * absence.allocation().perWeek().halves();
			}
		}
		double free = Math.max(0, weeks * 10 - taken);
		return Math.min(1, free / (weeks * wanted.daysPerWeek().halves()));
	}

	private PartScore rate(Candidate candidate) {
		BigDecimal cap = this.request.rateCap();
		if (cap == null) {
			return PartScore.of(Part.RATE, 1, List.of(Reason.of("rate.open")));
		}
		if (!candidate.currency().equals(this.request.currency())) {
			return PartScore.of(Part.RATE, 0.5, List.of(Reason.of("rate.currency", candidate.currency())));
		}
		double over = candidate.billRate().doubleValue() / cap.doubleValue() - 1;
		if (over <= 0) {
			return PartScore.of(Part.RATE, 1, List.of(Reason.of("rate.within")));
		}
		return PartScore.of(Part.RATE, 1 - over * 4,
				List.of(Reason.of("rate.above", Money.of(candidate.billRate().subtract(cap), candidate.currency()))));
	}

	private PartScore communication(Candidate candidate) {
		List<Reason> reasons = new ArrayList<>();
		Map<String, LanguageLevel> asked = this.position.languages();
		double languages = asked.isEmpty() ? 1 : languagesMet(candidate) / (double) asked.size();
		asked.keySet()
			.stream()
			.sorted()
			.filter((language) -> !speaks(candidate, language))
			.forEach((language) -> reasons.add(Reason.of("language.missing", Locale.forLanguageTag(language))));
		if (languages == 1 && !asked.isEmpty()) {
			reasons.add(Reason.of("languages.met"));
		}
		double overlap = 1;
		String zone = this.position.timeZone();
		if (zone != null && this.position.overlapHours() > 0) {
			double hours = overlapHours(zone, candidate.timeZone());
			overlap = Math.min(1, hours / this.position.overlapHours());
			reasons
				.add(Reason.of((overlap >= 1) ? "overlap.met" : "overlap.below", hours, this.position.overlapHours()));
		}
		WorkMode mode = this.position.workMode();
		boolean works = candidate.workModes().contains(mode);
		if (!works) {
			reasons.add(Reason.of("mode.other", mode));
		}
		return PartScore.of(Part.COMMUNICATION, 0.5 * languages + 0.3 * overlap + 0.2 * (works ? 1 : 0), reasons);
	}

	private long languagesMet(Candidate candidate) {
		return this.position.languages().keySet().stream().filter((language) -> speaks(candidate, language)).count();
	}

	private boolean speaks(Candidate candidate, String language) {
		LanguageLevel held = candidate.languages().get(language);
		LanguageLevel asked = this.position.languages().get(language);
		return held != null && asked != null && held.reaches(asked);
	}

	/**
	 * Hours that two working days of eight hours, each at the same local time, have in
	 * common.
	 */
	private double overlapHours(String zone, String other) {
		LocalDate day = Optional.ofNullable(this.schedule).map(Schedule::earliestStart).orElse(LocalDate.EPOCH);
		Duration apart = Duration.between(day.atTime(9, 0).atZone(ZoneId.of(zone)),
				day.atTime(9, 0).atZone(ZoneId.of(other)));
		double hours = Math.abs(apart.toMinutes()) / 60.0;
		double round = Math.min(hours, 24 - hours);
		return Math.max(0, WORKING_HOURS - round);
	}

}
