package org.muster;

import org.muster.DatabaseChoice.DemoRefused;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the demo is refused, instead of a stack trace. */
class DemoRefusedAnalyzer extends AbstractFailureAnalyzer<DemoRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DemoRefused cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Remove 'demo' from the active profiles, or unset the address of the database to run the demo on its own.",
				cause);
	}

}
