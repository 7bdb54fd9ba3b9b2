package org.muster.requests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.testing.IntegrationTest;
import org.muster.testing.ResponseMeanwhile;
import org.muster.testing.Statements;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
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
		List<String> made = made(member);
		ResponseMeanwhile response = new ResponseMeanwhile(
				() -> this.transaction.executeWithoutResult((status) -> made.subList(0, 3).forEach((reference) -> {
					StaffingRequest request = this.requests.requireLocked(reference, member);
					request.withdraw(member, java.time.Instant.now());
					this.requests.save(request);
				})));
		this.controller.export("csv", "", List.of(), "", member, response);
		assertThat(response.getContentAsString().lines().skip(1).map((line) -> line.split(",")[0].replace("\"", "")))
			.containsExactlyInAnyOrderElementsOf(made);
		assertThat(Statements
			.count(() -> this.controller.export("csv", "", List.of(), "", member, new MockHttpServletResponse())))
			.isEqualTo(2);
	}

	/** A search for a text looks at every request there is. */
	@Test
	void aSearchThatFindsHundredsReadsThemOnce() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		List<String> made = made(member);
		Collections.reverse(made);
		PageRequest second = PageRequest.of(1, 25, Sort.by(Sort.Direction.DESC, "statusAt", "id"));
		AtomicReference<Page<RequestRow>> page = new AtomicReference<>();
		assertThat(Statements.count(() -> page.set(this.requests.search(Viewer.staff(),
				EnumSet.of(RequestStatus.SUBMITTED), "request of " + member.name(), second))))
			.isEqualTo(2);
		Page<RequestRow> found = Objects.requireNonNull(page.get());
		assertThat(found.getTotalElements()).isEqualTo(made.size());
		assertThat(found).extracting(RequestRow::reference).containsExactlyElementsOf(made.subList(25, 50));
	}

	private List<String> made(CurrentUser member) {
		List<String> made = new ArrayList<>();
		this.transaction.executeWithoutResult((status) -> {
			for (int count = 0; count < 520; count++) {
				made.add(this.world.submitted(member).reference());
			}
		});
		return made;
	}

}
