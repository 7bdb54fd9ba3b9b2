package org.muster.pictures;

/** What is wrong with a picture as a file. */
public enum PictureFault {

	/** There is nothing in it. */
	EMPTY,

	/** It is none of a kind that we take. */
	KIND,

	/** It ends before it should. */
	CUT,

	/** It says to have more pixels than its bytes can hold, or none. */
	SIZE,

	/** It contradicts itself, or has been changed underway. */
	DAMAGED,

	/** It moves. */
	ANIMATED,

	/** Colours for printing, which we cannot draw. */
	COLOURS,

	/** More bytes than we take. */
	BYTES,

	/** More pixels than we unpack. */
	PIXELS,

	/** The same of a WebP, which takes more memory for each. */
	WEBP_PIXELS

}
