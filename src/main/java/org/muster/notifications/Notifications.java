package org.muster.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.muster.accounts.Account;
import org.muster.accounts.Accounts;
import org.muster.forms.Inputs;
import org.muster.operations.TimedWork;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people what happened, within the transaction in which it happens: it is told
 * exactly if it happened.
 */
@Component
public class Notifications {

	private static final int LONGEST_DETAIL = 500;

	private static final Duration SENT_KEPT = Duration.ofDays(30);

	private static final Duration READ_KEPT = Duration.ofDays(365);

	/** No account has it. */
	private static final long NOBODY = 0;

	private final NotificationRows rows;

	private final Accounts accounts;

	private final Mails mails;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Notifications(NotificationRows rows, Accounts accounts, Mails mails, Clock clock, TransactionTemplate transaction) {
		this.rows = rows;
		this.accounts = accounts;
		this.mails = mails;
		this.clock = clock;
		this.transaction = transaction;
	}

	/** Tells of what Muster does by itself: nobody is left out. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tell(Collection<Long> people, Notice notice) {
		tell(people, notice, NOBODY);
	}

	/**
	 * @param people the ids of their accounts; who did it is left out
	 * @param by the id of the account of who did it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tell(Collection<Long> people, Notice notice, long by) {
		List<Long> told = people.stream().distinct().filter((one) -> one != by).toList();
		if (told.isEmpty()) {
			return;
		}
		Notice shown = new Notice(notice.kind(), notice.subject(), notice.title(), notice.link(), notice.by(),
				(notice.detail() != null) ? Inputs.cut(notice.detail(), LONGEST_DETAIL) : null, notice.person());
		Map<Long, Map<Notice.Kind, Choice>> choices = this.rows.choices(told);
		List<Long> digests = this.rows.digests(told);
		for (Account account : this.accounts.findAllById(told)) {
			Choice choice = choices.getOrDefault(account.id(), Map.of()).getOrDefault(notice.kind(), Choice.USUAL);
			boolean mailed = choice.byMail() && this.mails.isOn();
			boolean later = mailed && digests.contains(account.id());
			if (choice.inPortal() || later) {
				this.rows.add(account.id(), shown, this.clock.instant(), choice.inPortal(), later);
			}
			if (mailed && !later) {
				this.mails.queue(account, List.of(shown));
			}
		}
	}

	/**
	 * Takes back what was told of a person, as the person may ask for. E-mails tell of
	 * other things as well, and say a neutral name from then on.
	 * @param person the id of who is forgotten
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(long person, String name, String neutralName) {
		this.rows.forget(person);
		this.mails.forget(person, name, neutralName);
	}

	/** At night, so that nobody waits for it. */
	@Bean
	static RecurringTask<Void> notificationsForgotten(Notifications notifications) {
		return TimedWork.daily("notifications-forgotten", LocalTime.of(2, 40), notifications::letGo);
	}

	void letGo() {
		this.mails.forgetSent(this.clock.instant().minus(SENT_KEPT));
		this.rows.forgetRead(this.clock.instant().minus(READ_KEPT));
	}

	/** Once a day, whatever has come up since. */
	@Bean
	static RecurringTask<Void> digestsWritten(Notifications notifications) {
		return TimedWork.daily("digests-written", LocalTime.of(7, 0), notifications::digests);
	}

	void digests() {
		TimedWork.forEach(this.rows.digestsWanted(),
				(account) -> this.transaction.executeWithoutResult((status) -> digest(account)));
	}

	private void digest(long id) {
		List<Notification> waiting = this.rows.forDigest(id);
		if (!waiting.isEmpty()) {
			Account account = this.accounts.findById(id).orElseThrow();
			this.mails.queue(account, waiting.stream().map(Notification::notice).toList());
			this.rows.digested(id, waiting.get(waiting.size() - 1).id());
		}
	}

}
