package org.muster.profiles;

import java.util.List;

import org.springframework.data.repository.Repository;

interface Certifications extends Repository<Certification, Long> {

	Certification save(Certification certification);

	List<Certification> findByConsultantIdOrderByObtainedOnDescId(long consultantId);

	long deleteByConsultantIdAndId(long consultantId, long id);

	void deleteByConsultantId(long consultantId);

}
