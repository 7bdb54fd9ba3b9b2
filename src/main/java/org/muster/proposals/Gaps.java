package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.Workdays;
import org.muster.forms.Formats;
import org.muster.matching.Match;
import org.muster.matching.Matching;
import org.muster.matching.SkillMatch;
import org.muster.matching.MatchExplanations;
import org.muster.money.Money;
import org.muster.requests.Asked;
import org.muster.requests.Position;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;
import org.muster.requests.StartDays;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an offer does not meet of what a request asks for, in words. */
@Component
class Gaps {

	private final Organisations organisations;

	private final Matching matching;

	private final MatchExplanations explanations;

	private final Formats formats;

	private final MessageSource messages;

	private final StartDays days;

	private final Clock clock;

	Gaps(Organisations organisations, Matching matching, MatchExplanations explanations, Formats formats,
			MessageSource messages, StartDays days, Clock clock) {
		this.days = days;
		this.clock = clock;
		this.organisations = organisations;
		this.matching = matching;
		this.explanations = explanations;
		this.formats = formats;
		this.messages = messages;
	}

	/**
	 * More than was asked for is no more met than less: it is paid for.
	 * @param asked what the request asks for, or asked at some time
	 */
	List<String> of(ProposalRevision revision, StaffingRequest request, Asked asked) {
		List<String> gaps = new ArrayList<>();
		asked.positions().forEach((number, position) -> people(revision, number, position, gaps));
		Map<Integer, List<Match>> matches = this.matching.matches(request, asked,
				revision.lines()
					.stream()
					.collect(Collectors.groupingBy(ProposalLine::positionNumber,
							Collectors.mapping(ProposalLine::consultantId, Collectors.toSet()))));
		Organisation client = this.organisations.findById(request.organisationId()).orElseThrow();
		Workdays workdays = this.days.of(client, asked.schedule(), client.today(this.clock));
		for (ProposalLine line : revision.lines()) {
			Position.Details position = asked.positions().get(line.positionNumber());
			if (position != null) {
				role(line, position, gaps);
				matches.getOrDefault(line.positionNumber(), List.of())
					.stream()
					.filter((match) -> match.candidate().id() == line.consultantId())
					.forEach((match) -> person(line.consultantName(), match, position, gaps));
			}
			if (asked.schedule() != null) {
				time(line, asked.schedule(), workdays, gaps);
			}
		}
		price(revision, asked, gaps);
		return gaps.stream().distinct().toList();
	}

	private void people(ProposalRevision revision, int number, Position.Details position, List<String> gaps) {
		long offered = revision.lines().stream().filter((line) -> line.positionNumber() == number).count();
		if (offered != position.headCount()) {
			gaps.add(say("people", number, offered, position.headCount()));
		}
	}

	private void role(ProposalLine line, Position.Details position, List<String> gaps) {
		if (line.role() != position.role()) {
			gaps.add(say("role", line.consultantName(), word("consultants.role." + line.role()),
					word("consultants.role." + position.role())));
		}
	}

	private void person(String name, Match match, Position.Details position, List<String> gaps) {
		match.required()
			.stream()
			.filter((skill) -> skill.outcome() != SkillMatch.Outcome.MET)
			.forEach((skill) -> gaps.add(say("person", name, this.explanations.near(skill))));
		match.unmet().forEach((reason) -> gaps.add(say("person", name, this.explanations.say(reason))));
		String country = position.country();
		if (country != null && !country.equals(match.candidate().place().country())) {
			gaps.add(say("country", name, this.formats.country(match.candidate().place().country()),
					this.formats.country(country)));
		}
	}

	private void time(ProposalLine line, Schedule asked, Workdays workdays, List<String> gaps) {
		String name = line.consultantName();
		LocalDate start = line.period().from();
		if (start.isBefore(asked.earliestStart()) || asked.late(start, workdays) > 0) {
			gaps.add(say("start", name, this.formats.date(start), this.formats.date(asked.earliestStart()),
					this.formats.date(asked.latestStart())));
		}
		if (asked.end() != null && !line.period().to().equals(asked.end())) {
			gaps.add(say("end", name, this.formats.date(line.period().to()), this.formats.date(asked.end())));
		}
		if (asked.days() != null && !line.days().equals(asked.days())) {
			gaps.add(say("days", name, line.days().days(), this.formats.days(asked.days())));
		}
		perWeek(line).filter((days) -> !days.equals(asked.daysPerWeek()))
			.distinct()
			.forEach((days) -> gaps.add(say("week", name, days.days(), this.formats.days(asked.daysPerWeek()))));
	}

	private static Stream<DayCount> perWeek(ProposalLine line) {
		return Stream.concat(Stream.of(line.pattern().first()), line.pattern().later().values().stream())
			.map(Allocation::perWeek);
	}

	private void price(ProposalRevision revision, Asked asked, List<String> gaps) {
		String currency = revision.currency();
		BigDecimal cap = asked.rateCap();
		if (cap != null) {
			revision.lines().forEach((line) -> {
				Money highest = Money.of(line.highestDayRate(), currency).rounded();
				if (highest.amount().compareTo(cap) > 0) {
					gaps.add(say("cap", line.consultantName(), this.formats.rate(highest.amount(), currency),
							this.formats.rate(cap, currency)));
				}
			});
		}
		BigDecimal budget = asked.budget();
		if (budget != null && revision.net().compareTo(budget) > 0) {
			gaps.add(say("budget", this.formats.money(revision.net(), currency), this.formats.money(budget, currency)));
		}
	}

	private String say(String gap, Object... args) {
		return this.messages.getMessage("proposals.gap." + gap, args, Locale.ENGLISH);
	}

	private String word(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

}
