package org.muster.requests;

import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisations;
import org.muster.audit.AuditTrail;
import org.muster.audit.References;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins requests, however their first contents came together. */
@Component
public class Drafts {

	/** The form of a key that was drawn once a form. */
	public static final String KEY = "[0-9a-f-]{36}";

	private final Requests requests;

	private final Organisations organisations;

	private final References references;

	private final AuditTrail audit;

	private final Clock clock;

	Drafts(Requests requests, Organisations organisations, References references, AuditTrail audit, Clock clock) {
		this.requests = requests;
		this.organisations = organisations;
		this.references = references;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * A new draft, or the one that the same form has made before.
	 * @param key drawn once a form
	 * @param filling writes the rest of a new one
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public StaffingRequest begin(String title, Map<GoalKind, Goal> goals, String key, CurrentUser user,
			Consumer<StaffingRequest> filling) {
		return this.requests.findByOrganisationIdAndCreationKey(user.organisation(), key).orElseGet(() -> {
			StaffingRequest request = new StaffingRequest(this.references.draw("R", this.requests::existsByReference),
					this.organisations.findById(user.organisation()).orElseThrow().currency(), key, user,
					this.clock.instant());
			request.describe(title, goals, user, this.clock.instant());
			filling.accept(request);
			this.requests.save(request);
			this.audit.record(user.actor(), user.organisationId(), "request.drafted", request.reference(), title);
			return request;
		});
	}

}
