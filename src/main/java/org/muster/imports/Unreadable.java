package org.muster.imports;

/** A file that we refuse, with the reason. */
public final class Unreadable extends Exception {

	private final String key;

	/**
	 * @param key of the message that says why
	 */
	Unreadable(String key) {
		super(key);
		this.key = key;
	}

	Unreadable(String key, Throwable cause) {
		super(key, cause);
		this.key = key;
	}

	/** Of the message that says why. */
	public String key() {
		return this.key;
	}

}
