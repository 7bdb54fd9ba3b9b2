package org.muster.intake;

/**
 * A part of a text with what stands around it.
 *
 * @param start where it begins in the text, in characters
 */
record Passage(String before, String said, String after, int start) {

	/** Of a long sentence as much on each side, in characters. */
	private static final int AROUND = 110;

	/** Of a long passage as much, in characters. */
	private static final int LONGEST = 240;

	static Passage of(String text, Clause clause, int from, int to) {
		int start = from;
		while (start < to && Character.isWhitespace(text.charAt(start))) {
			start++;
		}
		return around(text, clause, start, to);
	}

	private static Passage around(String text, Clause clause, int start, int end) {
		int last = Math.min(end, start + LONGEST);
		int from = Math.max(clause.start(), start - AROUND);
		int to = Math.min(clause.end(), last + AROUND);
		return new Passage(
				((from > clause.start()) ? "…" : "") + text.substring(whole(text, from), start).stripLeading(),
				text.substring(start, whole(text, last)),
				text.substring(whole(text, last), whole(text, to)).stripTrailing() + ((to < clause.end()) ? "…" : ""),
				start);
	}

	/** No character is cut in two. */
	private static int whole(String text, int at) {
		return (at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))) ? at - 1 : at;
	}

}
