package org.muster.proposals;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.discussion.Discussion;
import org.muster.documents.Glyphs;
import org.muster.forms.Inputs;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;
import org.muster.stationery.TermsText;
import org.muster.stationery.TermsTexts;
import org.muster.stationery.Letterhead;
import org.muster.stationery.Letterheads;
import org.muster.stationery.Seller;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page and the document of a proposal show. */
@Component
class ProposalPage {

	private static final int MOST_SHOWN = 20;

	private final Proposals proposals;

	private final Requests requests;

	private final Organisations organisations;

	private final OfferAccess access;

	private final Seller seller;

	private final Coverage coverage;

	private final Bookings bookings;

	private final TermsTexts termsTexts;

	private final RevisionChanges changes;

	private final ClientClock clientClock;

	private final WishedChanges wishedChanges;

	private final Discussion discussion;

	private final Letterheads letterheads;

	private final AcceptanceValidator acceptanceValidator;

	private final ApprovalPolicy approvalPolicy;

	private final Seals seals;

	private final OpenOffers openOffers;

	private final MessageSource messages;

	ProposalPage(Proposals proposals, Requests requests, Organisations organisations, OfferAccess access, Seller seller,
			Coverage coverage, Bookings bookings, TermsTexts termsTexts, RevisionChanges changes,
			ClientClock clientClock, WishedChanges wishedChanges, Discussion discussion, Letterheads letterheads,
			AcceptanceValidator acceptanceValidator, ApprovalPolicy approvalPolicy, Seals seals, OpenOffers openOffers,
			MessageSource messages) {
		this.seals = seals;
		this.openOffers = openOffers;
		this.approvalPolicy = approvalPolicy;
		this.acceptanceValidator = acceptanceValidator;
		this.letterheads = letterheads;
		this.messages = messages;
		this.wishedChanges = wishedChanges;
		this.discussion = discussion;
		this.clientClock = clientClock;
		this.changes = changes;
		this.termsTexts = termsTexts;
		this.bookings = bookings;
		this.coverage = coverage;
		this.proposals = proposals;
		this.requests = requests;
		this.organisations = organisations;
		this.access = access;
		this.seller = seller;
	}

	/**
	 * @param number of the revision, or {@code null} for the latest that the person may
	 * see
	 * @throws NotFound if there is no such thing for this person
	 */
	ProposalRevision fill(Model model, String reference, @Nullable Integer number, CurrentUser user) {
		Proposal proposal = this.proposals.require(reference, user);
		List<ProposalRevision> visible = user.isClient() ? proposal.sent()
				: proposal.revisions()
					.stream()
					.sorted(Comparator.comparing(ProposalRevision::number).reversed())
					.toList();
		ProposalRevision revision = ((number == null) ? Proposal.first(visible)
				: visible.stream().filter((one) -> one.number() == number).findFirst())
			.orElseThrow(NotFound::new);
		List<Alternative> alternatives = Alternative.of(proposal.round(revision));
		model.addAttribute("alternatives", alternatives);
		model.addAttribute("alternativeMonths", Alternative.months(alternatives));
		model.addAttribute("latest", Proposal.first(visible).orElseThrow(NotFound::new));
		model.addAttribute("proposal", proposal);
		model.addAttribute("revision", revision);
		model.addAttribute("revisions", visible);
		if (!user.isClient()) {
			model.addAttribute("drafted", proposal.drafts().stream().findFirst().orElse(null));
			ProposalRevision second = InternalApproval.shown(proposal);
			model.addAttribute("second", second);
			model.addAttribute("breaches", (second != null) ? this.approvalPolicy.breaches(second) : List.of());
			model.addAttribute("approvalSeen", (second != null) ? InternalApproval.seen(proposal) : null);
		}
		before(visible, revision).ifPresent((before) -> {
			model.addAttribute("before", before);
			model.addAttribute("changes", this.changes.between(before, revision));
		});
		StaffingRequest request = this.requests.require(proposal.requestId(), user.viewer());
		model.addAttribute("staffingRequest", request);
		Organisation buyer = this.organisations.findById(proposal.organisationId()).orElseThrow();
		LocalDate today = this.clientClock.today(proposal);
		model.addAttribute("buyer", buyer);
		model.addAttribute("endsIn", this.clientClock.zone(revision, buyer));
		if (!user.isClient()) {
			model.addAttribute("margins", Margins.of(revision));
			model.addAttribute("pays", LinePay.of(revision));
		}
		boolean sent = revision.status() == ProposalStatus.SENT;
		List<LostPerson> losses = sent ? this.bookings.losses(reference, revision.number()) : List.of();
		model.addAttribute("losses", losses);
		Integer terms = revision.termsVersion();
		model.addAttribute("terms", (terms != null) ? this.termsTexts.find(terms).orElse(null) : null);
		model.addAttribute("rivals", (!user.isClient() && (sent || revision.status() == ProposalStatus.DRAFT))
				? CompetingOffer.once(this.bookings.rivals(proposal, revision)) : List.of());
		model.addAttribute("seller", this.seller);
		model.addAttribute("approvers", this.access.approvers(proposal));
		Integrity integrity = this.seals.of(revision);
		boolean ended = this.seals.isEndIntact(revision) && this.openOffers.isOpenInTrail(revision);
		boolean intact = integrity.isIntact() && ended;
		model.addAttribute("intact", intact);
		model.addAttribute("integrity", ended ? integrity : Integrity.BROKEN);
		boolean over = !revision.over(today).isEmpty();
		boolean acceptable = intact && losses.isEmpty() && !over;
		model.addAttribute("open", acceptable && revision.isOpen(today));
		model.addAttribute("lost", !acceptable && revision.isOpen(today));
		model.addAttribute("why", !intact ? "seal.BROKEN" : losses.isEmpty() ? "closed.OVER" : "closed.LOST");
		model.addAttribute("past", revision.status() == ProposalStatus.SENT && revision.isPast(today));
		return revision;
	}

