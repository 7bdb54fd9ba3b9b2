package org.muster.requests;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.NotFound;
import org.muster.audit.Aggregates;
import org.muster.audit.Viewer;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/**
 * Staffing requests, as far as they exist for whoever looks. A draft exists for its own
 * organisation, and for the consultancy where one of its people entered it.
 */
@NoRepositoryBean
public interface Requests extends Repository<StaffingRequest, Long>, Aggregates<StaffingRequest> {

	/** The ids of those with a {@code text} in their titles. */
	String TITLED = """
			(select titled.id from StaffingRequest titled where titled.searchTitle like :#{#text.plain()} escape '!'
				or :#{#text.twofold()} = true and titled.searchTitle like :#{#text.spelt()} escape '!')
			""";

	long count();

	Optional<StaffingRequest> findByReference(String reference, Viewer viewer);

	/** For acting on: two who act at once come one after the other. */
	Optional<StaffingRequest> lockByReference(String reference, Viewer viewer);

	/**
	 * The whole of it, to be shown. Within a transaction.
	 * @throws NotFound if it does not exist for this person
	 */
	default StaffingRequest require(String reference, CurrentUser user) {
		return findByReference(reference, user.viewer()).orElseThrow(NotFound::new).whole();
	}

	/**
	 * The same, locked until the end of the transaction.
	 * @throws NotFound if it does not exist for this person
	 */
	default StaffingRequest requireLocked(String reference, CurrentUser user) {
		return lockByReference(reference, user.viewer()).orElseThrow(NotFound::new);
	}

	/**
	 * That which something else belongs to, such as a proposal; also if it is a draft
	 * again.
	 * @throws NotFound if it does not exist for this viewer
	 */
	StaffingRequest require(long id, Viewer viewer);

	/**
	 * The same, locked until the end of the transaction.
	 * @throws NotFound if it does not exist for this viewer
	 */
	StaffingRequest requireLocked(long id, Viewer viewer);

	/**
	 * The whole request that a position belongs to.
	 * @throws NotFound if it does not exist for this viewer
	 */
	StaffingRequest ofPosition(long positionId, Viewer viewer);

	/** Those that a viewer may see. */
	default Page<RequestRow> search(Viewer viewer, Collection<RequestStatus> statuses, String text, Pageable page) {
		return search(viewer, ManagedBy.ANYBODY, statuses, text, page);
	}

	/** The same, of some account manager's clients. */
	Page<RequestRow> search(Viewer viewer, ManagedBy managed, Collection<RequestStatus> statuses, String text,
			Pageable page);

	/** The same, those made before one; the latest first. */
	List<RequestRow> before(@Nullable RequestRow last, Viewer viewer, ManagedBy managed,
			Collection<RequestStatus> statuses, String text, Limit most);

}
