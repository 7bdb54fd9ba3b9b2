package org.muster.requests;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Templates that account managers made. */
interface OwnTemplates extends Repository<OwnTemplate, Long> {

	OwnTemplate save(OwnTemplate template);

	boolean existsByReference(String reference);

	Optional<OwnTemplate> findByReference(String reference);

	/** Those that an organisation is offered, everybody's and its own. */
	@Query("""
			select t from OwnTemplate t where t.retiredAt is null
			and (t.organisationId is null or t.organisationId = :organisationId) order by t.name, t.id""")
	List<OwnTemplate> offeredTo(long organisationId);

	/** All that are offered, by name. */
	@Query("select t from OwnTemplate t where t.retiredAt is null order by t.name, t.id")
	List<OwnTemplate> offered();

}
