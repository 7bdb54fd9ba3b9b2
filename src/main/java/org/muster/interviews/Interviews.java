package org.muster.interviews;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.NotFound;
import org.muster.audit.Viewer;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** Interviews, as far as they exist for whoever looks. */
@NoRepositoryBean
public interface Interviews extends Repository<Interview, Long> {

	Optional<Interview> findByReference(String reference, Viewer viewer);

	/** For acting on: two who act at once come one after the other. */
	Optional<Interview> lockByReference(String reference, Viewer viewer);

	/**
	 * @throws NotFound if it does not exist for this person
	 */
	default Interview require(String reference, CurrentUser user) {
		return findByReference(reference, user.viewer()).orElseThrow(NotFound::new).whole();
	}

	/**
	 * The same, locked until the end of the transaction.
	 * @throws NotFound if it does not exist for this person
	 */
	default Interview requireLocked(String reference, CurrentUser user) {
		return lockByReference(reference, user.viewer()).orElseThrow(NotFound::new);
	}

	/** Those of a request, the latest first. */
	List<InterviewRow> rowsOf(long requestId, Viewer viewer);

	/** Those that a client will have, or has had without saying what came of them. */
	List<InterviewRow> ahead(Viewer.Client viewer, Instant since, Limit most);

	/**
	 * Those that a viewer may see, by the names of people, requests and organisations.
	 */
	Page<InterviewRow> search(Viewer viewer, ManagedBy managed, Collection<InterviewStatus> statuses, String text,
			Pageable page);

}
