package org.muster.daycalculator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;

/**
 * Drafts of proposals, which this module does not know: they take a person for the days
 * that were counted.
 */
public interface DraftsForDays {

	/**
	 * The positions for which drafts take people, of those begun last first.
	 * @param most how many at most, above 0
	 */
	List<DraftSeat> seats(int most);

	/**
	 * Adds a line with days that were counted, unless something is in the way.
	 * @param proposal the reference of one with a draft
	 * @param position the number of a position of its request
	 * @param consultant the id of whom, or {@code null} for the best match that is not on
	 * the draft yet
	 * @throws org.muster.accounts.NotFound if there is no such proposal or position
	 * @throws org.muster.audit.RefusedTransition if the proposal has no draft any more
	 */
	Added add(String proposal, int position, @Nullable Long consultant, CountedDays counted, CurrentUser by);

	/**
	 * What came of it; each but the first has a message
	 * {@code proposals.days.added.<what>}.
	 */
	enum Added {

		/** There is a line. */
		DONE,
		/** The person is on the draft at that time already. */
		THERE,
		/** Nobody is left who matches the position. */
		NOBODY,
		/** The draft takes no more lines. */
		FULL,
		/** The person's rates cannot be converted into the currency of the draft. */
		UNPRICED

	}

}
