package org.muster.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every state change, written in the transaction that makes it. */
@Component
public class AuditTrail {

	/** So far may the clocks of two portals be apart. */
	private static final Duration AT_ONCE = Duration.ofMinutes(1);

	private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "id");

	private final AuditEntries entries;

	private final Clock clock;

	AuditTrail(AuditEntries entries, Clock clock) {
		this.entries = entries;
		this.clock = clock;
	}

	/**
	 * @param organisationId whose history it belongs to, or {@code null} for the
	 * consultancy's own
	 * @param act a key below {@code audit.act} in the message bundle
	 * @param subject the reference of what was acted on
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside a
	 * transaction
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Actor actor, @Nullable Long organisationId, String act, String subject,
			@Nullable String detail) {
		this.entries.save(new AuditEntry(this.clock.instant(), actor, organisationId, act, subject, detail));
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
		return this.entries.between(above, below, query, most);
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
		return this.entries.ofSubjects(subjects, visible.only(), visible.acts(),
				PageRequest.of(page.getPageNumber(), page.getPageSize(), NEWEST_FIRST));
	}

	/** The latest of what a reader sees of some subjects, the newest first. */
	public List<HistoryLine> latest(Collection<String> subjects, VisibleActs visible, int most) {
		return this.entries.latestOfSubjects(subjects, visible.only(), visible.acts(),
				PageRequest.of(0, most, NEWEST_FIRST));
	}

	/**
	 * The latest of some acts on something that is there no more.
	 * @param references of it, or of what it belonged to
	 * @param organisationId whose it was, or {@code null} for anybody's
	 */
	public Optional<HistoryLine> endOf(Collection<String> references, Collection<String> acts,
			@Nullable Long organisationId) {
		return this.entries.endOf(references, acts, organisationId, PageRequest.of(0, 1, NEWEST_FIRST))
			.stream()
			.findFirst();
	}

	/** The latest lines about some subjects, the newest first. */
	public List<HistoryLine> latest(Collection<String> subjects, int most) {
		return this.entries.latestOf(subjects, PageRequest.of(0, most, NEWEST_FIRST));
	}

}
