package org.muster.interviews;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisations;
import org.muster.consultants.Consultants;
import org.muster.forms.SearchText;
import org.muster.requests.Requests;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Interviews. A client's queries are bound to the client's organisation here. */
public interface Interviews extends Repository<Interview, Long> {

	/** The columns of a row, and the joins that they need. */
	String ROW = """
			select new org.muster.interviews.InterviewRow(i.reference, i.positionId, i.consultantId, c.name, r.reference,
				r.title, o.name, i.status, i.startsAt, i.clientZone, i.statusAt, i.recommendation,
				(select min(w) from Interview x join x.windows w where x = i))
			from Interview i join Position p on p.id = i.positionId join p.request r
			join Consultant c on c.id = i.consultantId join Organisation o on o.id = i.organisationId
			""";

	Interview save(Interview interview);

	boolean existsByReference(String reference);

	@Query("""
			select i from Interview i where i.reference = :reference
			and (i.organisationId = :organisationId or :organisationId is null)""")
	Optional<Interview> findByReference(String reference, @Nullable Long organisationId);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select i from Interview i where i.reference = :reference
			and (i.organisationId = :organisationId or :organisationId is null)""")
	Optional<Interview> lockByReference(String reference, @Nullable Long organisationId);

	/**
	 * @throws NotFound if it does not exist for this person
	 */
	default Interview require(String reference, CurrentUser user) {
		return findByReference(reference, user.organisationId()).orElseThrow(NotFound::new).whole();
	}

	/**
	 * The same, locked until the end of the transaction.
	 * @throws NotFound if it does not exist for this person
	 */
	default Interview requireLocked(String reference, CurrentUser user) {
		return lockByReference(reference, user.organisationId()).orElseThrow(NotFound::new);
	}

	/** Those of a person for a position, the latest first. */
	List<Interview> findByPositionIdAndConsultantIdOrderByIdDesc(long positionId, long consultantId);

	List<Interview> findByConsultantId(long consultantId);

	/** Those for a position, with their scores, the latest first. */
	@Query("select distinct i from Interview i left join fetch i.scores where i.positionId = :positionId order by i.id desc")
	List<Interview> ofPosition(long positionId);

	@Query("select i from Interview i join Position p on p.id = i.positionId where p.request.id = :requestId")
	List<Interview> ofRequest(long requestId);

	/** When a person is met by anybody, from now on. */
	@Query("""
			select i.startsAt from Interview i where i.consultantId = :consultantId
			and i.status = org.muster.interviews.InterviewStatus.CONFIRMED and i.startsAt >= :now""")
	Set<Instant> taken(long consultantId, Instant now);

	/**
	 * Those at a time that are settled, as they are by now: what the transaction has seen
	 * of them before does not count, as it would without the lock.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select i from Interview i where i.consultantId = :consultantId
			and i.status = org.muster.interviews.InterviewStatus.CONFIRMED and i.startsAt = :start""")
	List<Interview> lockConfirmed(long consultantId, Instant start);

	/** Those of a request, the latest first. */
	@Query(ROW + "where r.id = :requestId order by i.id desc")
	List<InterviewRow> rowsOf(long requestId);

	/** Those of a client's at some times, but for one. */
	@Query(ROW + """
			where i.organisationId = :organisationId and i.status = org.muster.interviews.InterviewStatus.CONFIRMED
			and i.startsAt in :starts and i.reference <> :reference order by i.startsAt, i.id""")
	List<InterviewRow> atOnce(long organisationId, Collection<Instant> starts, String reference);

	/** Those that a client will have, or has had without saying what came of them. */
	@Query(ROW + """
			where i.organisationId = :organisationId and i.status = org.muster.interviews.InterviewStatus.CONFIRMED
			and i.recommendation is null and i.startsAt > :since order by i.startsAt, i.id""")
	List<InterviewRow> ahead(long organisationId, Instant since, Limit most);

	/**
	 * Those that a person may see, by the names of people, requests and organisations.
	 */
	default Page<InterviewRow> search(@Nullable Long organisationId, ManagedBy managed,
			Collection<InterviewStatus> statuses, String text, Pageable page) {
		return find(organisationId, managed, statuses, SearchText.sought(text), page);
	}

	@Query(ROW + """
			where (i.organisationId = :organisationId or :organisationId is null) and i.status in :statuses and
			""" + ManagedBy.CONDITION + """
			and (:#{#text.typed()} = false
				or :#{#text.referring()} = true and (lower(i.reference) like :#{#text.exact()} escape '!'
					or lower(r.reference) like :#{#text.exact()} escape '!')
				or i.consultantId in
			""" + Consultants.NAMED + "or r.id in " + Requests.TITLED + "or i.organisationId in " + Organisations.NAMED
			+ ")")
	Page<InterviewRow> find(@Nullable Long organisationId, ManagedBy managed, Collection<InterviewStatus> statuses,
			SearchText.Sought text, Pageable page);

}
