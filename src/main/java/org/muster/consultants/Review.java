package org.muster.consultants;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.muster.indexing.PoolChanges;
import org.muster.indexing.PoolPart;

/**
 * What a client wrote about a consultant after working together. Other clients read it
 * without the name.
 */
@Entity
@EntityListeners(PoolChanges.class)
@Table(name = "consultant_review")
class Review implements PoolPart {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	private Consultant consultant;

	private long organisationId;

	private int delivery;

	private int communication;

	private int skill;

	private String text;

	private LocalDate writtenOn;

	private @Nullable String engagement;

	@SuppressWarnings("NullAway.Init")
	protected Review() {
	}

	Review(Consultant consultant, long organisationId, int delivery, int communication, int skill, String text,
			LocalDate writtenOn, @Nullable String engagement) {
		this.engagement = engagement;
		this.consultant = consultant;
		this.organisationId = organisationId;
		this.delivery = stars(delivery);
		this.communication = stars(communication);
		this.skill = stars(skill);
		this.text = text;
		this.writtenOn = writtenOn;
	}

	@Override
	public long consultantId() {
		return this.consultant.id();
	}

	private static int stars(int value) {
		if (value < 1 || value > 5) {
			throw new IllegalArgumentException("A review gives 1 to 5, not " + value);
		}
		return value;
	}

}
