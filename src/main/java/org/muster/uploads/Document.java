package org.muster.uploads;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

/**
 * A CV as it was uploaded.
 *
 * @param problem the key of what is wrong with it, if it is refused
 */
public record Document(String name, Kind kind, byte[] content, @Nullable String problem) {

	/** In bytes. A CV with photographs has some 2 MB. */
	public static final int LARGEST = 5 * 1024 * 1024;

	private static final int MOST_IN_A_ZIP = 500;

	/**
	 * Of all that is uploaded at once, unpacked, since memory holds it until it is kept.
	 */
	public static final long MOST_AT_ONCE = 64L * 1024 * 1024;

	private static final int LONGEST_NAME = 200;

	/** As it says itself by its first bytes. */
	public enum Kind {

		PDF, WORD, JSON, TEXT

	}

	/**
	 * The documents of an upload: itself, or what a zip holds. One of a zip that cannot
	 * be read is there with its problem.
	 * @param room for how many bytes there is room
	 * @throws Unreadable if there is none, or it would harm us
	 */
	public static List<Document> of(Path file, String name, long room) throws IOException, Unreadable {
		byte[] start = new byte[4];
		try (InputStream input = Files.newInputStream(file)) {
			if (input.readNBytes(start, 0, start.length) == 0) {
				throw new Unreadable("imports.file.empty");
			}
		}
		if (start[0] == 'P' && start[1] == 'K') {
			try (ZipFile zip = new ZipFile(file.toFile())) {
				if (zip.getEntry("[Content_Types].xml") == null) {
					return unpacked(zip, room);
				}
			}
			catch (ZipException ex) {
				throw new Unreadable("imports.file.broken", ex);
			}
		}
		if (Files.size(file) > LARGEST) {
			throw new Unreadable("imports.cv.large");
		}
		if (Files.size(file) > room) {
			throw new Unreadable("imports.cv.together");
		}
		byte[] content = Files.readAllBytes(file);
		return List.of(new Document(cut(name), kind(content, file), content, null));
	}

	private static List<Document> unpacked(ZipFile zip, long room) throws IOException, Unreadable {
		List<Document> documents = new ArrayList<>();
		long unpacked = 0;
		for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map((one) -> one)::iterator) {
			String name = entry.getName().replaceAll("^.*[\\\\/]", "");
			if (entry.isDirectory() || name.startsWith(".") || entry.getName().startsWith("__MACOSX")) {
				continue;
			}
			if (documents.size() == MOST_IN_A_ZIP) {
				throw new Unreadable("imports.cv.many");
			}
			Document document = unpacked(zip, entry, cut(name));
			unpacked += document.content().length;
			if (unpacked > room) {
				throw new Unreadable("imports.cv.together");
			}
			documents.add(document);
		}
		if (documents.isEmpty()) {
			throw new Unreadable("imports.cv.none");
		}
		return documents;
	}

	private static Document unpacked(ZipFile zip, ZipEntry entry, String name) throws IOException {
		Path copy = Files.createTempFile("muster-cv", null);
		try (InputStream input = zip.getInputStream(entry)) {
			byte[] content = input.readNBytes(LARGEST + 1);
			if (content.length > LARGEST) {
				return refused(name, "imports.cv.large");
			}
			if (content.length == 0) {
				return refused(name, "imports.file.empty");
			}
			Files.write(copy, content);
			return new Document(name, kind(content, copy), content, null);
		}
		catch (ZipException | EOFException ex) {
			return refused(name, "imports.file.broken");
		}
		catch (Unreadable ex) {
			return refused(name, ex.key());
		}
		finally {
			Files.delete(copy);
		}
	}

	public static Document refused(String name, String problem) {
		return new Document(cut(name), Kind.TEXT, new byte[0], problem);
	}

	/** A file that is two kinds at once wants something else than to be read. */
	private static Kind kind(byte[] content, Path file) throws IOException, Unreadable {
		boolean pdf = startsWith(content, "%PDF-");
		boolean packed = startsWith(content, "PK");
		if (pdf && isZip(file)) {
			throw new Unreadable("imports.cv.polyglot");
		}
		if (packed) {
			if (!isWord(file)) {
				throw new Unreadable(
						(UnknownKind.of(file) == UnknownKind.OFFICE) ? "imports.cv.office" : "imports.cv.kind");
			}
			return Kind.WORD;
		}
		if (pdf) {
			return Kind.PDF;
		}
		if (UnknownKind.of(file) == UnknownKind.OLD) {
			throw new Unreadable("imports.cv.old");
		}
		String text = DocumentText.decoded(content).strip();
		return text.startsWith("{") ? Kind.JSON : Kind.TEXT;
	}

	private static boolean isWord(Path file) throws IOException, Unreadable {
		try {
			PackedFile.guard(file);
			try (ZipFile zip = new ZipFile(file.toFile())) {
				return zip.getEntry("word/document.xml") != null;
			}
		}
		catch (ZipException | EOFException ex) {
			throw new Unreadable("imports.file.broken", ex);
		}
	}

	private static boolean startsWith(byte[] content, String start) {
		for (int at = 0; at < start.length(); at++) {
			if (at >= content.length || content[at] != start.charAt(at)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isZip(Path file) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return zip.size() > 0;
		}
		catch (ZipException ex) {
			return false;
		}
	}

	private static String cut(String name) {
		return name.isBlank() ? "?" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
	}

	// Equal only to itself: the content of two is not compared.
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

}
