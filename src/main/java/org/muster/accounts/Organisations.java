package org.muster.accounts;

import java.util.List;
import java.util.Optional;

import org.muster.forms.SearchText;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Client companies. */
public interface Organisations extends Repository<Organisation, Long> {

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
	default Page<OrganisationRow> search(String name, Pageable page) {
		return find(SearchText.sought(name), page);
	}

	@Query("""
			select new org.muster.accounts.OrganisationRow(o.reference, o.name, o.country, o.currency, m.fullName,
				(select count(a) from Account a where a.organisation = o))
			from Organisation o left join o.accountManager m
			where :#{#name.typed()} = false or o.searchName like :#{#name.plain()} escape '!'
				or o.searchName like :#{#name.spelt()} escape '!'""")
	Page<OrganisationRow> find(SearchText.Sought name, Pageable page);

}
