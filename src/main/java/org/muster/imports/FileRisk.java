package org.muster.imports;

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

	/** A WebP that moves or is cut off. */
	PICTURE,

	/** What cannot be looked into. */
	UNREADABLE

}
