package org.muster.audit;

import jakarta.persistence.EntityManager;

/** Spring Data finds it by its name. */
class AggregatesImpl<T extends AggregateRoot> implements Aggregates<T> {

	private final EntityManager entities;

	AggregatesImpl(EntityManager entities) {
		this.entities = entities;
	}

	@Override
	public T save(T aggregate) {
		Object id = this.entities.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(aggregate);
		if (id != null && !this.entities.contains(aggregate)) {
			return this.entities.merge(aggregate);
		}
		this.entities.persist(aggregate);
		return aggregate;
	}

}
