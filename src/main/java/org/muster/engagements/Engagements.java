package org.muster.engagements;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.Organisations;
import org.muster.audit.Viewer;
import org.muster.consultants.Consultants;
import org.muster.forms.LongList;
import org.muster.forms.SearchText;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who works for whom, as far as it exists for whoever looks. */
public interface Engagements extends Repository<Engagement, Long> {

	Engagement save(Engagement engagement);

	boolean existsByReference(String reference);

	/** One of a client's. */
	@Query("select e from Engagement e where e.reference = :reference and e.organisationId = :#{#viewer.organisation()}")
	Optional<Engagement> findByReference(String reference, Viewer.Client viewer);

	boolean existsByProposalReferenceAndLineNumber(String proposalReference, int lineNumber);

	/** The references of the engagements that some proposals led to. */
	@Query("""
			select e.reference from Engagement e where e.proposalReference in :proposals
			and (:#{#viewer.anyOrganisation()} = true or e.organisationId = :#{#viewer.organisation()}) order by e.id""")
	List<String> referencesOf(Collection<String> proposals, Viewer viewer);

	String ROW = """
			select new org.muster.engagements.EngagementRow(e.id, e.reference, e.proposalReference, o.name, m.fullName,
				c.reference, e.consultantName, e.role, e.allocation, e.firstWorkday, e.lastWorkday, e.days,
				(select count(r) from Review r where r.engagement = e.reference))
			from Engagement e join Consultant c on c.id = e.consultantId
			join Organisation o on o.id = e.organisationId left join o.accountManager m where\s""";

	/** A client's engagements, the latest start first. */
	@Query(ROW + "e.organisationId = :#{#viewer.organisation()} order by e.firstWorkday desc, e.id desc")
	List<EngagementRow> of(Viewer.Client viewer, Limit limit);

	/** Those that a viewer may see. */
	default Page<EngagementRow> search(Viewer viewer, ManagedBy managed, EngagementDates dates, SearchText.Sought text,
			Pageable page) {
		return LongList.page(page, (asked) -> find(viewer, managed, dates, text, asked),
				() -> (managed.anybody() && !text.typed()) ? count(viewer, dates)
						: count(viewer, managed, dates, text));
	}

	/** The same, those made before one; the latest first. */
	default List<EngagementRow> before(@Nullable EngagementRow last, Viewer viewer, ManagedBy managed,
			EngagementDates dates, SearchText.Sought text, Limit most) {
		return findBefore((last != null) ? last.id() : Long.MAX_VALUE, viewer, managed, dates, text, most);
	}

	String VISIBLE = """
			(:#{#viewer.anyOrganisation()} = true or e.organisationId = :#{#viewer.organisation()})
			and e.firstWorkday between :#{#dates.startsFrom()} and :#{#dates.startsTo()}
			and e.lastWorkday between :#{#dates.endsFrom()} and :#{#dates.endsTo()}
			""";

	String LISTED = VISIBLE + "and " + ManagedBy.CONDITION + """
			and (:#{#text.typed()} = false
				or :#{#text.referring()} = true and (lower(e.reference) like :#{#text.exact()} escape '!'
					or lower(e.proposalReference) like :#{#text.exact()} escape '!')
				or e.consultantId in
			""" + Consultants.NAMED + "or e.organisationId in " + Organisations.NAMED + ")";

	@Query(ROW + LISTED)
	List<EngagementRow> find(Viewer viewer, ManagedBy managed, EngagementDates dates, SearchText.Sought text,
			Pageable page);

	@Query(ROW + LISTED + " and e.id < :id order by e.id desc")
	List<EngagementRow> findBefore(long id, Viewer viewer, ManagedBy managed, EngagementDates dates,
			SearchText.Sought text, Limit most);

	@Query("""
			select count(e) from Engagement e join Organisation o on o.id = e.organisationId where\s""" + LISTED)
	long count(Viewer viewer, ManagedBy managed, EngagementDates dates, SearchText.Sought text);

	/** Without what only a search for names needs. */
	@Query("select count(e) from Engagement e where " + VISIBLE)
	long count(Viewer viewer, EngagementDates dates);

}
