package org.muster.insights;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.Accounts;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.audit.AuditTrail;
import org.muster.audit.TrailQuery;
import org.muster.audit.Viewer;
import org.muster.calendar.PublicHolidays;
import org.muster.engagements.Engagements;
import org.muster.proposals.ProposalStatus;
import org.muster.proposals.Proposals;
import org.muster.requests.RequestStatus;
import org.muster.requests.Requests;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A client and its whole history: for the consultancy's people. */
@Controller
class OrganisationPageController {

	private final Organisations organisations;

	private final Accounts accounts;

	private final Requests requests;

	private final Proposals proposals;

	private final Engagements engagements;

	private final AuditTrail audit;

	private final Clock clock;

	OrganisationPageController(Organisations organisations, Accounts accounts, Requests requests, Proposals proposals,
			Engagements engagements, AuditTrail audit, Clock clock) {
		this.clock = clock;
		this.organisations = organisations;
		this.accounts = accounts;
		this.requests = requests;
		this.proposals = proposals;
		this.engagements = engagements;
		this.audit = audit;
	}

	@GetMapping("/admin/organisations/{reference}")
	@Transactional(readOnly = true)
	public String show(@PathVariable String reference, @RequestParam(required = false) @Nullable Long before,
			Model model) {
		Organisation organisation = this.organisations.findByReference(reference).orElseThrow(NotFound::new);
		model.addAttribute("organisation", organisation);
		model.addAttribute("regional", !PublicHolidays.regions(organisation.place().country()).isEmpty());
		model.addAttribute("members", this.accounts.membersOf(organisation.id()));
		// Drafts are the client's own until they are submitted.
		Viewer.Client client = new Viewer.Client(organisation.id());
		model.addAttribute("requests",
				this.requests.search(client, EnumSet.complementOf(EnumSet.of(RequestStatus.DRAFT)), "",
						PageRequest.of(0, 10, Sort.by(Sort.Direction.DESC, "statusAt", "id"))));
		model.addAttribute("proposals", this.proposals.search(client, EnumSet.allOf(ProposalStatus.class), "",
				PageRequest.of(0, 10, Sort.by(Sort.Direction.DESC, "v.statusAt", "v.id"))));
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("engagements", this.engagements.of(client, Limit.of(10)));
		model.addAttribute("trail", TrailPage.of((most) -> this.audit.find(TrailQuery.all(client), before, most)));
		model.addAttribute("before", before);
		return "insights/organisation";
	}

}
