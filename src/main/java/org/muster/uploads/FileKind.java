package org.muster.uploads;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a file is by its content, whatever its name says. */
public enum FileKind {

	PDF("application/pdf", ".pdf"),
	WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"), PNG("image/png", ".png"),
	JPEG("image/jpeg", ".jpg", ".jpeg"), GIF("image/gif", ".gif"), WEBP("image/webp", ".webp");

	private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{0,9}$");

	private static final int START = 16;

	private static final int RIFF_HEAD = 8;

	private final String mediaType;

	private final List<String> endings;

	FileKind(String mediaType, String... endings) {
		this.mediaType = mediaType;
		this.endings = List.of(endings);
	}

	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * A name with an ending that says what it is: what is a picture is not opened as a
	 * page or a program because it is called so.
	 * @param longest how many characters it may have
	 */
	public String named(String name, int longest) {
		String lower = name.toLowerCase(Locale.ROOT);
		String ending = this.endings.stream().filter(lower::endsWith).findFirst().orElse(null);
		String bare = (ending != null) ? name.substring(0, name.length() - ending.length())
				: ENDING.matcher(name.strip()).replaceFirst("");
		String kept = (ending != null) ? name.substring(name.length() - ending.length()) : this.endings.get(0);
		int most = Math.min(bare.length(), longest - kept.length());
		if (most > 0 && Character.isHighSurrogate(bare.charAt(most - 1))) {
			most--;
		}
		return (bare.isBlank() ? "?" : bare.substring(0, most)) + kept;
	}

	/**
	 * What it would do by itself, or fetch from elsewhere, when it is opened; also if it
	 * cannot be looked into.
	 */
	public Optional<FileRisk> risk(Path file) throws IOException {
		return ActiveContent.of(file, this);
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
		if (start.startsWith("RIFF") && start.startsWith("WEBP", RIFF_HEAD)) {
			return Optional.of(WEBP);
		}
		return (start.startsWith("GIF87a") || start.startsWith("GIF89a")) ? Optional.of(GIF) : Optional.empty();
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
			PackedFile.guard(file);
			try (ZipFile zip = new ZipFile(file.toFile())) {
				return zip.getEntry("word/document.xml") != null;
			}
		}
		catch (ZipException | EOFException | Unreadable ex) {
			return false;
		}
	}

}
