package org.muster.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AuditEntries extends Repository<AuditEntry, Long> {

	String LINE = "select new org.muster.audit.HistoryLine(e.id, e.happenedAt, e.actorName, e.act, e.subject, e.detail, e.address, case when e.redactedAt is null or e.detail is not null then false else true end)"
			+ " from AuditEntry e where ";

	/** What a reader sees of some subjects. */
	String VISIBLE = LINE
			+ "e.subject in :subjects and (e.act in :acts and :only = true or e.act not in :acts and :only = false)";

	AuditEntry save(AuditEntry entry);

	@Query("select new org.muster.audit.AuditTrail$Proof(e.id, e.act, e.subject, e.proof) from AuditEntry e"
			+ " where e.proof is not null and e.id > :after order by e.id")
	List<AuditTrail.Proof> proofs(long after, Limit most);

	/** The latest first. */
	@Query("select e from AuditEntry e where e.subject = :subject and e.act in :acts"
			+ " order by e.happenedAt desc, e.id desc")
	List<AuditEntry> on(String subject, Collection<String> acts);

	@Modifying
	@NativeQuery("insert into audit_person (entry_id, consultant_id) values (:entry, :person)")
	void name(long entry, long person);

	/** On a person, and those that name the person. */
	@NativeQuery("""
			select * from audit_entry where detail is not null and (subject = :reference
				or id in (select p.entry_id from audit_person p where p.consultant_id = :person))""")
	List<AuditEntry> about(long person, String reference);

	Optional<AuditEntry> findById(long id);

	/** Those between two ids; the newest first. */
	@Query(LINE + """
			e.id < :below and e.id > :above
			and (:#{#query.viewer().anyOrganisation()} = true or e.organisationId = :#{#query.viewer().organisation()})
			and (:#{#query.subject()} = '' or e.subject in :#{#query.subjects()})
			and (:#{#query.act()} = '' or e.act = :#{#query.act()})
			and (:#{#query.isOfSome()} = false or e.actorId in :#{#query.accounts()}
				or :#{#query.byMuster()} = true and e.actorId is null)
			and (:#{#query.from()} is null or e.happenedAt >= :#{#query.first()})
			and (:#{#query.until()} is null or e.happenedAt < :#{#query.end()})
			order by e.id desc""")
	List<HistoryLine> between(long above, long below, TrailQuery query, Limit most);

	@Query("select e.id from AuditEntry e where e.happenedAt < :at order by e.happenedAt desc")
	List<Long> lastBefore(Instant at, Limit most);

	@Query("select e.id from AuditEntry e where e.happenedAt >= :at order by e.happenedAt")
	List<Long> firstFrom(Instant at, Limit most);

	@Query("select distinct e.act from AuditEntry e")
	List<String> acts();

	@Query(LINE + "e.subject in :subjects")
	List<HistoryLine> latestOf(Collection<String> subjects, Pageable page);

	@Query(LINE + "(e.subject in :references or e.detail in :references) and e.act in :acts"
			+ " and (:#{#viewer.anyOrganisation()} = true or e.organisationId = :#{#viewer.organisation()})")
	List<HistoryLine> endOf(Collection<String> references, Collection<String> acts, Viewer viewer, Pageable page);

	@Query(VISIBLE)
	Page<HistoryLine> ofSubjects(Collection<String> subjects, boolean only, Collection<String> acts, Pageable page);

	/** Without counting all of them. */
	@Query(VISIBLE)
	List<HistoryLine> latestOfSubjects(Collection<String> subjects, boolean only, Collection<String> acts,
			Pageable page);

}
