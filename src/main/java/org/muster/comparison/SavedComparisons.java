package org.muster.comparison;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** What clients assume otherwise. */
interface SavedComparisons extends Repository<SavedComparison, Long> {

	SavedComparison save(SavedComparison comparison);

	Optional<SavedComparison> findById(long requestId);

	void deleteById(long requestId);

}
