package org.muster.operations;

import java.time.Duration;
import java.time.LocalTime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/**
 * Events whose listeners have not finished. A node that loses its database, or dies, can
 * leave one in any state: Modulith's staleness monitor calls those failed that have taken
 * too long, and what failed is handed to its listener again.
 */
@Component
public class EventBacklog {

	private static final Logger log = LoggerFactory.getLogger(EventBacklog.class);

	/** Long enough to find out what became of an event. */
	private static final Duration KEPT = Duration.ofDays(30);

	private final FailedEventPublications failed;

	private final CompletedEventPublications completed;

	private final JdbcClient jdbc;

	private volatile long reported;

	EventBacklog(FailedEventPublications failed, CompletedEventPublications completed, JdbcClient jdbc,
			MeterRegistry meters) {
		this.failed = failed;
		this.completed = completed;
		this.jdbc = jdbc;
		Gauge.builder("muster.events.waiting", this, EventBacklog::size)
			.description("Events whose listeners have not finished")
			.register(meters);
	}

	/** How many events wait for a listener to finish. */
	public long size() {
		return this.jdbc.sql("select count(*) from event_publication where completion_date is null")
			.query(Long.class)
			.single();
	}

	/** At night, so that nobody waits for it. */
	@Bean
	static RecurringTask<Void> eventsForgotten(EventBacklog backlog) {
		return TimedWork.daily("events-forgotten", LocalTime.of(2, 50), backlog::forget);
	}

	void forget() {
		this.completed.deletePublicationsOlderThan(KEPT);
	}

	@Bean
	static RecurringTask<Void> eventsResubmitted(EventBacklog backlog,
			@Value("${spring.modulith.events.staleness.check-interval}") Duration pause) {
		return TimedWork.every("events-resubmitted", pause, backlog::resubmit);
	}

	void resubmit() {
		this.failed.resubmit(ResubmissionOptions.defaults());
		long size = size();
		if (size > this.reported) {
			log.warn("{} events wait for their listeners and are handed to them again until they do", size);
		}
		this.reported = size;
	}

}
