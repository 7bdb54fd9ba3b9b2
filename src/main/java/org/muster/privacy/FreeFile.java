package org.muster.privacy;

import java.util.List;
import java.util.Optional;

/**
 * Files of which only the content is looked through, and which go as a whole.
 *
 * @param place its name in the table of traces, and below {@code privacy.place}
 * @param name where its name is; the key of that is its own
 * @param there a condition over {@code t} under which there still is a file
 * @param removable a condition under which it may go
 */
record FreeFile(String place, FreeText name, String there, String removable) {

	private static final String ALWAYS = "1 = 1";

	static final FreeFile ATTACHMENT = new FreeFile("request_attachment.content",
			FreeTexts.at("request_attachment.file_name").orElseThrow(), ALWAYS, ALWAYS);

	/** What is being taken over is through in a moment, and then gone. */
	static final FreeFile TABLE = new FreeFile("pool_import.content",
			FreeTexts.at("pool_import.file_name").orElseThrow(),
			"exists (select 1 from pool_import_part f where f.import_id = t.id)", "t.status = 'MAPPING'");

	static final FreeFile CV = new FreeFile("profile_draft.content",
			FreeTexts.at("profile_draft.file_name").orElseThrow(),
			"exists (select 1 from profile_draft_file f where f.draft_id = t.id)", ALWAYS);

	private static final List<FreeFile> ALL = List.of(ATTACHMENT, TABLE, CV);

	static Optional<FreeFile> at(String place) {
		return ALL.stream().filter((one) -> one.place().equals(place)).findFirst();
	}

	/** All that is asked of one: its name, its page and whether it may go. */
	String select() {
		return "select t." + this.name.column() + " as text, " + this.name.link() + " as link, case when "
				+ this.removable + " then 1 else 0 end as removable from " + this.name.table() + " t where "
				+ this.name.key() + " = ? and " + this.there;
	}

}
