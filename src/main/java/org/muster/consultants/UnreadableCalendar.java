package org.muster.consultants;

/** A file is no calendar, a part of one, or too much of one. */
final class UnreadableCalendar extends Exception {

	private static final long serialVersionUID = 1L;

	private final String key;

	/**
	 * @param key of the message that says why
	 */
	UnreadableCalendar(String key) {
		super(key);
		this.key = key;
	}

	String key() {
		return this.key;
	}

}
