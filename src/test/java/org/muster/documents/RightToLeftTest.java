package org.muster.documents;

import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters of Hebrew stand for all that is written from the right to the left. */
class RightToLeftTest {

	/** As it stands on the page, from the left to the right. */
	private static String drawn(String text) {
		RightToLeft splitter = new RightToLeft();
		splitter.setParagraph(text, BidiSplitter.LTR);
		StringBuilder drawn = new StringBuilder();
		for (int index = 0; index < splitter.countTextRuns(); index++) {
			BidiTextRun run = splitter.getVisualRun(index);
			String part = text.substring(run.getStart(), run.getStart() + run.getLength());
			drawn.append((run.getDirection() == BidiSplitter.RTL)
					? new RightToLeft.Reorderer().reorderRTLTextToLTR(part) : part);
		}
		return drawn.toString();
	}

	@Test
	void aPhraseKeepsItsNumbersAndBracketsWithinATextOfTheOtherDirection() {
		assertThat(drawn("We call it (אב גד 2.0) and אבג (2027) today."))
			.isEqualTo("We call it (2.0 דג בא) and (2027) גבא today.");
		assertThat(drawn("אבג (2) דהו")).isEqualTo("והד (2) גבא");
		assertThat(drawn("From 3 to אבג, then on")).isEqualTo("From 3 to גבא, then on");
		assertThat(drawn("Nothing of it (2027)")).isEqualTo("Nothing of it (2027)");
	}

	@Test
	void lettersWithoutAGlyphKeepTheirDirection() {
		RightToLeft splitter = new RightToLeft();
		assertThat(splitter.getBaseDirection(Glyphs.printable("東京 אבג"))).isEqualTo(BidiSplitter.LTR);
		assertThat(splitter.getBaseDirection(Glyphs.printable("フロント (אבג)"))).isEqualTo(BidiSplitter.LTR);
		assertThat(splitter.getBaseDirection(Glyphs.printable("\ud83d\ude80 אבג"))).isEqualTo(BidiSplitter.RTL);
		assertThat(splitter.getBaseDirection("(2027) אבג")).isEqualTo(BidiSplitter.RTL);
		assertThat(drawn(Glyphs.printable("אבג 東京 1 דהו"))).isEqualTo("גבא ▯▯ 1 והד");
		assertThat(new RightToLeft.Reorderer().reorderRTLTextToLTR(Glyphs.printable("אב 東京 גד"))).isEqualTo("דג ▯▯ בא");
	}

}
