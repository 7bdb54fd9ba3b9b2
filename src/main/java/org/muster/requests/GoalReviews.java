package org.muster.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.muster.accounts.Recipients;
import org.muster.audit.Actor;
import org.muster.calendar.UtcColumns;
import org.muster.notifications.Notice;
import org.muster.notifications.Notice.Kind;
import org.muster.notifications.Notifications;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds an organisation of goals whose day has come: once each, and only where people
 * were engaged.
 */
@Component
class GoalReviews {

	private final JdbcTemplate jdbc;

	private final AllRequests requests;

	private final Recipients recipients;

	private final Notifications notifications;

	private final TransactionTemplate transaction;

	private final Clock clock;

	GoalReviews(JdbcTemplate jdbc, AllRequests requests, Recipients recipients, Notifications notifications,
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

	@Scheduled(cron = "0 30 6 * * *", zone = "UTC")
	void remind() {
		List<Due> due = this.jdbc.query("""
				select g.request_id, g.kind, g.measure from request_goal g
				join staffing_request r on r.id = g.request_id
				where r.status in ('ENGAGED', 'CLOSED') and g.outcome is null and g.review_on <= ?
					and not exists (select 1 from goal_reminder m where m.request_id = g.request_id and m.kind = g.kind)
				order by g.request_id, g.kind""",
				(row, index) -> new Due(row.getLong(1), row.getString(2), row.getString(3)), LocalDate.now(this.clock));
		due.forEach((goal) -> this.transaction.executeWithoutResult((status) -> remind(goal)));
	}

	/** Of two portals that come at once the second finds the row, and tells nobody. */
	private void remind(Due goal) {
		StaffingRequest request = this.requests.lockById(goal.request()).orElseThrow();
		int first = this.jdbc.update("""
				insert into goal_reminder (request_id, kind, told_at) select ?, ?, ? where not exists
					(select 1 from goal_reminder where request_id = ? and kind = ?)""", goal.request(), goal.kind(),
				UtcColumns.write(this.clock.instant()), goal.request(), goal.kind());
		if (first == 1) {
			Set<Long> people = new LinkedHashSet<>(this.recipients.approversOf(request.organisationId()));
			people.add(request.createdBy());
			this.notifications.tell(people, new Notice(Kind.GOAL, request.reference(), request.title(),
					"/requests/" + request.reference() + "#goals", Actor.MUSTER.name(), goal.measure()));
		}
	}

}
