package org.muster.stationery;

import org.muster.evidence.Evidence;
import org.muster.evidence.Findings;

import org.springframework.stereotype.Component;

/** The versions of the terms, which never change. */
@Component
class TermsEvidence implements Evidence {

	private final TermsTexts texts;

	TermsEvidence(TermsTexts texts) {
		this.texts = texts;
	}

	@Override
	public String kind() {
		return "terms";
	}

	@Override
	public int sealOld(int most) {
		return this.texts.sealOld(most);
	}

	@Override
	public long size() {
		return this.texts.numbers().size();
	}

	/** One for each day on which they were changed: few. */
	@Override
	public void verify(Findings findings) {
		int expected = 1;
		for (int number : this.texts.numbers()) {
			if (number != expected) {
				findings.broken(String.valueOf(expected), "missing");
			}
			TermsText text = this.texts.find(number).filter(TermsText::intact).orElse(null);
			if (text == null) {
				findings.broken(String.valueOf(number), "changed");
			}
			else if (text.sealedLater()) {
				findings.sealedLater();
			}
			findings.verified(1);
			expected = number + 1;
		}
	}

}
