package org.muster.calendar;

/** Whose public holidays are not worked. */
public enum HolidayRule {

	/** Those of a place that was chosen, mostly the client's. */
	PLACE,

	/** Those of where the consultant is. */
	CONSULTANT,

	/** Those of either. */
	BOTH

}
