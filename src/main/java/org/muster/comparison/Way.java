package org.muster.comparison;

/** A way to get the people. */
enum Way {

	/** Employed by the client. */
	IN_HOUSE,

	/** Found and contracted by the client, one by one. */
	FREELANCER,

	/** Through the consultancy. */
	AUGMENTATION

}
