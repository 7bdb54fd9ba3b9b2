package org.muster.imports;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How text that people upload is written: as the mark at its start says, else in UTF-8.
 */
final class Encoding {

	/** What marked text begins with once it is decoded. */
	static final char MARK = '\ufeff';

	private Encoding() {
	}

	/**
	 * @param first the first byte, 0 to 255
	 * @param second the second
	 */
	static Charset of(int first, int second) {
		if (first == 0xff && second == 0xfe) {
			return StandardCharsets.UTF_16LE;
		}
		return (first == 0xfe && second == 0xff) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
	}

	/** One that refuses what is no text in this writing. */
	static CharsetDecoder strict(Charset charset) {
		return charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
	}

}
