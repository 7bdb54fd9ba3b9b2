package org.muster.requests;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.Recipients;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.calendar.UtcColumns;
import org.muster.forms.Inputs;
import org.muster.notifications.Notice;
import org.muster.notifications.Notifications;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers what is changed in a request after it was submitted, and tells those who work
 * on it. A draft is its writers' own: nothing of that is remembered.
 */
@Component
public class Amendments {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int LONGEST = 1000;

	private static final int MOST_SHOWN = 50;

	private final JdbcTemplate jdbc;

	private final RequestWords words;

	private final Notifications notifications;

	private final Recipients recipients;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Amendments(JdbcTemplate jdbc, RequestWords words, Notifications notifications, Recipients recipients,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.words = words;
		this.notifications = notifications;
		this.recipients = recipients;
		this.events = events;
		this.clock = clock;
	}

	/** Changes a request, in the transaction of the act. */
	@Transactional(propagation = Propagation.MANDATORY)
	void apply(StaffingRequest request, CurrentUser by, Runnable change) {
		if (request.status() == RequestStatus.DRAFT) {
			change.run();
			return;
		}
		Map<String, String> before = this.words.of(request);
		Asked asked = Asked.of(request);
		change.run();
		List<Amendment.Change> changes = changes(before, this.words.of(request));
		if (changes.isEmpty()) {
			return;
		}
		keep(request.id(), by, asked, changes);
		String labels = changes.stream().map(Amendment.Change::label).collect(Collectors.joining(", "));
		this.events.publishEvent(new Audited(by.actor(), request.organisationId(), AuditAct.REQUEST_AMENDED,
				request.reference(), labels));
		Set<Long> told = new LinkedHashSet<>(this.recipients.managersOf(request.organisationId()));
		told.add(request.createdBy());
		if (!by.isClient()) {
			told.addAll(this.recipients.approversOf(request.organisationId()));
		}
		this.notifications.tell(told, new Notice(Notice.Kind.AMENDED, request.reference(), request.title(),
				"/requests/" + request.reference() + "#amendments", by.name(), labels), by.id());
	}

	static List<Amendment.Change> changes(Map<String, String> before, Map<String, String> after) {
		Map<String, String> all = new LinkedHashMap<>(before);
		all.putAll(after);
		List<Amendment.Change> changes = new ArrayList<>();
		all.keySet().forEach((label) -> {
			String old = Objects.requireNonNullElse(before.get(label), "");
			String now = Objects.requireNonNullElse(after.get(label), "");
			if (!old.equals(now)) {
				changes.add(new Amendment.Change(label, Inputs.cut(old, LONGEST), Inputs.cut(now, LONGEST)));
			}
		});
		return changes;
	}

	private void keep(long request, CurrentUser by, Asked before, List<Amendment.Change> changes) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.update((connection) -> {
			var statement = connection.prepareStatement(
					"insert into request_amendment (request_id, by_name, created_at, asked) values (?, ?, ?, ?)",
					new String[] { "id" });
			statement.setLong(1, request);
			statement.setString(2, by.name());
			statement.setObject(3, UtcColumns.write(this.clock.instant()));
			statement.setString(4, JSON.writeValueAsString(before));
			return statement;
		}, key);
		long id = Objects.requireNonNull(key.getKey()).longValue();
		List<Object[]> rows = new ArrayList<>();
		for (Amendment.Change change : changes) {
			rows.add(new Object[] { id, rows.size() + 1, change.label(), change.before(), change.after() });
		}
		this.jdbc.batchUpdate("""
				insert into request_amendment_change (amendment_id, number, label, old_value, new_value)
				values (?, ?, ?, ?, ?)""", rows);
	}

	/** The newest first. */
	public List<Amendment> of(long request) {
		Map<Long, Amendment> found = new LinkedHashMap<>();
		this.jdbc.query("""
				select a.id, a.by_name, a.created_at, c.label, c.old_value, c.new_value
				from request_amendment a join request_amendment_change c on c.amendment_id = a.id
				where a.request_id = ? order by a.id desc, c.number limit 500""", (row) -> {
			String by = row.getString("by_name");
			Instant at = UtcColumns.read(row, "created_at");
			found.computeIfAbsent(row.getLong("id"), (id) -> new Amendment(by, at, new ArrayList<>()))
				.changes()
				.add(new Amendment.Change(row.getString("label"), row.getString("old_value"),
						row.getString("new_value")));
		}, request);
		return found.values().stream().limit(MOST_SHOWN).toList();
	}

	/** What was changed after some time; nothing if nothing was. */
	public Optional<Amended> since(long request, Instant time) {
		Set<String> labels = new LinkedHashSet<>();
		List<Instant> times = new ArrayList<>();
		List<String> asked = new ArrayList<>();
		this.jdbc.query("""
				select a.created_at, a.asked, c.label
				from request_amendment a join request_amendment_change c on c.amendment_id = a.id
				where a.request_id = ? and a.created_at > ? order by a.id, c.number""", (row) -> {
			labels.add(row.getString("label"));
			times.add(UtcColumns.read(row, "created_at"));
			asked.add(Objects.requireNonNullElse(row.getString("asked"), ""));
		}, request, UtcColumns.write(time));
		if (labels.isEmpty()) {
			return Optional.empty();
		}
		String before = asked.get(0);
		return Optional.of(new Amended(times.get(times.size() - 1), List.copyOf(labels),
				labels.stream().filter((label) -> !this.words.isComparable(label)).toList(),
				before.isEmpty() ? null : JSON.readValue(before, Asked.class)));
	}

}
