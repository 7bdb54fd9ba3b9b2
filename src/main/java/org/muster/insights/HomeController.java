package org.muster.insights;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.ManagerFilter;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.audit.Viewer;
import org.muster.engagements.Engagements;
import org.muster.interviews.InterviewStatus;
import org.muster.interviews.Interviews;
import org.muster.proposals.ProposalStatus;
import org.muster.proposals.Proposals;
import org.muster.requests.RequestStatus;
import org.muster.requests.Requests;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The home of whoever is signed in: what waits for them, and how things stand. */
@Controller
class HomeController {

	private static final Set<RequestStatus> UNDER_WAY = EnumSet.of(RequestStatus.SUBMITTED, RequestStatus.MATCHING,
			RequestStatus.PROPOSED);

	private static final Set<RequestStatus> TO_TAKE_UP = EnumSet.of(RequestStatus.SUBMITTED, RequestStatus.MATCHING);

	/** Answers are news for so long, and no work: all that ever came are in the list. */
	private static final Duration LATELY = Duration.ofDays(30);

	/** Whoever has not said by then what came of an interview will not. */
	private static final Duration TO_SCORE = Duration.ofDays(30);

	private static final Sort OLDEST_REQUEST = Sort.by("statusAt", "id");

	private static final Sort OLDEST_OFFER = Sort.by("v.statusAt", "v.id");

	private static final Sort NEXT_TO_END = Sort.by("v.validUntil", "v.id");

	private final Organisations organisations;

	private final Requests requests;

	private final Proposals proposals;

	private final Engagements engagements;

	private final Interviews interviews;

	private final ManagerFilter managers;

	private final Clock clock;

	HomeController(Organisations organisations, Requests requests, Proposals proposals, Engagements engagements,
			Interviews interviews, ManagerFilter managers, Clock clock) {
		this.managers = managers;
		this.organisations = organisations;
		this.interviews = interviews;
		this.clock = clock;
		this.requests = requests;
		this.proposals = proposals;
		this.engagements = engagements;
	}

	@GetMapping("/")
	String home(CurrentUser user, Model model) {
		if (!user.isClient()) {
			return "redirect:/admin";
		}
		Viewer.Client client = user.client();
		model.addAttribute("archived",
				this.organisations.findById(user.organisation()).filter(Organisation::isArchived).isPresent());
		model.addAttribute("drafts", this.requests.search(client, EnumSet.of(RequestStatus.DRAFT), "",
				PageRequest.of(0, 10, OLDEST_REQUEST.descending())));
		model.addAttribute("underWay",
				this.requests.search(client, UNDER_WAY, "", PageRequest.of(0, 10, OLDEST_REQUEST.descending())));
		model.addAttribute("waiting",
				this.proposals.search(client, EnumSet.of(ProposalStatus.SENT), "", PageRequest.of(0, 10, NEXT_TO_END)));
		model.addAttribute("interviews",
				this.interviews.ahead(client, this.clock.instant().minus(TO_SCORE), Limit.of(10)));
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("engagements", this.engagements.of(client, Limit.of(10)));
		return "insights/home";
	}

	@GetMapping("/admin")
	String dashboard(@RequestParam(defaultValue = "") String manager, CurrentUser user, Model model) {
		ManagedBy managed = this.managers.show(manager, user, model);
		Viewer viewer = user.viewer();
		model.addAttribute("queue",
				this.requests.search(viewer, managed, TO_TAKE_UP, "", PageRequest.of(0, 10, OLDEST_REQUEST)));
		model.addAttribute("interviews", this.interviews.search(viewer, managed, EnumSet.of(InterviewStatus.ASKED), "",
				PageRequest.of(0, 10, Sort.by("statusAt", "id"))));
		model.addAttribute("drafts", this.proposals.underWay(viewer, managed, PageRequest.of(0, 10, OLDEST_OFFER)));
		model.addAttribute("open",
				this.proposals.waitingForClients(viewer, managed, PageRequest.of(0, 10, NEXT_TO_END)));
		model.addAttribute("changes", this.proposals.changesAsked(viewer, managed, PageRequest.of(0, 10, NEXT_TO_END)));
		model.addAttribute("lost", this.proposals.lost(viewer, managed, PageRequest.of(0, 10, NEXT_TO_END)));
		model.addAttribute("approvals",
				this.proposals.approvalsAsked(viewer, managed, PageRequest.of(0, 10, OLDEST_OFFER)));
		model.addAttribute("answered", this.proposals.answered(this.clock.instant().minus(LATELY), viewer, managed,
				PageRequest.of(0, 10, OLDEST_OFFER.descending())));
		return "insights/dashboard";
	}

}
