package org.muster.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Office documents and archives, and how far they may unpack. Files that would harm us
 * are refused: what unpacks to far more than it is, or declares entities.
 */
public final class PackedFile {

	private static final long MOST_UNPACKED = 300L * 1024 * 1024;

	/** The texts of a workbook, which are held in memory while it is read. */
	private static final long MOST_TEXTS = 64L * 1024 * 1024;

	/** How many times larger than packed. Tables of text are at most some 30 times. */
	private static final int MOST_RATIO = 200;

	private static final long ALWAYS_FINE = 1024L * 1024;

	private static final int MOST_ENTRIES = 2000;

	private PackedFile() {
	}

	/** Unpacks to nowhere, to see how much it would be, before anything is kept of it. */
	public static void guard(Path file) throws IOException, Unreadable {
		long packed = Files.size(file);
		long unpacked = 0;
		byte[] buffer = new byte[16 * 1024];
		try (ZipFile zip = new ZipFile(file.toFile())) {
			if (zip.size() > MOST_ENTRIES) {
				throw new Unreadable("imports.file.bomb");
			}
			for (ZipEntry entry : Collections.list(zip.entries())) {
				try (InputStream input = zip.getInputStream(entry)) {
					StringBuilder start = new StringBuilder();
					long before = unpacked;
					for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
						unpacked += read;
						boolean texts = entry.getName().endsWith("sharedStrings.xml");
						if (isBomb(packed, unpacked) || (texts && unpacked - before > MOST_TEXTS)) {
							throw new Unreadable("imports.file.bomb");
						}
						if (declares(start, buffer, read)) {
							throw new Unreadable("imports.file.entities");
						}
					}
				}
			}
		}
	}

	private static boolean isBomb(long packed, long unpacked) {
		return unpacked > MOST_UNPACKED || (unpacked > ALWAYS_FINE && unpacked / packed > MOST_RATIO);
	}

	/**
	 * Whether XML declares anything, in one or several bytes a character, and however far
	 * behind its beginning.
	 * @param before what came before, of which the end is kept
	 */
	private static boolean declares(StringBuilder before, byte[] buffer, int read) {
		for (int at = 0; at < read; at++) {
			if (buffer[at] != 0) {
				before.append((char) (buffer[at] & 0xff));
			}
		}
		boolean declares = before.indexOf("<!DOCTYPE") >= 0 || before.indexOf("<!ENTITY") >= 0;
		before.delete(0, Math.max(0, before.length() - "<!DOCTYPE".length()));
		return declares;
	}

}
