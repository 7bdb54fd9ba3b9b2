package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.muster.accounts.Organisation;
import org.muster.forms.Formats;
import org.muster.proposals.Sending.Obstacle;
import org.muster.proposals.Sending.Obstacle.Reason;

import org.springframework.stereotype.Component;

/** What stands against sending drafts, counted afresh by today's calendar and leave. */
@Component
class SendCheck {

	private final Estimates estimates;

	private final Bookings bookings;

	private final ClashWords clashWords;

	private final Taxation taxation;

	private final ClientClock clientClock;

	private final Formats formats;

	SendCheck(Estimates estimates, Bookings bookings, ClashWords clashWords, Taxation taxation, ClientClock clientClock,
			Formats formats) {
		this.formats = formats;
		this.clashWords = clashWords;
		this.taxation = taxation;
		this.estimates = estimates;
		this.bookings = bookings;
		this.clientClock = clientClock;
	}

	/**
	 * Counts and prices the drafts of a round.
	 * @return what stands against sending them; nothing if they can be sent
	 */
	List<Obstacle> of(Proposal proposal, List<ProposalRevision> round) {
		List<Obstacle> obstacles = new ArrayList<>();
		for (ProposalRevision draft : round) {
			obstacles(proposal, draft).forEach((obstacle) -> obstacles.add(obstacle.about(draft)));
		}
		same(round, obstacles);
		return obstacles;
	}

	private List<Obstacle> obstacles(Proposal proposal, ProposalRevision draft) {
		if (draft.lines().isEmpty()) {
			return List.of(Obstacle.of(Reason.NO_LINES, List.of()));
		}
		List<String> erased = this.bookings.erased(draft);
		if (!erased.isEmpty()) {
			return List.of(Obstacle.of(Reason.ERASED, erased));
		}
		List<ProposalLine> outdated = this.estimates.estimate(draft);
		if (!outdated.isEmpty()) {
			return List
				.of(Obstacle.of(Reason.CARD, outdated.stream().map(ProposalLine::consultantName).distinct().toList()));
		}
		List<Obstacle> obstacles = new ArrayList<>();
		add(obstacles, Reason.NO_EXCHANGE_RATE, draft.lines()
			.stream()
			.filter((line) -> line.cost() == null)
			.map((line) -> line.consultantName() + " (" + line.pay().currency() + " → " + draft.currency() + ")")
			.toList());
		add(obstacles, Reason.NO_DAYS, withoutDays(draft));
		add(obstacles, Reason.TWICE, Bookings.twice(draft));
		List<Clash> clashes = this.bookings.clashes(proposal, draft);
		if (!clashes.isEmpty()) {
			obstacles.add(Obstacle.of(Reason.TAKEN, List.of(this.clashWords.say(clashes))));
		}
		LocalDate today = this.clientClock.today(proposal.organisationId());
		List<String> over = draft.over(today);
		add(obstacles, Reason.OVER, over);
		if (draft.isPast(today)) {
			obstacles.add(Obstacle.of(Reason.PAST, List.of()));
		}
		else if (over.isEmpty()) {
			add(obstacles, Reason.VALID_AFTER_END, draft.over(draft.validUntil()));
		}
		Organisation unknown = this.taxation.withoutNumber(draft);
		if (unknown != null) {
			obstacles.add(Obstacle.of(Reason.VAT_NUMBER, List.of(unknown.name())));
		}
		BigDecimal cap = draft.cap();
		if (cap != null && draft.net().compareTo(cap) > 0) {
			obstacles.add(Obstacle.of(Reason.CAP, List.of()));
		}
		return obstacles;
	}

	/** The lines without a day of work, each by its person and dates. */
	List<String> withoutDays(ProposalRevision draft) {
		return draft.lines()
			.stream()
			.filter((line) -> line.days().isZero())
			.map((line) -> "%s (%s – %s)".formatted(line.consultantName(), this.formats.date(line.dates().from()),
					this.formats.date(line.dates().to())))
			.toList();
	}

	private static void add(List<Obstacle> obstacles, Reason reason, Collection<String> names) {
		if (!names.isEmpty()) {
			obstacles.add(Obstacle.of(reason, names));
		}
	}

	/** Alternatives that offer the same leave nothing to choose. */
	private static void same(List<ProposalRevision> round, List<Obstacle> obstacles) {
		for (int index = 1; index < round.size(); index++) {
			ProposalRevision draft = round.get(index);
			round.subList(0, index)
				.stream()
				.filter((earlier) -> !earlier.lines().isEmpty() && offer(earlier).equals(offer(draft)))
				.findFirst()
				.ifPresent((earlier) -> obstacles.add(
						Obstacle.of(Reason.SAME, List.of(Objects.requireNonNull(earlier.alternative()))).about(draft)));
		}
	}

	/** All that it offers, without which of the alternatives it is. */
	private static String offer(ProposalRevision draft) {
		return Seal.canonical(draft).replaceAll("(?m)^(revision|alternative|line)=.*\n", "");
	}

}
