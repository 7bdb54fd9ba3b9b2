package org.muster.skills;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Skills extends Repository<Skill, Long> {

	Skill save(Skill skill);

	void delete(Skill skill);

	void flush();

	Optional<Skill> findById(long id);

	@Query("select s from Skill s where (:kind is null or s.kind = :kind) and s.id in :ids")
	Page<Skill> some(Collection<Long> ids, @Nullable SkillKind kind, Pageable page);

	@Query("select s from Skill s left join fetch s.synonyms")
	List<Skill> findAllWithSynonyms();

	@Query("select s from Skill s left join fetch s.implied")
	List<Skill> findAllWithImplied();

}
