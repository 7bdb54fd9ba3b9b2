package org.muster.tables;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;
import org.muster.uploads.Unreadable;

/**
 * What the cells of a workbook refer to: its texts, how its styles show numbers, and from
 * which day it counts.
 */
final class ExcelBook {

	/** Of all texts together, which are held in memory. */
	private static final long MOST_TEXTS = 64L * 1024 * 1024;

	/** Excel calculates with so many digits; what comes behind them is noise. */
	static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

	/** What is none, such as NaN, is text for us. */
	private static final Pattern NUMBER = Pattern
		.compile("[+-]?(?:\\d{1,400}(?:\\.\\d{0,400})?|\\.\\d{1,400})(?:[eE][+-]?\\d{1,5})?");

	private static final int MOST_DIGITS = 40;

	/** The number of 31 December 9999. */
	private static final int LAST_DAY = 2_958_465;

	private final String sheet;

	private final List<String> names;

	private final LocalDate dayZero;

	private final List<String> texts;

	/** The code of the format of each style; empty for one that writes digits only. */
	private final List<String> formats;

	/** Which of the styles show dates. */
	private final BitSet dates;

	private ExcelBook(String sheet, List<String> names, LocalDate dayZero, List<String> texts, List<String> formats,
			BitSet dates) {
		this.sheet = sheet;
		this.names = names;
		this.dayZero = dayZero;
		this.texts = texts;
		this.formats = formats;
		this.dates = dates;
	}

	static ExcelBook of(ZipFile zip) throws IOException, XMLStreamException, Unreadable {
		Map<String, String> parts = new HashMap<>();
		Map<String, String> kinds = new HashMap<>();
		String book = book(zip);
		String folder = book.substring(0, book.lastIndexOf('/') + 1);
		each(zip, folder + "_rels/" + book.substring(folder.length()) + ".rels", (xml) -> {
			if (xml.getLocalName().equals("Relationship")) {
				String target = path(folder, Objects.requireNonNullElse(xml.getAttributeValue(null, "Target"), ""));
				parts.put(Objects.requireNonNullElse(xml.getAttributeValue(null, "Id"), ""), target);
				String type = Objects.requireNonNullElse(xml.getAttributeValue(null, "Type"), "");
				kinds.put(type.substring(type.lastIndexOf('/') + 1), target);
			}
		});
		List<String> sheets = new ArrayList<>();
		List<String> hidden = new ArrayList<>();
		List<String> names = new ArrayList<>();
		LocalDate[] zero = { SheetRow.DAY_ZERO };
		ExcelRows.open(zip, book).close();
		each(zip, book, (xml) -> {
			if (xml.getLocalName().equals("sheet")) {
				String state = Objects.requireNonNullElse(xml.getAttributeValue(null, "state"), "visible");
				(state.equals("visible") ? sheets : hidden).add(target(xml, parts));
				if (state.equals("visible")) {
					names.add(Objects.requireNonNullElse(xml.getAttributeValue(null, "name"), ""));
				}
			}
			else if (xml.getLocalName().equals("workbookPr") && isTrue(xml.getAttributeValue(null, "date1904"))) {
				zero[0] = SheetRow.DAY_ZERO_1904;
			}
		});
		sheets.addAll(hidden);
		if (sheets.isEmpty()) {
			throw new Unreadable("imports.file.broken");
		}
		BitSet dates = new BitSet();
		List<String> formats = formats(zip, kinds.getOrDefault("styles", "xl/styles.xml"), dates);
		return new ExcelBook(sheets.get(0), names, zero[0],
				texts(zip, kinds.getOrDefault("sharedStrings", "xl/sharedStrings.xml")), formats, dates);
	}

	/** The main part, which the relations of the package name. */
	private static String book(ZipFile zip) throws IOException, XMLStreamException, Unreadable {
		String[] book = { "xl/workbook.xml" };
		each(zip, "_rels/.rels", (xml) -> {
			String type = Objects.requireNonNullElse(xml.getAttributeValue(null, "Type"), "");
			if (type.endsWith("/officeDocument")) {
				book[0] = path("", Objects.requireNonNullElse(xml.getAttributeValue(null, "Target"), book[0]));
			}
		});
		return book[0];
	}

