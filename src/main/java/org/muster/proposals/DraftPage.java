package org.muster.proposals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.calendar.HolidayRule;
import org.muster.calendar.PublicHolidays;
import org.muster.matching.Match;
import org.muster.matching.Matching;
import org.muster.matching.Shortlisted;
import org.muster.matching.Shortlists;
import org.muster.pricing.RateMultipliers;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a draft shows besides what is typed. */
@Component
class DraftPage {

	private static final int CHOICES = 15;

	private final Proposals proposals;

	private final Requests requests;

	private final Matching matching;

	private final Shortlists shortlists;

	private final Bookings bookings;

	private final RevisionChanges changes;

	private final FigureChanges figures;

	private final RateMultipliers factors;

	private final ApprovalPolicy approvalPolicy;

	private final DraftWarnings warnings;

	private final CounterProposals counters;

	private final Taxation taxation;

	private final Estimates estimates;

	private final Coverage coverage;

	private final ClientClock clientClock;

	private final SendCheck check;

	DraftPage(Proposals proposals, CounterProposals counters, Requests requests, Matching matching,
			Shortlists shortlists, Bookings bookings, RevisionChanges changes, FigureChanges figures,
			RateMultipliers factors, ApprovalPolicy approvalPolicy, DraftWarnings warnings, Taxation taxation,
			Estimates estimates, Coverage coverage, ClientClock clientClock, SendCheck check) {
		this.check = check;
		this.clientClock = clientClock;
		this.coverage = coverage;
		this.counters = counters;
		this.taxation = taxation;
		this.estimates = estimates;
		this.proposals = proposals;
		this.requests = requests;
		this.matching = matching;
		this.shortlists = shortlists;
		this.bookings = bookings;
		this.changes = changes;
		this.figures = figures;
		this.factors = factors;
		this.approvalPolicy = approvalPolicy;
		this.warnings = warnings;
	}

	/**
	 * @param revision the number of a draft, or {@code null} for the first alternative
	 */
	ProposalRevision fill(Model model, String reference, @Nullable Integer revision, CurrentUser user) {
		Proposal proposal = this.proposals.require(reference, user);
		ProposalRevision draft = proposal.requireDraft(revision);
		model.addAttribute("alternatives", Alternative.of(proposal.drafts()));
		ProposalRevision second = InternalApproval.shown(proposal);
		model.addAttribute("second", second);
		model.addAttribute("breaches", this.approvalPolicy.breaches((second != null) ? second : draft));
		model.addAttribute("mostAlternatives", Proposal.MOST_ALTERNATIVES);
		StaffingRequest request = this.requests.require(proposal.requestId(), user.viewer());
		model.addAttribute("proposal", proposal);
		model.addAttribute("draftsSeen", proposal.draftsSeen());
		model.addAttribute("withoutDays", this.check.withoutDays(draft));
		model.addAttribute("erased", this.bookings.erased(draft));
		model.addAttribute("revision", draft);
		model.addAttribute("staffingRequest", request);
		model.addAttribute("endsIn", this.clientClock.zone(proposal.organisationId()));
		List<CounterProposal> waiting = this.counters.waiting(proposal.id());
		model.addAttribute("changesAsked", waiting.stream().filter(CounterProposal::isOpen).toList());
		model.addAttribute("reopens", waiting.stream().anyMatch((counter) -> !counter.isOpen()));
		model.addAttribute("margins", Margins.of(draft));
		model.addAttribute("pays", LinePay.of(draft));
		model.addAttribute("warnings", this.warnings.of(draft, request));
		model.addAttribute("changed", this.coverage.of(proposal, draft, request).orElse(null));
		model.addAttribute("factors", this.factors);
		model.addAttribute("rules", HolidayRule.values());
		model.addAttribute("withoutNumber", this.taxation.withoutNumber(draft));
		model.addAttribute("regions", PublicHolidays.choices(draft.holidays().country(), draft.holidays().region()));
		model.addAttribute("notices", this.estimates.notices(draft));
		Estimates.Recount recount = this.estimates.recounted(draft);
		model.addAttribute("recountedDays", recount.days());
		model.addAttribute("recountedBy", recount.corrections());
		model.addAttribute("clashes", this.bookings.clashes(proposal, draft));
		Map<Long, List<Shortlisted>> kept = this.shortlists.of(request.positions().stream().map(Position::id).toList())
			.stream()
			.collect(Collectors.groupingBy(Shortlisted::positionId));
		model.addAttribute("choices", choices(request, kept));
		model.addAttribute("leftOut", leftOut(proposal, kept.values()));
		model.addAttribute("rivals", CompetingOffer.once(this.bookings.rivals(proposal, draft)));
		ProposalPage.before(proposal.revisions(), draft).ifPresent((before) -> {
			model.addAttribute("before", before);
			model.addAttribute("changes", this.changes.between(before, draft));
		});
		DraftFigures.read((String) model.getAttribute("seen"))
			.ifPresent((seen) -> model.addAttribute("recounted",
					this.figures.between(seen, DraftFigures.of(proposal.round(draft)), draft.currency())));
		return draft;
	}

	/** The names of those on the shortlists who are on none of the drafts. */
	private static List<String> leftOut(Proposal proposal, Collection<List<Shortlisted>> kept) {
		Set<Long> there = proposal.drafts()
			.stream()
			.flatMap((draft) -> draft.lines().stream())
			.map(ProposalLine::consultantId)
			.collect(Collectors.toSet());
		return kept.stream()
			.flatMap(List::stream)
			.filter((one) -> !there.contains(one.consultantId()))
			.map(Shortlisted::name)
			.distinct()
			.toList();
	}

	/** Whom to add, by position: those on its shortlist first, then its best matches. */
	private Map<Position, List<Match>> choices(StaffingRequest request, Map<Long, List<Shortlisted>> kept) {
		Map<Position, List<Match>> choices = new LinkedHashMap<>();
		this.matching.best(request, CHOICES).forEach((position, best) -> {
			Set<Long> here = kept.getOrDefault(position.id(), List.of())
				.stream()
				.map(Shortlisted::consultantId)
				.collect(Collectors.toSet());
			List<Match> offered = new ArrayList<>(this.matching.matches(request, position, here));
			best.stream().filter((match) -> !here.contains(match.candidate().id())).forEach(offered::add);
			choices.put(position, offered);
		});
		return choices;
	}

}
