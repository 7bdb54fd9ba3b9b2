package org.muster.proposals;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * For queries: a line of an offer that has lost its person, as {@link Bookings} marks it.
 */
@Entity
@Immutable
@Table(name = "proposal_loss")
class LostLine {

	@EmbeddedId
	private Id id;

	@SuppressWarnings("NullAway.Init")
	protected LostLine() {
	}

	/**
	 * Of what an offer has lost.
	 *
	 * @param proposal its reference
	 */
	@Embeddable
	record Id(String proposal, int revision, int line) {
	}

	Id id() {
		return this.id;
	}

}
