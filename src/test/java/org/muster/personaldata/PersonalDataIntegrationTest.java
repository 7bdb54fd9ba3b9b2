package org.muster.personaldata;

import java.io.ByteArrayInputStream;
import java.util.List;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class PersonalDataIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Consultants consultants;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private CurrentUser administrator;

	private Consultant person;

	private String admin;

	@BeforeEach
	void build() {
		this.administrator = this.world.person(Role.ADMINISTRATOR, null);
		this.person = this.world.consultant();
		this.admin = "/admin/consultants/" + this.person.reference();
	}

	private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(csrf()).with(this.world.as(this.administrator)));
	}

	private String text(MockHttpServletRequestBuilder request) throws Exception {
		return send(request).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
	}

	/** Every text of every column of every table that names the person. */
	private List<String> traces(String sought) {
		return this.jdbc.sql("""
				select table_name, column_name from information_schema.columns
				where lower(table_schema) in ('public', lower(coalesce(database(), 'public')))
					and lower(data_type) in ('varchar', 'character varying', 'text', 'character large object')""")
			.query((row, index) -> row.getString(1) + "." + row.getString(2))
			.list()
			.stream()
			.filter((column) -> this.jdbc
				.sql("select count(*) from " + column.substring(0, column.indexOf('.')) + " where "
						+ column.substring(column.indexOf('.') + 1) + " like ?")
				.param("%" + sought + "%")
				.query(Long.class)
				.single() > 0)
			.toList();
	}

	@Test
	void anErasedPersonLeavesNoTraceButANeutralNameWhereTheLawWantsOne() throws Exception {
		CurrentUser manager = this.world.manager();
		send(post(this.admin + "/notes").param("text", "Knows " + this.person.name() + "'s cousin"));
		var proposal = this.world.drafted(this.world.person(Role.MEMBER, this.world.organisation()), manager);
		this.jdbc
			.sql("update proposal_line set consultant_id = ?, consultant_name = ? where revision_id in (select id from"
					+ " proposal_revision where proposal_id = ?)")
			.params(this.person.id(), this.person.name(), proposal.id())
			.update();
		String json = text(get(this.admin + "/personal-data.json"));
		assertThat(json).contains(this.person.email(), "cousin", proposal.reference(), "\"Java\"");
		assertThat(traces(this.person.name())).isNotEmpty();
		send(post(this.admin + "/erasure").param("confirmation", "yes")).andExpect(status().is(422));
		send(post(this.admin + "/erasure").param("confirmation", this.person.reference()))
			.andExpect(status().is3xxRedirection());
		assertThat(traces(this.person.name() + "'")).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from consultant where name = ? or email = ?")
			.params(this.person.name(), this.person.email())
			.query(Long.class)
			.single()).isZero();
		assertThat(this.jdbc.sql("select consultant_name from proposal_line where consultant_id = ?")
			.param(this.person.id())
			.query(String.class)
			.list()).isNotEmpty().allMatch(("Former consultant " + this.person.reference())::equals);
		send(get("/consultants/" + this.person.reference())).andExpect(status().isNotFound());
		assertThat(text(get("/consultants").param("q", "\"" + this.person.name() + "\"")))
			.doesNotContain("data-consultant=\"" + this.person.reference() + "\"");
		send(post(this.admin + "/erasure").param("confirmation", this.person.reference()))
			.andExpect(status().isNotFound());
	}

	@Test
	void somebodyWhoIsEngagedIsNotErased() throws Exception {
		this.transaction.executeWithoutResult((status) -> this.consultants.findById(this.person.id())
			.orElseThrow()
			.engage(new Period(this.world.today(), this.world.today().plusDays(3)), Allocation.FULL_TIME, "E-9"));
		send(post(this.admin + "/erasure").param("confirmation", this.person.reference()))
			.andExpect(status().isConflict());
		send(get("/consultants/" + this.person.reference())).andExpect(status().isOk());
	}

	@Test
	void aListIsSavedAsTheRoleMaySeeItAndNoCellIsAFormula() throws Exception {
		this.transaction.executeWithoutResult((status) -> this.jdbc
			.sql("update consultant set headline = '=HYPERLINK(\"http://evil.example\")' where id = ?")
			.param(this.person.id())
			.update());
		String query = "\"" + this.person.name() + "\"";
		String csv = text(get("/consultants/export.csv").param("q", query));
		assertThat(csv).startsWith("\ufeff\"Reference\",\"Name\",\"Headline\",\"E-mail\"")
			.contains(this.person.email(), "'=HYPERLINK", "Java:4:8");
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		var request = this.world.submitted(member);
		String own = this.mvc.perform(get("/requests/export.csv").with(this.world.as(member)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(own).contains(request.reference()).doesNotContain("Organisation");
		String others = this.mvc
			.perform(get("/requests/export.csv")
				.with(this.world.as(this.world.person(Role.MEMBER, this.world.organisation()))))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(others).doesNotContain(request.reference());
		byte[] excel = send(get("/requests/export.xlsx")).andReturn().getResponse().getContentAsByteArray();
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(excel))) {
			assertThat(workbook.getFirstSheet().read().get(0).getCellText(1)).isEqualTo("Organisation");
		}
	}

}
