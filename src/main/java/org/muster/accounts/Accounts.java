package org.muster.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.muster.forms.SearchText;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** People who sign in. */
public interface Accounts extends Repository<Account, Long> {

	Account save(Account account);

	Optional<Account> findById(long id);

	@Query("select a from Account a left join fetch a.organisation where a.email = :email")
	Optional<Account> findByEmail(String email);

	@Query("select a from Account a where a.id in :ids")
	List<Account> findAllById(Collection<Long> ids);

	boolean existsByEmail(String email);

	boolean existsByRole(Role role);

	@Query("select a from Account a where a.organisation.id = :organisationId order by a.fullName")
	List<Account> membersOf(long organisationId);

	@Query("select a from Account a where a.organisation is null order by a.fullName")
	List<Account> staff();

	/** Those whose name or e-mail address has a text in it. */
	@Query("""
			select a.id from Account a where lower(a.fullName) like :#{#text.exact()} escape '!'
			or lower(a.email) like :#{#text.exact()} escape '!'""")
	List<Long> named(SearchText.Sought text);

	/** The names of those who may answer an organisation's proposals. */
	@Query("select a.fullName from Account a where a.organisation.id = :organisationId and a.role = org.muster.accounts.Role.APPROVER order by a.fullName")
	List<String> approversOf(long organisationId);

}
