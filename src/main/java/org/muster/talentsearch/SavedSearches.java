package org.muster.talentsearch;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

interface SavedSearches extends Repository<SavedSearch, Long> {

	SavedSearch save(SavedSearch search);

	List<SavedSearch> findByAccountIdOrderByName(long accountId);

	Optional<SavedSearch> findByAccountIdAndName(long accountId, String name);

	long countByAccountId(long accountId);

	void deleteByAccountIdAndId(long accountId, long id);

}
