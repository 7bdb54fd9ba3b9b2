package org.muster.proposals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.Organisations;
import org.muster.audit.Aggregates;
import org.muster.audit.Viewer;
import org.muster.daycalculator.DraftSeat;
import org.muster.forms.LongList;
import org.muster.forms.SearchText;
import org.muster.forms.Spot;
import org.muster.requests.Requests;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/**
 * All proposals, for this module alone: what takes no viewer here, asks nobody whose it
 * is.
 */
interface AllProposals extends Proposals, Aggregates<Proposal> {

	String VISIBLE = """
			(p.organisationId = :#{#viewer.organisation()} and exists (select 1 from ProposalRevision sent
				where sent.proposal = p and sent.status <> org.muster.proposals.ProposalStatus.DRAFT)
			or :#{#viewer.anyOrganisation()} = true)""";

	void delete(Proposal proposal);

	boolean existsByReference(String reference);

	List<Proposal> findAllById(Iterable<Long> ids);

	Optional<Proposal> findByCreationKey(String creationKey);

	@Override
	@Query("select p from Proposal p where p.reference = :reference and " + VISIBLE)
	Optional<Proposal> findByReference(String reference, Viewer viewer);

	@Override
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Proposal p where p.reference = :reference and " + VISIBLE)
	Optional<Proposal> lockByReference(String reference, Viewer viewer);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Proposal p where p.requestId = :requestId order by p.id")
	List<Proposal> lockByRequestId(long requestId);

	/** Alternatives of a round that have lost nobody. */
	String WHOLE = """
			ProposalRevision k where k.proposal = p and k.round = v.round and not exists (
				select 1 from LostLine l where l.id.proposal = p.reference and l.id.revision = k.number)""";

	/** A row of a list: {@code v} is the revision that stands for its round. */
	String ROW = """
			select new org.muster.proposals.ProposalRow(v.id, p.id, p.reference, v.number, v.status, r.reference, r.title, o.name,
				o.country, o.region, coalesce(v.snapshot.deadlineZone, o.timeZone), m.fullName, v.total - v.vat, v.vat, v.total, v.currency, v.validUntil, v.statusByName, v.statusAt,
				(select count(c) from ProposalRevision c where c.proposal = p and c.round = v.round),
				(select min(d.number) from ProposalRevision d where d.proposal = p
					and d.status = org.muster.proposals.ProposalStatus.DRAFT and d.round > v.round),
				(select count(q) from CounterProposal q where q.proposalId = p.id and q.status in (
					org.muster.proposals.CounterProposal$Status.ASKED, org.muster.proposals.CounterProposal$Status.DRAFTED)),
				(select count(k) from
			"""
			+ WHOLE + """
					))
					from ProposalRevision v join v.proposal p
					join StaffingRequest r on r.id = p.requestId join Organisation o on o.id = p.organisationId
					left join o.accountManager m
					""";

	/** Whether a client waits for the answer to a change request. */
	String CHANGE_ASKED = """
			exists (select 1 from CounterProposal asked where asked.proposalId = p.id and asked.status in (
				org.muster.proposals.CounterProposal$Status.ASKED, org.muster.proposals.CounterProposal$Status.DRAFTED))""";

	/** The first alternative of a round. */
	String FIRST = """
			not exists (select 1 from ProposalRevision a where a.proposal = v.proposal and a.round = v.round and a.number < v.number)""";

