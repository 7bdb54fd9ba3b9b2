package org.muster;

import java.util.List;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Settings with which the portal does not start; a sentence for each. */
class WrongSettings extends IllegalStateException {

	WrongSettings(List<String> sentences) {
		super(String.join(System.lineSeparator(), sentences));
	}

	/** Says the sentences, instead of a stack trace. */
	static class Analyzer extends AbstractFailureAnalyzer<WrongSettings> {

		@Override
		protected FailureAnalysis analyze(Throwable rootFailure, WrongSettings cause) {
			return new FailureAnalysis(cause.getMessage(), null, cause);
		}

	}

}
