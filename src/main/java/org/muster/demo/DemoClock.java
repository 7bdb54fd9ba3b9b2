package org.muster.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.HomeZone;

import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The clock of the demo: set back while the past of the demo world is acted out, and
 * right otherwise.
 */
@Component
@Primary
@Profile("demo")
class DemoClock extends Clock {

	/** There is one clock in a portal. */
	@SuppressWarnings("ThreadLocalUsage")
	private final ThreadLocal<@Nullable Duration> back = new ThreadLocal<>();

	private final HomeZone home;

	DemoClock(HomeZone home) {
		this.home = home;
	}

	/** Acts as if it were so many days ago. */
	void daysAgo(int days, Runnable act) {
		this.back.set(Duration.ofDays(days));
		try {
			act.run();
		}
		finally {
			this.back.remove();
		}
	}

	@Override
	public Instant instant() {
		Duration ago = this.back.get();
		Instant now = Instant.now();
		return (ago != null) ? now.minus(ago) : now;
	}

	@Override
	public ZoneId getZone() {
		return this.home.id();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("The demo keeps the zone of the consultancy");
	}

}
