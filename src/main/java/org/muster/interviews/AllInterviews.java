package org.muster.interviews;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.LockModeType;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.Organisations;
import org.muster.audit.Viewer;
import org.muster.consultants.Consultants;
import org.muster.forms.SearchText;
import org.muster.requests.Requests;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/**
 * All interviews, for this module alone: what takes no viewer here, asks nobody whose it
 * is.
 */
interface AllInterviews extends Interviews {

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

	@Override
	@Query("""
			select i from Interview i where i.reference = :reference
			and (i.organisationId = :#{#viewer.organisation()} or :#{#viewer.anyOrganisation()} = true)""")
	Optional<Interview> findByReference(String reference, Viewer viewer);

	@Override
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select i from Interview i where i.reference = :reference
			and (i.organisationId = :#{#viewer.organisation()} or :#{#viewer.anyOrganisation()} = true)""")
	Optional<Interview> lockByReference(String reference, Viewer viewer);

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

	@Override
	@Query(ROW
			+ """
					where r.id = :requestId and (i.organisationId = :#{#viewer.organisation()} or :#{#viewer.anyOrganisation()} = true)
					order by i.id desc""")
	List<InterviewRow> rowsOf(long requestId, Viewer viewer);

	/** Those of a client's at some times, but for one. */
	@Query(ROW + """
			where i.organisationId = :organisationId and i.status = org.muster.interviews.InterviewStatus.CONFIRMED
			and i.startsAt in :starts and i.reference <> :reference order by i.startsAt, i.id""")
	List<InterviewRow> atOnce(long organisationId, Collection<Instant> starts, String reference);

	@Override
	@Query(ROW
			+ """
					where i.organisationId = :#{#viewer.organisation()} and i.status = org.muster.interviews.InterviewStatus.CONFIRMED
					and i.recommendation is null and i.startsAt > :since order by i.startsAt, i.id""")
	List<InterviewRow> ahead(Viewer.Client viewer, Instant since, Limit most);

	@Override
	default Page<InterviewRow> search(Viewer viewer, ManagedBy managed, Collection<InterviewStatus> statuses,
			String text, Pageable page) {
		return find(viewer, managed, statuses, SearchText.sought(text), page);
	}

	@Query(ROW
			+ """
					where (i.organisationId = :#{#viewer.organisation()} or :#{#viewer.anyOrganisation()} = true) and i.status in :statuses and
					"""
			+ ManagedBy.CONDITION + """
					and (:#{#text.typed()} = false
						or :#{#text.referring()} = true and (lower(i.reference) like :#{#text.exact()} escape '!'
							or lower(r.reference) like :#{#text.exact()} escape '!')
						or i.consultantId in
					""" + Consultants.NAMED + "or r.id in " + Requests.TITLED + "or i.organisationId in "
			+ Organisations.NAMED + ")")
	Page<InterviewRow> find(Viewer viewer, ManagedBy managed, Collection<InterviewStatus> statuses,
			SearchText.Sought text, Pageable page);

}
