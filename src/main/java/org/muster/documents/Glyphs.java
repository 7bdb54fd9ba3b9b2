package org.muster.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import org.springframework.core.io.ClassPathResource;

/**
 * Which characters documents can show: Latin, Greek, Cyrillic, Arabic, Hebrew and some
 * more, but no Chinese, Japanese, Korean or Indian scripts, and few emoji.
 */
public final class Glyphs {

	/** Stands for a letter that cannot be shown and is written from the left. */
	public static final String INSTEAD = "▯";

	/** Stands for any other character that cannot be shown. */
	private static final String INSTEAD_OF_SIGN = "□";

	private static final Set<Byte> UNSEEN = Set.of(Character.CONTROL, Character.FORMAT, Character.NON_SPACING_MARK,
			Character.ENCLOSING_MARK);

	private static final CmapLookup KNOWN = read();

	private Glyphs() {
	}

	private static CmapLookup read() {
		try (InputStream file = new ClassPathResource("fonts/DejaVuSans.ttf").getInputStream();
				TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
			return font.getUnicodeCmapLookup();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The characters of a text that documents cannot show, each once, in their order. */
	public static String missing(String text) {
		return text.codePoints()
			.filter((sign) -> !isKnown(sign) && !isUnseen(sign))
			.distinct()
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
	}

	/** The text, with a mark in place of each character that cannot be shown. */
	static String printable(String text) {
		StringBuilder printable = new StringBuilder(text.length());
		text.codePoints().forEach((sign) -> {
			if (isKnown(sign)) {
				printable.appendCodePoint(sign);
			}
			else if (!isUnseen(sign)) {
				boolean isLeftToRight = Character.getDirectionality(sign) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
				printable.append(isLeftToRight ? INSTEAD : INSTEAD_OF_SIGN);
			}
		});
		return printable.toString();
	}

	private static boolean isKnown(int sign) {
		return sign < ' ' || KNOWN.getGlyphId(sign) > 0;
	}

	/** Changes how others look, such as the selectors that follow an emoji. */
	private static boolean isUnseen(int sign) {
		return UNSEEN.contains((byte) Character.getType(sign));
	}

}
