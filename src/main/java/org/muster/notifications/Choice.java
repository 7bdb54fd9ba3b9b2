package org.muster.notifications;

/** Where a person wants to be told of a kind of thing. */
record Choice(boolean inPortal, boolean byMail) {

	/** Unless somebody says otherwise. */
	static final Choice USUAL = new Choice(true, true);

}
