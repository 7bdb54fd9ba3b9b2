package org.muster.personaldata;

import java.util.List;
import java.util.Map;

/**
 * What a module holds on consultants as persons: each says it, and forgets it, itself
 * (GDPR, articles 15 and 17).
 */
public interface PersonalData {

	/** By what it is, lists of what is held, in plain names and values. */
	Map<String, List<Map<String, Object>>> of(long consultantId);

	/**
	 * Forgets the person. What the law wants kept, such as contracts, is kept under a
	 * name that tells nothing.
	 */
	void erase(long consultantId, String neutralName);

}
