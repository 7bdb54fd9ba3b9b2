package org.muster.icalendar;

/** A file is no calendar, a part of one, or too much of one. */
public final class UnreadableCalendar extends Exception {

	private static final long serialVersionUID = 1L;

	private final String key;

	/**
	 * @param key of the message that says why
	 */
	UnreadableCalendar(String key) {
		super(key);
		this.key = key;
	}

	/** Of the message that says why. */
	public String key() {
		return this.key;
	}

}