	@Override
	default Page<ProposalRow> search(Viewer viewer, ManagedBy managed, Collection<ProposalStatus> statuses, String text,
			Pageable page) {
		Listing listing = Listing.of(viewer, statuses);
		SearchText.Sought sought = SearchText.sought(text);
		// A client has few, and they have an index.
		if (viewer.anyOrganisation() && (sought.typed() || !managed.anybody()) && LongList.isLatestFirst(page)) {
			List<Long> found = found(managed, sought, LongList.SOON);
			if (found.size() < LongList.SOON.max()) {
				return LongList.found(page, found.isEmpty() ? List.of() : spots(listing, found), this::rows);
			}
		}
		return LongList.page(page, (asked) -> shown(find(viewer, managed, listing, sought, asked), viewer), () -> {
			if (managed.anybody() && !sought.typed()) {
				return viewer.anyOrganisation() ? countEverybodys(listing) : count(viewer.organisation(), listing);
			}
			// Each has one revision that stands for it.
			return (viewer.anyOrganisation() && !listing.sent() && listing.every()) ? countFound(managed, sought)
					: count(viewer, managed, listing, sought);
		});
	}

	@Override
	default List<ProposalRow> ofRequest(Viewer viewer, String request, Limit most) {
		return shown(findOfRequest(viewer, request, !viewer.anyOrganisation(), most), viewer);
	}

	/**
	 * What a list has, begun before one; the latest first. By the proposal, since which
	 * of its revisions is shown may change.
	 */
	default List<ExportedProposal> before(@Nullable ExportedProposal last, Viewer viewer, ManagedBy managed,
			Collection<ProposalStatus> statuses, String text, Limit most) {
		return findBefore((last != null) ? last.proposal() : Long.MAX_VALUE, viewer, managed,
				Listing.of(viewer, statuses), SearchText.sought(text), most);
	}

	private long countEverybodys(Listing listing) {
		if (listing.drafts() || !listing.sent() && !listing.every()) {
			return count(listing);
		}
		if (!listing.sent()) {
			return countStanding();
		}
		return listing.every() ? countStandingSent() : countStandingSent(listing.statuses());
	}

	private static List<ProposalRow> shown(List<ProposalRow> rows, Viewer viewer) {
		return viewer.anyOrganisation() ? rows : rows.stream().map(ProposalRow::withoutDraft).toList();
	}

	/**
	 * Which revisions a list has.
	 *
	 * @param drafts whether of drafts alone, also beside what was sent of the same
	 * proposal
	 * @param sent whether of what was sent alone
	 * @param every whether whatever their status is
	 */
	record Listing(boolean drafts, boolean sent, boolean every, Collection<ProposalStatus> statuses) {

		static Listing of(Viewer viewer, Collection<ProposalStatus> statuses) {
			boolean drafts = viewer.anyOrganisation() && Set.copyOf(statuses).equals(Set.of(ProposalStatus.DRAFT));
			boolean sent = !viewer.anyOrganisation() || !statuses.contains(ProposalStatus.DRAFT);
			boolean every = statuses.containsAll(sent ? ProposalStatus.SENT_ONCE : EnumSet.allOf(ProposalStatus.class));
			return new Listing(drafts, sent, every, statuses);
		}

	}

	/**
	 * What a list has. Conditions that do not matter fall away before the database plans:
	 * what is left is found by an index.
	 */
	String STANDING = """
			(:#{#listing.drafts()} = true and v.status = org.muster.proposals.ProposalStatus.DRAFT and
			""" + FIRST + """
			or :#{#listing.drafts()} = false and :#{#listing.sent()} = true and v.standsSent = true
			or :#{#listing.drafts()} = false and :#{#listing.sent()} = false and v.stands = true)
			and (:#{#listing.every()} = true or v.status in :#{#listing.statuses()})
			""";

	/**
	 * Whether a proposal has a {@code text} in its reference, its title or its client's
	 * name.
	 */
	String SOUGHT = """
			(:#{#text.referring()} = true and lower(p.reference) like :#{#text.exact()} escape '!'
			or p.requestId in
			""" + Requests.TITLED + "or p.organisationId in " + Organisations.NAMED + ")";

	/** Everybody's, without their revisions: of those there are more. */
	String FOUND = "(:#{#managed.anybody()} = true or p.organisationId in " + ManagedBy.CLIENTS
			+ ") and (:#{#text.typed()} = false or " + SOUGHT + ")";

	@Query("select p.id from Proposal p where " + FOUND)
	List<Long> found(ManagedBy managed, SearchText.Sought text, Limit most);

