package org.muster.icalendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.Objects;

import biweekly.component.VEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Which version of an event of a calendar is the later one (RFC 5545, 3.8.7): that of the
 * higher sequence, and of the same sequence that which was changed later.
 *
 * @param sequence counts the versions; 0 where the event does not say
 * @param writtenAt when it was changed, or else when its file was written, or
 * {@code null} if nothing says
 */
@Embeddable
public record CalendarVersion(@Column(name = "event_sequence") Integer sequence,
		@Nullable @Column(name = "event_written_at") Instant writtenAt) {

	/** Of events of which nobody counts versions. */
	public static final CalendarVersion NONE = new CalendarVersion(0, null);

	static final Comparator<CalendarVersion> ORDER = Comparator.comparing(CalendarVersion::sequence)
		.thenComparing((version) -> Objects.requireNonNullElse(version.writtenAt, Instant.EPOCH));

	static CalendarVersion of(VEvent event) {
		Integer sequence = (event.getSequence() != null) ? event.getSequence().getValue() : null;
		Date changed = (event.getLastModified() != null) ? event.getLastModified().getValue() : null;
		Date stamped = (event.getDateTimeStamp() != null) ? event.getDateTimeStamp().getValue() : null;
		Date written = (changed != null) ? changed : stamped;
		return new CalendarVersion(Objects.requireNonNullElse(sequence, 0),
				(written != null) ? written.toInstant().truncatedTo(ChronoUnit.SECONDS) : null);
	}

	/**
	 * Where one of two of the same sequence does not say when it was written, nobody
	 * knows.
	 */
	boolean isOlderThan(CalendarVersion other) {
		if (!this.sequence.equals(other.sequence)) {
			return this.sequence < other.sequence;
		}
		return this.writtenAt != null && other.writtenAt != null && this.writtenAt.isBefore(other.writtenAt);
	}

}
