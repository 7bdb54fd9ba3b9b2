package org.muster.tableimport;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface ImportProblems extends Repository<ImportProblem, Long> {

	ImportProblem save(ImportProblem problem);

	Page<ImportProblem> findByImportId(long importId, Pageable page);

	long countByImportId(long importId);

}
