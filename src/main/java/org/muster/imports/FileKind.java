package org.muster.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a file is by its content, whatever its name says. */
public enum FileKind {

	PDF("application/pdf"), WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
	PNG("image/png"), JPEG("image/jpeg"), GIF("image/gif"), WEBP("image/webp");

	private static final int START = 16;

	private final String mediaType;

	FileKind(String mediaType) {
		this.mediaType = mediaType;
	}

	public String mediaType() {
		return this.mediaType;
	}

	/** Nothing for whatever else, and for what is two kinds at once. */
	public static Optional<FileKind> of(Path file) throws IOException {
		byte[] bytes;
		try (InputStream input = Files.newInputStream(file)) {
			bytes = input.readNBytes(START);
		}
		String start = new String(bytes, StandardCharsets.ISO_8859_1);
		boolean packed = isZip(file);
		if (start.startsWith("PK")) {
			return (packed && isWord(file)) ? Optional.of(WORD) : Optional.empty();
		}
		if (packed) {
			return Optional.empty();
		}
		if (start.startsWith("%PDF-")) {
			return Optional.of(PDF);
		}
		if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
			return Optional.of(PNG);
		}
		if (start.startsWith("\u00ff\u00d8\u00ff")) {
			return Optional.of(JPEG);
		}
		if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
			return Optional.of(GIF);
		}
		return (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) ? Optional.of(WEBP) : Optional.empty();
	}

	private static boolean isZip(Path file) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return zip.size() > 0;
		}
		catch (ZipException | EOFException ex) {
			return false;
		}
	}

	private static boolean isWord(Path file) throws IOException {
		try {
			Sheets.guard(file);
			try (ZipFile zip = new ZipFile(file.toFile())) {
				// What runs by itself when it is opened is not taken.
				return zip.getEntry("word/document.xml") != null && zip.getEntry("word/vbaProject.bin") == null;
			}
		}
		catch (ZipException | EOFException | Unreadable ex) {
			return false;
		}
	}

}
