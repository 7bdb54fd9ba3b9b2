package org.muster.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** What a verification has found so far; read by others while it goes on. */
public class Findings {

	/** More than these are counted only. */
	private static final int MOST_LISTED = 20;

	private final String kind;

	private final int mostListed;

	private final List<Finding> broken = new ArrayList<>();

	private long verified;

	private long problems;

	private long erased;

	private long sealedLater;

	private long expected;

	private boolean done;

	private Runnable told = () -> {
	};

	Findings(String kind) {
		this(kind, MOST_LISTED);
	}

	Findings(String kind, int mostListed) {
		this.kind = kind;
		this.mostListed = mostListed;
	}

	/** As another portal, or this one, has told them. */
	static Findings told(ResultSet row, List<Finding> broken) throws SQLException {
		Findings told = new Findings(row.getString("kind"), broken.size());
		told.broken.addAll(broken);
		told.expected = row.getLong("expected");
		told.verified = row.getLong("verified");
		told.problems = row.getLong("problems");
		told.erased = row.getLong("erased");
		told.sealedLater = row.getLong("sealed_later");
		told.done = row.getBoolean("done");
		return told;
	}

	/**
	 * @param told what is done whenever some more were looked at
	 */
	synchronized void begin(long expected, Runnable told) {
		this.expected = expected;
		this.told = told;
	}

	/**
	 * Something that is not as it was sealed.
	 *
	 * @param subject what it is, such as a reference
	 * @param problem of the message that says what is wrong, below
	 * {@code evidence.problem}
	 */
	public record Finding(String subject, String problem) {
	}

	/** So many were looked at, broken or not. */
	public void verified(int count) {
		if (Thread.currentThread().isInterrupted()) {
			throw new CancellationException();
		}
		count(count);
		this.told.run();
	}

	private synchronized void count(int count) {
		this.verified += count;
	}

	public synchronized void broken(String subject, String problem) {
		this.problems++;
		if (this.broken.size() < this.mostListed) {
			this.broken.add(new Finding(subject, problem));
		}
	}

	/** Something of a person was removed from it on purpose; the rest holds. */
	public synchronized void erased() {
		this.erased++;
	}

	/** It was there before seals were: it is as it was on that day. */
	public synchronized void sealedLater() {
		this.sealedLater++;
	}

	synchronized void end() {
		this.done = true;
	}

	public String kind() {
		return this.kind;
	}

	public synchronized boolean isDone() {
		return this.done;
	}

	public synchronized boolean isIntact() {
		return this.done && this.problems == 0;
	}

	public synchronized long verified() {
		return this.verified;
	}

	/**
	 * About how many there are to look at, as was known at the beginning; 0 if it was
	 * not.
	 */
	public synchronized long expected() {
		return Math.max(this.expected, this.verified);
	}

	public synchronized long problems() {
		return this.problems;
	}

	public synchronized long erasedCount() {
		return this.erased;
	}

	public synchronized long sealedLaterCount() {
		return this.sealedLater;
	}

	/** The first of what is broken. */
	public synchronized List<Finding> broken() {
		return List.copyOf(this.broken);
	}

}
