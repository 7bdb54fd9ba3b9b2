package org.muster.requests;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.References;

import org.muster.forms.Inputs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins requests, however their first contents came together. */
@Component
public class RequestDrafts {

	/** The form of a key that was drawn once a form. */
	public static final String KEY = "[0-9a-f-]{36}";

	private final AllRequests requests;

	private final Organisations organisations;

	private final References references;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RequestDrafts(AllRequests requests, Organisations organisations, References references,
			ApplicationEventPublisher events, Clock clock) {
		this.requests = requests;
		this.organisations = organisations;
		this.references = references;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A new draft, or the one that the same form has made before.
	 * @param client whose request it is
	 * @param key drawn once a form
	 * @param filling writes the rest of a new one
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public StaffingRequest begin(Organisation client, String title, Map<GoalKind, Goal> goals, String key,
			CurrentUser user, Consumer<StaffingRequest> filling) {
		return this.requests.findByOrganisationIdAndCreationKey(client.id(), key).orElseGet(() -> {
			client.requireActive();
			StaffingRequest request = new StaffingRequest(this.references.draw("R", this.requests::existsByReference),
					client.id(), client.currency(), key, user, this.clock.instant());
			request.describe(title, goals, user, this.clock.instant());
			filling.accept(request);
			this.requests.save(request);
			this.events.publishEvent(
					new Audited(user.actor(), client.id(), AuditAct.REQUEST_DRAFTED, request.reference(), title));
			return request;
		});
	}

	/**
	 * For whom a person begins a request: a member for the own organisation, an account
	 * manager for the client that is named.
	 * @param client an organisation's reference; members need none
	 * @return nothing where an account manager has not named a client yet
	 * @throws NotFound if there is no such client
	 */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public Optional<Organisation> client(@Nullable String client, CurrentUser user) {
		if (user.isClient()) {
			return this.organisations.findById(user.organisation());
		}
		return Inputs.isEmpty(client) ? Optional.empty()
				: Optional.of(this.organisations.findByReference(Inputs.text(client)).orElseThrow(NotFound::new));
	}

	/**
	 * The same, where a client has to be known by now.
	 * @throws NotFound if none is named
	 */
	public Organisation requireClient(@Nullable String client, CurrentUser user) {
		return client(client, user).orElseThrow(NotFound::new);
	}

	/** Those for whom an account manager can begin a request, by name. */
	public List<Organisation> clients() {
		return this.organisations.all().stream().filter((one) -> !one.isArchived()).toList();
	}

}
