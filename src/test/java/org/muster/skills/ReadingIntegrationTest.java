package org.muster.skills;

import org.junit.jupiter.api.Test;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@IntegrationTest
class ReadingIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private TaxonomyFile file;

	@Autowired
	private Taxonomy taxonomy;

	private MockHttpServletResponse read(String text) throws Exception {
		var request = MockMvcRequestBuilders.post("/skills/reading")
			.param("text", text)
			.with(csrf())
			.with(this.world.as(this.world.manager()));
		return this.mvc.perform(request).andReturn().getResponse();
	}

	@Test
	void everySkillIsMarkedWithItsNameAndTheTextStaysAsItWas() throws Exception {
		MockHttpServletResponse response = read("You know k8s & <b>golang</b>.");
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getContentAsString()).contains("data-skill=\"Kubernetes\"",
				">k8s</mark> &amp; &lt;b&gt;<mark", "data-skill=\"Go\"");
	}

	@Test
	void aTextThatIsTooLongOrEmptyIsAnsweredWithASentenceAndKept() throws Exception {
		MockHttpServletResponse tooLong = read("Java ".repeat(20_001));
		assertThat(tooLong.getStatus()).isEqualTo(422);
		assertThat(tooLong.getContentAsString()).contains("This is too long: at most 100,000 characters.", "Java Java");
		assertThat(read(" ").getContentAsString()).contains("Please paste a text to read.");
	}

	@Test
	void theTaxonomyStaysAsItIsWhenThePortalStartsAgain() {
		int before = this.taxonomy.all().size();
		this.file.run(new org.springframework.boot.DefaultApplicationArguments());
		assertThat(this.taxonomy.all()).hasSize(before).hasSizeGreaterThan(1000);
		assertThat(this.taxonomy.find("K8S"))
			.hasValueSatisfying((skill) -> assertThat(skill.name()).isEqualTo("Kubernetes"));
	}

}
