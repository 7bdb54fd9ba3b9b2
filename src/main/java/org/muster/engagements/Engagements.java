package org.muster.engagements;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who works for whom. */
public interface Engagements extends Repository<Engagement, Long> {

	Engagement save(Engagement engagement);

	boolean existsByReference(String reference);

	Optional<Engagement> findByReferenceAndOrganisationId(String reference, long organisationId);

	boolean existsByProposalReferenceAndLineNumber(String proposalReference, int lineNumber);

	/** The references of the engagements that some proposals led to. */
	@Query("select e.reference from Engagement e where e.proposalReference in :proposals order by e.id")
	List<String> referencesOf(Collection<String> proposals);

	/** An organisation's engagements, the latest start first. */
	@Query("""
			select new org.muster.engagements.EngagementRow(e.reference, e.proposalReference, c.reference, e.consultantName,
				e.role, e.allocation, e.startsOn, e.endsOn, e.firstWorkday, e.billRate, e.currency, e.days,
				(select count(r) from Review r where r.engagement = e.reference))
			from Engagement e join Consultant c on c.id = e.consultantId
			where e.organisationId = :organisationId order by e.startsOn desc, e.id desc""")
	List<EngagementRow> of(long organisationId, Limit limit);

}
