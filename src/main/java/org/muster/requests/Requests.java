package org.muster.requests;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisations;
import org.muster.audit.Aggregates;
import org.muster.forms.LongList;
import org.muster.forms.SearchText;
import org.muster.forms.Spot;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Staffing requests. A client's queries are bound to the client's organisation here. */
public interface Requests extends Repository<StaffingRequest, Long>, Aggregates<StaffingRequest> {

	void delete(StaffingRequest request);

	Optional<StaffingRequest> findById(long id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from StaffingRequest r where r.id = :id")
	Optional<StaffingRequest> lockById(long id);

	boolean existsByReference(String reference);

	long count();

	Optional<StaffingRequest> findByOrganisationIdAndCreationKey(long organisationId, String creationKey);

	/**
	 * A draft is seen by its own organisation, and by whoever entered it on its behalf.
	 */
	@Query("""
			select r from StaffingRequest r where r.reference = :reference
			and (r.organisationId = :organisationId or :organisationId is null and (r.status <> org.muster.requests.RequestStatus.DRAFT or r.onBehalf))""")
	Optional<StaffingRequest> findByReference(String reference, @Nullable Long organisationId);

	/** For acting on: two who act at once come one after the other. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select r from StaffingRequest r where r.reference = :reference
			and (r.organisationId = :organisationId or :organisationId is null and (r.status <> org.muster.requests.RequestStatus.DRAFT or r.onBehalf))""")
	Optional<StaffingRequest> lockByReference(String reference, @Nullable Long organisationId);

	/**
	 * The whole of it, to be shown. Within a transaction.
	 * @throws NotFound if it does not exist for this person
	 */
	default StaffingRequest require(String reference, CurrentUser user) {
		return findByReference(reference, user.organisationId()).orElseThrow(NotFound::new).whole();
	}

	/**
	 * The same, locked until the end of the transaction.
	 * @throws NotFound if it does not exist for this person
	 */
	default StaffingRequest requireLocked(String reference, CurrentUser user) {
		return lockByReference(reference, user.organisationId()).orElseThrow(NotFound::new);
	}

	/**
	 * That of an id. Whoever asks has made sure that there is one and that the person may
	 * see it.
	 * @throws java.util.NoSuchElementException if there is none
	 */
	default StaffingRequest require(long id) {
		return findById(id).orElseThrow();
	}

	@Query("select p.request from Position p where p.id = :positionId")
	Optional<StaffingRequest> findByPosition(long positionId);

	/**
	 * The whole request that a position belongs to. Whoever asks has made sure that the
	 * person may see it.
	 * @throws NotFound if there is no such position
	 */
	default StaffingRequest ofPosition(long positionId) {
		return findByPosition(positionId).orElseThrow(NotFound::new).whole();
	}

	/** The requests that a person may see. */
	default Page<RequestRow> search(@Nullable Long organisationId, Collection<RequestStatus> statuses, String text,
			Pageable page) {
		return search(organisationId, ManagedBy.ANYBODY, statuses, text, page);
	}

	/** The same, of some account manager's clients. */
	default Page<RequestRow> search(@Nullable Long organisationId, ManagedBy managed,
			Collection<RequestStatus> statuses, String text, Pageable page) {
		SearchText.Sought sought = SearchText.sought(text);
		boolean every = isEvery(statuses);
		if ((sought.typed() || !managed.anybody()) && LongList.isLatestFirst(page)) {
			List<Spot> found = spots(organisationId, managed, every, statuses, sought, LongList.SOON);
			if (found.size() < LongList.SOON.max()) {
				return LongList.found(page, found, this::rows);
			}
		}
		return LongList.page(page, (asked) -> find(organisationId, managed, every, statuses, sought, asked),
				() -> (sought.typed() || !managed.anybody()) ? count(organisationId, managed, every, statuses, sought)
						: count(organisationId, every, statuses));
	}

	private static boolean isEvery(Collection<RequestStatus> statuses) {
		return statuses.containsAll(EnumSet.allOf(RequestStatus.class));
	}

	String VISIBLE = """
			(r.organisationId = :organisationId or :organisationId is null and (r.status <> org.muster.requests.RequestStatus.DRAFT or r.onBehalf))
			and (:every = true or r.status in :statuses)
			""";

	/** The ids of those with a {@code text} in their titles. */
	String TITLED = """
			(select titled.id from StaffingRequest titled where titled.searchTitle like :#{#text.plain()} escape '!'
				or :#{#text.twofold()} = true and titled.searchTitle like :#{#text.spelt()} escape '!')
			""";

	/**
	 * Whether a request has a {@code text} in its reference, its title or its client's
	 * name.
	 */
	String SOUGHT = """
			(:#{#text.referring()} = true and lower(r.reference) like :#{#text.exact()} escape '!'
				or r.searchTitle like :#{#text.plain()} escape '!'
				or :#{#text.twofold()} = true and r.searchTitle like :#{#text.spelt()} escape '!' or r.organisationId in
			""" + Organisations.NAMED + ")";

	String LISTED = VISIBLE + "and (:#{#managed.anybody()} = true or r.organisationId in " + ManagedBy.CLIENTS + """
			) and (:#{#text.typed()} = false or
			""" + SOUGHT + ")";

	String ROW = """
			select new org.muster.requests.RequestRow(r.id, r.reference, r.title, r.status, o.name, r.earliestStart,
				(select coalesce(sum(p.headCount), 0) from Position p where p.request = r), r.statusByName, r.statusAt,
				r.approvalAskedBy, r.version)
			from StaffingRequest r join Organisation o on o.id = r.organisationId where\s""";

	@Query("select new org.muster.forms.Spot(r.id, r.statusAt) from StaffingRequest r where " + LISTED)
	List<Spot> spots(@Nullable Long organisationId, ManagedBy managed, boolean every,
			Collection<RequestStatus> statuses, SearchText.Sought text, Limit most);

	@Query(ROW + "r.id in :ids")
	List<RequestRow> rows(Collection<Long> ids, Sort sort);

	@Query(ROW + LISTED)
	List<RequestRow> find(@Nullable Long organisationId, ManagedBy managed, boolean every,
			Collection<RequestStatus> statuses, SearchText.Sought text, Pageable page);

	@Query("select count(r) from StaffingRequest r where " + LISTED)
	long count(@Nullable Long organisationId, ManagedBy managed, boolean every, Collection<RequestStatus> statuses,
			SearchText.Sought text);

	/** Without what only a search for text needs. */
	@Query("select count(r) from StaffingRequest r where " + VISIBLE)
	long count(@Nullable Long organisationId, boolean every, Collection<RequestStatus> statuses);

	/** The same, those made before one; the latest first. */
	default List<RequestRow> before(@Nullable RequestRow last, @Nullable Long organisationId, ManagedBy managed,
			Collection<RequestStatus> statuses, String text, Limit most) {
		return findBefore((last != null) ? last.id() : Long.MAX_VALUE, organisationId, managed, isEvery(statuses),
				statuses, SearchText.sought(text), most);
	}

	@Query(ROW + LISTED + " and r.id < :id order by r.id desc")
	List<RequestRow> findBefore(long id, @Nullable Long organisationId, ManagedBy managed, boolean every,
			Collection<RequestStatus> statuses, SearchText.Sought text, Limit most);

}
