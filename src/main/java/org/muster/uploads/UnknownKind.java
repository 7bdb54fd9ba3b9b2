package org.muster.uploads;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What can be said of a file that is of no {@link FileKind}. */
public enum UnknownKind {

	/** Nothing. */
	OTHER,

	/** An Office document of before 2007, or one with a password: both look alike. */
	OLD,

	/** An Office document, but no text. */
	OFFICE,

	/** An archive, or a document of which a part is missing. */
	PACKED,

	/** It unpacks to too much, or declares entities. */
	HARMFUL,

	/** An archive and something else at once. */
	MIXED;

	private static final String COMPOUND = "\u00d0\u00cf\u0011\u00e0";

	/** What tables, slides and the documents of OpenOffice have. */
	private static final Set<String> OFFICE_PARTS = Set.of("xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml",
			"META-INF/manifest.xml");

	public static UnknownKind of(Path file) throws IOException {
		String start;
		try (InputStream input = Files.newInputStream(file)) {
			start = new String(input.readNBytes(COMPOUND.length()), StandardCharsets.ISO_8859_1);
		}
		if (start.equals(COMPOUND)) {
			return OLD;
		}
		boolean begun = start.startsWith("PK");
		try (ZipFile zip = new ZipFile(file.toFile())) {
			if (!begun) {
				return (zip.size() > 0) ? MIXED : OTHER;
			}
			PackedFile.guard(file);
			return OFFICE_PARTS.stream().anyMatch((part) -> zip.getEntry(part) != null) ? OFFICE : PACKED;
		}
		catch (ZipException | EOFException ex) {
			return begun ? PACKED : OTHER;
		}
		catch (Unreadable ex) {
			return HARMFUL;
		}
	}

}
