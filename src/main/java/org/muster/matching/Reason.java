package org.muster.matching;

import java.util.List;

/**
 * Something that a score rests on, to be said in words.
 *
 * @param key the key of a message
 * @param args what the message takes
 */
public record Reason(String key, List<Object> args) {

	static Reason of(String key, Object... args) {
		return new Reason("matching.reason." + key, List.of(args));
	}

}
