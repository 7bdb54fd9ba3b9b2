package org.muster.tables;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.muster.exports.SheetExport;

/**
 * What a cell says. Errors of formulas, dashes and words for nothing are an empty cell:
 * nobody is called "#N/A".
 */
public final class CellText {

	/**
	 * Excel's errors in whatever language, such as #DIV/0!, #WERT! and #N/D; Null is a
	 * name.
	 */
	private static final Pattern NOTHING = Pattern.compile(
			"#(?:N/?[A-Z]{1,2}|[\\p{L}\\d/_¡]{2,15}[!?])|n/a|n\\.a\\.|(?-i:NULL|null|NIL|nil)|k\\.? ?a\\.|\\p{Pd}{1,3}",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern LOST = Pattern.compile("(?<![^\\p{L}\\s])\\?\\p{L}|\ufffd");

	private static final int LONGEST_NOTHING = 20;

	private CellText() {
	}

	/** Empty for a cell that says nothing; letters with accents in one piece. */
	public static String of(String cell) {
		String bare = stripped(Normalizer.normalize(cell, Normalizer.Form.NFC));
		return (bare.length() <= LONGEST_NOTHING && NOTHING.matcher(bare).matches()) ? "" : bare;
	}

	/** Whether a cell says nothing because its formula failed. */
	public static boolean isError(String cell) {
		return cell.strip().startsWith("#") && of(cell).isEmpty();
	}

	/**
	 * What an import reads of a text that was exported: without what nobody sees at its
	 * ends.
	 */
	public static String ofExported(String text) {
		return read(of(SheetExport.marked(text)));
	}

	/** What a cell says without the mark of text. */
	public static String read(String cell) {
		return of(SheetExport.unmarked(cell));
	}

	/**
	 * Whether letters of a text became question marks where it was saved, as Excel does
	 * with what its old CSV has no place for.
	 * @param isName whether no question mark belongs there
	 */
	public static boolean hasLostLetters(String text, boolean isName) {
		return isName && text.indexOf('?') >= 0 || LOST.matcher(text).find() || Mojibake.isSpoilt(text);
	}

	/** Without blanks of any width around it, or of none. */
	private static String stripped(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && isBlank(text.charAt(start))) {
			start++;
		}
		while (end > start && isBlank(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(start, end);
	}

	static boolean isBlank(char sign) {
		return Character.isWhitespace(sign) || Character.isSpaceChar(sign)
				|| Character.getType(sign) == Character.FORMAT;
	}

}
