package org.muster.proposals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.muster.accounts.Recipients;
import org.muster.audit.Actor;
import org.muster.audit.Viewer;
import org.muster.calendar.UtcColumns;
import org.muster.forms.Formats;
import org.muster.notifications.Notice;
import org.muster.notifications.Notifications;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends offers whose last day has passed where the client is, and reminds of those whose
 * end is near. Acting on one checks its day itself, so this may come late.
 */
@Component
@EnableScheduling
class Expiry {

	private static final int REMINDED_DAYS_BEFORE = 2;

	private final AllProposals proposals;

	private final Answers answers;

	private final Recipients recipients;

	private final Notifications notifications;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Formats formats;

	private final ClientClock clientClock;

	private final Clock clock;

	Expiry(AllProposals proposals, Answers answers, Recipients recipients, Notifications notifications,
			JdbcTemplate jdbc, TransactionTemplate transaction, Formats formats, ClientClock clientClock, Clock clock) {
		this.clientClock = clientClock;
		this.formats = formats;
		this.proposals = proposals;
		this.answers = answers;
		this.recipients = recipients;
		this.notifications = notifications;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Where the day is over first is a day ahead of here. */
	@Scheduled(fixedDelay = 10, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
	void expire() {
		this.proposals.past(LocalDate.now(this.clock).plusDays(1)).forEach(this.answers::expire);
	}

	@Scheduled(fixedDelay = 60, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
	void remind() {
		LocalDate today = LocalDate.now(this.clock);
		this.proposals.ending(today, today.plusDays(REMINDED_DAYS_BEFORE))
			.stream()
			.filter((ending) -> !isReminded(ending))
			.collect(Collectors.groupingBy(ExpiringOffer::proposal, LinkedHashMap::new, Collectors.toList()))
			.values()
			.forEach((alternatives) -> this.transaction.executeWithoutResult((status) -> remind(alternatives)));
	}

	private boolean isReminded(ExpiringOffer ending) {
		Integer told = this.jdbc.queryForObject(
				"select count(*) from proposal_reminder where proposal = ? and revision = ?", Integer.class,
				ending.proposal(), ending.revision());
		return told != null && told > 0;
	}

	/**
	 * Of two portals that come at once the second finds the row, and tells nobody. A
	 * client is not told to hurry with what it cannot accept.
	 */
	private void remind(List<ExpiringOffer> alternatives) {
		ExpiringOffer ending = alternatives.get(0);
		Proposal proposal = this.proposals.lockByReference(ending.proposal(), Viewer.muster()).orElseThrow();
		int first = alternatives.stream().mapToInt(this::note).max().orElse(0);
		if (first == 1) {
			Set<Long> people = new LinkedHashSet<>(this.recipients.managersOf(ending.organisationId()));
			if (ending.whole() > 0) {
				people.addAll(this.recipients.approversOf(ending.organisationId()));
				people.add(ending.requestCreatedBy());
			}
			this.notifications.tell(people,
					new Notice(Notice.Kind.EXPIRY, ending.proposal(), ending.requestTitle(),
							"/proposals/" + ending.proposal(), Actor.MUSTER.name(),
							this.formats.until(ending.validUntil(), this.clientClock.zone(proposal))));
		}
	}

	/**
	 * @return 1, or 0 if it was there already
	 */
	private int note(ExpiringOffer ending) {
		return this.jdbc.update("""
				insert into proposal_reminder (proposal, revision, told_at) select ?, ?, ? where not exists
					(select 1 from proposal_reminder where proposal = ? and revision = ?)""", ending.proposal(),
				ending.revision(), UtcColumns.write(this.clock.instant()), ending.proposal(), ending.revision());
	}

}
