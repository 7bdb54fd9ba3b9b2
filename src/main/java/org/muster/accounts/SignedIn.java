package org.muster.accounts;

import java.io.Serial;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** What the session keeps of a person. */
final class SignedIn implements UserDetails, CredentialsContainer {

	@Serial
	private static final long serialVersionUID = 1L;

	private final long id;

	private final String name;

	private final String email;

	private final Role role;

	private final @Nullable Long organisationId;

	/** By whose clock an organisation's people read times; {@code null} for ours. */
	private final @Nullable ZoneId zone;

	private final Instant at;

	private @Nullable String passwordHash;

	SignedIn(Account account, Instant at) {
		this.at = at;
		this.id = account.id();
		this.name = account.fullName();
		this.email = account.email();
		this.role = account.role();
		this.organisationId = (account.organisation() != null) ? account.organisation().id() : null;
		this.zone = (account.organisation() != null) ? account.organisation().zone() : null;
		this.passwordHash = account.passwordHash();
	}

	@Nullable ZoneId zone() {
		return this.zone;
	}

	/** When the person signed in. */
	Instant since() {
		return this.at;
	}

	CurrentUser at(@Nullable String address) {
		return new CurrentUser(this.id, this.name, this.email, this.role, this.organisationId, address);
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of(new SimpleGrantedAuthority("ROLE_" + this.role.name()));
	}

	@Override
	public @Nullable String getPassword() {
		return this.passwordHash;
	}

	@Override
	public String getUsername() {
		return this.email;
	}

	@Override
	public void eraseCredentials() {
		this.passwordHash = null;
	}

}
