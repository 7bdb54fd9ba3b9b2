package org.muster.requests;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client says by phone is entered by the account manager. */
@IntegrationTest
class OnBehalfIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Requests requests;

	private Organisation client;

	private CurrentUser member;

	private CurrentUser manager;

	@BeforeEach
	void build() {
		this.client = this.world.organisation();
		this.member = this.world.person(Role.MEMBER, this.client);
		this.manager = this.world.manager();
		this.world.consultant();
	}

	private String begun() throws Exception {
		MockHttpServletResponse begun = this.pages.send(this.manager,
				MockMvcRequestBuilders.post("/requests")
					.param("client", this.client.reference())
					.param("title", "Told by phone")
					.param("efficientWorkflow", "true")
					.param("efficientWorkflowMeasure", "Releases every week")
					.param("creationKey", UUID.randomUUID().toString()),
				302);
		return reference(begun);
	}

	/** That of the request to which an answer leads. */
	private static String reference(MockHttpServletResponse answer) {
		return Objects.requireNonNull(answer.getRedirectedUrl()).split("/")[2];
	}

	@Test
	void anAccountManagerEntersARequestFromChoosingTheClientToSubmittingIt() throws Exception {
		Document choice = this.pages.page(this.manager, "/requests/new");
		assertThat(choice.select("select[name=client] option").eachAttr("value")).contains(this.client.reference());
		assertThat(this.pages.page(this.manager, "/requests/new?client=" + this.client.reference())
			.select("input[name=client]")
			.attr("value")).isEqualTo(this.client.reference());
		String reference = begun();
		this.pages.post(this.manager, "/requests/" + reference + "/positions", 302, "role", "BACK_END");
		String start = this.world.today().plusMonths(1).toString();
		this.pages.save(this.manager, "/requests/" + reference + "/schedule", "#request-form",
				Map.of("earliestStart", start, "latestStart", start, "days", "40"), 302);
		this.pages.page(this.manager, "/requests/" + reference + "/review");
		this.pages.post(this.manager, "/requests/" + reference + "/submission", 302, "anyway", "true");
		StaffingRequest request = this.requests.findByReference(reference, new Viewer.Client(this.client.id()))
			.orElseThrow();
		assertThat(request.status()).isEqualTo(RequestStatus.SUBMITTED);
		assertThat(request.organisationId()).isEqualTo(this.client.id());
		assertThat(this.pages.page(this.member, "/requests/" + reference).text())
			.contains("Entered by " + this.manager.name());
	}

	@Test
	void theClientSeesAndWritesTheDraftAndOtherClientsDoNot() throws Exception {
		String reference = begun();
		this.pages.page(this.member, "/requests/" + reference + "/goals");
		CurrentUser stranger = this.world.person(Role.MEMBER, this.world.organisation());
		this.pages.send(stranger, MockMvcRequestBuilders.get("/requests/" + reference), 404);
		this.pages.send(stranger, MockMvcRequestBuilders.post("/requests/" + reference + "/removal"), 404);
	}

	@Test
	void aMemberCannotBeginARequestForAnotherClient() throws Exception {
		MockHttpServletResponse begun = this.pages.send(this.member,
				MockMvcRequestBuilders.post("/requests")
					.param("client", this.world.organisation().reference())
					.param("title", "Not theirs")
					.param("efficientWorkflow", "true")
					.param("efficientWorkflowMeasure", "None")
					.param("creationKey", UUID.randomUUID().toString()),
				302);
		String reference = reference(begun);
		assertThat(this.requests.findByReference(reference, new Viewer.Client(this.client.id()))).isPresent();
	}

	@Test
	void aClientsOwnRequestIsNotWrittenByAnAccountManager() throws Exception {
		String own = this.world.submitted(this.member).reference();
		this.pages.send(this.manager, MockMvcRequestBuilders.get("/requests/" + own + "/goals"), 403);
		this.pages.send(this.manager, MockMvcRequestBuilders.post("/requests/" + own + "/withdrawal"), 403);
		this.pages.send(this.manager,
				MockMvcRequestBuilders.get("/requests/" + this.world.draft(this.member).reference()), 404);
	}

}
