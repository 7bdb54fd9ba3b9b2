package org.muster.skills;

import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A word of requests and CVs that no skill answers to. */
@Entity
class UnansweredWord {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	/** In lower case. */
	private String word;

	/** As it was first met. */
	private String written;

	/** How many texts have had it. */
	private int texts;

	/** Whether it was met in capitals or with digits within a sentence, as names are. */
	private boolean likeName;

	/** Where it was first met. */
	private String example;

	private boolean dismissed;

	@SuppressWarnings("NullAway.Init")
	protected UnansweredWord() {
	}

	/** It is no skill and shall not be asked about again. */
	void dismiss() {
		this.dismissed = true;
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public String word() {
		return this.word;
	}

	public String written() {
		return this.written;
	}

	public int texts() {
		return this.texts;
	}

	public boolean likeName() {
		return this.likeName;
	}

	public String example() {
		return this.example;
	}

}
