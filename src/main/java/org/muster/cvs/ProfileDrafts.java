package org.muster.cvs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.muster.accounts.NotFound;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Drafts of profiles. */
interface ProfileDrafts extends Repository<ProfileDraft, Long> {

	ProfileDraft save(ProfileDraft draft);

	Optional<ProfileDraft> findById(long id);

	Optional<ProfileDraft> findByReference(String reference);

	/** One after the other where two act at once. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<ProfileDraft> findLockedByReference(String reference);

	boolean existsByReference(String reference);

	@Query("select d from ProfileDraft d where d.status <> org.muster.cvs.ProfileDraft.Status.DISCARDED")
	Page<ProfileDraft> kept(Pageable page);

	/** Which somebody could still confirm or discard. */
	@Query("""
			select d from ProfileDraft d where d.createdAt < :before and d.status not in
			(org.muster.cvs.ProfileDraft.Status.CONFIRMED, org.muster.cvs.ProfileDraft.Status.DISCARDED)""")
	List<ProfileDraft> undecided(Instant before);

	default ProfileDraft require(String reference) {
		return findByReference(reference).orElseThrow(NotFound::new);
	}

}
