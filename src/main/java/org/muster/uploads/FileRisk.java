package org.muster.uploads;

/** Why a file is not kept for others. */
public enum FileRisk {

	/** Macros of a Word document. */
	MACROS,

	/** Scripts of a PDF, and forms that are programs. */
	SCRIPTS,

	/** Files and objects inside of it, which may do anything. */
	EMBEDDED,

	/** Fields of a Word document that start programs or fetch something. */
	FIELDS,

	/** Parts that are fetched from elsewhere when it is opened. */
	EXTERNAL,

	/** A PDF that opens, sends or imports something by itself. */
	ACTIONS,

	/** Links that lead to files or programs, and not to the web. */
	LINKS,

	/** A form of a PDF that sends what is typed into it, or takes data in. */
	FORMS,

	/** A WebP that moves. */
	ANIMATED,

	/** A file that ends before it should. */
	CUT,

	/** A picture that says to be larger than its data can be. */
	SIZE,

	/** A picture that contradicts itself. */
	DAMAGED,

	/** What is locked, so that it cannot be looked into. */
	LOCKED,

	/** What cannot be looked into for another reason. */
	UNREADABLE

}
