package org.muster.matching;

import java.util.List;
import java.util.Map;

/** What came of meeting people for a position, from the module that knows. */
public interface InterviewFeedbackSource {

	/**
	 * Within a transaction.
	 * @return by the consultant's id, the latest first
	 */
	Map<Long, List<InterviewFeedback>> of(long positionId);

}
