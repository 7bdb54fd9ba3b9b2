package org.muster.profiles;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Projects extends Repository<Project, Long> {

	Project save(Project project);

	@Query("select distinct p from Project p left join fetch p.skills where p.consultantId = :consultantId order by p.startsOn desc, p.id")
	List<Project> ofConsultant(long consultantId);

	@Query("select p from Project p left join fetch p.skills where p.consultantId = :consultantId and p.id = :id")
	Optional<Project> find(long consultantId, long id);

	void delete(Project project);

}