	@Query("select count(p) from Proposal p where " + FOUND)
	long countFound(ManagedBy managed, SearchText.Sought text);

	/**
	 * As {@link ManagedBy#CONDITION}, but not to be found by an index: for a page of the
	 * latest MySQL would read and sort all that the clients of an account manager have,
	 * instead of reading by date until there are enough.
	 */
	String MANAGED = """
			(:#{#managed.anybody()} = true or coalesce(o.accountManager.id, 0) = :#{#managed.id()}
				or :#{#managed.nobody()} = true and o.accountManager is null)
			""";

	String LISTED = STANDING + "and " + MANAGED + """
			and (:#{#viewer.anyOrganisation()} = true or p.organisationId = :#{#viewer.organisation()})
			and (:#{#text.typed()} = false or
			""" + SOUGHT + ")";

	@Query(ROW + "where " + LISTED)
	List<ProposalRow> find(Viewer viewer, ManagedBy managed, Listing listing, SearchText.Sought text, Pageable page);

	/** Of some proposals, those that a list has. */
	@Query("""
			select new org.muster.forms.Spot(v.id, v.statusAt) from ProposalRevision v
			where fk(v.proposal) in :proposals and\s""" + STANDING)
	List<Spot> spots(Listing listing, Collection<Long> proposals);

	@Query(ROW + "where v.id in :revisions")
	List<ProposalRow> rows(Collection<Long> revisions, Sort sort);

	/** By the key as the revision has it, of which there is an index. */
	@Query("""
			select new org.muster.proposals.ExportedProposal(v.id, p.id, p.reference, v.number, v.status, r.reference, r.title,
				o.name, m.fullName, v.total - v.vat, v.vat, v.total, v.currency, v.validUntil, v.statusByName, v.statusAt)
			from ProposalRevision v join v.proposal p
			join StaffingRequest r on r.id = p.requestId join Organisation o on o.id = p.organisationId
			left join o.accountManager m
			where fk(v.proposal) < :id and\s"""
			+ LISTED + " order by fk(v.proposal) desc")
	List<ExportedProposal> findBefore(long id, Viewer viewer, ManagedBy managed, Listing listing,
			SearchText.Sought text, Limit most);

	@Query(ROW
			+ """
					where r.reference = :request and (:#{#viewer.anyOrganisation()} = true or p.organisationId = :#{#viewer.organisation()})
					and (:sent = true and v.standsSent = true or :sent = false and v.stands = true)
					order by v.statusAt desc, v.id desc""")
	List<ProposalRow> findOfRequest(Viewer viewer, String request, boolean sent, Limit most);

	@Query("""
			select count(v) from ProposalRevision v join v.proposal p
			join Organisation o on o.id = p.organisationId where\s""" + LISTED)
	long count(Viewer viewer, ManagedBy managed, Listing listing, SearchText.Sought text);

	@Query("select count(v) from ProposalRevision v join v.proposal p where p.organisationId = :organisationId and "
			+ STANDING)
	long count(long organisationId, Listing listing);

	@Query("select count(v) from ProposalRevision v where " + STANDING)
	long count(Listing listing);

	/** These name no column that is not in an index: nothing else is read. */
	@Query("select count(v) from ProposalRevision v where v.stands = true")
	long countStanding();

	@Query("select count(v) from ProposalRevision v where v.standsSent = true")
	long countStandingSent();

	@Query("select count(v) from ProposalRevision v where v.standsSent = true and v.status in :statuses")
	long countStandingSent(Collection<ProposalStatus> statuses);

	/** That it is somebody of the consultancy who asks, and about whose clients. */
	String FOR_STAFF = ":#{#viewer.anyOrganisation()} = true and " + ManagedBy.CONDITION;

	/** What clients have answered since. */
	String ANSWERED = """
			where v.standsSent = true and v.status in (org.muster.proposals.ProposalStatus.ACCEPTED,
				org.muster.proposals.ProposalStatus.DECLINED) and v.statusAt >= :since
			""";

