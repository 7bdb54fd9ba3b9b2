package org.muster.uploads;

import java.util.Objects;

import org.springframework.web.multipart.MultipartFile;

/** What people call the files that they upload. */
public final class FileNames {

	private static final int LONGEST = 200;

	private FileNames() {
	}

	/** Without the folders that some browsers send along. */
	public static String of(MultipartFile file) {
		String name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll("^.*[\\\\/]", "");
		return name.substring(0, Math.min(LONGEST, name.length()));
	}

}
