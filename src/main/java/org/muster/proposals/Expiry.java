package org.muster.proposals;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.muster.accounts.Recipients;
import org.muster.audit.Actor;
import org.muster.audit.Viewer;
import org.muster.calendar.UtcColumns;
import org.muster.forms.Formats;
import org.muster.notifications.Notice;
import org.muster.notifications.Notifications;
import org.muster.operations.TimedWork;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends offers whose last day has passed where the client is, and reminds of those whose
 * end is near. Acting on one checks its day itself, so this may come late.
 */
@Component
class Expiry {

	private static final int REMINDED_DAYS_BEFORE = 2;

	private static final String THE_REVISION = "proposal_id = (select id from proposal where reference = ?) and number = ?";

	private final AllProposals proposals;

	private final Expiration expiration;

	private final Recipients recipients;

	private final Notifications notifications;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Formats formats;

	private final ClientClock clientClock;

	private final Clock clock;

	Expiry(AllProposals proposals, Expiration expiration, Recipients recipients, Notifications notifications,
			JdbcClient jdbc, TransactionTemplate transaction, Formats formats, ClientClock clientClock, Clock clock) {
		this.clientClock = clientClock;
		this.formats = formats;
		this.proposals = proposals;
		this.expiration = expiration;
		this.recipients = recipients;
		this.notifications = notifications;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Bean
	static RecurringTask<Void> offersExpired(Expiry expiry) {
		return TimedWork.every("offers-expired", Duration.ofMinutes(10), expiry::expire);
	}

	/** Where the day is over first is a day ahead of here. */
	void expire() {
		TimedWork.forEach(this.proposals.past(LocalDate.now(this.clock).plusDays(1)), this.expiration::expire);
	}

	@Bean
	static RecurringTask<Void> offersReminded(Expiry expiry) {
		return TimedWork.every("offers-reminded", Duration.ofHours(1), expiry::remind);
	}

	void remind() {
		LocalDate today = LocalDate.now(this.clock);
		Collection<List<ExpiringOffer>> offers = this.proposals.ending(today, today.plusDays(REMINDED_DAYS_BEFORE))
			.stream()
			.filter((ending) -> !isReminded(ending))
			.collect(Collectors.groupingBy(ExpiringOffer::proposal, LinkedHashMap::new, Collectors.toList()))
			.values();
		TimedWork.forEach(offers,
				(alternatives) -> this.transaction.executeWithoutResult((status) -> remind(alternatives)));
	}

	private boolean isReminded(ExpiringOffer ending) {
		return this.jdbc.sql("select count(reminded_at) from proposal_revision where " + THE_REVISION)
			.params(ending.proposal(), ending.revision())
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Of alternatives that end on different days the client is told once. It is not told
	 * to hurry with what it cannot accept.
	 */
	private void remind(List<ExpiringOffer> alternatives) {
		ExpiringOffer ending = alternatives.get(0);
		Proposal proposal = this.proposals.lockByReference(ending.proposal(), Viewer.muster()).orElseThrow();
		alternatives.forEach(this::note);
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

	private void note(ExpiringOffer ending) {
		this.jdbc.sql("update proposal_revision set reminded_at = ? where " + THE_REVISION)
			.params(UtcColumns.write(this.clock.instant()), ending.proposal(), ending.revision())
			.update();
	}

}