	@Override
	@Query(value = ROW + ANSWERED + "and " + FOR_STAFF, countQuery = """
			select count(v) from ProposalRevision v join v.proposal p join Organisation o on o.id = p.organisationId
			""" + ANSWERED + "and " + FOR_STAFF)
	Page<ProposalRow> answered(Instant since, Viewer viewer, ManagedBy managed, Pageable page);

	/** Whether the client cannot accept any alternative, because people are gone. */
	String LOST = "not exists (select 1 from " + WHOLE + ")";

	@Override
	@Query(ROW + "where v.status = org.muster.proposals.ProposalStatus.SENT and v.standsSent = true and not "
			+ CHANGE_ASKED + " and not " + LOST + " and " + FOR_STAFF)
	Page<ProposalRow> waitingForClients(Viewer viewer, ManagedBy managed, Pageable page);

	@Override
	@Query(ROW + "where v.status = org.muster.proposals.ProposalStatus.SENT and v.standsSent = true and " + CHANGE_ASKED
			+ " and " + FOR_STAFF)
	Page<ProposalRow> changesAsked(Viewer viewer, ManagedBy managed, Pageable page);

	@Override
	@Query(ROW + "where v.status = org.muster.proposals.ProposalStatus.SENT and v.standsSent = true and not "
			+ CHANGE_ASKED + " and " + LOST + " and " + FOR_STAFF)
	Page<ProposalRow> lost(Viewer viewer, ManagedBy managed, Pageable page);

	/**
	 * Whether a request takes offers: nobody is engaged for it yet, and it is not
	 * withdrawn.
	 */
	String TAKES_OFFERS = """
			r.status in (org.muster.requests.RequestStatus.DRAFT, org.muster.requests.RequestStatus.SUBMITTED,
				org.muster.requests.RequestStatus.MATCHING, org.muster.requests.RequestStatus.PROPOSED)
			""";

	@Override
	@Query(ROW + "where v.status = org.muster.proposals.ProposalStatus.DRAFT and " + FIRST + " and " + TAKES_OFFERS
			+ "and " + FOR_STAFF)
	Page<ProposalRow> underWay(Viewer viewer, ManagedBy managed, Pageable page);

	@Override
	@Query(ROW + "where " + TAKES_OFFERS + "and " + FOR_STAFF + """
			and v.status = org.muster.proposals.ProposalStatus.DRAFT and v.approval.askedBy is not null
			and v.approval.byName is null and not exists (select 1 from ProposalRevision a where a.proposal = p
				and a.round = v.round and a.number < v.number and a.approval.askedBy is not null
				and a.approval.byName is null)""")
	Page<ProposalRow> approvalsAsked(Viewer viewer, ManagedBy managed, Pageable page);

	/** What is in draft or open for a request, each proposal once; the oldest first. */
	default List<OtherProposal> competing(long requestId) {
		Map<String, OtherProposal> each = new LinkedHashMap<>();
		unsettled(requestId).forEach((one) -> each.merge(one.reference(), one,
				(before, other) -> (before.isDraft() && !other.isDraft()) ? other : before));
		return List.copyOf(each.values());
	}

	@Query("""
			select new org.muster.proposals.OtherProposal(p.reference, v.number, v.status, v.sentAt, v.statusByName)
			from ProposalRevision v join v.proposal p where p.requestId = :requestId and v.status in (
				org.muster.proposals.ProposalStatus.DRAFT, org.muster.proposals.ProposalStatus.SENT)
			order by p.id, v.number""")
	List<OtherProposal> unsettled(long requestId);

	@Query("select distinct l from ProposalLine l left join fetch l.months where l.id in :lines")
	List<ProposalLine> withMonths(Collection<Long> lines);

