package org.muster.proposals;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import org.jspecify.annotations.Nullable;
import org.muster.consultants.Candidate;
import org.muster.evidence.SealKeys;
import org.muster.evidence.SealedText;

/**
 * Who does the work of a line, and why. What is said of the person is sealed by its hash
 * only, so that it can be erased.
 */
@Embeddable
class LinePerson {

	/** What is said of a person who was erased. */
	private static final String NOTHING = "–";

	private long consultantId;

	private String consultantReference;

	private String consultantName;

	private String consultantHeadline;

	private String reasons;

	@ElementCollection
	@CollectionTable(name = "proposal_line_reason", joinColumns = @JoinColumn(name = "line_id"))
	@MapKeyColumn(name = "language")
	@Column(name = "reasons")
	private Map<String, String> translations = new HashMap<>();

	private @Nullable String personSalt;

	private @Nullable String personHash;

	private @Nullable String erasureSeal;

	@SuppressWarnings("NullAway.Init")
	protected LinePerson() {
	}

	LinePerson(Candidate candidate, Reasons why) {
		this.consultantId = candidate.id();
		this.consultantReference = candidate.reference();
		this.consultantName = candidate.name();
		this.consultantHeadline = candidate.headline();
		this.reasons = why.english();
		this.translations.putAll(why.others());
	}

	/** A copy for another line, which is not sealed yet. */
	LinePerson(LinePerson other) {
		this.consultantId = other.consultantId;
		this.consultantReference = other.consultantReference;
		this.consultantName = other.consultantName;
		this.consultantHeadline = other.consultantHeadline;
		this.reasons = other.reasons;
		this.translations.putAll(other.translations);
	}

	void explain(Reasons why) {
		this.reasons = why.english();
		this.translations.clear();
		this.translations.putAll(why.others());
	}

	/** The salt keeps the hash from being guessed, and goes with the name. */
	void seal(String salt) {
		this.personSalt = salt;
		this.personHash = SealKeys.hash(salt + text());
	}

	private String text() {
		SealedText text = new SealedText().add("name", this.consultantName)
			.add("headline", this.consultantHeadline)
			.add("reasons", this.reasons);
		new TreeMap<>(this.translations).forEach(text::add);
		return text.toString();
	}

	/** Whether it says of the person what was sealed. */
	boolean isAsSealed() {
		return this.personSalt != null && SealKeys.hash(this.personSalt + text()).equals(this.personHash);
	}

	/** Whether the person was erased after it was sealed. */
	boolean isErased() {
		return this.personHash != null && this.personSalt == null;
	}

	/** Whether it says nothing of the person, but for a name that tells nothing. */
	boolean isNeutral() {
		return this.consultantHeadline.equals(NOTHING) && this.reasons.equals(NOTHING) && this.translations.isEmpty();
	}

	@Nullable String hash() {
		return this.personHash;
	}

	@Nullable String erasureSeal() {
		return this.erasureSeal;
	}

	long id() {
		return this.consultantId;
	}

	String reference() {
		return this.consultantReference;
	}

	String name() {
		return this.consultantName;
	}

	String headline() {
		return this.consultantHeadline;
	}

	String reasons() {
		return this.reasons;
	}

	String reasons(String language) {
		return this.translations.getOrDefault(language, this.reasons);
	}

}
