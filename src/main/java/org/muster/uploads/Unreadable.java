package org.muster.uploads;

import java.util.List;

/** A file that we refuse, with the reason. */
public final class Unreadable extends Exception {

	private final String key;

	private final transient List<Object> arguments;

	/**
	 * @param key of the message that says why
	 * @param arguments of the message
	 */
	public Unreadable(String key, Object... arguments) {
		super(key);
		this.key = key;
		this.arguments = List.of(arguments);
	}

	Unreadable(String key, Throwable cause) {
		super(key, cause);
		this.key = key;
		this.arguments = List.of();
	}

	/** Of the message that says why. */
	public String key() {
		return this.key;
	}

	/** Of the message: the line in which something is wrong. */
	public List<Object> arguments() {
		return this.arguments;
	}

}
