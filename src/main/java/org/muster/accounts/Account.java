package org.muster.accounts;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

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
import org.muster.audit.Actor;

/**
 * A person who signs in: a member of an organisation, or one of the consultancy's people.
 */
@Entity
public class Account {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String email;

	private String fullName;

	private String passwordHash;

	@Enumerated(EnumType.STRING)
	private Role role;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Organisation organisation;

	private Instant createdAt;

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected Account() {
	}

	/**
	 * @param passwordHash as the password encoder made it
	 * @throws IllegalArgumentException if a client has no organisation, or one of the
	 * consultancy's people has one
	 */
	public Account(String email, String fullName, String passwordHash, Role role, @Nullable Organisation organisation,
			Instant createdAt) {
		if (role.isClient() != (organisation != null)) {
			throw new IllegalArgumentException("Members belong to an organisation, and nobody else does");
		}
		this.email = normalised(email);
		this.fullName = fullName.strip();
		this.passwordHash = passwordHash;
		this.role = role;
		this.organisation = organisation;
		this.createdAt = createdAt;
	}

	/** Addresses are compared without their case and the blanks around them. */
	public static String normalised(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

	public long id() {
		return Objects.requireNonNull(this.id);
	}

	public String email() {
		return this.email;
	}

	public String fullName() {
		return this.fullName;
	}

	String passwordHash() {
		return this.passwordHash;
	}

	public Role role() {
		return this.role;
	}

	public @Nullable Organisation organisation() {
		return this.organisation;
	}

	/** The person as an actor who came from no network address. */
	public Actor actor() {
		return new Actor(id(), this.fullName, (this.organisation != null) ? this.organisation.id() : null, null);
	}

}
