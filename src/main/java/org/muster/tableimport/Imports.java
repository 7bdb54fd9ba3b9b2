package org.muster.tableimport;

import java.util.Optional;

import org.muster.accounts.NotFound;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface Imports extends Repository<PoolImport, Long> {

	PoolImport save(PoolImport table);

	Optional<PoolImport> findById(long id);

	Optional<PoolImport> findByReference(String reference);

	boolean existsByReference(String reference);

	Page<PoolImport> findAll(Pageable page);

	default PoolImport require(String reference) {
		return findByReference(reference).orElseThrow(NotFound::new);
	}

}
