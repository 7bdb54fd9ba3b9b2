package org.muster.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.muster.audit.Actor;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.forms.PublicAddress;
import org.muster.operations.SharedVersions;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes invitations, and accounts out of them. */
@Service
class Invitations {

	private static final String FIRST = "first-administrator";

	private final SecureRandom random = new SecureRandom();

	private final InvitationRepository invitations;

	private final Accounts accounts;

	private final PasswordEncoder passwords;

	private final SharedVersions versions;

	private final PublicAddress address;

	private final ApplicationEventPublisher events;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	Invitations(InvitationRepository invitations, Accounts accounts, PasswordEncoder passwords, SharedVersions versions,
			PublicAddress address, ApplicationEventPublisher events, JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.address = address;
		this.invitations = invitations;
		this.accounts = accounts;
		this.passwords = passwords;
		this.versions = versions;
		this.clock = clock;
	}

	/**
	 * @return the token of the link, which is kept nowhere
	 */
	@Transactional
	String invite(Actor by, @Nullable String email, @Nullable String fullName, Role role,
			@Nullable Organisation organisation, @Nullable String leadsTo) {
		if (organisation != null) {
			organisation.requireActive();
		}
		byte[] bytes = new byte[24];
		this.random.nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		this.invitations
			.save(new Invitation(hash(token), email, fullName, role, organisation, leadsTo, this.clock.instant()));
		if (organisation != null && email != null) {
			this.accounts.findByEmail(Account.normalised(email))
				.ifPresent((known) -> this.events
					.publishEvent(new KnownInvited(known.id(), by, organisation, isElsewhere(known, organisation))));
		}
		this.events.publishEvent(new Audited(by, (organisation != null) ? organisation.id() : null,
				AuditAct.ACCOUNT_INVITED, (organisation != null) ? organisation.reference() : "accounts", fullName));
		return token;
	}

	private static boolean isElsewhere(Account known, Organisation organisation) {
		Organisation own = known.organisation();
		return own != null && own.id() != organisation.id();
	}

	/** Whether a request that an invitation leads to is the organisation's own. */
	boolean mayLeadTo(String request, long organisation) {
		Integer own = this.jdbc.queryForObject(
				"select count(*) from staffing_request where reference = ? and organisation_id = ?", Integer.class,
				request, organisation);
		return own != null && own > 0;
	}

	/**
	 * Voids the links for the first administrator that were made before, here or on
	 * another node.
	 * @param wanted whether to make another
	 * @return the token of the new link, unless there is an administrator already
	 */
	@Transactional
	Optional<String> inviteFirst(boolean wanted) {
		this.versions.lock(FIRST);
		this.invitations.revokeThoseForAnybody(this.clock.instant());
		return (wanted && !this.accounts.existsByRole(Role.ADMINISTRATOR))
				? Optional.of(invite(Actor.MUSTER, null, null, Role.ADMINISTRATOR, null, null)) : Optional.empty();
	}

	String link(String token) {
		return this.address.of("/invitations/" + token);
	}

	Optional<Invitation> findOpen(String token) {
		return this.invitations.findByTokenHash(hash(token)).filter(this::isOpen);
	}

	private boolean isOpen(Invitation invitation) {
		return invitation.isOpen(this.clock.instant())
				&& !(invitation.isForAnybody() && this.accounts.existsByRole(Role.ADMINISTRATOR));
	}

	/**
	 * Makes an account for who was invited. An address that has one keeps it, and whoever
	 * holds the link does not learn that.
	 * @param email of an invitation for anybody; another names its own
	 * @return whether the link was good; {@code false} if it was used or has expired
	 */
	@Transactional
	boolean accept(String token, String email, String fullName, String password, @Nullable String address) {
		this.versions.lock(FIRST);
		Invitation invitation = this.invitations.lockByTokenHash(hash(token)).filter(this::isOpen).orElse(null);
		if (invitation == null) {
			return false;
		}
		Account made = invitation.accept(email, fullName, this.passwords.encode(password), this.clock.instant());
		boolean known = this.accounts.existsByEmail(made.email());
		Account account = known ? made : this.accounts.save(made);
		Organisation organisation = invitation.organisation();
		Long organisationId = (organisation != null) ? organisation.id() : null;
		this.events.publishEvent(
				new Audited(new Actor(known ? null : account.id(), account.fullName(), organisationId, address),
						organisationId, known ? AuditAct.ACCOUNT_MADE_NOT : AuditAct.ACCOUNT_MADE,
						(organisation != null) ? organisation.reference() : "accounts", account.fullName()));
		return true;
	}

	private static String hash(String token) {
		return DigestUtils.sha256Hex(token);
	}

}
