package org.muster.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.audit.AuditChain.End;
import org.muster.audit.ChainRows.Row;
import org.muster.evidence.Evidence;
import org.muster.evidence.Findings;
import org.muster.evidence.SealKeys;

import org.springframework.stereotype.Component;

/** The audit trail: each entry, and that none is missing. */
@Component
class AuditEvidence implements Evidence {

	private static final int PAGE = 1000;

	/**
	 * Entries are linked within a second; a node that was just stopped may leave some.
	 */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final ChainRows rows;

	private final Anchor anchor;

	private final SealKeys keys;

	private final Clock clock;

	AuditEvidence(ChainRows rows, Anchor anchor, SealKeys keys, Clock clock) {
		this.rows = rows;
		this.anchor = anchor;
		this.keys = keys;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return "audit";
	}

	@Override
	public int sealOld(int most) {
		List<Row> old = this.rows.unsealed(most);
		this.rows.seal(old.stream().map(this::sealLater).toList());
		return old.size();
	}

	private ChainRows.Seal sealLater(Row row) {
		String detail = row.detail();
		String salt = (detail != null) ? SealKeys.salt() : null;
		String hash = (detail != null) ? SealKeys.hash(salt + detail) : null;
		String nonce = SealKeys.salt();
		return new ChainRows.Seal(row.id(), salt, hash, nonce, this.keys.sign(EntrySeal.LATER, row.text(nonce, hash)));
	}

	@Override
	public long size() {
		return this.rows.end().map(End::length).orElse(0L);
	}

	@Override
	public void verify(Findings findings) {
		End end = this.rows.end().orElse(null);
		if (end == null || !this.keys.isSigned(EntrySeal.CHAIN, end.text(), end.seal())) {
			findings.broken("–", "chain");
			return;
		}
		Optional<Anchor.Place> noted = this.anchor.read(end);
		if (noted.filter((place) -> place.length() > end.length()).isPresent()) {
			findings.broken(String.valueOf(end.length() + 1), "cut");
		}
		Row last = verifyLinks(end, noted.orElse(null), findings);
		String link = (last != null) ? String.valueOf(last.link()) : SealKeys.hash(end.name());
		if (end.length() != ((last != null) ? last.number() : 0) || !end.link().equals(link)) {
			findings.broken(String.valueOf(end.length()), "missing");
		}
		verifyUnlinked(findings);
	}

	private @Nullable Row verifyLinks(End end, Anchor.@Nullable Place noted, Findings findings) {
		Row last = null;
		List<Row> page = this.rows.linked(0, PAGE);
		while (!page.isEmpty()) {
			for (Row row : page) {
				// What is linked meanwhile is verified the next time.
				if (row.number() > end.length()) {
					return last;
				}
				verify(end, last, row, findings);
				if (noted != null && row.number() == noted.length() && !noted.link().equals(row.link())) {
					findings.broken(subject(row), "other");
				}
				last = row;
			}
			findings.verified(page.size());
			page = this.rows.linked(page.get(page.size() - 1).number(), PAGE);
		}
		return last;
	}

	private void verify(End end, @Nullable Row before, Row row, Findings findings) {
		long expected = (before != null) ? before.number() + 1 : 1;
		String link = (before != null) ? String.valueOf(before.link()) : SealKeys.hash(end.name());
		if (row.number() != expected) {
			findings.broken(String.valueOf(expected), "missing");
		}
		else if (!this.keys.isSigned(EntrySeal.LINK,
				EntrySeal.link(end.name(), row.number(), row.id(), String.valueOf(row.seal()), link), row.link())) {
			findings.broken(subject(row), "order");
		}
		verify(row, findings);
	}

	private void verify(Row row, Findings findings) {
		if (row.isSealedLater(this.keys)) {
			findings.sealedLater();
		}
		if (!row.isSealed(this.keys)) {
			findings.broken(subject(row), "changed");
		}
		else if (row.redactedAt() != null) {
			if (row.isRedacted(this.keys)) {
				findings.erased();
			}
			else {
				findings.broken(subject(row), "detail");
			}
		}
		else if (!row.isDetailAsSealed()) {
			findings.broken(subject(row), "detail");
		}
	}

	/**
	 * Those that are linked in a moment are not yet; those that Muster did not write
	 * never are.
	 */
	private void verifyUnlinked(Findings findings) {
		Instant recent = this.clock.instant().minus(PATIENCE);
		List<Row> page = this.rows.unlinked(0, PAGE);
		while (!page.isEmpty()) {
			Map<String, Long> linked = this.rows.linked(page);
			for (Row row : page) {
				if (!row.isSealed(this.keys) || isCopy(row, linked)) {
					findings.broken(subject(row), "foreign");
				}
				else if (row.at().isBefore(recent)) {
					findings.broken(subject(row), "unlinked");
				}
			}
			findings.verified(page.size());
			page = this.rows.unlinked(page.get(page.size() - 1).id(), PAGE);
		}
	}

	/** One that was linked since it was read is none. */
	private static boolean isCopy(Row row, Map<String, Long> linked) {
		Long original = linked.get(String.valueOf(row.seal()));
		return original != null && original != row.id();
	}

	/** Its place in the chain, its act and what it is about. */
	private static String subject(Row row) {
		return row.number() + ", " + row.act() + ", " + row.subject();
	}

}
