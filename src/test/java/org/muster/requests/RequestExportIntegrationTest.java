package org.muster.requests;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.ResponseMeanwhile;
import org.muster.testing.Statements;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of requests as a table. */
@IntegrationTest
class RequestExportIntegrationTest {

	@Autowired
	private RequestController controller;

	@Autowired
	private Requests requests;

	@Autowired
	private World world;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void requestsThatChangeStateDuringAnExportAreInItOnceAndNoneIsCounted() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		List<String> made = new ArrayList<>();
		this.transaction.executeWithoutResult((status) -> {
			for (int count = 0; count < 520; count++) {
				made.add(this.world.submitted(member).reference());
			}
		});
		ResponseMeanwhile response = new ResponseMeanwhile(
				() -> this.transaction.executeWithoutResult((status) -> made.subList(0, 3)
					.forEach((reference) -> this.requests.requireLocked(reference, member)
						.withdraw(member, java.time.Instant.now()))));
		this.controller.export("csv", "", List.of(), "", member, response);
		assertThat(response.getContentAsString().lines().skip(1).map((line) -> line.split(",")[0].replace("\"", "")))
			.containsExactlyInAnyOrderElementsOf(made);
		assertThat(Statements
			.count(() -> this.controller.export("csv", "", List.of(), "", member, new MockHttpServletResponse())))
			.isEqualTo(2);
	}

}
