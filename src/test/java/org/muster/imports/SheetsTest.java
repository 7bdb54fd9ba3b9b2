package org.muster.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SheetsTest {

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
	void anotherEncodingIsRefused() throws Exception {
		refused(file("Name\nZoë\n".getBytes(StandardCharsets.ISO_8859_1)), "imports.file.encoding");
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

}