	/** The open or accepted revision that was sent last. */
	@Query("""
			select v from ProposalRevision v left join fetch v.lines where v.proposal.requestId = :requestId
			and v.status in (org.muster.proposals.ProposalStatus.SENT, org.muster.proposals.ProposalStatus.ACCEPTED)
			and not exists (select 1 from ProposalRevision w where w.proposal.requestId = :requestId and w.id > v.id
				and w.status in (org.muster.proposals.ProposalStatus.SENT, org.muster.proposals.ProposalStatus.ACCEPTED))""")
	Optional<ProposalRevision> latestOffer(long requestId);

	/** Lines of some proposals with some people, with their months. */
	@Query("""
			select distinct l from ProposalLine l join fetch l.revision v join fetch v.proposal p left join fetch l.months
			where p.reference in :proposals and l.person.consultantId in :people and v.status = :status""")
	List<ProposalLine> linesOf(Collection<String> proposals, Collection<Long> people, ProposalStatus status);

	/** Lines of open offers with some people, but for those of one proposal. */
	@Query("""
			select new org.muster.proposals.CompetingOffer(p.reference, v.number, l.number, l.person.consultantId, l.person.consultantName,
				p.organisationId, o.name, r.createdBy, r.title)
			from ProposalLine l join l.revision v join v.proposal p
			join StaffingRequest r on r.id = p.requestId join Organisation o on o.id = p.organisationId
			where v.status = org.muster.proposals.ProposalStatus.SENT and l.person.consultantId in :people
			and p.reference <> :except
			and exists (select 1 from Consultant c where c.id = l.person.consultantId and c.erasedAt is null)
			order by p.reference, l.number""")
	List<CompetingOffer> rivals(Collection<Long> people, String except);

	/** The half days that an organisation has accepted in a time, over all proposals. */
	@NativeQuery("""
			select coalesce(sum(l.half_days), 0) from proposal_line l join proposal_revision v on v.id = l.revision_id
			join proposal p on p.id = v.proposal_id
			where p.organisation_id = :organisation and v.status = 'ACCEPTED' and v.status_at >= :from and v.status_at < :to""")
	int acceptedHalfDays(long organisation, Instant from, Instant to);

	/** The request that a proposal answers. */
	@Query("select p.requestId from Proposal p where p.reference = :reference and " + VISIBLE)
	Optional<Long> requestOf(String reference, Viewer viewer);

	/** What drafts of proposals take people for, those begun last first, each once. */
	@Query("""
			select new org.muster.daycalculator.DraftSeat(p.reference, r.title, s.number, s.role)
			from ProposalRevision v join v.proposal p join StaffingRequest r on r.id = p.requestId
			join Position s on s.request = r
			where\s""" + TAKES_OFFERS
			+ """
					and v.status = org.muster.proposals.ProposalStatus.DRAFT
					and not exists (select 1 from ProposalRevision a where a.proposal = p and a.round = v.round and a.number < v.number)
					order by v.statusAt desc, v.id, s.number""")
	List<DraftSeat> draftSeats(Limit most);

	/** Whether a request has a proposal with a revision in a state. */
	@Query("select count(v) > 0 from ProposalRevision v where v.proposal.requestId = :requestId and v.status = :status")
	boolean existsFor(long requestId, ProposalStatus status);

	/** Open offers whose last day is one of some. */
	@Query("""
			select new org.muster.proposals.ExpiringOffer(p.reference, v.number, v.validUntil, p.organisationId, r.createdBy, r.title,
				(select count(k) from
			"""
			+ WHOLE + """
					))
					from ProposalRevision v join v.proposal p join StaffingRequest r on r.id = p.requestId
					where v.status = org.muster.proposals.ProposalStatus.SENT and v.validUntil between :from and :to
					order by v.id""")
	List<ExpiringOffer> ending(LocalDate from, LocalDate to);

	@Query("""
			select v.proposal.reference from ProposalRevision v
			where v.status = org.muster.proposals.ProposalStatus.SENT and v.validUntil < :today order by v.id""")
	List<String> past(LocalDate today);

}
