package org.muster.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.muster.names.NameInText.Passage;

/**
 * A text or a file of somebody else that may name a person who was erased. It says where
 * the name stands, and not what it is.
 *
 * @param place of a {@link FreeText} or a {@link FreeFile}
 * @param passages where in the text, as numbers of characters: {@code 12-20,31-39}
 * @param fingerprint of the text in which they were found
 * @param possible whether it only may be the person, such as by the last name alone
 * @param how it was settled, or {@code null} while it waits
 */
record Trace(long id, long consultantId, String place, String key, @Nullable String passages,
		@Nullable String fingerprint, boolean possible, Instant foundAt, @Nullable How how, @Nullable String by,
		@Nullable Instant at, @Nullable String reason) {

	private static final String GONE = "[…]";

	private static final int MOST_PASSAGES = 30;

	/** What was done about it. */
	enum How {

		/** The passages were taken out of the text. */
		REDACTED,

		/** The whole of it was removed. */
		REMOVED,

		/** It stays, for a reason. */
		KEPT,

		/** It was gone before anybody looked. */
		GONE

	}

	static String fingerprint(String text) {
		return DigestUtils.sha256Hex(text);
	}

	static String written(List<Passage> passages) {
		return String.join(",",
				passages.stream().limit(MOST_PASSAGES).map((one) -> one.start() + "-" + one.end()).toList());
	}

	public boolean isFile() {
		return FreeFile.at(this.place).isPresent();
	}

	/** The text without the name; as it is if it has been changed since. */
	String withoutName(String text) {
		if (this.passages == null || !fingerprint(text).equals(this.fingerprint)) {
			return text;
		}
		StringBuilder without = new StringBuilder();
		int from = 0;
		for (Passage passage : passages(this.passages)) {
			without.append(text, from, passage.start()).append(GONE);
			from = passage.end();
		}
		return without.append(text, from, text.length()).toString();
	}

	/** The name as it was written there; nothing once the text has been changed. */
	List<String> named(String text) {
		return (this.passages == null || !fingerprint(text).equals(this.fingerprint)) ? List.of()
				: passages(this.passages).stream().map((one) -> text.substring(one.start(), one.end())).toList();
	}

	private static List<Passage> passages(String written) {
		List<Passage> passages = new ArrayList<>();
		for (String one : written.split(",")) {
			String[] ends = one.split("-");
			passages.add(new Passage(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
		}
		return passages;
	}

}
