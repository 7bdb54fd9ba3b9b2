package org.muster.consultants;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the index of the pool who has changed, whoever it was that changed them. */
@Component
class PoolChanges {

	private final ObjectProvider<PoolIndex> index;

	PoolChanges(ObjectProvider<PoolIndex> index) {
		this.index = index;
	}

	@PostPersist
	@PostUpdate
	@PostRemove
	void changed(Object entity) {
		long id = (entity instanceof Absence absence) ? absence.consultantId()
				: (entity instanceof Review review) ? review.consultantId()
						: (entity instanceof Rate rate) ? rate.consultantId() : ((Consultant) entity).id();
		this.index.getObject().changed(id);
	}

}
