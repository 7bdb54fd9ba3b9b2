package org.muster.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What is to come of it: how success is known, when and by whom it is looked at, and what
 * was found in the end.
 *
 * @param measure of success, in the client's own words
 * @param reviewOn the day on which it is looked at, or {@code null} while that is open
 * @param reviewedBy who looks, or {@code null} while that is open
 * @param outcome what was found, or {@code null} before
 * @param outcomeBy who found it
 */
@Embeddable
public record Goal(String measure, @Nullable LocalDate reviewOn, @Nullable String reviewedBy,
		@Nullable @Enumerated(EnumType.STRING) Outcome outcome, @Nullable String outcomeNote,
		@Nullable String outcomeBy, @Nullable Instant outcomeAt) {

	/** How far a goal was reached. */
	public enum Outcome {

		MET, PARTLY, NOT

	}

	/** A goal of which only the measure is known yet. */
	public static Goal of(String measure) {
		return of(measure, null, null);
	}

	public static Goal of(String measure, @Nullable LocalDate reviewOn, @Nullable String reviewedBy) {
		return new Goal(measure, reviewOn, reviewedBy, null, null, null, null);
	}

	Goal found(Outcome outcome, @Nullable String note, String by, Instant at) {
		return new Goal(this.measure, this.reviewOn, this.reviewedBy, outcome, note, by, at);
	}

	/** Who found the outcome, and what was written of it. */
	String found() {
		return Stream.of(this.outcomeBy, this.outcomeNote).filter(Objects::nonNull).collect(Collectors.joining(": "));
	}

	/** What a page says of the outcome that it shows, to be told from a later one. */
	public String seen() {
		return (this.outcomeAt != null) ? this.outcomeAt.toString() : "";
	}

	/** Whether somebody has found just that before, as by a double click. */
	boolean isFound(Outcome outcome, @Nullable String note, String by) {
		return this.outcome == outcome && Objects.equals(this.outcomeNote, note) && by.equals(this.outcomeBy);
	}

	/** Whether it is time to look at it. */
	public boolean isDue(LocalDate today) {
		return this.outcome == null && this.reviewOn != null && !this.reviewOn.isAfter(today);
	}

}
