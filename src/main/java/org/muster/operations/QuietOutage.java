package org.muster.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

import org.springframework.stereotype.Component;

/**
 * While the database is away, everything that is timed and every request would log it
 * with a trace of hundreds of lines, in some cases several: one line in half a minute
 * says it instead.
 */
@Component
class QuietOutage extends TurboFilter {

	private static final org.slf4j.Logger log = LoggerFactory.getLogger(QuietOutage.class);

	private static final Duration PAUSE = Duration.ofSeconds(30);

	private final Clock clock;

	private Instant next = Instant.MIN;

	private int withheld;

	QuietOutage(Clock clock) {
		this.clock = clock;
	}

	@PostConstruct
	void begin() {
		ILoggerFactory factory = LoggerFactory.getILoggerFactory();
		if (factory instanceof LoggerContext context) {
			context.addTurboFilter(this);
		}
	}

	@PreDestroy
	void end() {
		ILoggerFactory factory = LoggerFactory.getILoggerFactory();
		if (factory instanceof LoggerContext context) {
			context.getTurboFilterList().remove(this);
		}
	}

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			Object @Nullable [] params, @Nullable Throwable thrown) {
		Throwable cause = (thrown != null) ? thrown : last(params);
		if (cause == null || !level.isGreaterOrEqual(Level.INFO)) {
			return FilterReply.NEUTRAL;
		}
		return Outage.of(cause).map((outage) -> {
			say(outage, logger, cause);
			return FilterReply.DENY;
		}).orElse(FilterReply.NEUTRAL);
	}

	/**
	 * What is logged with several parameters has its exception as the last of them.
	 */
	private static @Nullable Throwable last(Object @Nullable [] params) {
		return (params != null && params.length > 0 && params[params.length - 1] instanceof Throwable thrown) ? thrown
				: null;
	}

	private void say(Outage outage, Logger logger, Throwable thrown) {
		int before;
		synchronized (this) {
			Instant now = this.clock.instant();
			if (now.isBefore(this.next)) {
				this.withheld++;
				return;
			}
			this.next = now.plus(PAUSE);
			before = this.withheld;
			this.withheld = 0;
		}
		log.error(
				"{}: {} (from {}; {} more of this kind since the last such line)", (outage == Outage.BUSY)
						? "All connections to the database are in use" : "The database cannot be reached",
				Outage.reason(thrown), logger.getName(), before);
	}

}
