package org.muster.profiles;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.muster.indexing.PoolChanges;
import org.muster.indexing.PoolPart;

/** What somebody else attests to a person. */
@Entity
@EntityListeners(PoolChanges.class)
@Table(name = "consultant_certification")
class Certification implements PoolPart {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long consultantId;

	private String name;

	private String issuer;

	private @Nullable LocalDate obtainedOn;

	private @Nullable LocalDate expiresOn;

	@SuppressWarnings("NullAway.Init")
	protected Certification() {
	}

	Certification(long consultantId, String name, String issuer, @Nullable LocalDate obtainedOn,
			@Nullable LocalDate expiresOn) {
		this.consultantId = consultantId;
		this.name = name;
		this.issuer = issuer;
		this.obtainedOn = obtainedOn;
		this.expiresOn = expiresOn;
	}

	@Override
	public long consultantId() {
		return this.consultantId;
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public String name() {
		return this.name;
	}

	public String issuer() {
		return this.issuer;
	}

	public @Nullable LocalDate obtainedOn() {
		return this.obtainedOn;
	}

	public @Nullable LocalDate expiresOn() {
		return this.expiresOn;
	}

	public boolean isExpired(LocalDate today) {
		return this.expiresOn != null && this.expiresOn.isBefore(today);
	}

}
