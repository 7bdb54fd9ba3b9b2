package org.muster.forms;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Objects;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import org.jspecify.annotations.Nullable;

/**
 * Tells documents which parts of a text are written from the right to the left, by the
 * Unicode Bidirectional Algorithm (UAX 9), and turns those round.
 */
final class RightToLeft implements BidiSplitter {

	private static final String MIRRORED = "()[]{}<>«»‹›≤≥";

	private @Nullable Bidi paragraph;

	@Override
	public void setParagraph(String text, byte defaultDirection) {
		this.paragraph = text.isEmpty() ? null : new Bidi(text,
				(defaultDirection == RTL) ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
	}

	@Override
	public int countTextRuns() {
		return (this.paragraph != null) ? this.paragraph.getRunCount() : 0;
	}

	@Override
	public BidiTextRun getVisualRun(int index) {
		Bidi text = Objects.requireNonNull(this.paragraph);
		int start = text.getRunStart(index);
		return new BidiTextRun(start, text.getRunLimit(index) - start, (text.getRunLevel(index) % 2 == 0) ? LTR : RTL);
	}

	@Override
	public byte getBaseDirection(String text) {
		return text.isEmpty() || new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR : RTL;
	}

	/** What turns a part round that is written from the right to the left. */
	static final class Reorderer implements BidiReorderer {

		@Override
		public String reorderRTLTextToLTR(String text) {
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
