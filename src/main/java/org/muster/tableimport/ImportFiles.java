package org.muster.tableimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps the files of imports in the database, where another start finds them, in parts
 * that no packet limit of MySQL refuses.
 */
@Component
class ImportFiles {

	private static final int PART = 1024 * 1024;

	private final JdbcTemplate jdbc;

	ImportFiles(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void keep(long importId, Path file) {
		try (InputStream input = Files.newInputStream(file)) {
			int number = 0;
			for (byte[] part = input.readNBytes(PART); part.length > 0; part = input.readNBytes(PART)) {
				this.jdbc.update("insert into pool_import_part (import_id, number, content) values (?, ?, ?)", importId,
						number++, part);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A copy, for the caller to delete. */
	Path copy(long importId) throws IOException {
		Path file = Files.createTempFile("muster-import", null);
		try (OutputStream output = Files.newOutputStream(file)) {
			List<Integer> parts = this.jdbc.queryForList(
					"select number from pool_import_part where import_id = ? order by number", Integer.class, importId);
			for (int part : parts) {
				output.write(Objects.requireNonNull(this.jdbc.queryForObject(
						"select content from pool_import_part where import_id = ? and number = ?", byte[].class,
						importId, part)));
			}
		}
		return file;
	}

	/**
	 * Once a table is through, its file and what was corrected of it are of no use and
	 * full of personal data.
	 */
	void forget(long importId) {
		this.jdbc.update("delete from pool_import_mend where import_id = ?", importId);
		this.jdbc.update("delete from pool_import_part where import_id = ?", importId);
	}

}
