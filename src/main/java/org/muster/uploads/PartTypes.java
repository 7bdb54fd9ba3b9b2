package org.muster.uploads;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/** What the parts of an Office document say to be: each by its name, or by its ending. */
final class PartTypes {

	private final Map<String, String> byName = new HashMap<>();

	private final Map<String, String> byEnding = new HashMap<>();

	void add(XMLStreamReader element) {
		String type = element.getAttributeValue(null, "ContentType");
		if (type == null) {
			return;
		}
		put(this.byEnding, element.getAttributeValue(null, "Extension"), type);
		put(this.byName, element.getAttributeValue(null, "PartName"), type);
	}

	private static void put(Map<String, String> types, @Nullable String key, String type) {
		if (key != null) {
			types.merge(plain(key), type.toLowerCase(Locale.ROOT), (one, other) -> one + " " + other);
		}
	}

	/** Several in a row if it is said more than once. */
	String of(String part) {
		String name = plain(part);
		String type = this.byName.get(name);
		return (type != null) ? type : this.byEnding.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
	}

	private static String plain(String name) {
		String lower = name.toLowerCase(Locale.ROOT).replace('\\', '/').replaceFirst("^/+", "");
		try {
			return URLDecoder.decode(lower.replace("+", "%2B"), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			return lower;
		}
	}

}
