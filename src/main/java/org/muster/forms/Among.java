package org.muster.forms;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.data.domain.Limit;

/**
 * Among which rows of a list others are looked for. Those with a text in them are found
 * without all that a row needs; where they are few, the list reads only them.
 *
 * @param all whether among all there are
 * @param ids else of those among which
 */
public record Among(boolean all, Collection<Long> ids) {

	public static final Among ALL = new Among(true, List.of(0L));

	/** Of more, some stand on the first page soon. */
	private static final Limit FEW = Limit.of(500);

	/**
	 * Nothing where there are more than a few.
	 * @param find finds the ids of so many
	 */
	public static Optional<Among> few(Function<Limit, List<Long>> find) {
		List<Long> ids = find.apply(FEW);
		return (ids.size() < FEW.max()) ? Optional.of(new Among(false, ids)) : Optional.empty();
	}

	public boolean isNothing() {
		return this.ids.isEmpty();
	}

}
