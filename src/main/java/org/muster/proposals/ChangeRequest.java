package org.muster.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.muster.calendar.DayCount;

/**
 * What a client would have otherwise in a line.
 *
 * @param line the number of the line
 * @param wish the number of days, the first day, the day rate, or the reference of
 * another consultant, {@link #ANYBODY} for whoever matches best
 */
@Embeddable
public record ChangeRequest(int line, @Enumerated(EnumType.STRING) Kind kind, String wish) {

	static final String ANYBODY = "ANYBODY";

	/** What of a line. */
	public enum Kind {

		DAYS, START, RATE, PERSON

	}

	DayCount days() {
		return DayCount.of(this.wish);
	}

	LocalDate start() {
		return LocalDate.parse(this.wish);
	}

	BigDecimal rate() {
		return new BigDecimal(this.wish);
	}

}
