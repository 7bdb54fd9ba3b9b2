package org.muster.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.uploads.Encoding;
import org.muster.uploads.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SheetsTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

	@TempDir
	private Path folder;

	private Path file(byte[] content) throws IOException {
		return Files.write(this.folder.resolve("table"), content);
	}

	private static List<SheetRow> read(Path file) throws IOException, Unreadable {
		List<SheetRow> rows = new ArrayList<>();
		Sheets.read(file, Sheets.format(file), rows::add);
		return rows;
	}

	private void refused(Path file, String key) {
		assertThatThrownBy(() -> read(file)).isInstanceOf(Unreadable.class).hasMessage(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { ",", ";", "\t", "|" })
	void theSeparatorIsSeenFromTheHeadings(String separator) throws Exception {
		String table = "Name,E-mail,Note\nAna,a@b.example,\"one, two\nthree\"\n\n,,\nBo,b@b.example\n"
			.replace(",", separator)
			.replace("one" + separator, "one,");
		List<SheetRow> rows = read(file(table.getBytes(StandardCharsets.UTF_8)));
		assertThat(rows).extracting(SheetRow::line).containsExactly(1, 2, 6);
		assertThat(rows.get(1).cells()).containsExactly("Ana", "a@b.example", "one, two\nthree");
		assertThat(rows.get(2).cell(2)).isEmpty();
	}

	@Test
	void utf8AndUtf16WithTheirMarksAreRead() throws Exception {
		for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
			assertThat(read(file("\ufeffName\nZoë\n".getBytes(charset)))).extracting((row) -> row.cell(0))
				.containsExactly("Name", "Zoë");
		}
	}

	@Test
	void anotherEncodingThanTheOneChosenIsRefused() throws Exception {
		Path file = file("Name\nZoë\n".getBytes(StandardCharsets.ISO_8859_1));
		assertThatThrownBy(() -> Sheets.read(file, SheetFormat.CSV, StandardCharsets.UTF_8, (row) -> true))
			.isInstanceOf(Unreadable.class)
			.hasMessage("imports.file.encoding");
	}

	@ParameterizedTest
	@CsvSource({ "windows-1252,Zoë – “Größe” €", "ISO-8859-15,Zoë 500 €", "ISO-8859-15,Dušan Žižka",
			"ISO-8859-1,Ærø Ñandú", "windows-1250,Łukasz Żółć", "windows-1252,Sean O´Neil £ 500" })
	void oldEncodingsAreRecognised(String encoding, String text) throws Exception {
		assertThat(read(file(("Name\n" + text + "\n").getBytes(encoding)))).extracting((row) -> row.cell(0))
			.containsExactly("Name", text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "windows-1250|Dvořák, Jiří|Brno", "ISO-8859-2|Dąbrowska|Kraków",
			"ISO-8859-2|Žižka, Dvořák|Prague", "windows-1250|Győr|Hungary", "windows-1250|Kovač|Ljubljana, Slovenia",
			"windows-1254|Ayşe Yıldız|Turkey", "windows-1251|Иван Петров|Bulgaria", "windows-1251|Дмитрий|",
			"windows-1253|Γιώργος Παπαδόπουλος|Greece", "IBM850|Jürgen Größe, René|", "x-MacRoman|Zoë Müller, René|",
			"windows-1252|Þór Sigurðsson|Iceland", "windows-1252|Søren Ångström, João Simões, Núñez|Brazil",
			"windows-1252|François Besançon, Hélène Noël|France" })
	void oldEncodingsAreGuessedFromWordsAndCountries(String encoding, String text, @Nullable String place)
			throws Exception {
		String table = "Name;Place\n" + text + ";" + ((place != null) ? place : "") + "\n";
		assertThat(read(file(table.getBytes(encoding))).get(1).cell(0)).isEqualTo(text);
	}

	@Test
	void oneLineInAnotherEncodingDoesNotSpoilTheOthers() throws Exception {
		byte[] good = "Name\nZoë\nÜbel\nJosé\n".getBytes(StandardCharsets.UTF_8);
		byte[] bad = "René\n".getBytes("windows-1252");
		byte[] mixed = java.util.Arrays.copyOf(good, good.length + bad.length);
		System.arraycopy(bad, 0, mixed, good.length, bad.length);
		refused(file(mixed), "imports.file.encoding");
	}

	@Test
	void theLineThatSaysTheSeparatorIsNoRow() throws Exception {
		List<SheetRow> rows = read(
				file("sep=;\r\nName;E-mail\r\nA, B;a@b.example\r\n".getBytes(StandardCharsets.UTF_8)));
		assertThat(rows).extracting(SheetRow::line).containsExactly(2, 3);
		assertThat(rows.get(1).cells()).containsExactly("A, B", "a@b.example");
	}

	@Test
	void theHeadingsAreFoundBelowTitles() throws Exception {
		for (String above : List.of("", "People, as of 2026\n\n", "A;B;;D\n", "Liste;;;\nStand;1.1.2026;;\n;;;\n")) {
			List<SheetRow> rows = read(file(
					(above + "Name;E-mail;Land;Tagessatz\nA;a@b.example;DE;5\n").getBytes(StandardCharsets.UTF_8)));
			assertThat(rows.get(Headings.find(rows)).cells()).as(above)
				.containsExactly("Name", "E-mail", "Land", "Tagessatz");
		}
		List<SheetRow> unknown = read(
				file("Lista\nImię;Poczta;Kraj\nA;a@b.example;PL\n".getBytes(StandardCharsets.UTF_8)));
		assertThat(Headings.find(unknown)).isEqualTo(1);
	}

	@Test
	void whatIsNoTableIsRefused() throws Exception {
		refused(file(new byte[0]), "imports.file.empty");
		refused(file("%PDF-1.7 and so on".getBytes(StandardCharsets.US_ASCII)), "imports.file.kind");
		refused(file(new byte[] { 'a', 0, 'b', 0, 'c', 0, 'd', 0, 'e' }), "imports.file.kind");
		refused(file(new byte[] { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0 }), "imports.file.xls");
		refused(file("PK and nothing more".getBytes(StandardCharsets.US_ASCII)), "imports.file.broken");
	}

	@Test
	void aCellWithoutEndIsRefusedBeforeItFillsTheMemory() throws Exception {
		Path file = this.folder.resolve("endless");
		try (OutputStream output = Files.newOutputStream(file)) {
			output.write("Name,E-mail\n\"".getBytes(StandardCharsets.US_ASCII));
			byte[] some = "x".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
			for (int part = 0; part < 40; part++) {
				output.write(some);
			}
		}
		refused(file, "imports.file.csv");
	}

	@Test
	void aHeadingWithoutEndIsRefused() throws Exception {
		refused(file("x".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII)), "imports.file.csv");
	}

	@Test
	void aWorkbookIsReadWithItsDatesNumbersAndFormulas() throws Exception {
		Path file = this.folder.resolve("book.xlsx");
		try (OutputStream output = Files.newOutputStream(file)) {
			Workbook workbook = new Workbook(output, "Test", "1.0");
			Worksheet sheet = workbook.newWorksheet("People");
			sheet.value(0, 0, "Name");
			sheet.value(0, 1, "Rate");
			sheet.value(0, 2, "From");
			sheet.value(1, 0, "=HYPERLINK(\"http://evil.example\")");
			sheet.value(1, 1, 450.5);
			sheet.value(1, 2, LocalDate.of(2027, 1, 31));
			sheet.style(1, 2).format("yyyy-mm-dd").set();
			sheet.value(2, 0, "Bo");
			sheet.formula(2, 1, "1+1");
			workbook.finish();
		}
		List<SheetRow> rows = read(file);
		assertThat(rows.get(1).cells()).containsExactly("=HYPERLINK(\"http://evil.example\")", "450.5", "2027-01-31");
		assertThat(rows.get(2).cell(0)).isEqualTo("Bo");
	}

	private Path zip(String name, byte[] some, int times) throws IOException {
		Path file = this.folder.resolve("zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			zip.putNextEntry(new ZipEntry(name));
			for (int time = 0; time < times; time++) {
				zip.write(some);
			}
			zip.closeEntry();
		}
		return file;
	}

	@Test
	void aZipBombIsRefusedWhileItUnpacks() throws Exception {
		refused(zip("xl/worksheets/sheet1.xml", new byte[1024 * 1024], 700), "imports.file.bomb");
	}

	@Test
	void entitiesAreRefused() throws Exception {
		String xml = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>";
		refused(zip("xl/workbook.xml", xml.getBytes(StandardCharsets.UTF_8), 1), "imports.file.entities");
	}

	@Test
	void anyOtherZipIsNoWorkbook() throws Exception {
		refused(zip("readme.txt", "hello".getBytes(StandardCharsets.UTF_8), 1), "imports.file.broken");
	}

	/**
	 * A workbook as small as programs write it.
	 * @param styles the formats of the styles 1, 2 and so on, or {@code null} for no such
	 * part
	 */
	private Path workbook(String workbookPr, @Nullable List<String> styles, String rows) throws IOException {
		Path file = this.folder.resolve("small.xlsx");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			part(zip, "xl/workbook.xml", "<workbook xmlns:r=\"http://r\">" + workbookPr
					+ "<sheets><sheet name=\"Hidden\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"S\" r:id=\"rId2\"/></sheets></workbook>");
			part(zip, "xl/_rels/workbook.xml.rels",
					"<Relationships><Relationship Id=\"rId2\" Type=\"x/worksheet\" Target=\"/xl/worksheets/other.xml\"/><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
			part(zip, "xl/worksheets/other.xml", "<x:worksheet xmlns:x=\"http://x\"><x:sheetData>"
					+ rows.replace("</", "</x:").replaceAll("<(?!/)", "<x:") + "</x:sheetData></x:worksheet>");
			if (styles != null) {
				StringBuilder formats = new StringBuilder();
				StringBuilder cells = new StringBuilder("<xf numFmtId=\"0\"/>");
				for (int at = 0; at < styles.size(); at++) {
					formats.append("<numFmt numFmtId=\"")
						.append(164 + at)
						.append("\" formatCode=\"")
						.append(styles.get(at).replace("\"", "&quot;"))
						.append("\"/>");
					cells.append("<xf numFmtId=\"").append(164 + at).append("\"/>");
				}
				part(zip, "xl/styles.xml",
						"<styleSheet><numFmts>" + formats
								+ "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cells
								+ "</cellXfs></styleSheet>");
			}
		}
		return file;
	}

	private static void part(ZipOutputStream zip, String name, String text) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(text.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

	@Test
	void aWorkbookWithoutStylesAndWithIsoDatesIsRead() throws Exception {
		List<SheetRow> rows = read(workbook("", null,
				"<row><c t=\"inlineStr\"><is><t>Na</t><rPh><t>x</t></rPh><t>me</t></is></c><c t=\"d\"><v>2027-01-04T00:00:00</v></c></row>"
						+ "<row r=\"5\"><c r=\"B5\"><f>500*1.1</f><v>550.0000000000001</v></c><c r=\"XFD5\" s=\"0\"/></row><row><c><v>650.125</v></c><c t=\"b\"><v>1</v></c></row>"));
		assertThat(rows.get(0).cells()).containsExactly("Name", "2027-01-04");
		assertThat(rows.get(1).line()).isEqualTo(5);
		assertThat(rows.get(1).cells()).containsExactly("", "550");
		assertThat(rows.get(2).cells()).containsExactly("650.1250", "TRUE");
	}

	@Test
	void daysAreCountedFromTheYearThatTheWorkbookSays() throws Exception {
		String cell = "<row><c s=\"1\"><f>TODAY()</f><v>46391</v></c><c><v>46391</v></c></row>";
		List<SheetRow> usual = read(workbook("<workbookPr/>", List.of("dd.mm.yyyy"), cell));
		assertThat(usual.get(0).cells()).containsExactly("2027-01-04", "46391");
		assertThat(new TableDates(null, TODAY).read("46391", usual.get(0).dayZero()))
			.contains(LocalDate.of(2027, 1, 4));
		List<SheetRow> mac = read(workbook("<workbookPr date1904=\"1\"/>", List.of("dd.mm.yyyy"), cell));
		assertThat(mac.get(0).cells()).containsExactly("2031-01-05", "46391");
		assertThat(new TableDates(null, TODAY).read("46391", mac.get(0).dayZero())).contains(LocalDate.of(2031, 1, 5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "#,##0.00 \"EUR/MD\"", "#,##0\\ [$MAD]", "[Red]0 \"max\"", "0 \"days/month\"", "General",
			"Standard", "_-* #,##0.00\\ \"kr/day\"_-", "[$DM-407]0", "0.00E+00", "# ?/?", "@" })
	void numbersWithWordsAreNoDates(String format) {
		assertThat(NumberFormats.isDate(format)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "dd/mm/yyyy", "[$-409]mmmm d, yyyy;@", "yyyy\\-mm\\-dd", "d.m.yy \"Uhr\" hh:mm", "mmm",
			"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy-mm-dd hh:mm:ss.000", "d/m/yy h:mm AM/PM" })
	void datesAreDates(String format) {
		assertThat(NumberFormats.isDate(format)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "2027-04-03|2027-04-03", "2027/4/3|2027-04-03", "3.4.2027|2027-04-03", "3.4.27|2027-04-03",
					"03/04/2027|2027-04-03", "3-4-2027|2027-04-03", "13/04/2027|2027-04-13", "04/13/2027|2027-04-13",
					"20270403|2027-04-03", "3 Apr 2027|2027-04-03", "3. April 2027|2027-04-03",
					"1er avril 2027|2027-04-01", "3 de abril de 2027|2027-04-03", "April 3, 2027|2027-04-03",
					"1. März 2027|2027-03-01", "2027-04-03T00:00:00|2027-04-03", "2027. 04. 03.|2027-04-03",
					"2027年4月3日|2027-04-03", "'Sat, 3 April 2027'|2027-04-03", "'Samstag, 3.4.2027'|2027-04-03",
					"2027-04-03 00:00|2027-04-03", "30.02.2027|", "tomorrow|", "1250|", "1/2|" })
	void datesAreReadAsTheyAreWritten(String text, @Nullable LocalDate date) {
		assertThat(new TableDates(DateOrder.DAY_FIRST, TODAY).read(text, SheetRow.DAY_ZERO).orElse(null))
			.isEqualTo(date);
	}

	@Test
	void theOrderOfDayAndMonthIsSeenFromTheDatesThemselves() {
		assertThat(order("2027-01-02", "01.02.2027")).isNull();
		assertThat(order("01/02/2027")).isEqualTo(DateOrder.OPEN);
		assertThat(order("01/02/2027", "13/02/2027")).isEqualTo(DateOrder.DAY_FIRST);
		assertThat(order("01/02/2027", "02/13/27")).isEqualTo(DateOrder.MONTH_FIRST);
		assertThat(order("13/02/2027", "02/13/2027")).isEqualTo(DateOrder.OPEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "27-03-04", "27/03/04", "27.03.04" })
	void aYearInTwoDigitsMayComeFirst(String date) {
		assertThat(order(date)).isEqualTo(DateOrder.OPEN);
		assertThat(new TableDates(DateOrder.OPEN, TODAY).read(date, SheetRow.DAY_ZERO)).isEmpty();
		assertThat(new TableDates(null, TODAY).read(date, SheetRow.DAY_ZERO)).isEmpty();
		assertThat(new TableDates(DateOrder.YEAR_FIRST, TODAY).read(date, SheetRow.DAY_ZERO))
			.contains(LocalDate.of(2027, 3, 4));
		assertThat(order(date, date.replace("27", "32"))).isEqualTo(DateOrder.YEAR_FIRST);
		assertThat(order(date, date.replace("04", "40"))).isEqualTo(DateOrder.DAY_FIRST);
	}

	@Test
	void theOrderOfDatesIsThatOfTheirColumn() throws Exception {
		TableReading reading = reading(
				"E-mail;Phone;Cost centre;Start\na@b.example;11-22-3344;10-20-3000;03/04/2027\n");
		assertThat(reading.dateOrders()).containsEntry(3, DateOrder.OPEN);
	}

	private TableReading reading(String table) throws Exception {
		return TableReading.of(file(table.getBytes(StandardCharsets.UTF_8)), SheetFormat.CSV, StandardCharsets.UTF_8,
				null);
	}

	/** What is to be confirmed of the columns as they are guessed. */
	private List<String> doubts(String table) throws Exception {
		TableReading reading = reading(table);
		Map<TableColumn, Integer> columns = new HashMap<>();
		List<@Nullable TableColumn> guesses = TableColumn.guess(reading.header());
		for (int at = 0; at < guesses.size(); at++) {
			TableColumn field = guesses.get(at);
			if (field != null) {
				columns.put(field, at);
			}
		}
		return AmountNotes.doubts(AmountNotes.Note.all(AmountNotes.Note.kept(reading.notes())), reading.header(),
				columns, "EUR");
	}

	@Test
	void whatIsSaidOfAmountsOutsideOfTheirHeadingsIsAskedAbout() throws Exception {
		String head = "Name;E-mail;Cost;Rate\n";
		String row = "A;a@b.example;40;50\n";
		assertThat(doubts("Consultants, all amounts in USD\n" + head + row))
			.containsExactly("Consultants, all amounts in USD");
		assertThat(doubts("As of: Stundensätze\n" + head + row)).hasSize(1);
		assertThat(doubts("Werte in Tsd.\n" + head + row)).hasSize(1);
		assertThat(doubts("Rates per sprint\n" + head + row)).containsExactly("Rates per sprint");
		assertThat(doubts(";;Rates in USD per hour\n" + head + row)).containsExactly("Rates in USD per hour");
		assertThat(doubts(head + ";;€/h;€/h\n" + row)).containsExactly("€/h");
		assertThat(doubts(head + ";text;net;USD\n" + row)).containsExactly("USD");
		assertThat(doubts("All figures in Swiss francs\n" + head + row)).hasSize(1);
		assertThat(doubts(";;inkl. MwSt.;\n" + head + row)).hasSize(1);
		assertThat(doubts(head + row + "* all rates per hour\n")).containsExactly("* all rates per hour");
		assertThat(doubts("Name;E-mail;Cost;Rate;Unit\nA;a@b.example;40;50;hour\n")).containsExactly("Unit: hour");
		assertThat(doubts("Name;E-mail;Cost;Rate;What\nA;a@b.example;40;50;USD\nB;b@b.example;4;5;EUR\n"))
			.containsExactly("What: USD");
	}

	@Test
	void tablesThatSayNothingElseOfTheirAmountsAreNotAskedAbout() throws Exception {
		String head = "Name;E-mail;Cost;Rate;Unit\n";
		String row = "A;a@b.example;40;50;day\n";
		assertThat(doubts("Mitarbeiterübersicht Stand 01.11.2026\n;;;\n" + head + row)).isEmpty();
		assertThat(doubts("Consultants, as of 2026\n" + head + row)).isEmpty();
		assertThat(doubts("All rates in EUR, net, per day\n" + head + row)).isEmpty();
		assertThat(doubts("Person;;Kosten;Verkauf\n" + head + row)).isEmpty();
		assertThat(doubts(head + ";;€/day;EUR\n" + row)).isEmpty();
		assertThat(doubts(head + "B;;450 €;600 USD;day\nTotal;;1000;2000\n" + row)).isEmpty();
		assertThat(doubts("E-mail;Cost;Curr.\na@b.example;40;USD\n")).isEmpty();
		assertThat(doubts("E-mail;Team;Unit\na@b.example;USD;hour\n")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Email;Tagessatz (EK);Tagessatz (VK)|EMAIL;PAY_RATE;BILL_RATE",
			"Email;Day rate (cost);Day rate (client)|EMAIL;PAY_RATE;BILL_RATE",
			"Email;Rate (internal);Rate (external)|EMAIL;PAY_RATE;BILL_RATE",
			"Email;TJM (achat);TJM (vente)|EMAIL;PAY_RATE;BILL_RATE",
			"Email;Tarifa (coste);Tarifa (venta)|EMAIL;PAY_RATE;BILL_RATE",
			"Email;Rate [buy];Rate [sell]|EMAIL;PAY_RATE;BILL_RATE", "Email;Rate (2024);Rate (2027)|EMAIL;null;null",
			"Email;Rate;Rate|EMAIL;null;null", "Email;Rate;VK|EMAIL;null;null", "Email;VK (cost)|EMAIL;null",
			"Name (company);Name;City (client);City|null;NAME;null;CITY",
			"Start (project);Start;Phone (emergency);Phone|null;AVAILABLE_FROM;null;PHONE",
			"E-mail (manager);E-mail (work);Country (ISO);Rolle(n)|null;EMAIL;COUNTRY;ROLES",
			"Skills (level 1-5);Experience (years);Start (dd/mm/yyyy);Phone (mobile)|SKILLS;YEARS;AVAILABLE_FROM;PHONE" })
	void whatStandsInBracketsIsReadOrNothingIsGuessed(String headings, String fields) {
		assertThat(TableColumn.guess(List.of(headings.split(";")))).extracting(String::valueOf)
			.containsExactly(fields.split(";"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "03/04/2027 00:00:00", "03/04/2027 08:00", "3 / 4 / 2027", "03/04/2027 08:00 PM",
			"3-4-27 10:00" })
	void whateverIsReadByTheOrderIsAskedAbout(String date) {
		assertThat(order(date)).isEqualTo(DateOrder.OPEN);
		assertThat(order(date, "12/25/2027 00:00:00")).isEqualTo(DateOrder.MONTH_FIRST);
		assertThat(new TableDates(DateOrder.MONTH_FIRST, TODAY).read(date, SheetRow.DAY_ZERO))
			.contains(LocalDate.of(2027, 3, 4));
		assertThat(new TableDates(DateOrder.DAY_FIRST, TODAY).read(date, SheetRow.DAY_ZERO))
			.contains(LocalDate.of(2027, 4, 3));
	}

	private static @Nullable DateOrder order(String... dates) {
		DateOrder.Evidence evidence = new DateOrder.Evidence();
		List.of(dates).forEach(evidence::take);
		return evidence.order();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"Vorname,Nachname,E-Mail,Rolle,VK-Satz (€)|FIRST_NAME,LAST_NAME,EMAIL,ROLES,BILL_RATE",
			"Nom,Prénom,Courriel,TJM,Compétences|LAST_NAME,FIRST_NAME,EMAIL,BILL_RATE,SKILLS",
			"Nombre,Apellidos,Correo electrónico,País,Tarifa diaria|FIRST_NAME,LAST_NAME,EMAIL,COUNTRY,BILL_RATE",
			"Nome,E-mail,Função,Disponível a partir de,Moeda|NAME,EMAIL,HEADLINE,AVAILABLE_FROM,CURRENCY",
			"Name,Verfuegbar ab,Tagessatz EUR,Einkaufssatz netto,Bundesland|NAME,AVAILABLE_FROM,BILL_RATE,PAY_RATE,REGION" })
	void headingsAreKnownInSeveralLanguages(String headings, String fields) {
		assertThat(TableColumn.guess(List.of(headings.split(",")))).extracting(String::valueOf)
			.containsExactly(fields.split(","));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "#,##0.00 [$USD]|800 USD", "\"USD\" #,##0.00|USD 800", "[$$-409]#,##0.00|$800",
					"[$£-809]#,##0|£800", "#,##0\\ [$CHF]|800 CHF", "#,##0.00\\ \"EUR/h\"|800 EUR/h", "0.0,\"k\"|0.8k",
					"_-* #,##0.00\\ [$€-407]_-;-* #,##0.00|800 €", "General|800", "Standard|800", "0%|80000%",
					"00000000000|00000000800", "\"+\"0|+800", "000\\-00|008-00", "[Red]0.00|800", "0.00E+00|800",
					"@|800", "# ?/?|800", "_($* #,##0.00_)|$800" })
	void whatAFormatWritesBesideANumberIsRead(String format, String shown) throws Exception {
		List<SheetRow> rows = read(workbook("", List.of(format), "<row><c s=\"1\"><v>800</v></c></row>"));
		assertThat(rows.get(0).cell(0)).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "[=0]\"-\";#,##0 \"USD\"|650|650 USD", "[=0]\"-\";#,##0.00 \"€/h\"|80|80 €/h",
					"#,##0.00,|900|0.9k", "#,##0.00,\\ \"kr\"|900|0.9k kr", "0.0,,|1250000|1.25M",
					"[$€-x-euro2]\\ #,##0|650|€ 650", "#,##0.00\\ [$€-de-DE]|650|650 €", "[$€-en-IE]#,##0|650|€650",
					"[>=1000]#,##0.0,\"k €\";#,##0 \"€\"|650|650 €", "[>=1000]#,##0.0,\"k €\";#,##0 \"€\"|1250|1.25k €",
					"[<5]0 \"a\";[<9]0 \"b\";0 \"c\"|7|7 b", "[<5]0 \"a\";[<9]0 \"b\";0 \"c\"|9|9 c",
					"0 \"a;b\";-0;\"none\"|0|none", "0 \"a;b\";-0;\"none\"|3|3 a;b", "dd.mm.yyyy;;\"sofort\"|0|sofort",
					"0;-0;;@|0|~~", "dd.mm.yyyy|0|0",
					"[<=9999999]###\\-####;\\(###\\)\\ ###\\-####|2125551234|(212) 555-1234" })
	void theSectionOfAFormatThatIsForTheNumberIsRead(String format, String number, String shown) throws Exception {
		List<SheetRow> rows = read(workbook("", List.of(format.replace("<", "&lt;")),
				"<row><c s=\"1\"><v>" + number + "</v></c><c><v>1</v></c></row>"));
		assertThat(rows.get(0).cell(0)).isEqualTo(shown);
	}

	@Test
	void rowsThatAWorkbookDoesNotShowAreCounted() throws Exception {
		String row = "<row><c t=\"inlineStr\"><is><t>Name</t></is></c></row>";
		Path file = workbook("", null, row + row + row.replace("<row>", "<row hidden=\"1\">"));
		TableReading reading = TableReading.of(file, SheetFormat.EXCEL, null, 1);
		assertThat(reading.rows()).isEqualTo(2);
		assertThat(reading.hidden()).isEqualTo(1);
	}

	@Test
	void theFormatsThatEveryWorkbookHasShowPerCentAndDollars() {
		assertThat(NumberFormats.shown(new java.math.BigDecimal("650"), "650", NumberFormats.builtIn(44)))
			.isEqualTo("$650");
		assertThat(NumberFormats.shown(new java.math.BigDecimal("6.5"), "6.5", NumberFormats.builtIn(10)))
			.isEqualTo("650%");
	}

	@Test
	void aPhoneKeepsTheZeroAndThePlusThatItsFormatShows() throws Exception {
		List<SheetRow> rows = read(workbook("", List.of("00000000000", "\"+\"0", "0000\\ 000\\-0000"),
				"<row><c s=\"1\"><v>1715551234</v></c><c s=\"2\"><v>491715551234</v></c><c s=\"3\"><v>1715551234</v></c></row>"));
		assertThat(rows.get(0).cells()).containsExactly("01715551234", "+491715551234", "0171 555-1234");
	}

	@Test
	void aDayThatIsAHairShortOfMidnightIsTheNextOne() throws Exception {
		List<SheetRow> rows = read(
				workbook("", List.of("dd.mm.yyyy"), "<row><c s=\"1\"><v>46390.9999999999927</v></c></row>"));
		assertThat(rows.get(0).cells()).containsExactly("2027-01-04");
	}

	@Test
	void aWorkbookIsFoundByItsRelations() throws Exception {
		Path file = this.folder.resolve("other.xlsx");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			part(zip, "_rels/.rels",
					"<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"/xl/workbook2.xml\"/></Relationships>");
			part(zip, "xl/workbook2.xml",
					"<workbook xmlns:r=\"http://r\"><sheets><sheet name=\"S\" r:id=\"b\"/></sheets></workbook>");
			part(zip, "xl/_rels/workbook2.xml.rels",
					"<Relationships><Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"./worksheets/sheet1.xml\"/></Relationships>");
			part(zip, "xl/worksheets/sheet1.xml",
					"<worksheet><sheetData><row><c><v>NaN</v></c><c><v>1E+300</v></c><c><v>1E+999999999999</v></c></row></sheetData></worksheet>");
		}
		assertThat(read(file).get(0).cells()).containsExactly("NaN", "1E+300", "1E+999999999999");
		assertThat(ExcelRows.sheets(file)).containsExactly("S");
	}

	@Test
	void aSpreadsheetOfAnotherProgramIsCalledByItsName() throws Exception {
		Path file = this.folder.resolve("table.ods");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			part(zip, "content.xml", "<x/>");
			part(zip, "META-INF/manifest.xml", "<x/>");
		}
		refused(file, "imports.file.ods");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16LE", "UTF-16BE" })
	void utf16WithoutAMarkIsKnownByItsZeros(String encoding) throws Exception {
		for (String text : List.of("E-mail;Name;City\nann@pool.example;Łucja Ångström;Gdańsk\n",
				"E-mail;Name\nmaria@pool.example;Мария Иванова\nli@pool.example;李明\n")) {
			assertThat(Encoding.of(text.getBytes(encoding))).isEqualTo(java.nio.charset.Charset.forName(encoding));
		}
		byte[] picture = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0x0d, 'I', 'H', 'D', 'R', 0,
				0 };
		assertThat(Encoding.of(picture)).isEqualTo(java.nio.charset.StandardCharsets.UTF_8);
		assertThat(Encoding.of("a;b\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
			.isEqualTo(java.nio.charset.StandardCharsets.UTF_8);
	}

}
