package org.muster.exports;

/** As many exports run as may: another one waits for its turn. */
public class TooManyExports extends RuntimeException {

	TooManyExports() {
		super("Too many exports at once");
	}

}
