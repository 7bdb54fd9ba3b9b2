package org.muster.vocabulary;

import java.util.List;

/** The spoken languages that forms offer, by ISO 639-1 code. */
public final class Languages {

	public static final List<String> OFFERED = List.of("en", "ar", "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr",
			"he", "hi", "hr", "hu", "it", "ja", "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sr", "sv",
			"tr", "uk", "zh");

	private Languages() {
	}

}
