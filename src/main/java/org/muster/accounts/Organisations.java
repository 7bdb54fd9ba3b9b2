package org.muster.accounts;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.forms.SearchText;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Client companies. */
public interface Organisations extends Repository<Organisation, Long> {

	/** The ids of those with a {@code text} in their names. */
	String NAMED = """
			(select named.id from Organisation named where named.searchName like :#{#text.plain()} escape '!'
				or :#{#text.twofold()} = true and named.searchName like :#{#text.spelt()} escape '!')
			""";

	Organisation save(Organisation organisation);

	Optional<Organisation> findById(long id);

	@Query("select o from Organisation o left join fetch o.accountManager where o.reference = :reference")
	Optional<Organisation> findByReference(String reference);

	/** By name, for choosing one. */
	@Query("select o from Organisation o order by o.name")
	List<Organisation> all();

	boolean existsByReference(String reference);

	boolean existsByNameIgnoreCase(String name);

	/** By parts of their names. */
	default Page<OrganisationRow> search(String name, @Nullable Boolean archived, Pageable page) {
		return find(SearchText.sought(name), archived, page);
	}

	@Query("""
			select new org.muster.accounts.OrganisationRow(o.reference, o.name, o.country, o.region, o.timeZone, o.currency,
				o.vatNumber, m.fullName, (select count(a) from Account a where a.organisation = o), o.archivedAt is not null)
			from Organisation o left join o.accountManager m
			where (:#{#name.typed()} = false or o.searchName like :#{#name.plain()} escape '!'
				or o.searchName like :#{#name.spelt()} escape '!')
			and (:archived is null or :archived = (case when o.archivedAt is null then false else true end))""")
	Page<OrganisationRow> find(SearchText.Sought name, @Nullable Boolean archived, Pageable page);

	boolean existsByNameIgnoreCaseAndIdNot(String name, long id);

}
