package org.muster.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;
import org.muster.uploads.PackedFile;
import org.muster.uploads.Unreadable;

/**
 * The rows of the first sheet of an Excel workbook that is not hidden, ECMA-376, read as
 * they come. Parts that other programs leave out, such as styles, may be missing.
 */
final class ExcelRows {

	private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

	static {
		XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		XML.setProperty(XMLInputFactory.IS_COALESCING, true);
	}

	private static final Pattern NUMBERED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private final XMLStreamReader xml;

	private final ExcelBook book;

	private ExcelRows(XMLStreamReader xml, ExcelBook book) {
		this.xml = xml;
		this.book = book;
	}

	/**
	 * Hands over one row after another, blank ones left out, until the taker wants no
	 * more.
	 * @param file one that {@link PackedFile#guard} has let pass
	 */
	static void read(Path file, Predicate<SheetRow> taker) throws IOException, Unreadable {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			if (zip.getEntry("content.xml") != null && zip.getEntry("META-INF/manifest.xml") != null) {
				throw new Unreadable("imports.file.ods");
			}
			ExcelBook book = ExcelBook.of(zip);
			try (InputStream input = open(zip, book.sheet())) {
				new ExcelRows(XML.createXMLStreamReader(input), book).each(taker);
			}
		}
		catch (XMLStreamException | IllegalArgumentException | IndexOutOfBoundsException ex) {
			throw new Unreadable("imports.file.broken", ex);
		}
	}

	/** The names of the visible sheets, that of the one that is read first. */
	static List<String> sheets(Path file) throws IOException, Unreadable {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return ExcelBook.of(zip).names();
		}
		catch (XMLStreamException | IllegalArgumentException | IndexOutOfBoundsException ex) {
			throw new Unreadable("imports.file.broken", ex);
		}
	}

	/**
	 * A part of a workbook.
	 * @throws Unreadable if there is none
	 */
	static InputStream open(ZipFile zip, String name) throws IOException, Unreadable {
		ZipEntry entry = zip.getEntry(name);
		if (entry == null) {
			throw new Unreadable("imports.file.broken");
		}
		return zip.getInputStream(entry);
	}

	static XMLStreamReader reader(InputStream input) throws XMLStreamException {
		return XML.createXMLStreamReader(input);
	}

	private void each(Predicate<SheetRow> taker) throws XMLStreamException, Unreadable {
		int line = 0;
		while (this.xml.hasNext()) {
			if (this.xml.next() == XMLStreamConstants.START_ELEMENT && this.xml.getLocalName().equals("row")) {
				String said = this.xml.getAttributeValue(null, "r");
				line = (said != null) ? Integer.parseInt(said) : line + 1;
				boolean hidden = ExcelBook.isTrue(this.xml.getAttributeValue(null, "hidden"));
				SheetRow row = new SheetRow(line, cells(), this.book.dayZero(), hidden);
				if (!row.isBlank() && !taker.test(row)) {
					return;
				}
			}
		}
	}

	/** Up to the end of the row. */
	private List<String> cells() throws XMLStreamException, Unreadable {
		List<String> cells = new ArrayList<>();
		int next = 0;
		while (true) {
			int event = this.xml.next();
			if (event == XMLStreamConstants.END_ELEMENT && this.xml.getLocalName().equals("row")) {
				return cells;
			}
			if (event == XMLStreamConstants.START_ELEMENT && this.xml.getLocalName().equals("c")) {
				String at = this.xml.getAttributeValue(null, "r");
				int column = (at != null) ? column(at) : next;
				next = column + 1;
				put(cells, column, cell());
			}
		}
	}

	private static void put(List<String> cells, int column, String text) throws Unreadable {
		if (text.isEmpty()) {
			return;
		}
		if (column >= Sheets.MOST_COLUMNS) {
			throw new Unreadable("imports.file.columns");
		}
		while (cells.size() <= column) {
			cells.add("");
		}
		cells.set(column, text);
	}

	/** 27 for AB5: counted from 0. */
	private static int column(String address) {
		int column = 0;
		for (int at = 0; at < address.length() && Character.isLetter(address.charAt(at)); at++) {
			column = 26 * column + Character.toUpperCase(address.charAt(at)) - 'A' + 1;
		}
		return Math.max(0, column - 1);
	}

	/** Up to its end. Of a formula the value that it had. */
	private String cell() throws XMLStreamException {
		String type = this.xml.getAttributeValue(null, "t");
		String style = this.xml.getAttributeValue(null, "s");
		String value = "";
		while (true) {
			int event = this.xml.next();
			if (event == XMLStreamConstants.END_ELEMENT && this.xml.getLocalName().equals("c")) {
				return text(type, style, value);
			}
			if (event == XMLStreamConstants.START_ELEMENT) {
				switch (this.xml.getLocalName()) {
					case "v" -> value = this.xml.getElementText();
					case "is" -> value = richText(this.xml, "is");
					default -> {
						// Formulas are not ours to calculate.
					}
				}
			}
		}
	}

	private String text(@Nullable String type, @Nullable String style, String value) {
		if (value.isEmpty()) {
			return "";
		}
		return switch ((type != null) ? type : "n") {
			case "s" -> this.book.text(Integer.parseInt(value.strip()));
			case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
			case "d" -> value.strip().substring(0, Math.min(10, value.strip().length()));
			case "n" -> this.book.number(value.strip(), (style != null) ? Integer.parseInt(style) : 0);
			default -> plain(value);
		};
	}

	/** All of a text but how it is pronounced. */
	static String richText(XMLStreamReader xml, String element) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		int spoken = 0;
		while (true) {
			int event = xml.next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				String name = xml.getLocalName();
				if (name.equals("rPh")) {
					spoken++;
				}
				else if (name.equals("t") && spoken == 0) {
					text.append(xml.getElementText());
				}
			}
			else if (event == XMLStreamConstants.END_ELEMENT) {
				if (xml.getLocalName().equals("rPh")) {
					spoken--;
				}
				else if (xml.getLocalName().equals(element)) {
					return plain(text.toString());
				}
			}
		}
	}

	/** Excel writes control characters as numbers. */
	private static String plain(String text) {
		return text.contains("_x") ? NUMBERED.matcher(text).replaceAll((found) -> {
			char sign = (char) Integer.parseInt(found.group(1), 16);
			return (sign == '\r') ? "" : Matcher.quoteReplacement(String.valueOf(sign));
		}) : text;
	}

}
