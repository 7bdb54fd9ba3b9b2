package org.muster.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What files that are kept for others may be. */
class FileKindTest {

	private static final String RELATION = """
			<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
			Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="http://evil.example/x" \
			TargetMode="External"/></Relationships>""";

	@TempDir
	private Path folder;

	private Path file(byte[] content) throws Exception {
		return Files.write(this.folder.resolve("file"), content);
	}

	@ParameterizedTest
	@CsvSource({ "GIF, offer.html, offer.gif", "PDF, CV.PDF, CV.PDF", "JPEG, me.jpeg, me.jpeg", "PDF, run.exe, run.pdf",
			"PNG, ?, ?.png", "WORD, letter, letter.docx", "PDF, version 1.2, version 1.2.pdf", "PDF, .pdf, ?.pdf",
			"PNG, a.html.png, a.html.png" })
	void aNameEndsAsItsContentIs(FileKind kind, String name, String named) {
		assertThat(kind.named(name, 200)).isEqualTo(named);
		assertThat(kind.named("x".repeat(300), 200)).hasSize(200);
	}

	private static byte[] pdf(boolean packed, boolean script, boolean launch) throws Exception {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			document.addPage(new PDPage());
			if (script) {
				document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
			}
			if (launch) {
				document.getDocumentCatalog().setOpenAction(new PDActionLaunch());
			}
			document.save(bytes, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
			return bytes.toByteArray();
		}
	}

	@Test
	void aPdfWithAScriptIsFoundAlsoInsideOfPackedObjectsAndInCodes() throws Exception {
		for (boolean packed : new boolean[] { true, false }) {
			assertThat(FileKind.PDF.isActive(file(pdf(packed, false, false)))).isFalse();
			assertThat(FileKind.PDF.isActive(file(pdf(packed, true, false)))).isTrue();
			assertThat(FileKind.PDF.isActive(file(pdf(packed, false, true)))).isTrue();
		}
		String plain = new String(pdf(false, true, false), StandardCharsets.ISO_8859_1);
		assertThat(plain).contains("/JavaScript");
		byte[] coded = plain.replace("/JavaScript", "/J#61v#61Script").getBytes(StandardCharsets.ISO_8859_1);
		assertThat(FileKind.PDF.isActive(file(coded))).isTrue();
	}

	private static byte[] word(String name, byte[] part) {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
		parts.put("word/document.xml", "<document/>".getBytes(StandardCharsets.UTF_8));
		parts.put(name, part);
		return Documents.zip(parts);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void aDocumentWithMacrosOrATemplateFromElsewhereIsFound() throws Exception {
		String types = "<Types><Override PartName=\"/word/other.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>";
		Path macros = file(word("[Content_Types].xml", utf8(types)));
		assertThat(FileKind.of(macros)).contains(FileKind.WORD);
		assertThat(FileKind.WORD.isActive(macros)).isTrue();
		assertThat(FileKind.WORD.isActive(file(word("word/vbaProject.bin", new byte[3])))).isTrue();
		String link = RELATION.formatted("attachedTemplate");
		assertThat(FileKind.WORD.isActive(file(word("word/_rels/settings.xml.rels", utf8(link))))).isTrue();
		byte[] wide = ("\ufeff" + link).getBytes(StandardCharsets.UTF_16LE);
		assertThat(FileKind.WORD.isActive(file(word("word/_rels/settings.xml.rels", wide)))).isTrue();
		String harmless = RELATION.formatted("hyperlink");
		assertThat(FileKind.WORD.isActive(file(word("word/_rels/document.xml.rels", utf8(harmless))))).isFalse();
		assertThat(FileKind.WORD.isActive(file(Documents.word("A letter")))).isFalse();
	}

	@Test
	void aDeclarationIsFoundInWideLettersAndFarBehindTheBeginning() throws Exception {
		String declared = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
		assertThat(FileKind.of(file(word("word/a.xml", utf8("<x/>"))))).contains(FileKind.WORD);
		assertThat(FileKind.of(file(word("word/a.xml", declared.getBytes(StandardCharsets.UTF_16))))).isEmpty();
		assertThat(FileKind.of(file(word("word/a.xml", declared.getBytes(StandardCharsets.UTF_16LE))))).isEmpty();
		for (int blanks : new int[] { 20_000, 16 * 1024 - 4 }) {
			assertThat(FileKind.of(file(word("word/a.xml", utf8(" ".repeat(blanks) + declared))))).isEmpty();
		}
	}

}
