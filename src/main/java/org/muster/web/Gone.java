package org.muster.web;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.SignIn;
import org.muster.audit.AuditAct;
import org.muster.audit.AuditTrail;
import org.muster.audit.HistoryLine;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Says who has thrown away what somebody was still working on. */
@Component
class Gone {

	private static final Set<AuditAct> OF_CLIENTS = Set.of(AuditAct.REQUEST_DISCARDED,
			AuditAct.REQUEST_POSITION_REMOVED);

	private static final Set<AuditAct> OF_STAFF = Set.of(AuditAct.PROPOSAL_DISCARDED,
			AuditAct.PROPOSAL_REVISION_DISCARDED, AuditAct.PROPOSAL_ALTERNATIVE_REMOVED);

	private static final Pattern REFERENCE = Pattern.compile("/([RP]-[A-Z0-9-]{1,20})(?=/|$)");

	private final AuditTrail audit;

	Gone(AuditTrail audit) {
		this.audit = audit;
	}

	/**
	 * Which act, of those that the person may know of, has ended what a form was sent to;
	 * nothing where no form was sent.
	 */
	Optional<HistoryLine> by(HttpServletRequest request) {
		CurrentUser user = SignIn.current(request).orElse(null);
		if (user == null || !HttpMethod.POST.matches(request.getMethod())) {
			return Optional.empty();
		}
		List<String> references = REFERENCE.matcher(request.getRequestURI())
			.results()
			.map((one) -> one.group(1))
			.toList();
		Set<AuditAct> acts = new HashSet<>(OF_CLIENTS);
		if (!user.isClient()) {
			acts.addAll(OF_STAFF);
		}
		return references.isEmpty() ? Optional.empty() : this.audit.endOf(references, acts, user.viewer());
	}

}
