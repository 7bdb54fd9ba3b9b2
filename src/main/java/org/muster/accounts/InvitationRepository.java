package org.muster.accounts;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvitationRepository extends Repository<Invitation, Long> {

	Invitation save(Invitation invitation);

	@Query("select i from Invitation i left join fetch i.organisation where i.tokenHash = :hash")
	Optional<Invitation> findByTokenHash(String hash);

	/** For acting on: two people with one link come one after the other. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select i from Invitation i where i.tokenHash = :hash")
	Optional<Invitation> lockByTokenHash(String hash);

	@Modifying
	@Query("update Invitation i set i.revokedAt = :now where i.email is null and i.acceptedAt is null and i.revokedAt is null")
	void revokeThoseForAnybody(Instant now);

}
