package org.muster.proposals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.forms.SearchText;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Proposals. A client's queries are bound to the client's organisation here, and to what
 * was sent.
 */
public interface Proposals extends Repository<Proposal, Long> {

	String VISIBLE = """
			(p.organisationId = :organisationId and exists (select 1 from ProposalRevision sent
				where sent.proposal = p and sent.status <> org.muster.proposals.ProposalStatus.DRAFT)
			or :organisationId is null)""";

	Proposal save(Proposal proposal);

	void delete(Proposal proposal);

	boolean existsByReference(String reference);

	List<Proposal> findAllById(Iterable<Long> ids);

	Optional<Proposal> findByCreationKey(String creationKey);

	@Query("select p from Proposal p where p.reference = :reference and " + VISIBLE)
	Optional<Proposal> findByReference(String reference, @Nullable Long organisationId);

	/** For acting on: two who act at once come one after the other. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Proposal p where p.reference = :reference and " + VISIBLE)
	Optional<Proposal> lockByReference(String reference, @Nullable Long organisationId);

	/**
	 * The whole of it, to be shown. Within a transaction.
	 * @throws NotFound if it does not exist for this person
	 */
	default Proposal require(String reference, CurrentUser user) {
		return findByReference(reference, user.organisationId()).orElseThrow(NotFound::new).whole();
	}