	static boolean isTrue(@Nullable String said) {
		return said != null && (said.equals("1") || said.equals("true"));
	}

	/** Of a sheet: its attribute id stands in a namespace of its own. */
	private static String target(XMLStreamReader xml, Map<String, String> parts) {
		for (int at = 0; at < xml.getAttributeCount(); at++) {
			if (xml.getAttributeLocalName(at).equals("id") && xml.getAttributeNamespace(at) != null
					&& parts.containsKey(xml.getAttributeValue(at))) {
				return parts.getOrDefault(xml.getAttributeValue(at), "");
			}
		}
		return "xl/worksheets/sheet1.xml";
	}

	private static String path(String base, String target) {
		return target.startsWith("/") ? target.substring(1) : base + target.replaceFirst("^(?:\\./)+", "");
	}

	private interface Element {

		void take(XMLStreamReader xml) throws XMLStreamException, Unreadable;

	}

	/** Every element of a part; none if there is no such part. */
	private static void each(ZipFile zip, String part, Element taker)
			throws IOException, XMLStreamException, Unreadable {
		if (zip.getEntry(part) == null) {
			return;
		}
		try (InputStream input = ExcelRows.open(zip, part)) {
			XMLStreamReader xml = ExcelRows.reader(input);
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamConstants.START_ELEMENT) {
					taker.take(xml);
				}
			}
		}
	}

	private static List<String> texts(ZipFile zip, String part) throws IOException, XMLStreamException, Unreadable {
		List<String> texts = new ArrayList<>();
		long[] length = new long[1];
		each(zip, part, (xml) -> {
			if (xml.getLocalName().equals("si")) {
				String text = ExcelRows.richText(xml, "si");
				length[0] += text.length();
				if (length[0] > MOST_TEXTS) {
					throw new Unreadable("imports.file.bomb");
				}
				texts.add(text);
			}
		});
		return texts;
	}

	private static List<String> formats(ZipFile zip, String part, BitSet dates)
			throws IOException, XMLStreamException, Unreadable {
		Map<String, String> formats = new HashMap<>();
		List<String> styles = new ArrayList<>();
		boolean[] within = new boolean[1];
		each(zip, part, (xml) -> {
			switch (xml.getLocalName()) {
				case "numFmt" -> formats.put(Objects.requireNonNullElse(xml.getAttributeValue(null, "numFmtId"), ""),
						Objects.requireNonNullElse(xml.getAttributeValue(null, "formatCode"), ""));
				case "cellXfs" -> within[0] = true;
				case "cellStyles", "dxfs" -> within[0] = false;
				case "xf" -> {
					if (within[0]) {
						String format = Objects.requireNonNullElse(xml.getAttributeValue(null, "numFmtId"), "0");
						String code = formats.get(format);
						dates.set(styles.size(), (code != null) ? NumberFormats.isDate(code)
								: NumberFormats.isDate(Integer.parseInt(format)));
						styles.add((code != null) ? code : NumberFormats.builtIn(Integer.parseInt(format)));
					}
				}
				default -> {
					// Fonts and borders say nothing of what a cell holds.
				}
			}
		});
		return styles;
	}

	/** The part that holds the sheet. */
	String sheet() {
		return this.sheet;
	}

	/** Of the visible sheets, that of the one that is read first. */
	List<String> names() {
		return this.names;
	}

	LocalDate dayZero() {
		return this.dayZero;
	}

	String text(int number) {
		return this.texts.get(number);
	}

	/**
	 * A date where the style shows one, else a number without noise and with what its
	 * format writes beside it.
	 */
	String number(String value, int style) {
		if (!NUMBER.matcher(value).matches()) {
			return value;
		}
		BigDecimal number = new BigDecimal(value);
		if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || Math.abs(number.scale()) > 400) {
			return value;
		}
		BigDecimal exact = number.round(DIGITS).stripTrailingZeros();
		if (this.dates.get(style) && exact.signum() > 0 && exact.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0) {
			return this.dayZero.plusDays(exact.longValue()).toString();
		}
		// Three digits behind a point may be taken for thousands; four may not.
		String plain = ((exact.scale() == 3) ? exact.setScale(4) : exact).toPlainString();
		return (style < this.formats.size()) ? NumberFormats.shown(exact, plain, this.formats.get(style)) : plain;
	}

}
