package org.muster.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the audit trail. What is left out matches every entry.
 *
 * @param viewer for whom there is what it finds
 * @param subject the reference of what was acted on, or empty
 * @param act as the trail names it, or empty
 * @param actors the ids of the accounts of which one acted, or {@code null} for whoever
 * @param byMuster whether, with some actors, what Muster did by itself belongs to it
 * @param from the first instant
 * @param until the first instant after it
 */
public record TrailQuery(Viewer viewer, String subject, String act, @Nullable Collection<Long> actors, boolean byMuster,
		@Nullable Instant from, @Nullable Instant until) {

	private static final int MOST_ALONE = 100;

	/** Everything that there is for somebody. */
	public static TrailQuery all(Viewer viewer) {
		return new TrailQuery(viewer, "", "", null, false, null, null);
	}

	/**
	 * As it was typed and as Muster writes references: not every database takes small
	 * letters for capital ones.
	 */
	public Collection<String> subjects() {
		return List.of(this.subject, this.subject.toUpperCase(Locale.ROOT));
	}

	/** Whether it matters who acted. */
	public boolean isOfSome() {
		return this.actors != null;
	}

	/** A list for the database: no account has the id 0. */
	public Collection<Long> accounts() {
		return (this.actors == null || this.actors.isEmpty()) ? List.of(0L) : this.actors;
	}

	/**
	 * The same for each of some accounts alone. The newest of one account are the end of
	 * an index; for the newest of several a database reads everybody's, from the newest
	 * on, until it has met enough of them. It soon has where they are many.
	 */
	List<TrailQuery> each() {
		if (this.actors == null || this.actors.isEmpty() || this.actors.size() > MOST_ALONE) {
			return List.of(this);
		}
		List<TrailQuery> each = new ArrayList<>();
		this.actors.forEach((actor) -> each.add(by(List.of(actor), false)));
		if (this.byMuster) {
			each.add(by(List.of(), true));
		}
		return each;
	}

	private TrailQuery by(Collection<Long> some, boolean muster) {
		return new TrailQuery(this.viewer, this.subject, this.act, some, muster, this.from, this.until);
	}

	public Instant first() {
		return (this.from != null) ? this.from : Instant.EPOCH;
	}

	public Instant end() {
		return (this.until != null) ? this.until : Instant.parse("9999-01-01T00:00:00Z");
	}

}
