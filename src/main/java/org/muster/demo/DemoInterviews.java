package org.muster.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

import org.muster.accounts.CurrentUser;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.demo.DemoAccounts.Client;
import org.muster.interviews.Interview;
import org.muster.interviews.Interviews;
import org.muster.interviews.Meetings;
import org.muster.interviews.Recommendation;
import org.muster.interviews.Score;
import org.muster.matching.Shortlisting;
import org.muster.matching.Match;
import org.muster.matching.Matching;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.SkillRequirement;
import org.muster.requests.StaffingRequest;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Interviews of the demo: one that waits, one that is ahead, one that was held. */
@Component
@Profile("demo")
class DemoInterviews {

	private static final LocalTime MORNING = LocalTime.of(10, 0);

	private final Requests requests;

	private final Consultants consultants;

	private final Matching matching;

	private final Shortlisting shortlisting;

	private final Meetings meetings;

	private final Interviews interviews;

	private final DemoClock clock;

	DemoInterviews(Requests requests, Consultants consultants, Matching matching, Shortlisting shortlisting,
			Meetings meetings, Interviews interviews, DemoClock clock) {
		this.requests = requests;
		this.consultants = consultants;
		this.matching = matching;
		this.shortlisting = shortlisting;
		this.meetings = meetings;
		this.interviews = interviews;
		this.clock = clock;
	}

	/** One client has met the best and asks for the second, another meets somebody. */
	void create(Client first, Client second, CurrentUser manager, String met, String sought) {
		String[] held = new String[1];
		this.clock.daysAgo(10, () -> {
			Interview past = ask(met, 0, first.member(), "Event sourcing, and when not.", List.of(4));
			confirm(past, manager);
			held[0] = past.reference();
		});
		this.clock.daysAgo(2, () -> score(held[0], first.member()));
		this.clock.daysAgo(1, () -> {
			ask(met, 1, first.member(), "How you would let our two developers take it over.", List.of(4, 5, 6));
			confirm(ask(sought, 0, second.member(), "Rules engines you have known.", List.of(4)), manager);
		});
	}

	/**
	 * The client keeps the two best for the first position, and asks to meet one of them.
	 */
	private Interview ask(String reference, int whom, CurrentUser member, String message, List<Integer> inDays) {
		StaffingRequest request = this.requests.requireLocked(reference, member);
		Position position = request.requirePosition(1);
		List<Match> best = this.matching.best(request, 2).getOrDefault(position, List.of());
		best.forEach((match) -> this.shortlisting.keep(request, position, match, member));
		Consultant consultant = this.consultants.findById(best.get(whom).candidate().id()).orElseThrow();
		return this.meetings.ask(request, position, consultant, "Europe/Lisbon",
				inDays.stream().map(this::weekday).distinct().toList(), message, member);
	}

	private void confirm(Interview interview, CurrentUser manager) {
		this.meetings.confirm(interview, interview.windows().get(0), manager);
	}

	private void score(String reference, CurrentUser member) {
		Interview interview = this.interviews.requireLocked(reference, member);
		List<Score> scores = this.requests.ofPosition(interview.positionId(), member.viewer())
			.requirePosition(1)
			.skills()
			.stream()
			.filter(SkillRequirement::isRequired)
			.limit(4)
			.map((skill) -> new Score(skill.skillId(), (skill.level() > 3) ? 4 : 5, null))
			.toList();
		this.meetings.score(interview, Recommendation.YES,
				"Thinks aloud, asks before guessing, and has moved a system like ours before.", scores, member);
	}

	/**
	 * A weekday at or after so many days from what the clock says, an hour later for each
	 * day more.
	 */
	private Instant weekday(int days) {
		LocalDate date = LocalDate.now((Clock) this.clock).plusDays(days);
		while (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
			date = date.plusDays(1);
		}
		return date.atTime(MORNING.plusHours(days - 4)).toInstant(ZoneOffset.UTC);
	}

}
