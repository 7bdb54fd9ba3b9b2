package org.muster.uploads;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WordParserTest {

	private static final String NAMESPACES = """
			xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
			xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006\"""";

	private static String textOf(Map<String, String> parts) throws Exception {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		parts.forEach((name, xml) -> entries.put(name, xml.getBytes(StandardCharsets.UTF_8)));
		BodyContentHandler text = new BodyContentHandler(-1);
		new WordParser().parse(new ByteArrayInputStream(Documents.zip(entries)), text, new Metadata(),
				new ParseContext());
		return text.toString().strip();
	}

	private static String part(String name, String content) {
		return "<w:" + name + " " + NAMESPACES + ">" + content + "</w:" + name + ">";
	}

	private static String body(String content) throws Exception {
		return textOf(Map.of("word/document.xml", part("document", "<w:body>" + content + "</w:body>")));
	}

	private static String paragraph(String text) {
		return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
	}

	@Test
	void aParagraphIsALineHoweverItIsPutTogether() throws Exception {
		assertThat(body("""
				<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs></w:pPr>
				<w:r><w:t xml:space="preserve">2019</w:t><w:noBreakHyphen/><w:t>2021</w:t><w:tab/></w:r>
				<w:hyperlink><w:r><w:t>Globex &amp; Sons</w:t></w:r></w:hyperlink>
				<w:r><w:br/><w:t>Lisbon</w:t></w:r></w:p>""" + paragraph("Next")))
			.isEqualTo("2019-2021\tGlobex & Sons\nLisbon\nNext");
	}

	@Test
	void cellsAreOnLinesOfTheirOwn() throws Exception {
		assertThat(body("<w:tbl><w:tr><w:tc>" + paragraph("Java") + "</w:tc><w:tc>" + paragraph("5 years")
				+ "</w:tc></w:tr></w:tbl>"))
			.isEqualTo("Java\n\t5 years");
	}

	@Test
	void itemsOfListsHaveABulletUnlessTheyWereTakenOut() throws Exception {
		String item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"%s\"/></w:numPr></w:pPr>"
				+ "<w:r><w:t>%s</w:t></w:r></w:p>";
		assertThat(body(item.formatted("3", "Kafka") + item.formatted("0", "Summary"))).isEqualTo("• Kafka\nSummary");
	}

	@Test
	void whatWasDeletedOrMovedAwayAndWhatFieldsAreMadeOfIsNotRead() throws Exception {
		assertThat(body("""
				<w:p><w:del w:author="a"><w:r><w:delText>old</w:delText></w:r></w:del>
				<w:ins w:author="a"><w:r><w:t>new</w:t></w:r></w:ins>
				<w:moveFrom><w:r><w:t>there</w:t></w:r></w:moveFrom>
				<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>""")).isEqualTo("new");
	}

	@Test
	void aTextBoxIsReadOnceBehindTheParagraphThatItIsAnchoredIn() throws Exception {
		String box = "<w:txbxContent>" + paragraph("In a box") + "</w:txbxContent>";
		assertThat(body("<w:p><w:r><w:t>Ada</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>" + box
				+ "</mc:Choice><mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent></w:r>"
				+ "<w:r><w:t xml:space=\"preserve\"> Lovelace</w:t></w:r></w:p>" + paragraph("Developer")))
			.isEqualTo("Ada Lovelace\nIn a box\nDeveloper");
	}

	@Test
	void headersComeFirstAndFootersLastWhereverTheyAreInTheFile() throws Exception {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("word/footer1.xml", part("ftr", paragraph("Page")));
		parts.put("word/document.xml", part("document", "<w:body>" + paragraph("CV") + "</w:body>"));
		parts.put("word/endnotes.xml", part("endnotes", paragraph("End")));
		parts.put("word/footnotes.xml", part("footnotes", paragraph("Foot")));
		parts.put("word/header2.xml", part("hdr", paragraph("Ada Lovelace")));
		parts.put("word/styles.xml", part("styles", paragraph("Heading")));
		assertThat(textOf(parts)).isEqualTo("Ada Lovelace\nCV\nFoot\nEnd\nPage");
	}

	@Test
	void whatHasNoDocumentOrIsNoXmlIsRefused() {
		for (Map<String, String> parts : List.of(Map.of("word/header1.xml", part("hdr", paragraph("Ada"))),
				Map.of("word/document.xml", "<w:document " + NAMESPACES + "><w:body>"))) {
			assertThatExceptionOfType(TikaException.class).isThrownBy(() -> textOf(parts));
		}
	}

}
