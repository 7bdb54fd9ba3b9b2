package org.muster.requests;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisations;
import org.muster.audit.Aggregates;
import org.muster.audit.Viewer;
import org.muster.forms.LongList;
import org.muster.forms.SearchText;
import org.muster.forms.Spot;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/**
 * All requests, for this module alone: what takes no viewer here, asks nobody whose it
 * is.
 */
interface AllRequests extends Requests, Aggregates<StaffingRequest> {

	/**
	 * What there is for a viewer. What does not matter to it falls away before the
	 * database plans.
	 */
	String SEEN = """
			(:#{#viewer.anyOrganisation()} = false and r.organisationId = :#{#viewer.organisation()}
				or :#{#viewer.anyOrganisation()} = true
					and (r.status <> org.muster.requests.RequestStatus.DRAFT or r.onBehalf))""";

	void delete(StaffingRequest request);

	Optional<StaffingRequest> findById(long id);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from StaffingRequest r where r.id = :id")
	Optional<StaffingRequest> lockById(long id);

	boolean existsByReference(String reference);

	Optional<StaffingRequest> findByOrganisationIdAndCreationKey(long organisationId, String creationKey);

	@Override
	@Query("select r from StaffingRequest r where r.reference = :reference and " + SEEN)
	Optional<StaffingRequest> findByReference(String reference, Viewer viewer);

	@Override
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from StaffingRequest r where r.reference = :reference and " + SEEN)
	Optional<StaffingRequest> lockByReference(String reference, Viewer viewer);

	@Override
	default StaffingRequest require(long id, Viewer viewer) {
		return findById(id).filter((request) -> viewer.maySee(request.organisationId())).orElseThrow(NotFound::new);
	}

	@Override
	default StaffingRequest requireLocked(long id, Viewer viewer) {
		return lockById(id).filter((request) -> viewer.maySee(request.organisationId())).orElseThrow(NotFound::new);
	}

	@Query("select p.request from Position p where p.id = :positionId")
	Optional<StaffingRequest> findByPosition(long positionId);

	@Override
	default StaffingRequest ofPosition(long positionId, Viewer viewer) {
		return findByPosition(positionId).filter((request) -> viewer.maySee(request.organisationId()))
			.orElseThrow(NotFound::new)
			.whole();
	}

	@Override
	default Page<RequestRow> search(Viewer viewer, ManagedBy managed, Collection<RequestStatus> statuses, String text,
			Pageable page) {
		SearchText.Sought sought = SearchText.sought(text);
		boolean every = isEvery(statuses);
		if ((sought.typed() || !managed.anybody()) && LongList.isLatestFirst(page)) {
			List<Spot> found = spots(viewer, managed, every, statuses, sought, LongList.SOON);
			if (found.size() < LongList.SOON.max()) {
				return LongList.found(page, found, this::rows);
			}
		}
		return LongList.page(page, (asked) -> find(viewer, managed, every, statuses, sought, asked),
				() -> (sought.typed() || !managed.anybody()) ? count(viewer, managed, every, statuses, sought)
						: count(viewer, every, statuses));
	}

	private static boolean isEvery(Collection<RequestStatus> statuses) {
		return statuses.containsAll(EnumSet.allOf(RequestStatus.class));
	}

	String VISIBLE = SEEN + " and (:every = true or r.status in :statuses) ";

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
	List<Spot> spots(Viewer viewer, ManagedBy managed, boolean every, Collection<RequestStatus> statuses,
			SearchText.Sought text, Limit most);

	@Query(ROW + "r.id in :ids")
	List<RequestRow> rows(Collection<Long> ids, Sort sort);

	@Query(ROW + LISTED)
	List<RequestRow> find(Viewer viewer, ManagedBy managed, boolean every, Collection<RequestStatus> statuses,
			SearchText.Sought text, Pageable page);

	@Query("select count(r) from StaffingRequest r where " + LISTED)
	long count(Viewer viewer, ManagedBy managed, boolean every, Collection<RequestStatus> statuses,
			SearchText.Sought text);

	/** Without what only a search for text needs. */
	@Query("select count(r) from StaffingRequest r where " + VISIBLE)
	long count(Viewer viewer, boolean every, Collection<RequestStatus> statuses);

	@Override
	default List<RequestRow> before(@Nullable RequestRow last, Viewer viewer, ManagedBy managed,
			Collection<RequestStatus> statuses, String text, Limit most) {
		return findBefore((last != null) ? last.id() : Long.MAX_VALUE, viewer, managed, isEvery(statuses), statuses,
				SearchText.sought(text), most);
	}

	@Query(ROW + LISTED + " and r.id < :id order by r.id desc")
	List<RequestRow> findBefore(long id, Viewer viewer, ManagedBy managed, boolean every,
			Collection<RequestStatus> statuses, SearchText.Sought text, Limit most);

}
