package org.muster.skills;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.skills.TaxonomyEditing.Content;
import org.muster.testing.TestDatabase;
import org.muster.testing.TwoNodes;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("integration")
@ExtendWith(TestDatabase.class)
class TaxonomyOnNodesIntegrationTest {

	private static final CurrentUser ADMINISTRATOR = new CurrentUser(1, "Ana", "ana@test.example", Role.ADMINISTRATOR,
			null, null);

	private TwoNodes nodes;

	@BeforeEach
	void start() {
		this.nodes = TwoNodes.start();
	}

	private long add(String name) {
		return this.nodes.one(TaxonomyEditing.class)
			.add(new Content(SkillKind.DEVOPS, List.of(Spelling.parse(name)), List.of(), Map.of()), ADMINISTRATOR);
	}

	@Test
	void twoNodesMayStartForTheFirstTimeAtOnce() {
		assertThat(this.nodes.one(JdbcTemplate.class).queryForObject("select count(*) from skill", Integer.class))
			.isEqualTo(this.nodes.other(Taxonomy.class).all().size());
		assertThat(this.nodes.other(Taxonomy.class).all()).hasSameSizeAs(this.nodes.one(Taxonomy.class).all());
	}

	@Test
	void aSkillThatIsAddedOnOneNodeIsFoundOnTheOtherWithinTwoSeconds() throws InterruptedException {
		assertThat(this.nodes.other(Taxonomy.class).find("Zyxlang")).isEmpty();
		add("Zyxlang");
		TwoNodes.withinTwoSeconds(() -> this.nodes.other(Taxonomy.class).find("Zyxlang").isPresent());
		assertThat(this.nodes.other(SkillReader.class).read("Zyxlang")).hasSize(1);
	}

	@Test
	void aProfileThatHasItIsReadOnTheOtherAtOnce() {
		assertThat(this.nodes.other(Taxonomy.class).all()).isNotEmpty();
		long id = add("Wvutlang");
		assertThat(this.nodes.other(Taxonomy.class).get(id).name()).isEqualTo("Wvutlang");
	}

	@Test
	void aSkillThatIsMergedOnOneNodeIsGoneFromTheOther() throws InterruptedException {
		long gone = add("Srqplang");
		long kept = add("Onmllang");
		this.nodes.one(TaxonomyEditing.class).merge(gone, kept, ADMINISTRATOR);
		TwoNodes.withinTwoSeconds(() -> this.nodes.other(Taxonomy.class)
			.find("Srqplang")
			.filter((skill) -> skill.id() == kept)
			.isPresent());
	}

}
