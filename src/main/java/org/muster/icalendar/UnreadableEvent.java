package org.muster.icalendar;

import org.muster.icalendar.CalendarContents.Skipped;

/** An event of a calendar cannot be read, though the others can. */
final class UnreadableEvent extends Exception {

	private static final long serialVersionUID = 1L;

	private final Skipped reason;

	UnreadableEvent(Skipped reason) {
		super(reason.name());
		this.reason = reason;
	}

	Skipped reason() {
		return this.reason;
	}

}
