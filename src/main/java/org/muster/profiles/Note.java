package org.muster.profiles;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What account managers tell each other about a person. Never for clients. */
@Entity
@Table(name = "consultant_note")
class Note {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long consultantId;

	private String text;

	private String writtenByName;

	private Instant writtenAt;

	@SuppressWarnings("NullAway.Init")
	protected Note() {
	}

	Note(long consultantId, String text, String writtenByName, Instant writtenAt) {
		this.consultantId = consultantId;
		this.text = text;
		this.writtenByName = writtenByName;
		this.writtenAt = writtenAt;
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public String text() {
		return this.text;
	}

	public String writtenByName() {
		return this.writtenByName;
	}

	public Instant writtenAt() {
		return this.writtenAt;
	}

}
