package org.muster.matching;

import java.util.Collection;
import java.util.List;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who was kept for which position. */
public interface Shortlists extends Repository<ShortlistEntry, Long> {

	ShortlistEntry save(ShortlistEntry entry);

	boolean existsByPositionIdAndConsultantId(long positionId, long consultantId);

	@Modifying
	@Query("delete from ShortlistEntry e where e.positionId = :positionId and e.consultantId = :consultantId")
	int remove(long positionId, long consultantId);

	/** Those kept for some positions, the best first. */
	@Query("""
			select new org.muster.matching.Shortlisted(e.positionId, c.id, c.reference, c.name, c.headline, e.score, e.weights, e.tried, e.addedByName)
			from ShortlistEntry e join Consultant c on c.id = e.consultantId
			where e.positionId in :positionIds order by e.score desc, c.reference""")
	List<Shortlisted> of(Collection<Long> positionIds);

}