	/**
	 * The same, locked until the end of the transaction.
	 * @throws NotFound if it does not exist for this person
	 */
	default Proposal requireLocked(String reference, CurrentUser user) {
		return lockByReference(reference, user.organisationId()).orElseThrow(NotFound::new);
	}

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
				m.fullName, v.total - v.vat, v.vat, v.total, v.currency, v.validUntil, v.statusByName, v.statusAt,
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
			not exists (select 1 from ProposalRevision a where a.proposal = p and a.round = v.round and a.number < v.number)""";

	/**
	 * The proposals that a person may see, each with the revision that waits for an
	 * answer or was accepted, or else the latest that the person may see; of alternatives
	 * with that which was accepted, or the first.
	 */
	default Page<ProposalRow> search(@Nullable Long organisationId, Collection<ProposalStatus> statuses, String text,
			@Nullable String requestReference, Pageable page) {
		Page<ProposalRow> rows = find(organisationId, statuses, isOfDrafts(organisationId, statuses),
				isOfSent(organisationId, statuses), SearchText.sought(text), requestReference, page);
		return (organisationId == null) ? rows : rows.map(ProposalRow::withoutDraft);
	}

	/**
	 * The same, those begun before one; the latest first. By the proposal, since which of
	 * its revisions is shown may change.
	 */
	default List<ProposalRow> before(@Nullable ProposalRow last, @Nullable Long organisationId,
			Collection<ProposalStatus> statuses, String text, Limit most) {
		List<ProposalRow> rows = findBefore((last != null) ? last.proposal() : Long.MAX_VALUE, organisationId, statuses,
				isOfDrafts(organisationId, statuses), isOfSent(organisationId, statuses), SearchText.sought(text), null,
				most);
		return (organisationId == null) ? rows : rows.stream().map(ProposalRow::withoutDraft).toList();
	}

	private static boolean isOfDrafts(@Nullable Long organisationId, Collection<ProposalStatus> statuses) {
		return organisationId == null && statuses.size() == 1 && statuses.contains(ProposalStatus.DRAFT);
	}

	private static boolean isOfSent(@Nullable Long organisationId, Collection<ProposalStatus> statuses) {
		return organisationId != null || !statuses.contains(ProposalStatus.DRAFT);
	}

	/**
	 * The same.
	 * @param drafts whether drafts are listed beside what was sent of the same proposal
	 * @param sent whether only what was sent is looked at
	 */
	String LISTED = ROW
			+ """
					where (:organisationId is null or p.organisationId = :organisationId)
					and (v.round = (select max(w.round) from ProposalRevision w where w.proposal = p
						and (:sent = false or w.status <> org.muster.proposals.ProposalStatus.DRAFT)
						and (w.status in (org.muster.proposals.ProposalStatus.SENT, org.muster.proposals.ProposalStatus.ACCEPTED)
						or not exists (select 1 from ProposalRevision s where s.proposal = p and s.status in (
							org.muster.proposals.ProposalStatus.SENT, org.muster.proposals.ProposalStatus.ACCEPTED))))
						or :drafts = true and v.status = org.muster.proposals.ProposalStatus.DRAFT)
					and not exists (select 1 from ProposalRevision a where a.proposal = p and a.round = v.round and a.id <> v.id
						and (a.status = org.muster.proposals.ProposalStatus.ACCEPTED
						or v.status <> org.muster.proposals.ProposalStatus.ACCEPTED and a.number < v.number))
					and v.status in :statuses and (:requestReference is null or r.reference = :requestReference)
					and (:#{#text.typed()} = false or lower(p.reference) like :#{#text.exact()} escape '!'
						or r.searchTitle like :#{#text.plain()} escape '!' or r.searchTitle like :#{#text.spelt()} escape '!'
						or o.searchName like :#{#text.plain()} escape '!' or o.searchName like :#{#text.spelt()} escape '!')
					""";

	@Query(LISTED)
	Page<ProposalRow> find(@Nullable Long organisationId, Collection<ProposalStatus> statuses, boolean drafts,
			boolean sent, SearchText.Sought text, @Nullable String requestReference, Pageable page);

	@Query(LISTED + "and p.id < :id order by p.id desc")
	List<ProposalRow> findBefore(long id, @Nullable Long organisationId, Collection<ProposalStatus> statuses,
			boolean drafts, boolean sent, SearchText.Sought text, @Nullable String requestReference, Limit most);

	/** Whether the client cannot accept any alternative, because people are gone. */
	String LOST = "not exists (select 1 from " + WHOLE + ")";

	/** Open offers of which the client waits for nobody: it is the client's turn. */
	@Query(ROW + "where v.status = org.muster.proposals.ProposalStatus.SENT and " + FIRST + " and not " + CHANGE_ASKED
			+ " and not " + LOST)
	Page<ProposalRow> waitingForClients(Pageable page);

	/** Open offers to which the client asks for changes: it is the consultancy's turn. */
	@Query(ROW + "where v.status = org.muster.proposals.ProposalStatus.SENT and " + FIRST + " and " + CHANGE_ASKED)
	Page<ProposalRow> changesAsked(Pageable page);

	/** Open offers that nobody can accept any more: it is the consultancy's turn. */
	@Query(ROW + "where v.status = org.muster.proposals.ProposalStatus.SENT and " + FIRST + " and not " + CHANGE_ASKED
			+ " and " + LOST)
	Page<ProposalRow> lost(Pageable page);

	/**
	 * Whether a request takes offers: nobody is engaged for it yet, and it is not
	 * withdrawn.
	 */
	String TAKES_OFFERS = """
			r.status in (org.muster.requests.RequestStatus.DRAFT, org.muster.requests.RequestStatus.SUBMITTED,
				org.muster.requests.RequestStatus.MATCHING, org.muster.requests.RequestStatus.PROPOSED)
			""";

	/** Drafts that can still be sent. */
	@Query(ROW + "where v.status = org.muster.proposals.ProposalStatus.DRAFT and " + FIRST + " and " + TAKES_OFFERS)
	Page<ProposalRow> underWay(Pageable page);

	/** Drafts that wait for internal approval. */
	@Query(ROW + "where " + TAKES_OFFERS + """
			and v.status = org.muster.proposals.ProposalStatus.DRAFT and v.approval.askedBy is not null
			and v.approval.byName is null and not exists (select 1 from ProposalRevision a where a.proposal = p
				and a.round = v.round and a.number < v.number and a.approval.askedBy is not null
				and a.approval.byName is null)""")
	Page<ProposalRow> approvalsAsked(Pageable page);

	/** What is in draft or open for a request, each proposal once; the oldest first. */
	default List<Competing> competing(long requestId) {
		Map<String, Competing> each = new LinkedHashMap<>();
		unsettled(requestId).forEach((one) -> each.merge(one.reference(), one,
				(before, other) -> (before.isDraft() && !other.isDraft()) ? other : before));
		return List.copyOf(each.values());
	}

	@Query("""
			select new org.muster.proposals.Competing(p.reference, v.number, v.status, v.sentAt, v.statusByName)
			from ProposalRevision v join v.proposal p where p.requestId = :requestId and v.status in (
				org.muster.proposals.ProposalStatus.DRAFT, org.muster.proposals.ProposalStatus.SENT)
			order by p.id, v.number""")
	List<Competing> unsettled(long requestId);

	/** With their lines, but without the months of those. */
	@Query("select distinct v from ProposalRevision v left join fetch v.lines where v.id in :ids")
	List<ProposalRevision> withLines(Collection<Long> ids);

	/** The lines of some revisions with what they cost later, for those that are read. */
	@Query("select distinct l from ProposalLine l left join fetch l.laterPayRates where l.revision.id in :ids")
	List<ProposalLine> withPayRates(Collection<Long> ids);

	/** The open or accepted revision that was sent last. */
	@Query("""
			select v from ProposalRevision v left join fetch v.lines where v.proposal.requestId = :requestId
			and v.status in (org.muster.proposals.ProposalStatus.SENT, org.muster.proposals.ProposalStatus.ACCEPTED)
			and not exists (select 1 from ProposalRevision w where w.proposal.requestId = :requestId and w.id > v.id
				and w.status in (org.muster.proposals.ProposalStatus.SENT, org.muster.proposals.ProposalStatus.ACCEPTED))""")
	Optional<ProposalRevision> latestOffer(long requestId);

	/** Lines of open offers with some people, but for those of one proposal. */
	@Query("""
			select new org.muster.proposals.Rival(p.reference, v.number, l.number, l.consultantId, l.consultantName,
				p.organisationId, o.name, r.createdBy, r.title)
			from ProposalLine l join l.revision v join v.proposal p
			join StaffingRequest r on r.id = p.requestId join Organisation o on o.id = p.organisationId
			where v.status = org.muster.proposals.ProposalStatus.SENT and l.consultantId in :people
			and p.reference <> :except order by p.reference, l.number""")
	List<Rival> rivals(Collection<Long> people, String except);

	/** The half days that an organisation has accepted in a time, over all proposals. */
	@NativeQuery("""
			select coalesce(sum(l.half_days), 0) from proposal_line l join proposal_revision v on v.id = l.revision_id
			join proposal p on p.id = v.proposal_id
			where p.organisation_id = :organisation and v.status = 'ACCEPTED' and v.status_at >= :from and v.status_at < :to""")
	int acceptedHalfDays(long organisation, Instant from, Instant to);

	/** The request that a proposal answers. */
	@Query("select p.requestId from Proposal p where p.reference = :reference and " + VISIBLE)
	Optional<Long> requestOf(String reference, @Nullable Long organisationId);

	/** What drafts of proposals take people for, those begun last first, each once. */
	@Query("""
			select new org.muster.proposals.DraftSeat(p.reference, r.title, s.number, s.role)
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
			select new org.muster.proposals.Ending(p.reference, v.number, v.validUntil, p.organisationId, r.createdBy, r.title,
				(select count(k) from
			"""
			+ WHOLE + """
					))
					from ProposalRevision v join v.proposal p join StaffingRequest r on r.id = p.requestId
					where v.status = org.muster.proposals.ProposalStatus.SENT and v.validUntil between :from and :to
					order by v.id""")
	List<Ending> ending(LocalDate from, LocalDate to);

	@Query("""
			select v.proposal.reference from ProposalRevision v
			where v.status = org.muster.proposals.ProposalStatus.SENT and v.validUntil < :today order by v.id""")
	List<String> past(LocalDate today);

}
