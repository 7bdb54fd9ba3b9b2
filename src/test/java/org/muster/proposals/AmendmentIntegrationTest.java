package org.muster.proposals;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What changes after others have begun to work on it. */
@IntegrationTest
class AmendmentIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Requests requests;

	@Autowired
	private TransactionTemplate transaction;

	private Document page(String address, CurrentUser by) throws Exception {
		return Jsoup.parse(this.mvc.perform(get(address).with(this.world.as(by)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private void cap(StaffingRequest request, String cap, CurrentUser by) throws Exception {
		long version = this.transaction.execute((status) -> this.requests.require(request.reference(), by).version());
		this.mvc
			.perform(post("/requests/" + request.reference() + "/budget").param("rateCap", cap)
				.param("budget", "")
				.param("version", String.valueOf(version))
				.with(csrf())
				.with(this.world.as(by)))
			.andExpect(status().is3xxRedirection());
	}

	@Test
	void anAmendmentSaysWhatStoodThereBeforeAndMarksTheProposalsThatDoNotCoverIt() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		CurrentUser manager = this.world.manager();
		this.world.consultant();
		Proposal proposal = this.world.sent(member, manager);
		StaffingRequest request = this.requests.findById(proposal.requestId()).orElseThrow();
		String offer = "/proposals/" + proposal.reference();
		assertThat(page(offer, member).select("[data-covers]")).isEmpty();
		cap(request, "600", member);
		Document shown = page("/requests/" + request.reference(), manager);
		assertThat(shown.select("#amendments del").text()).contains("500");
		assertThat(shown.select("#amendments ins").text()).contains("600");
		assertThat(page(offer, manager).select("[data-covers]").attr("data-covers")).isEqualTo("true");
		cap(request, "50", member);
		Document marked = page(offer, manager);
		assertThat(marked.select("[data-covers]").attr("data-covers")).isEqualTo("false");
		assertThat(marked.text()).contains("a day costs more than the cap");
		assertThat(page("/notifications", manager).select("[data-kind=AMENDED]:contains(" + request.reference() + ")"))
			.hasSize(2);
		cap(request, "50", member);
		assertThat(page("/requests/" + request.reference(), member).select("#amendments .comment")).hasSize(2);
	}

	@Test
	void whatIsChangedInADraftIsNobodysBusiness() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		StaffingRequest draft = this.world.draft(member);
		cap(draft, "600", member);
		assertThat(page("/requests/" + draft.reference(), member).select("#amendments")).isEmpty();
	}

}
