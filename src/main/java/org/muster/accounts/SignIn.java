package org.muster.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds who signs in, and says who is signed in. */
@Component
public class SignIn implements UserDetailsService {

	private final Accounts accounts;

	private final ApplicationEventPublisher events;

	private final SignInAttempts attempts;

	private final FailedSignIns failed;

	private final Clock clock;

	SignIn(Accounts accounts, ApplicationEventPublisher events, SignInAttempts attempts, FailedSignIns failed,
			Clock clock) {
		this.failed = failed;
		this.clock = clock;
		this.accounts = accounts;
		this.events = events;
		this.attempts = attempts;
	}

	@Override
	@Transactional(readOnly = true)
	public UserDetails loadUserByUsername(String username) {
		return since(username, this.clock.instant());
	}

	/** Somebody who signed in at a time. */
	@Transactional(readOnly = true)
	public UserDetails since(String username, Instant at) {
		return this.accounts.findByEmail(Account.normalised(username))
			.map((account) -> new SignedIn(account, at))
			.orElseThrow(() -> new UsernameNotFoundException("No such account"));
	}

	@EventListener
	@Transactional
	public void signedIn(InteractiveAuthenticationSuccessEvent event) {
		if (event.getAuthentication().getPrincipal() instanceof SignedIn person) {
			String address = address(event.getAuthentication());
			this.attempts.succeeded(person.getUsername(), address);
			CurrentUser user = person.at(address);
			this.events.publishEvent(
					new Audited(user.actor(), user.organisationId(), AuditAct.ACCOUNT_SIGNED_IN, user.email(), null));
		}
	}

	/** What is wrong with the database is no attempt of anybody's. */
	@EventListener
	public void failed(AbstractAuthenticationFailureEvent event) {
		if (!(event.getException() instanceof InternalAuthenticationServiceException)) {
			Authentication tried = event.getAuthentication();
			this.failed.note(AuditAct.ACCOUNT_SIGN_IN_FAILED, tried.getName(), address(tried));
		}
	}

	@EventListener
	@Transactional
	public void signedOut(LogoutSuccessEvent event) {
		if (event.getAuthentication().getPrincipal() instanceof SignedIn person) {
			CurrentUser user = person.at(address(event.getAuthentication()));
			this.events.publishEvent(
					new Audited(user.actor(), user.organisationId(), AuditAct.ACCOUNT_SIGNED_OUT, user.email(), null));
		}
	}

	private static @Nullable String address(Authentication authentication) {
		return (authentication.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: null;
	}

	/** Who is signed in, if anybody. */
	public static Optional<CurrentUser> current(HttpServletRequest request) {
		return signedIn().map((person) -> person.at(address(request)));
	}

	/** When who is signed in did so, if anybody is. */
	public static Optional<Instant> since() {
		return signedIn().map(SignedIn::since);
	}

	/** By whose clock a client's person who is signed in reads times. */
	public static Optional<ZoneId> zone() {
		return signedIn().map(SignedIn::zone);
	}

	private static Optional<SignedIn> signedIn() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		Object principal = (authentication != null) ? authentication.getPrincipal() : null;
		return (principal instanceof SignedIn person) ? Optional.of(person) : Optional.empty();
	}

	static @Nullable String address(HttpServletRequest request) {
		return Objects.requireNonNullElse(request.getRemoteAddr(), "unknown");
	}

}
