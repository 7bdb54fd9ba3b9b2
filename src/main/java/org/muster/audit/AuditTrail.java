package org.muster.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.evidence.SealKeys;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every state change, written in the transaction that makes it. Entries are added, never
 * changed or deleted.
 */
@Component
public class AuditTrail {

	/** So far may the clocks of two portals be apart. */
	private static final Duration AT_ONCE = Duration.ofMinutes(1);

	private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "id");

	private final AuditEntries entries;

	private final SealKeys keys;

	private final Clock clock;

	AuditTrail(AuditEntries entries, SealKeys keys, Clock clock) {
		this.entries = entries;
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * The one way in.
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside a
	 * transaction
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void record(Audited one) {
		AuditEntry entry = this.entries.save(new AuditEntry(this.clock.instant(), one, this.keys));
		if (one.person() != null) {
			this.entries.name(Objects.requireNonNull(entry.id()), one.person());
		}
	}

	/** What has happened a moment ago. */
	void record(Instant at, Actor actor, Occurrences.About about, AuditAct act) {
		this.entries.save(new AuditEntry(at,
				new Audited(actor, about.organisationId(), act, about.subject(), about.detail()), this.keys));
	}

	/**
	 * Removes the details of what was done to a person, and of what names the person, for
	 * good. The entries stay, and say that their detail was removed; the seals and the
	 * chain hold.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(long person, String reference) {
		this.entries.about(person, reference).forEach((entry) -> entry.redact(null, this.clock.instant(), this.keys));
	}

	/**
	 * Says less of an entry, after an administrator has looked at it.
	 * @param rest what is left of its detail
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void redact(long id, String rest) {
		this.entries.findById(id).ifPresent((entry) -> entry.redact(rest, this.clock.instant(), this.keys));
	}

	/**
	 * An entry that tells that something was sealed.
	 *
	 * @param entry its id
	 * @param seal of what was sealed
	 */
	public record Proof(long entry, String act, String subject, String seal) {
	}

	/**
	 * An act, and the seal that it made.
	 *
	 * @param proof the seal, or {@code null} where the act made none
	 */
	public record LastAct(AuditAct act, @Nullable String proof) {
	}

	/**
	 * The last of some acts on something. What Muster has not written itself does not
	 * count, and a copy of an entry is as old as the entry.
	 */
	public Optional<LastAct> lastOf(String subject, Collection<AuditAct> acts) {
		return this.entries.on(subject, AuditAct.keys(acts))
			.stream()
			.filter((entry) -> entry.isSealed(this.keys))
			.findFirst()
			.map(AuditEntry::asLast);
	}

	/** The entries with a proof that follow one, in their order. */
	public List<Proof> proofs(long after, Limit most) {
		return this.entries.proofs(after, most);
	}

	/**
	 * What somebody looks for, the newest first. Nothing of a long trail is counted or
	 * skipped.
	 * @param before the id of the line after which it goes on, or {@code null} from the
	 * newest on
	 */
	public List<HistoryLine> find(TrailQuery query, @Nullable Long before, Limit most) {
		long below = (before != null) ? before : Long.MAX_VALUE;
		// Ids follow time, but for what happened at once.
		if (query.until() != null) {
			below = Math.min(below, first(this.entries.firstFrom(query.end().plus(AT_ONCE), Limit.of(1)), below));
		}
		long above = (query.from() != null)
				? first(this.entries.lastBefore(query.first().minus(AT_ONCE), Limit.of(1)), 0) : 0;
		return between(above, below, query, most);
	}

	private List<HistoryLine> between(long above, long below, TrailQuery query, Limit most) {
		List<TrailQuery> each = query.each();
		if (each.size() == 1) {
			return this.entries.between(above, below, query, most);
		}
		return each.stream()
			.flatMap((one) -> this.entries.between(above, below, one, most).stream())
			.sorted(Comparator.comparing(HistoryLine::id).reversed())
			.limit(most.max())
			.toList();
	}

	private static long first(List<Long> ids, long otherwise) {
		return ids.isEmpty() ? otherwise : ids.get(0);
	}

	/** The acts that have happened at all. */
	public List<String> acts() {
		return this.entries.acts();
	}

	/** What a reader sees of some subjects, the newest first. */
	public Page<HistoryLine> timeline(Collection<String> subjects, VisibleActs visible, Pageable page) {
		return this.entries.ofSubjects(subjects, visible.only(), visible.keys(),
				PageRequest.of(page.getPageNumber(), page.getPageSize(), NEWEST_FIRST));
	}

	/** The latest of what a reader sees of some subjects, the newest first. */
	public List<HistoryLine> latest(Collection<String> subjects, VisibleActs visible, int most) {
		return this.entries.latestOfSubjects(subjects, visible.only(), visible.keys(),
				PageRequest.of(0, most, NEWEST_FIRST));
	}

	/**
	 * The latest of some acts on something that is there no more.
	 * @param references of it, or of what it belonged to
	 * @param viewer for whom it was there
	 */
	public Optional<HistoryLine> endOf(Collection<String> references, Collection<AuditAct> acts, Viewer viewer) {
		return this.entries.endOf(references, AuditAct.keys(acts), viewer, PageRequest.of(0, 1, NEWEST_FIRST))
			.stream()
			.findFirst();
	}

	/** The latest lines about some subjects, the newest first. */
	public List<HistoryLine> latest(Collection<String> subjects, int most) {
		return this.entries.latestOf(subjects, PageRequest.of(0, most, NEWEST_FIRST));
	}

}
