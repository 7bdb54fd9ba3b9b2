package org.muster.skills;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Skills extends Repository<Skill, Long> {

	Skill save(Skill skill);

	void flush();

	@Query("select s from Skill s left join fetch s.synonyms")
	List<Skill> findAllWithSynonyms();

	@Query("select s from Skill s left join fetch s.implied")
	List<Skill> findAllWithImplied();

}
