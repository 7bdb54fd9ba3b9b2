package org.muster.skills;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class TaxonomyEditingIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Taxonomy taxonomy;

	@Autowired
	private TaxonomyFile file;

	@Autowired
	private SkillReader reader;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private CurrentUser administrator;

	@BeforeEach
	void signIn() {
		this.administrator = this.world.person(Role.ADMINISTRATOR, null);
	}

	private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(csrf()).with(this.world.as(this.administrator)));
	}

	private long add(String name, String synonyms) throws Exception {
		send(post("/admin/skills").param("name", name)
			.param("kind", "LIBRARY")
			.param("certainty", "CERTAIN")
			.param("synonyms", synonyms)
			.param("implied[0].name", "Java")
			.param("implied[0].strength", "60")).andExpect(status().is3xxRedirection());
		return this.taxonomy.find(name).orElseThrow().id();
	}

	@Test
	void aSkillThatIsAddedIsReadAtOnce() throws Exception {
		long id = add("Quarkalot", "quarka-lot");
		Skill skill = this.taxonomy.get(id);
		assertThat(skill.implied()).containsExactly(java.util.Map.entry(this.world.skill("Java"), 60));
		assertThat(this.reader.read("Five years of quarka-lot")).singleElement()
			.satisfies((mention) -> assertThat(mention.skill().name()).isEqualTo("Quarkalot"));
	}

	@Test
	void everythingThatTheFormTakesIsKept() throws Exception {
		String deciding = "word, ".repeat(80) + "last";
		StringBuilder synonyms = new StringBuilder();
		for (int number = 0; number < 60; number++) {
			synonyms.append("longspelling of it ").append(number).append("?\n");
		}
		send(post("/admin/skills").param("name", "Verbosity")
			.param("kind", "LIBRARY")
			.param("certainty", "CERTAIN")
			.param("deciding", deciding)
			.param("synonyms", synonyms.toString())).andExpect(status().is3xxRedirection());
		assertThat(this.taxonomy.find("longspelling of it 59").orElseThrow().name()).isEqualTo("Verbosity");
	}

	@Test
	void aSpellingOfAnotherSkillIsRefusedWithItsOwner() throws Exception {
		send(post("/admin/skills").param("name", "Nothing new")
			.param("kind", "LIBRARY")
			.param("certainty", "CERTAIN")
			.param("synonyms", "postgres")).andExpect(status().is(422))
			.andExpect(content().string(containsString("“postgres” belongs to PostgreSQL already.")));
		send(get("/admin/skills").param("q", "Nothing new"))
			.andExpect(content().string(containsString("No skill is found")));
	}

	/** They stand between skills in tables, and one name would be read as two. */
	@Test
	void aNameWithACommaOrASemicolonIsRefused() throws Exception {
		for (String name : List.of("Legacy; COBOL", "Legacy, COBOL")) {
			send(post("/admin/skills").param("name", name)
				.param("kind", "LIBRARY")
				.param("certainty", "CERTAIN")
				.param("synonyms", "")).andExpect(status().is(422))
				.andExpect(content().string(containsString("no comma and no semicolon")));
		}
	}

	@Test
	void aNameWithoutEndIsRefusedWithASentence() throws Exception {
		send(post("/admin/skills").param("name", "L".repeat(100_000))
			.param("kind", "LIBRARY")
			.param("certainty", "CERTAIN")).andExpect(status().is(422));
	}

	@Test
	void aSkillCannotImplyItselfByWayOfOthers() throws Exception {
		long first = add("Loopline", "");
		send(post("/admin/skills/" + this.world.skill("Java")).param("name", "Java")
			.param("kind", "LANGUAGE")
			.param("certainty", "CERTAIN")
			.param("version", "0")
			.param("implied[0].name", "Loopline")
			.param("implied[0].strength", "10")).andExpect(status().is(422))
			.andExpect(content().string(containsString("A skill cannot imply itself")));
		assertThat(this.taxonomy.get(first).implied()).hasSize(1);
	}

	@Test
	void aRenamedSkillKeepsItsProfilesAndItsOldNameAndOutlivesAnUpdateOfTheFile() throws Exception {
		long id = this.world.skill("Apache Wicket");
		long version = this.jdbc.sql("select version from skill where id = ?").param(id).query(Long.class).single();
		send(post("/admin/skills/" + id).param("name", "Wicket of Apache")
			.param("kind", "FRAMEWORK")
			.param("certainty", "CERTAIN")
			.param("version", String.valueOf(version))
			.param("synonyms", "Apache Wicket")).andExpect(status().is3xxRedirection());
		send(post("/admin/skills/" + id).param("name", "Too late")
			.param("kind", "FRAMEWORK")
			.param("certainty", "CERTAIN")
			.param("version", String.valueOf(version))).andExpect(status().is(409));
		this.file.run(new DefaultApplicationArguments());
		assertThat(this.taxonomy.find("Apache Wicket").orElseThrow().name()).isEqualTo("Wicket of Apache");
		assertThat(this.jdbc.sql("select count(*) from skill where name = 'Apache Wicket'").query(Long.class).single())
			.isZero();
	}

	@Test
	void profilesRequestsAndImplicationsFollowWhenTwoSkillsAreMerged() throws Exception {
		long gone = add("Mergeling", "merge-ling");
		long kept = add("Stayling", "");
		long user = add("Usesling", "");
		imply(user, gone);
		var both = this.world.consultant();
		var one = this.world.consultant();
		hold(both.id(), gone, 5, 2);
		hold(both.id(), kept, 2, 7);
		hold(one.id(), gone, 3, 1);
		var request = this.world.draft(this.world.person(Role.MEMBER, this.world.organisation()));
		long position = this.jdbc.sql("select id from request_position where request_id = ?")
			.param(request.id())
			.query(Long.class)
			.single();
		need(position, gone, 4, "REQUIRED");
		need(position, kept, 2, "NICE_TO_HAVE");
		send(post("/admin/skills/" + gone + "/merger").param("into", "no such skill")).andExpect(status().is(422));
		send(post("/admin/skills/" + gone + "/merger").param("into", "Mergeling")).andExpect(status().is(422));
		send(post("/admin/skills/" + gone + "/merger").param("into", "Stayling"))
			.andExpect(status().is3xxRedirection());
		assertThat(held(both.id(), kept)).isEqualTo("5 7");
		assertThat(held(one.id(), kept)).isEqualTo("3 1");
		assertThat(this.jdbc
			.sql("select concat(level, ' ', necessity) from position_skill where position_id = ?" + " and skill_id = ?")
			.params(position, kept)
			.query(String.class)
			.list()).containsExactly("4 REQUIRED");
		assertThat(this.taxonomy.find("merge-ling").orElseThrow().id()).isEqualTo(kept);
		assertThat(this.taxonomy.get(user).implied()).containsKey(kept);
		this.file.run(new DefaultApplicationArguments());
		assertThat(this.taxonomy.find("Mergeling").orElseThrow().id()).isEqualTo(kept);
		send(get("/admin/audit")).andExpect(content().string(containsString("Mergeling → Stayling")));
	}

	private void imply(long skill, long implied) {
		this.jdbc.sql("insert into skill_implication (skill_id, implied_id, strength) values (?, ?, 40)")
			.params(skill, implied)
			.update();
	}

	private void hold(long consultant, long skill, int level, int years) {
		this.jdbc.sql(
				"insert into consultant_skill (consultant_id, skill_id, level, years, last_used) values (?, ?, ?, ?, ?)")
			.params(consultant, skill, level, years, java.time.LocalDate.now(this.clock).getYear())
			.update();
	}

	private void need(long position, long skill, int level, String necessity) {
		this.jdbc.sql("insert into position_skill (position_id, skill_id, level, necessity) values (?, ?, ?, ?)")
			.params(position, skill, level, necessity)
			.update();
	}

	private String held(long consultant, long skill) {
		return this.jdbc
			.sql("select concat(level, ' ', years) from consultant_skill where consultant_id = ?" + " and skill_id = ?")
			.params(consultant, skill)
			.query(String.class)
			.single();
	}

	@Test
	void wordsOfASubmittedRequestThatNoSkillAnswersToWaitForTheAdministrator() throws Exception {
		CurrentUser member = this.world.person(Role.MEMBER, this.world.organisation());
		var request = this.world.draft(member);
		this.jdbc.sql("update staffing_request set title = ? where id = ?")
			.params("We need Zorbflux and Java and a friendly team", request.id())
			.update();
		this.mvc
			.perform(post("/requests/" + request.reference() + "/submission").param("anyway", "true")
				.with(csrf())
				.with(this.world.as(member)))
			.andExpect(status().is3xxRedirection());
		send(get("/admin/skills/words").param("names", "true"))
			.andExpect(content().string(containsString("data-word=\"zorbflux\"")));
		assertThat(words("zorbflux", "java", "friendly", "and")).containsExactly("zorbflux");
		long id = this.jdbc.sql("select id from unanswered_word where word = 'zorbflux'").query(Long.class).single();
		send(post("/admin/skills/words/" + id + "/synonym").param("of", "Jawa").param("names", "true"))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("name=\"names\" value=\"true\" checked")));
		long skill = add("Zorb", "");
		send(post("/admin/skills/words/" + id + "/synonym").param("of", "Zorb")).andExpect(status().is3xxRedirection());
		assertThat(this.taxonomy.find("ZORBFLUX").orElseThrow().id()).isEqualTo(skill);
		assertThat(words("zorbflux")).isEmpty();
	}

	private java.util.List<String> words(String... words) {
		return this.jdbc.sql("select word from unanswered_word where word in (:words)")
			.param("words", Set.of(words))
			.query(String.class)
			.list();
	}

}
