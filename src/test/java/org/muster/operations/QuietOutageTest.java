package org.muster.operations;

import java.sql.SQLRecoverableException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class QuietOutageTest {

	private final QuietOutage quiet = new QuietOutage(
			Clock.fixed(Instant.parse("2026-11-27T09:00:00Z"), ZoneOffset.UTC));

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	@BeforeEach
	void begin() {
		this.lines.start();
		this.root.addAppender(this.lines);
	}

	@AfterEach
	void end() {
		this.root.detachAppender(this.lines);
	}

	@Test
	void aThousandFailuresOfOneOutageAreOneLineWithoutATrace() {
		for (int number = 0; number < 1000; number++) {
			assertThat(decide(new IllegalStateException(new SQLRecoverableException("Link\nfailure"))))
				.isEqualTo(FilterReply.DENY);
		}
		assertThat(this.lines.list).singleElement().satisfies((line) -> {
			assertThat(line.getThrowableProxy()).isNull();
			assertThat(line.getFormattedMessage()).contains("The database cannot be reached", "Link failure");
		});
	}

	@Test
	void anExceptionThatFollowsOtherParametersIsFound() {
		Object[] parameters = { "pool", "connection", new SQLRecoverableException("Link failure") };
		assertThat(this.quiet.decide(null, this.root, Level.WARN, "{} - {} marked as broken", parameters, null))
			.isEqualTo(FilterReply.DENY);
		assertThat(this.lines.list).singleElement()
			.satisfies((line) -> assertThat(line.getFormattedMessage()).contains("Link failure"));
	}

	@Test
	void whatElseGoesWrongMeanwhileKeepsItsTrace() {
		assertThat(decide(new IllegalStateException("Ours"))).isEqualTo(FilterReply.NEUTRAL);
		assertThat(this.lines.list).isEmpty();
	}

	private FilterReply decide(Throwable thrown) {
		return this.quiet.decide(null, this.root, Level.ERROR, "Unexpected", null, thrown);
	}

}
