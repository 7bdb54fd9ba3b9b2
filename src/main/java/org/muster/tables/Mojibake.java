package org.muster.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.uploads.Encoding;

/**
 * Mends text in UTF-8 that another program took for Windows-1252 before it saved it: é
 * has become Ã©. Letters with accents that stand together so by chance are no UTF-8, and
 * stay.
 */
public final class Mojibake {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final int FIRST_BEYOND = 0x80;

	private static final int LAST_CONTROL = 0x9f;

	/** Some programs do it every time that they save. */
	private static final int MOST_TIMES = 3;

	private static final Pattern RUN = Pattern.compile("[^\\x00-\\x7f]{2,}");

	/** The first byte of a letter of UTF-8, as Windows-1252 shows it, and another one. */
	private static final Pattern LIKELY = Pattern.compile("[Â-ô][^\\x00-\\x7f]");

	/** Two letters in a row that no language writes so: what could not be mended. */
	private static final Pattern SPOILT = Pattern.compile("(?:[Ã-ô][\\x{80}-\\x{bf}œžŸŒšŠŽƒ€‚„…†‡ˆ‰‹‘’“”•–—˜™›]){2}");

	private Mojibake() {
	}

	/** Whether a text is of another encoding and some of it is lost. */
	static boolean isSpoilt(String text) {
		return SPOILT.matcher(text).find();
	}

	public static String mended(String text) {
		String mended = text;
		for (int time = 0; time < MOST_TIMES && LIKELY.matcher(mended).find(); time++) {
			mended = once(mended);
		}
		return mended;
	}

	private static String once(String text) {
		StringBuilder mended = new StringBuilder();
		Matcher run = RUN.matcher(text);
		while (run.find()) {
			String letters = letters(run.group());
			run.appendReplacement(mended, Matcher.quoteReplacement((letters != null) ? letters : run.group()));
		}
		return run.appendTail(mended).toString();
	}

	/** Nothing if the bytes that would have been read so are no UTF-8. */
	private static @Nullable String letters(String run) {
		ByteBuffer bytes = ByteBuffer.allocate(run.length());
		for (int at = 0; at < run.length(); at++) {
			char sign = run.charAt(at);
			if (sign >= FIRST_BEYOND && sign <= LAST_CONTROL) {
				// What Windows-1252 has no sign for.
				bytes.put((byte) sign);
			}
			else {
				try {
					bytes.put(WINDOWS.newEncoder().encode(CharBuffer.wrap(run, at, at + 1)).get(0));
				}
				catch (CharacterCodingException ex) {
					return null;
				}
			}
		}
		try {
			return Encoding.strict(StandardCharsets.UTF_8).decode(bytes.flip()).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
