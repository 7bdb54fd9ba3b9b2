package org.muster.insights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisations;
import org.muster.audit.AuditAct;
import org.muster.audit.AuditTrail;
import org.muster.audit.VisibleActs;
import org.muster.discussion.Discussion;
import org.muster.engagements.Engagements;
import org.muster.forms.Inputs;
import org.muster.interviews.Interviews;
import org.muster.matching.Services;
import org.muster.matching.Shortlisted;
import org.muster.matching.Shortlists;
import org.muster.proposals.ProposalRow;
import org.muster.proposals.Proposals;
import org.muster.requests.Amendments;
import org.muster.requests.Goal;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;
import org.muster.skills.Taxonomy;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A request with all that has come of it: shortlists, proposals, history. */
@Controller
class RequestPageController {

	private static final Limit OFFERS = Limit.of(20);

	/** What a client sees: its own acts, and what the consultancy has told it. */
	private static final VisibleActs FOR_CLIENTS = VisibleActs
		.only(Set.of(AuditAct.REQUEST_DRAFTED, AuditAct.REQUEST_EDITED, AuditAct.REQUEST_POSITION_ADDED,
				AuditAct.REQUEST_POSITION_CHANGED, AuditAct.REQUEST_POSITION_REMOVED, AuditAct.REQUEST_APPROVAL_ASKED,
				AuditAct.REQUEST_SUBMITTED, AuditAct.REQUEST_AMENDED, AuditAct.REQUEST_COMPARED,
				AuditAct.REQUEST_COMMENTED, AuditAct.REQUEST_COMMENTED_BACK, AuditAct.REQUEST_DISCUSSED,
				AuditAct.REQUEST_DISCUSSED_BACK, AuditAct.REQUEST_ATTACHED, AuditAct.REQUEST_DETACHED,
				AuditAct.REQUEST_GOAL_JUDGED, AuditAct.REQUEST_GOAL_REPLACED, AuditAct.REQUEST_WITHDRAWN,
				AuditAct.REQUEST_CLOSED, AuditAct.SHORTLIST_ADDED, AuditAct.SHORTLIST_REMOVED, AuditAct.INTERVIEW_ASKED,
				AuditAct.INTERVIEW_CONFIRMED, AuditAct.INTERVIEW_REFUSED, AuditAct.INTERVIEW_SCORED,
				AuditAct.INTERVIEW_WITHDRAWN, AuditAct.PROPOSAL_SENT, AuditAct.PROPOSAL_COUNTER_ASKED,
				AuditAct.PROPOSAL_COUNTER_BACK, AuditAct.PROPOSAL_COUNTER_ANSWERED, AuditAct.PROPOSAL_COUNTER_REFUSED,
				AuditAct.PROPOSAL_ACCEPTED, AuditAct.PROPOSAL_DECLINED, AuditAct.PROPOSAL_WITHDRAWN,
				AuditAct.PROPOSAL_EXPIRED, AuditAct.PROPOSAL_LOST, AuditAct.ENGAGEMENT_STARTED,
				AuditAct.ENGAGEMENT_REVIEWED));

	/** Without what a client's people say among themselves. */
	private static final VisibleActs FOR_STAFF = VisibleActs
		.allBut(Set.of(AuditAct.REQUEST_COMMENTED, AuditAct.REQUEST_COMMENTED_BACK));

	private static final int LATEST = 30;

	private final Requests requests;

	private final Shortlists shortlists;

	private final Proposals proposals;

	private final Organisations organisations;

	private final AuditTrail audit;

	private final Taxonomy taxonomy;

	private final Services services;

	private final Discussion discussion;

	private final Clock clock;

	private final Amendments amendments;

	private final Interviews interviews;

	private final Engagements engagements;

	RequestPageController(Requests requests, Shortlists shortlists, Proposals proposals, Organisations organisations,
			AuditTrail audit, Taxonomy taxonomy, Services services, Discussion discussion, Clock clock,
			Amendments amendments, Interviews interviews, Engagements engagements) {
		this.engagements = engagements;
		this.interviews = interviews;
		this.amendments = amendments;
		this.discussion = discussion;
		this.services = services;
		this.clock = clock;
		this.taxonomy = taxonomy;
		this.requests = requests;
		this.shortlists = shortlists;
		this.proposals = proposals;
		this.organisations = organisations;
		this.audit = audit;
	}

	@GetMapping("/requests/{reference}")
	@Transactional(readOnly = true)
	public String show(@PathVariable String reference, @RequestParam(defaultValue = "") String comments,
			CurrentUser user, Model model) {
		StaffingRequest request = this.requests.require(reference, user);
		List<ProposalRow> offers = offers(reference, user);
		model.addAttribute("staffingRequest", request);
		model.addAttribute("organisation", this.organisations.findById(request.organisationId()).orElseThrow());
		model.addAttribute("shortlists",
				this.shortlists.of(request.positions().stream().map(Position::id).toList())
					.stream()
					.collect(Collectors.groupingBy(Shortlisted::positionId)));
		model.addAttribute("proposals", offers);
		model.addAttribute("history", this.audit.latest(subjects(reference, offers, user), visible(user), LATEST));
		model.addAttribute("interviews",
				this.interviews.rowsOf(request.id(), user.viewer())
					.stream()
					.collect(Collectors.toMap((row) -> row.positionId() + ":" + row.consultantId(), Function.identity(),
							(latest, before) -> latest)));
		model.addAttribute("amendments", this.amendments.of(request.id()));
		model.addAttribute("discussion",
				comments.equals("all") ? this.discussion.all(request, user) : this.discussion.of(request, user));
		model.addAttribute("services", this.services.of(request));
		model.addAttribute("outcomes", Goal.Outcome.values());
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("taxonomy", this.taxonomy);
		model.addAttribute("creationKey", UUID.randomUUID().toString());
		return "insights/request";
	}

	/** Everything that has happened to it. */
	@GetMapping("/requests/{reference}/timeline")
	@Transactional(readOnly = true)
	public String timeline(@PathVariable String reference, @RequestParam(defaultValue = "0") int page, CurrentUser user,
			Model model) {
		model.addAttribute("staffingRequest", this.requests.require(reference, user));
		model.addAttribute("page", Inputs.page(page, Sort.unsorted(),
				(at) -> this.audit.timeline(subjects(reference, offers(reference, user), user), visible(user), at)));
		return "insights/timeline";
	}

	private static VisibleActs visible(CurrentUser user) {
		return user.isClient() ? FOR_CLIENTS : FOR_STAFF;
	}

	private List<ProposalRow> offers(String reference, CurrentUser user) {
		return this.proposals.ofRequest(user.viewer(), reference, OFFERS);
	}

	private List<String> subjects(String reference, List<ProposalRow> offers, CurrentUser user) {
		List<String> subjects = new ArrayList<>(List.of(reference));
		offers.forEach((offer) -> subjects.add(offer.reference()));
		subjects.addAll(this.engagements.referencesOf(subjects, user.viewer()));
		return subjects;
	}

}
