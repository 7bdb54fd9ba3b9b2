package org.muster.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.muster.accounts.Recipients;
import org.muster.audit.Actor;
import org.muster.calendar.UtcColumns;
import org.muster.notifications.Notice;
import org.muster.notifications.Notice.Kind;
import org.muster.notifications.Notifications;
import org.muster.operations.TimedWork;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds an organisation of goals whose day has come: once each, and only where people
 * were engaged.
 */
@Component
class GoalReviews {

	private final JdbcClient jdbc;

	private final AllRequests requests;

	private final Recipients recipients;

	private final Notifications notifications;

	private final TransactionTemplate transaction;

	private final Clock clock;

	GoalReviews(JdbcClient jdbc, AllRequests requests, Recipients recipients, Notifications notifications,
			TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.requests = requests;
		this.recipients = recipients;
		this.notifications = notifications;
		this.transaction = transaction;
		this.clock = clock;
	}

	private record Due(long request, String kind, String measure) {
	}

	@Bean
	static RecurringTask<Void> goalsReminded(GoalReviews reviews) {
		return TimedWork.daily("goals-reminded", LocalTime.of(6, 30), reviews::remind);
	}

	void remind() {
		List<Due> due = this.jdbc.sql("""
				select g.request_id as request, g.kind, g.measure from request_goal g
				join staffing_request r on r.id = g.request_id
				where r.status in ('ENGAGED', 'CLOSED') and g.outcome is null and g.review_on <= ?
					and g.reminded_at is null
				order by g.request_id, g.kind""").param(LocalDate.now(this.clock)).query(Due.class).list();
		TimedWork.forEach(due, (goal) -> this.transaction.executeWithoutResult((status) -> remind(goal)));
	}

	private void remind(Due goal) {
		StaffingRequest request = this.requests.lockById(goal.request()).orElseThrow();
		this.jdbc.sql("update request_goal set reminded_at = ? where request_id = ? and kind = ?")
			.params(UtcColumns.write(this.clock.instant()), goal.request(), goal.kind())
			.update();
		Set<Long> people = new LinkedHashSet<>(this.recipients.approversOf(request.organisationId()));
		people.add(request.createdBy());
		this.notifications.tell(people, new Notice(Kind.GOAL, request.reference(), request.title(),
				"/requests/" + request.reference() + "#goals", Actor.MUSTER.name(), goal.measure()));
	}

}
