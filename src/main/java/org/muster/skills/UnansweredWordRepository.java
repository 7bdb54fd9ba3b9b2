package org.muster.skills;

import java.util.Collection;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UnansweredWordRepository extends Repository<UnansweredWord, Long> {

	Optional<UnansweredWord> findById(long id);

	@Query("select w from UnansweredWord w where w.dismissed = false and (:onlyNames = false or w.likeName = true)")
	Page<UnansweredWord> open(boolean onlyNames, Pageable page);

	@Modifying
	@Query("delete from UnansweredWord w where w.word in :words")
	void deleteByWordIn(Collection<String> words);

}
