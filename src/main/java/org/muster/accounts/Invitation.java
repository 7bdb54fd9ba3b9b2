package org.muster.accounts;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A link, good once and for a while, that makes an account. Only the hash of its token is
 * kept.
 */
@Entity
class Invitation {

	static final Duration LIFETIME = Duration.ofDays(7);

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String tokenHash;

	private @Nullable String email;

	private @Nullable String fullName;

	@Enumerated(EnumType.STRING)
	private Role role;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Organisation organisation;

	/** The reference of the request that one begins with. */
	private @Nullable String leadsTo;

	private Instant createdAt;

	private Instant expiresAt;

	private @Nullable Instant acceptedAt;

	private @Nullable Instant revokedAt;

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected Invitation() {
	}

	Invitation(String tokenHash, @Nullable String email, @Nullable String fullName, Role role,
			@Nullable Organisation organisation, @Nullable String leadsTo, Instant createdAt) {
		this.tokenHash = tokenHash;
		this.email = (email != null) ? Account.normalised(email) : null;
		this.fullName = fullName;
		this.role = role;
		this.organisation = organisation;
		this.leadsTo = leadsTo;
		this.createdAt = createdAt;
		this.expiresAt = createdAt.plus(LIFETIME);
	}

	boolean isOpen(Instant now) {
		return this.acceptedAt == null && this.revokedAt == null && now.isBefore(this.expiresAt);
	}

	/**
	 * Whether it is for whoever holds the link: one that makes the first administrator.
	 */
	boolean isForAnybody() {
		return this.email == null;
	}

	/**
	 * @param typed the address of whoever accepts an invitation for anybody; others are
	 * for one address
	 */
	Account accept(String typed, String fullName, String passwordHash, Instant now) {
		this.acceptedAt = now;
		return new Account((this.email != null) ? this.email : typed, fullName, passwordHash, this.role,
				this.organisation, now);
	}

	@Nullable String email() {
		return this.email;
	}

	@Nullable String fullName() {
		return this.fullName;
	}

	Role role() {
		return this.role;
	}

	@Nullable String leadsTo() {
		return this.leadsTo;
	}

	@Nullable Organisation organisation() {
		return this.organisation;
	}

}
