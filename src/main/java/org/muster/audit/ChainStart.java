package org.muster.audit;

import java.util.List;

import org.muster.audit.AuditChain.End;
import org.muster.evidence.Evidence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before the first page: begins the chain of the audit trail, and seals, once, what was
 * there before seals were. From then on nothing is sealed but what Muster does itself: a
 * seal that is gone is never replaced.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ChainStart implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(ChainStart.class);

	private static final int BATCH = 500;

	private final AuditChain chain;

	private final ChainRows rows;

	private final List<Evidence> kinds;

	private final TransactionTemplate transaction;

	private final boolean readOnly;

	ChainStart(AuditChain chain, ChainRows rows, List<Evidence> kinds, TransactionTemplate transaction,
			@Value("${muster.verify:false}") boolean readOnly) {
		this.chain = chain;
		this.rows = rows;
		this.kinds = kinds;
		this.transaction = transaction;
		this.readOnly = readOnly;
	}

	@Override
	public void run(ApplicationArguments args) {
		if (this.readOnly) {
			return;
		}
		End end = this.chain.begin();
		List<Evidence> open = this.kinds.stream().filter((kind) -> this.chain.isOpen(end, kind.since())).toList();
		if (!open.isEmpty()) {
			open.forEach(this::sealOld);
			this.chain.extend();
			this.chain.complete();
		}
	}

	private void sealOld(Evidence kind) {
		long sealed = 0;
		int now = sealOldBatch(kind);
		while (now > 0) {
			sealed += now;
			now = sealOldBatch(kind);
		}
		if (sealed > 0) {
			log.info("Sealed what was there before seals were: {} of {}", sealed, kind.kind());
		}
	}

	/** Of two nodes that start at once, one seals at a time. */
	private int sealOldBatch(Evidence kind) {
		Integer sealed = this.transaction.execute((status) -> (this.rows.lockedEnd().sealedUpTo() >= kind.since())
				? Integer.valueOf(0) : kind.sealOld(BATCH));
		return (sealed != null) ? sealed : 0;
	}

}
