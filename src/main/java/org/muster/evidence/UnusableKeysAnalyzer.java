package org.muster.evidence;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the keys of seals, instead of a stack trace. */
class UnusableKeysAnalyzer extends AbstractFailureAnalyzer<UnusableKeys> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnusableKeys cause) {
		return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
	}

}
