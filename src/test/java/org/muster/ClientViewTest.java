package org.muster;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.testing.Confidential;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What clients are shown of people, matches and proposals leads to nothing that is the
 * consultancy's own: not hidden by a template, but not there. {@code AccessTest} asks the
 * same of the model of every page that a client opens.
 */
class ClientViewTest {

	@ParameterizedTest
	@ValueSource(strings = { "consultants.Person", "matching.ClientMatch", "matching.Teams$Offer",
			"matching.Shortlisted", "matching.InterviewFeedback", "profiles.ClientProfile", "profiles.ClientProject",
			"proposals.Proposal", "proposals.Alternative", "proposals.WishedChanges$Countered", "proposals.LostPerson",
			"proposals.RevisionChanges$Change", "interviews.Interview", "interviews.InterviewRow",
			"engagements.Engagement", "requests.StaffingRequest" })
	void aTypeForClientsLeadsToNothingConfidential(String type) {
		assertThat(Confidential.waysFrom("org.muster." + type)).isEmpty();
	}

	/** Otherwise the test above could not fail. */
	@Test
	void whatLeadsToPayRatesIsFound() {
		assertThat(Confidential.waysFrom("org.muster.matching.Match")).contains("org.muster.matching.Match",
				"Match.candidate");
		assertThat(Confidential.waysFrom("org.muster.matching.StaffMatch")).contains("StaffMatch.payRate",
				"StaffMatch.marginPercent");
	}

}
