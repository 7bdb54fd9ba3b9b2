package org.muster.documents;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/**
 * Tells documents which parts of a text are written from the right to the left, by the
 * Unicode Bidirectional Algorithm (UAX 9), and turns those round.
 */
final class RightToLeft implements BidiSplitter {

	private static final String MIRRORED = "()[]{}<>«»‹›≤≥";

	private List<BidiTextRun> runs = List.of();

	/**
	 * The library sets the parts of a line from the left to the right. Within a text of
	 * that direction, a phrase of the other with its numbers and brackets is one part,
	 * which is put into its order as a whole.
	 */
	@Override
	public void setParagraph(String text, byte defaultDirection) {
		this.runs = text.isEmpty() ? List.of()
				: (defaultDirection == RTL) ? each(bidi(text, defaultDirection)) : joined(bidi(text, defaultDirection));
	}

	/**
	 * What stands for a letter of another script has no direction of its own: it takes
	 * that of the letter.
	 */
	private static String letters(String text) {
		return text.replace(Glyphs.INSTEAD, "x");
	}

	private static Bidi bidi(String text, byte direction) {
		return new Bidi(letters(text),
				(direction == RTL) ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
	}

	private static List<BidiTextRun> each(Bidi text) {
		return IntStream.range(0, text.getRunCount())
			.mapToObj((run) -> new BidiTextRun(text.getRunStart(run), text.getRunLimit(run) - text.getRunStart(run),
					(text.getRunLevel(run) % 2 == 0) ? LTR : RTL))
			.toList();
	}

	private static List<BidiTextRun> joined(Bidi text) {
		List<BidiTextRun> joined = new ArrayList<>();
		int start = 0;
		for (int run = 0; run < text.getRunCount(); run++) {
			boolean last = run + 1 == text.getRunCount();
			boolean turned = text.getRunLevel(run) > 0;
			if (last || turned != text.getRunLevel(run + 1) > 0) {
				joined.add(new BidiTextRun(start, text.getRunLimit(run) - start, turned ? RTL : LTR));
				start = text.getRunLimit(run);
			}
		}
		return joined;
	}

	@Override
	public int countTextRuns() {
		return this.runs.size();
	}

	@Override
	public BidiTextRun getVisualRun(int index) {
		return this.runs.get(index);
	}

	@Override
	public byte getBaseDirection(String text) {
		return text.isEmpty() || new Bidi(letters(text), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR
				: RTL;
	}

	/** What turns a part round that is written from the right to the left. */
	static final class Reorderer implements BidiReorderer {

		@Override
		public String reorderRTLTextToLTR(String text) {
			if (text.isEmpty()) {
				return text;
			}
			Bidi phrase = bidi(text, RTL);
			byte[] levels = new byte[phrase.getRunCount()];
			String[] parts = new String[levels.length];
			for (int run = 0; run < levels.length; run++) {
				levels[run] = (byte) phrase.getRunLevel(run);
				String part = text.substring(phrase.getRunStart(run), phrase.getRunLimit(run));
				parts[run] = (levels[run] % 2 == 0) ? part : turned(part);
			}
			Bidi.reorderVisually(levels, 0, parts, 0, parts.length);
			return String.join("", parts);
		}

		private static String turned(String text) {
			StringBuilder turned = new StringBuilder(text.length());
			BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
			signs.setText(text);
			int end = signs.last();
			for (int start = signs.previous(); start != BreakIterator.DONE; start = signs.previous()) {
				String sign = text.substring(start, end);
				int pair = MIRRORED.indexOf(sign);
				turned.append((pair < 0) ? sign : String.valueOf(MIRRORED.charAt(pair ^ 1)));
				end = start;
			}
			return turned.toString();
		}

		@Override
		public String shapeText(String text) {
			return ArabicShaping.shape(text);
		}

		@Override
		public String deshapeText(String text) {
			return ArabicShaping.unshape(text);
		}

		@Override
		public boolean isLiveImplementation() {
			return true;
		}

	}

}
