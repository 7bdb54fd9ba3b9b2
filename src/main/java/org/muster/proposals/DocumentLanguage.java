package org.muster.proposals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages in which a proposal's document can be had. */
public enum DocumentLanguage {

	EN(Locale.UK), PT(new Locale.Builder().setLanguage("pt").setRegion("PT").build()), DE(Locale.GERMANY),
	FR(Locale.FRANCE), ES(new Locale.Builder().setLanguage("es").setRegion("ES").build());

	private final Locale locale;

	DocumentLanguage(Locale locale) {
		this.locale = locale;
	}

	public Locale locale() {
		return this.locale;
	}

	/** ISO 639-1. */
	public String code() {
		return this.locale.getLanguage();
	}

	static Optional<DocumentLanguage> of(String code) {
		return Arrays.stream(values()).filter((one) -> one.code().equals(code)).findFirst();
	}

}
