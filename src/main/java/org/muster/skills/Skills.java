package org.muster.skills;

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

	@Query("""
			select distinct s from Skill s left join s.synonyms synonym
			where (:kind is null or s.kind = :kind) and (:text = '' or lower(s.name) like concat('%', :text, '%')
				or lower(synonym) like concat('%', :text, '%'))""")
	Page<Skill> search(String text, @Nullable SkillKind kind, Pageable page);

	@Query("select s from Skill s left join fetch s.synonyms")
	List<Skill> findAllWithSynonyms();

	@Query("select s from Skill s left join fetch s.implied")
	List<Skill> findAllWithImplied();

}
