package org.muster.matching;

import java.util.List;

/**
 * Something that a score rests on, to be said in words.
 *
 * @param key the key of a message
 * @param args what the message takes
 * @param speaksFor whether it is in the person's favour
 */
public record Reason(String key, List<Object> args, boolean speaksFor) {

	/** Is said beside seniority and years, of which it is none. */
	static final String OTHER_ROLE = "matching.reason.role.other";

	static Reason good(String key, Object... args) {
		return new Reason("matching.reason." + key, List.of(args), true);
	}

	static Reason bad(String key, Object... args) {
		return new Reason("matching.reason." + key, List.of(args), false);
	}

}
