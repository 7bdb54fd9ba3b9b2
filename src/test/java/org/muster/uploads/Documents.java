package org.muster.uploads;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Makes the documents that people upload. */
public final class Documents {

	private Documents() {
	}

	/** A page of text, a line a line. */
	public static byte[] pdf(String text) {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream output = new ByteArrayOutputStream()) {
			PDPage page = new PDPage();
			document.addPage(page);
			try (PDPageContentStream content = new PDPageContentStream(document, page)) {
				content.beginText();
				content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
				content.setLeading(14);
				content.newLineAtOffset(50, 740);
				for (String line : text.split("\n")) {
					content.showText(line);
					content.newLine();
				}
				content.endText();
			}
			document.save(output);
			return output.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The same PDF, which nobody opens without a password. */
	public static byte[] locked(byte[] pdf) {
		try (PDDocument document = Loader.loadPDF(pdf); ByteArrayOutputStream output = new ByteArrayOutputStream()) {
			document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
			document.save(output);
			return output.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A picture of noise, which does not pack well. */
	public static byte[] picture(String format) {
		BufferedImage picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
		Random random = new Random(7);
		for (int at = 0; at < 60 * 40; at++) {
			picture.setRGB(at % 60, at / 60, random.nextInt());
		}
		try (ByteArrayOutputStream output = new ByteArrayOutputStream()) {
			if (!ImageIO.write(picture, format, output)) {
				throw new IllegalArgumentException(format);
			}
			return output.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A Word document, a paragraph a line. */
	public static byte[] word(String text) {
		try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream output = new ByteArrayOutputStream()) {
			for (String line : text.split("\n")) {
				document.createParagraph().createRun().setText(line);
			}
			document.write(output);
			return output.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static byte[] zip(Map<String, byte[]> entries) {
		try (ByteArrayOutputStream output = new ByteArrayOutputStream()) {
			try (ZipOutputStream zip = new ZipOutputStream(output)) {
				for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
					zip.putNextEntry(new ZipEntry(entry.getKey()));
					zip.write(entry.getValue());
				}
			}
			return output.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A zip whose one entry is as long as said and holds nothing but zeros. */
	public static byte[] bomb(String name, int megabytes) {
		try (ByteArrayOutputStream output = new ByteArrayOutputStream()) {
			try (ZipOutputStream zip = new ZipOutputStream(output)) {
				zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
				zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
				zip.putNextEntry(new ZipEntry(name));
				fill(zip, megabytes);
			}
			return output.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void fill(OutputStream output, int megabytes) throws IOException {
		byte[] zeros = new byte[1024 * 1024];
		for (int one = 0; one < megabytes; one++) {
			output.write(zeros);
		}
	}

	/** The same with some bytes of what is packed turned over. */
	public static byte[] damaged(byte[] packed) {
		byte[] damaged = packed.clone();
		for (int at = 60; at < packed.length / 2; at += 7) {
			damaged[at] = (byte) ~damaged[at];
		}
		return damaged;
	}

	public static byte[] both(byte[] first, byte[] second) {
		byte[] both = new byte[first.length + second.length];
		System.arraycopy(first, 0, both, 0, first.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return both;
	}

}
