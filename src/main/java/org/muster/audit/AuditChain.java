package org.muster.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.muster.audit.ChainRows.Row;
import org.muster.evidence.SealKeys;
import org.muster.evidence.SealedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links the entries of the trail one to the other, so that none can be taken out, put in
 * between or put in another order. Entries are linked within a second after they were
 * committed, by whichever node is first: those who write do not wait for each other. The
 * row of the chain's end is locked meanwhile, so that there is one order.
 */
@Component
class AuditChain {

	private static final Logger log = LoggerFactory.getLogger(AuditChain.class);

	/** Of the kinds of seals that there are now. */
	static final int GENERATION = 2;

	/** How many entries are linked at once. */
	private static final int BATCH = 500;

	private final ChainRows rows;

	private final Anchor anchor;

	private final SealKeys keys;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final boolean readOnly;

	private volatile boolean warned;

	/**
	 * @param readOnly whether this portal was started to verify only
	 */
	AuditChain(ChainRows rows, Anchor anchor, SealKeys keys, PlatformTransactionManager transactions, Clock clock,
			@Value("${muster.verify:false}") boolean readOnly) {
		this.rows = rows;
		this.anchor = anchor;
		this.keys = keys;
		this.transaction = new TransactionTemplate(transactions);
		// What others have committed is seen once the lock is there.
		this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
		this.clock = clock;
		this.readOnly = readOnly;
	}

	/**
	 * The end of the chain.
	 *
	 * @param name of the chain, drawn by chance: each database has its own
	 * @param complete whether what was there before seals were is sealed and linked
	 * @param generation of the kinds of seals of which that is so
	 * @param link of the last entry
	 */
	record End(String name, Instant beganAt, boolean complete, int generation, long length, String link, String seal) {

		String text() {
			SealedText text = new SealedText().add("name", this.name)
				.add("began", this.beganAt)
				.add("complete", this.complete)
				.add("length", this.length)
				.add("link", this.link);
			// The first generation had no number.
			return ((this.generation > 1) ? text.add("generation", this.generation) : text).toString();
		}

		/** The generation of which everything old is sealed; 0 for none. */
		int sealedUpTo() {
			return this.complete ? this.generation : 0;
		}

		End sealed(SealKeys keys) {
			return new End(this.name, this.beganAt, this.complete, this.generation, this.length, this.link,
					keys.sign(EntrySeal.CHAIN, text()));
		}

	}

	/**
	 * The end as it is; the first time it is begun. Nothing of an old database can be
	 * sealed by a key that others have lost. Where the folder of seals knows of a chain
	 * and the database has none, somebody may have taken it away: a new one begins, and
	 * what was there before stays without seals.
	 */
	End begin() {
		Optional<End> known = this.rows.end();
		known.ifPresent((end) -> this.keys.requireKeyOf(end.seal()));
		return known.orElseGet(() -> {
			String name = UUID.randomUUID().toString();
			boolean before = this.anchor.isThere();
			if (before) {
				log.warn("The folder of seals knows of an audit trail, and the database has none: what is in the"
						+ " database is not sealed. See README.md, Evidence.");
			}
			Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
			try {
				this.transaction.executeWithoutResult((status) -> this.rows
					.begin(new End(name, now, before, GENERATION, 0, SealKeys.hash(name), "").sealed(this.keys)));
			}
			catch (DuplicateKeyException ex) {
				log.debug("Another node has begun", ex);
			}
			return this.rows.end().orElseThrow();
		});
	}

	/**
	 * Whether what was there before a generation of seals may still be sealed: not once
	 * it was, even if the database says so again, and not where somebody else has written
	 * the end.
	 */
	boolean isOpen(End end, int generation) {
		return end.sealedUpTo() < generation && this.keys.isSigned(EntrySeal.CHAIN, end.text(), end.seal())
				&& this.anchor.read(end).filter((place) -> place.sealedUpTo() >= generation).isEmpty();
	}

	/** Everything from before is sealed and linked by now. */
	void complete() {
		this.transaction.<Optional<End>>execute((status) -> {
			End end = this.rows.lockedEnd();
			End now = new End(end.name(), end.beganAt(), true, GENERATION, end.length(), end.link(), "")
				.sealed(this.keys);
			this.rows.write(now);
			return Optional.of(now);
		}).ifPresent(this.anchor::note);
	}

	/**
	 * On every node: the folder of seals in which each notes the end is its own, and one
	 * that finds nothing to link has only read.
	 */
	@Scheduled(fixedDelayString = "${muster.audit.link-every:1s}")
	void extend() {
		if (this.readOnly || this.rows.end().isEmpty()) {
			return;
		}
		long before = 0;
		boolean more = !this.rows.unlinked(before, 1).isEmpty();
		while (more) {
			long after = before;
			Linked linked = this.transaction.execute((status) -> link(after));
			// Not before the commit, which may fail.
			linked.end().ifPresent(this.anchor::note);
			before = linked.last();
			more = linked.full();
		}
	}

	/**
	 * What was linked in one transaction.
	 *
	 * @param end of the chain then, if anything was linked
	 * @param last the entry that was looked at last
	 * @param full whether there may be more behind it
	 */
	private record Linked(Optional<End> end, long last, boolean full) {
	}

	/** Links those that follow one, and are not linked yet. */
	private Linked link(long after) {
		End end = this.rows.lockedEnd();
		if (!isContinued(end)) {
			return new Linked(Optional.empty(), after, false);
		}
		List<Row> page = this.rows.unlinked(after, BATCH);
		List<ChainRows.Link> links = links(end, page);
		long last = page.isEmpty() ? after : page.get(page.size() - 1).id();
		if (links.isEmpty()) {
			return new Linked(Optional.empty(), last, page.size() == BATCH);
		}
		this.rows.link(links);
		ChainRows.Link newest = links.get(links.size() - 1);
		End now = new End(end.name(), end.beganAt(), end.complete(), end.generation(), newest.number(), newest.link(),
				"")
			.sealed(this.keys);
		this.rows.write(now);
		return new Linked(Optional.of(now), last, page.size() == BATCH);
	}

	private List<ChainRows.Link> links(End end, List<Row> page) {
		List<ChainRows.Link> links = new ArrayList<>();
		Set<String> linked = new HashSet<>(this.rows.linked(page).keySet());
		long number = end.length();
		String link = end.link();
		for (Row row : page) {
			String seal = String.valueOf(row.seal());
			// What Muster has not written itself is left for the verification to find.
			if (row.isSealed(this.keys) && linked.add(seal)) {
				number++;
				link = this.keys.sign(EntrySeal.LINK, EntrySeal.link(end.name(), number, row.id(), seal, link));
				links.add(new ChainRows.Link(row.id(), number, link));
			}
		}
		return links;
	}

	/**
	 * Whether the chain goes on from where this node has last seen it. If it was cut off,
	 * what is added now would cover that up.
	 */
	private boolean isContinued(End end) {
		Optional<Anchor.Place> noted = this.anchor.read(end);
		boolean continued = this.keys.isSigned(EntrySeal.CHAIN, end.text(), end.seal()) && noted
			.filter((place) -> place.length() > end.length() || !this.rows.isLinkAt(place.length(), place.link()))
			.isEmpty();
		if (!continued && !this.warned) {
			log.error("The audit trail does not go on from where it was: entries are not linked any more."
					+ " See the verification; after a backup was restored on purpose, see README.md.");
		}
		this.warned = !continued;
		return continued;
	}

}