	/**
	 * The same for documents, which people keep and hold against others.
	 * @throws OfferRefused if it is not any more what was sent
	 */
	ProposalRevision fillIntact(Model model, String reference, @Nullable Integer number, CurrentUser user) {
		ProposalRevision revision = fill(model, reference, number, user);
		if (!Boolean.TRUE.equals(model.getAttribute("intact"))) {
			throw OfferRefused.broken(reference);
		}
		return revision;
	}

	/** What the page shows besides what it has in common with the document. */
	ProposalRevision show(Model model, String reference, @Nullable Integer number, CurrentUser user) {
		ProposalRevision revision = fill(model, reference, number, user);
		Proposal proposal = (Proposal) Objects.requireNonNull(model.getAttribute("proposal"));
		StaffingRequest request = (StaffingRequest) Objects.requireNonNull(model.getAttribute("staffingRequest"));
		if (revision.status() == ProposalStatus.SENT || revision.status() == ProposalStatus.DRAFT) {
			model.addAttribute("changed", this.coverage.of(proposal, revision, request).orElse(null));
		}
		model.addAttribute("counters", this.wishedChanges.of(proposal));
		model.addAttribute("thread", this.discussion.about(request, reference));
		model.addAttribute("languages", DocumentLanguage.values());
		model.addAttribute("unprintable", unprintable(model, revision));
		this.acceptanceValidator.forms(model, revision);
		return revision;
	}

	/** The characters of it for which documents have no font. */
	private static String unprintable(Model model, ProposalRevision revision) {
		Organisation buyer = (Organisation) Objects.requireNonNull(model.getAttribute("buyer"));
		StaffingRequest request = (StaffingRequest) Objects.requireNonNull(model.getAttribute("staffingRequest"));
		TermsText terms = (TermsText) model.getAttribute("terms");
		Stream<@Nullable String> texts = Stream.of(revision.title(), request.title(), revision.note(),
				revision.seller(), revision.buyer(), buyer.name(), buyer.address(),
				(terms != null) ? terms.text() : null);
		Stream<String> people = revision.lines()
			.stream()
			.map((line) -> line.consultantName() + line.consultantHeadline());
		String missing = Glyphs.missing(Stream.concat(texts.filter(Objects::nonNull).map(String::valueOf), people)
			.collect(Collectors.joining()));
		return Inputs.cut(missing, MOST_SHOWN);
	}

	/** What only the document shows. */
	void dress(Model model, ProposalRevision revision, Locale locale) {
		Integer letterhead = revision.letterhead();
		Optional<Letterhead> own = (letterhead != null) ? this.letterheads.find(letterhead)
				: (revision.status() == ProposalStatus.DRAFT) ? this.letterheads.latest() : Optional.empty();
		model.addAttribute("letterhead", own.orElseGet(Letterhead::usual));
		Organisation buyer = (Organisation) Objects.requireNonNull(model.getAttribute("buyer"));
		model.addAttribute("acceptedFor", Objects.requireNonNullElse(revision.buyerName(), buyer.name()));
		model.addAttribute("language", locale.getLanguage());
		model.addAttribute("planner", new Planner(this.messages, locale));
		model.addAttribute("holidayNames", new HolidayNames(revision.holidays(), locale, this.messages));
	}

	/** The same alternative of the round before, or else its first. */
	static Optional<ProposalRevision> before(List<ProposalRevision> visible, ProposalRevision revision) {
		List<ProposalRevision> earlier = visible.stream().filter((one) -> one.round() < revision.round()).toList();
		return Proposal.first(earlier)
			.map((first) -> earlier.stream()
				.filter((one) -> one.round() == first.round()
						&& Objects.equals(one.alternative(), revision.alternative()))
				.findFirst()
				.orElse(first));
	}

}
