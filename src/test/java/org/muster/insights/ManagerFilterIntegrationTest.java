package org.muster.insights;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** Account managers see their own clients' work, a colleague's, or everybody's. */
@IntegrationTest
class ManagerFilterIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	private CurrentUser manager;

	private CurrentUser colleague;

	private String mine;

	private String nobodys;

	@BeforeEach
	void build() {
		this.manager = this.world.manager();
		this.colleague = this.world.manager();
		this.mine = work(this.world.organisation(this.manager));
		this.nobodys = work(this.world.organisation());
	}

	private String work(Organisation organisation) {
		CurrentUser member = this.world.person(Role.MEMBER, organisation);
		this.world.submitted(member);
		this.world.sent(member, this.manager);
		this.world.engagement(organisation.id(), this.world.consultant(), this.world.today(), this.world.today());
		return organisation.name();
	}

	private String rows(CurrentUser by, String path) throws Exception {
		return this.pages.page(by, path).select("tbody").text() + " ";
	}

	@ParameterizedTest
	@ValueSource(strings = { "/requests?q=", "/proposals?q=", "/engagements?q=", "/admin?" })
	void aListIsOfOneAccountManagersClients(String list) throws Exception {
		String me = String.valueOf(this.manager.id());
		assertThat(rows(this.manager, list + "&manager=mine")).contains(this.mine).doesNotContain(this.nobodys + " ");
		assertThat(rows(this.colleague, list + "&manager=" + me)).contains(this.mine)
			.doesNotContain(this.nobodys + " ");
		assertThat(rows(this.colleague, list + "&manager=mine")).doesNotContain(this.mine + " ", this.nobodys + " ");
		assertThat(rows(this.manager, list + "&manager=none")).doesNotContain(this.mine + " ");
		Document page = this.pages.page(this.colleague, list + "&manager=" + me);
		assertThat(page.select("#manager option[selected]").text()).isEqualTo(this.manager.name());
		assertThat(this.pages.page(this.manager, list + "&manager=" + me).select("#manager option[selected]").val())
			.isEqualTo("mine");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/requests", "/proposals", "/engagements" })
	void itGoesAlongToFurtherPagesAndExports(String list) throws Exception {
		Document page = this.pages.page(this.manager, list + "?manager=mine");
		for (String export : page.select(".exports a").eachAttr("href")) {
			assertThat(export).contains("manager=mine");
		}
		String csv = this.pages.send(this.manager, get(list + "/export.csv?manager=mine"), 200).getContentAsString();
		assertThat(csv).contains(this.mine + "\"").doesNotContain(this.nobodys + "\"");
		assertThat(this.pages.send(this.manager, get(list + "/export.csv?manager=none"), 200).getContentAsString())
			.contains(this.nobodys + "\"")
			.doesNotContain(this.mine + "\"");
	}

	@Test
	void whoeverIsUnknownIsNotLookedFor() throws Exception {
		for (String unknown : List.of("0", "x", "99999999999999999999", "")) {
			assertThat(
					this.pages.page(this.manager, "/requests?manager=" + unknown).select("#manager option[selected]"))
				.isEmpty();
			assertThat(rows(this.manager, "/requests?q=" + this.mine + "&manager=" + unknown)).contains(this.mine);
		}
		this.pages.page(this.manager, "/interviews?manager=mine");
		assertThat(this.pages.page(this.manager, "/admin?manager=mine").select("#queue header a").attr("href"))
			.contains("manager=mine");
	}

	@Test
	void clientsHaveNoneToChoose() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		for (String list : List.of("/requests", "/proposals", "/engagements", "/interviews")) {
			assertThat(this.pages.page(member, list + "?manager=none").select("#manager")).as(list).isEmpty();
		}
	}

}
