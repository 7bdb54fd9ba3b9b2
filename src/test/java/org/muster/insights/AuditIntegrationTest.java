package org.muster.insights;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.muster.audit.Actor;
import org.muster.audit.AuditTrail;
import org.muster.testing.IntegrationTest;
import org.muster.testing.ResponseMeanwhile;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The audit trail over everybody. */
@IntegrationTest
class AuditIntegrationTest {

	@Autowired
	private OrganisationPageController controller;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void entriesThatAreWrittenDuringAnExportDoubleNone() throws IOException {
		List<String> written = IntStream.range(0, 520).mapToObj((number) -> "R-export-" + number).toList();
		record(written);
		ResponseMeanwhile response = new ResponseMeanwhile(() -> record(List.of("R-later-1", "R-later-2")));
		this.controller.export("csv", response);
		assertThat(response.getContentAsString().lines().map((line) -> line.split(",")[3]))
			.filteredOn((subject) -> subject.startsWith("R-export-"))
			.containsExactlyInAnyOrderElementsOf(written);
	}

	private void record(List<String> subjects) {
		this.transaction.executeWithoutResult((status) -> subjects
			.forEach((subject) -> this.audit.record(Actor.MUSTER, null, "request.submitted", subject, null)));
	}

}
