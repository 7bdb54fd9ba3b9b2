package org.muster.uploads;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever looks for somebody in a document finds whatever part of it names the person.
 */
class TextSearchTest {

	private static final String WORDS = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

	@TempDir
	private Path folder;

	private String textOf(byte[] content, FileKind kind) throws Exception {
		Path file = Files.write(this.folder.resolve("file"), content);
		try (TextSearch search = new TextSearch(Duration.ofSeconds(60))) {
			return search.textOf(file, kind).orElseThrow();
		}
	}

	private byte[] word() throws Exception {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		Path plain = Files.write(this.folder.resolve("plain"), Documents.word("Just a body"));
		try (ZipFile zip = new ZipFile(plain.toFile())) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
			}
		}
		part(parts, "docProps/core.xml",
				"""
						<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
							xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Core Creator</dc:creator><cp:lastModifiedBy>Core Modifier</cp:lastModifiedBy></cp:coreProperties>""");
		part(parts, "word/comments.xml", "<w:comments " + WORDS
				+ "><w:comment w:id=\"0\" w:author=\"Comment Author\"><w:p><w:r><w:t>Comment</w:t></w:r><w:r><w:t xml:space=\"preserve\"> Text</w:t></w:r></w:p></w:comment></w:comments>");
		part(parts, "word/header1.xml", "<w:hdr " + WORDS + "><w:p><w:r><w:t>Header Text</w:t></w:r></w:p></w:hdr>");
		part(parts, "word/footnotes.xml", "<w:footnotes " + WORDS
				+ "><w:footnote w:id=\"1\"><w:p><w:r><w:t>Footnote Text</w:t></w:r></w:p>"
				+ "<w:p><w:del w:author=\"Change Author\"><w:r><w:delText>Deleted Text</w:delText></w:r></w:del></w:p>"
				+ "</w:footnote></w:footnotes>");
		return Documents.zip(parts);
	}

	private static void part(Map<String, byte[]> parts, String name, String xml) {
		parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void aWordFileIsReadWithCommentsHeadersFootnotesChangesAndProperties() throws Exception {
		assertThat(textOf(word(), FileKind.WORD)).contains("Just a body", "Core Creator", "Core Modifier",
				"Comment Author", "Comment Text", "Header Text", "Footnote Text", "Change Author", "Deleted Text");
	}

	@Test
	void aPdfIsReadWithItsProperties() throws Exception {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		try (PDDocument document = Loader.loadPDF(Documents.pdf("Just a body"))) {
			document.getDocumentInformation().setAuthor("Pdf Author");
			document.getDocumentInformation().setKeywords("Pdf Keyword");
			document.save(output);
		}
		assertThat(textOf(output.toByteArray(), FileKind.PDF)).contains("Just a body", "Pdf Author", "Pdf Keyword");
	}

	@Test
	void ofAWorkbookWhatIsBesidesItsCellsIsRead() throws Exception {
		Path file = this.folder.resolve("book.xlsx");
		try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream output = Files.newOutputStream(file)) {
			book.createSheet("Sheet Name").createRow(0).createCell(0).setCellValue("Cell Text");
			book.getProperties().getCoreProperties().setCreator("Book Creator");
			book.write(output);
		}
		assertThat(OfficeTexts.besidesCells(file, 10_000)).contains("Book Creator").doesNotContain("Cell Text");
	}

}
