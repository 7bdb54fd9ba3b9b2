package org.muster.profiles;

import java.util.List;

import org.springframework.data.repository.Repository;

interface Notes extends Repository<Note, Long> {

	Note save(Note note);

	List<Note> findByConsultantIdOrderByIdDesc(long consultantId);

	long deleteByConsultantIdAndId(long consultantId, long id);

	void deleteByConsultantId(long consultantId);

}
