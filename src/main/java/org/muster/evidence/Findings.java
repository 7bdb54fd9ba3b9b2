package org.muster.evidence;

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

	private boolean done;

	Findings(String kind) {
		this(kind, MOST_LISTED);
	}

	Findings(String kind, int mostListed) {
		this.kind = kind;
		this.mostListed = mostListed;
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
	public synchronized void verified(int count) {
		if (Thread.currentThread().isInterrupted()) {
			throw new CancellationException();
		}
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
