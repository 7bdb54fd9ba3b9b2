package org.muster.cvs;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.RefusedTransition;
import org.muster.uploads.Document;

/** A CV that waits for somebody to make a profile of it. */
@Entity
class ProfileDraft {

	/** How far it has come. */
	enum Status {

		READING, READY, CONFIRMED, DISCARDED, FAILED

	}

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String reference;

	private String fileName;

	@Enumerated(EnumType.STRING)
	private Document.Kind kind;

	@Enumerated(EnumType.STRING)
	private Status status;

	private @Nullable String problem;

	private @Nullable String consultant;

	private long createdBy;

	private String createdByName;

	private Instant createdAt;

	private @Nullable Long settledById;

	private @Nullable String settledByName;

	private @Nullable Instant settledAt;

	private @Nullable String confirmedAs;

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected ProfileDraft() {
	}

	ProfileDraft(String reference, Document document, CurrentUser by, Instant now) {
		this.reference = reference;
		this.fileName = document.name();
		this.kind = document.kind();
		this.problem = document.problem();
		this.status = (document.problem() != null) ? Status.FAILED : Status.READING;
		this.createdBy = by.id();
		this.createdByName = by.name();
		this.createdAt = now;
	}

	void read() {
		this.status = Status.READY;
	}

	/**
	 * @param problem the key of the message that says why
	 */
	void fail(String problem) {
		this.status = Status.FAILED;
		this.problem = problem;
	}

	/**
	 * Somebody of the pool now, and nothing else of the file is kept: its name is
	 * personal too.
	 * @param consultant the reference
	 * @param typed all that was typed
	 */
	void confirm(String consultant, String typed, CurrentUser by, Instant now) {
		settle(Status.CONFIRMED, by.actor(), now);
		this.consultant = consultant;
		this.confirmedAs = hash(typed);
		this.fileName = "";
	}

	/** Nobody wants it. What has become a profile stays one. */
	boolean discard(Actor by, Instant now) {
		boolean open = this.status != Status.CONFIRMED && this.status != Status.DISCARDED;
		if (open) {
			settle(Status.DISCARDED, by, now);
			this.fileName = "";
		}
		return open;
	}

	private void settle(Status how, Actor by, Instant now) {
		this.status = how;
		this.settledById = by.id();
		this.settledByName = by.name();
		this.settledAt = now;
	}

	/**
	 * A second click is one only where the same person does the same.
	 * @param typed all that was typed to confirm it, or {@code null} to discard it
	 * @throws RefusedTransition if it was settled by somebody else, or otherwise
	 */
	void requireSettled(@Nullable String typed, CurrentUser by) {
		boolean same = Objects.equals(this.settledById, by.id())
				&& ((typed != null) ? hash(typed).equals(this.confirmedAs) : this.status == Status.DISCARDED);
		if (!same && this.settledByName != null && this.settledAt != null) {
			throw RefusedTransition.after(
					(this.status == Status.CONFIRMED) ? AuditAct.CONSULTANT_ADDED : AuditAct.CV_DISCARDED,
					this.reference, this.settledByName, this.settledAt);
		}
	}

	/** With the reference, so that nobody finds out by it what a form said. */
	private String hash(String typed) {
		return DigestUtils.sha256Hex(this.reference + typed);
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public String reference() {
		return this.reference;
	}

	public String fileName() {
		return this.fileName;
	}

	/** As lists name it. */
	public String title() {
		return this.fileName.isEmpty() ? this.reference : this.fileName;
	}

	Document.Kind kind() {
		return this.kind;
	}

	public Status status() {
		return this.status;
	}

	/** Whether it is still being read. */
	public boolean isOpen() {
		return this.status == Status.READING;
	}

	/** Whether somebody can confirm it. */
	public boolean isReady() {
		return this.status == Status.READY;
	}

	public @Nullable String problem() {
		return this.problem;
	}

	public @Nullable String consultant() {
		return this.consultant;
	}

	public String createdByName() {
		return this.createdByName;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

}
