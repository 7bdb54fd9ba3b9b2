package org.muster.indexing;

import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import org.hibernate.Interceptor;
import org.hibernate.Transaction;
import org.hibernate.cfg.SessionEventSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes who of the pool is changed, whoever it is that changes them: for other nodes in
 * the same transaction, and for this one once it is kept.
 */
@Component
public class PoolChanges implements Interceptor {

	private final ObjectProvider<PoolJournal> journal;

	private final ApplicationEventPublisher events;

	PoolChanges(ObjectProvider<PoolJournal> journal, ApplicationEventPublisher events) {
		this.journal = journal;
		this.events = events;
	}

	@PostPersist
	@PostUpdate
	@PostRemove
	void changed(PoolPart part) {
		changed(part.consultantId());
	}

	/**
	 * The same for what is changed without entities.
	 * @throws IllegalStateException outside of a transaction
	 */
	public void changed(long consultant) {
		Noted noted = noted();
		if (noted == null) {
			noted = new Noted();
			TransactionSynchronizationManager.registerSynchronization(noted);
		}
		noted.ids.add(consultant);
	}

	private static @Nullable Noted noted() {
		return TransactionSynchronizationManager.getSynchronizations()
			.stream()
			.filter(Noted.class::isInstance)
			.map(Noted.class::cast)
			.findFirst()
			.orElse(null);
	}

	/** Once everything is flushed, and before it is committed. */
	@Override
	public void beforeTransactionCompletion(Transaction transaction) {
		Noted noted = TransactionSynchronizationManager.isSynchronizationActive() ? noted() : null;
		if (noted != null) {
			this.journal.getObject().write(noted.ids);
		}
	}

	/** Those of one transaction. */
	private final class Noted implements TransactionSynchronization {

		private final Set<Long> ids = new LinkedHashSet<>();

		@Override
		public void afterCommit() {
			PoolChanges.this.events.publishEvent(new PoolChanged(Set.copyOf(this.ids)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Registration {

		@Bean
		HibernatePropertiesCustomizer poolChangesInterceptor(PoolChanges changes) {
			return (properties) -> properties.put(SessionEventSettings.INTERCEPTOR, changes);
		}

	}

}
