package org.muster.intake;

import org.jspecify.annotations.Nullable;
import org.muster.requests.Priority;

/**
 * A value that a text proposes.
 *
 * @param seat the position that it belongs to, from 1, or 0 for the request as a whole
 * @param value as {@code data-value} gives it: ISO dates, plain decimals, names of codes
 * and skills
 * @param level of a skill or a language
 * @param note the measure of a goal, the hours in common of a time zone, the currency of
 * an amount if it is not the client's
 * @param passage where it was read, or {@code null} where it is assumed
 */
record Finding(BriefField field, int seat, String value, @Nullable String level, @Nullable Priority necessity,
		@Nullable String note, Confidence confidence, @Nullable Passage passage) {

	static Finding of(BriefField field, Object value, Confidence confidence, Passage passage) {
		return new Finding(field, 0, value.toString(), null, null, null, confidence, passage);
	}

	/** What is usual, where the text says nothing. */
	static Finding assumed(BriefField field, int seat, Object value) {
		return new Finding(field, seat, value.toString(), null, null, null, Confidence.ASSUMED, null);
	}

	Finding at(int other) {
		return new Finding(this.field, other, this.value, this.level, this.necessity, this.note, this.confidence,
				this.passage);
	}

	Finding with(@Nullable String level, @Nullable Priority necessity, @Nullable String note) {
		return new Finding(this.field, this.seat, this.value, level, necessity, note, this.confidence, this.passage);
	}

	/**
	 * As a field shows it: an amount in another currency keeps that, so that it is taken
	 * over only when somebody has converted it.
	 */
	String typed() {
		return isForeign() ? this.value + " " + this.note : this.value;
	}

	/** Whether it is an amount in another currency than the client's. */
	public boolean isForeign() {
		return this.field.isAmount() && this.note != null;
	}

}
