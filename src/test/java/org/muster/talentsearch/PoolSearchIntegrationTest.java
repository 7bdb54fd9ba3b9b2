package org.muster.talentsearch;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.calendar.Allocation;
import org.muster.calendar.Period;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.skills.SkillReader;
import org.muster.talentsearch.PoolFound.Count;
import org.muster.talentsearch.PoolFound.Facet;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class PoolSearchIntegrationTest {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private PoolIndex index;

	@Autowired
	private Consultants consultants;

	@Autowired
	private SkillReader skills;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Clock clock;

	private CurrentUser manager;

	@BeforeEach
	void signIn() {
		this.manager = this.world.manager();
	}

	private PoolFound search(Consultant person, String text) {
		// The whole name, and what stands behind it, tells the person from those of other
		// tests.
		String typed = "\"" + person.name() + " senior\" " + text;
		PoolQuery query = new PoolQueryReader(typed, this.skills, this.index.cities(), "EUR", this.clock).read();
		return this.index.search(typed, query, PoolOrder.NAME, 0, 50);
	}

	private boolean finds(Consultant person, String text) {
		return search(person, text).ids().contains(person.id());
	}

	@Test
	void yearsThatNobodyHasStatedAreFoundByNoNumberAndComeLast() {
		Consultant person = this.world.consultant();
		Consultant silent = this.world.consultant();
		this.transaction.executeWithoutResult((status) -> {
			Consultant known = this.consultants.findById(silent.id()).orElseThrow();
			known.change(new Consultant.Profile(person.name(), person.headline(), known.email(), null,
					Set.copyOf(known.roles()), known.seniority(), null, known.place(), known.city(), known.timeZone(),
					known.employment(), known.workModes(), "EUR", known.availableFrom(), List.copyOf(known.skills()),
					Map.copyOf(known.languages())));
		});
		assertThat(search(person, "").ids()).contains(person.id(), silent.id());
		assertThat(search(person, "0 years").ids()).contains(person.id()).doesNotContain(silent.id());
		String typed = "\"" + person.name() + " senior\"";
		PoolQuery query = new PoolQueryReader(typed, this.skills, this.index.cities(), "EUR", this.clock).read();
		for (PoolOrder order : List.of(PoolOrder.YEARS, PoolOrder.BEST)) {
			assertThat(this.index.search(typed, query, order, 0, 50).ids()).containsExactly(person.id(), silent.id());
		}
	}

	@Test
	void aPersonIsFoundByEachOfTheirSides() {
		Consultant person = this.world.consultant();
		assertThat(List.of("java", "java:4", "senior", "lisbon", "portugal", "english", "english c1", "< 400 eur",
				"300-500", "from now", "5 days a week", "8 years", "remote", "employee", "back-end developer",
				"overlap 8h with lisbon", "developer", "-php"))
			.allMatch((text) -> finds(person, text));
		assertThat(List.of("java:5", "junior", "porto", "germany", "german", "english c2", "< 399 eur", "> 401",
				"9 years", "on-site", "contractor", "designer", "4+ stars", "overlap 8h with berlin", "-java"))
			.noneMatch((text) -> finds(person, text));
	}

	@Test
	void whatASkillImpliesIsFoundWithItAtItsStrength() {
		Consultant person = this.world.consultant();
		assertThat(finds(person, "object-oriented programming"))
			.isEqualTo(this.skills.named("object-oriented programming")
				.map((skill) -> this.skills.named("Java").orElseThrow().implied().containsKey(skill.id()))
				.orElse(false));
	}

	@Test
	void aPersonWhoIsEngagedIsFreeForTheDaysThatAreLeftAndWhollyAfterwards() {
		Consultant person = this.world.consultant();
		// Nobody starts on a day that is booked.
		LocalDate free = LocalDate.now(this.clock).with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
		this.transaction.executeWithoutResult((status) -> this.consultants.findByReference(person.reference())
			.orElseThrow()
			.engage(new Period(free.minusDays(3), free.plusDays(60)), Allocation.parse("MON,TUE,WED/2"), "E-1"));
		assertThat(finds(person, "2.5 days a week from " + free)).isTrue();
		assertThat(finds(person, "3 days a week from " + free)).isFalse();
		assertThat(finds(person, "full-time from " + free.plusDays(61))).isTrue();
		List<Count> days = search(person, "from " + free).facets().get(Facet.DAYS);
		assertThat(days).extracting((count) -> count.arguments().get(0)).containsExactly(2, 1);
	}

	@Test
	void facetsCountThoseFoundAndAskNarrower() {
		Consultant person = this.world.consultant();
		PoolFound found = search(person, "java");
		assertThat(found.facets().get(Facet.SENIORITY)).singleElement()
			.satisfies((count) -> assertThat(count.token()).isEqualTo("senior"));
		assertThat(found.facets().get(Facet.LEVEL)).extracting(Count::token)
			.containsExactly("skill:Java:4", "skill:Java:3", "skill:Java:2");
		assertThat(found.facets().values().stream().flatMap(List::stream))
			.allMatch((count) -> finds(person, "java " + count.token()));
	}

	@Test
	void thePageShowsWhatItUnderstoodAndIsTheSameAtItsAddressAndAsAFragment() throws Exception {
		Consultant person = this.world.consultant();
		String query = "java lisbon \"" + person.name() + "\"";
		String page = this.mvc.perform(get("/consultants").param("q", query).with(this.world.as(this.manager)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("data-chip=\"skill\"")))
			.andExpect(content().string(containsString("data-chip=\"city\"")))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("data-consultant=\"" + person.reference() + "\"", "<!DOCTYPE html>");
		this.mvc
			.perform(get("/consultants").param("q", query)
				.header("HX-Request", "true")
				.header("HX-Target", "results")
				.with(this.world.as(this.manager)))
			.andExpect(content().string(not(containsString("<!DOCTYPE"))))
			.andExpect(content().string(containsString("data-consultant=\"" + person.reference() + "\"")));
	}

	@Test
	void savedSearchesBelongToTheOneWhoSavedThem() throws Exception {
		CurrentUser other = this.world.manager();
		this.mvc
			.perform(post("/consultants/searches").param("name", "Lisbon seniors")
				.param("q", "senior lisbon")
				.with(csrf())
				.with(this.world.as(this.manager)))
			.andExpect(status().is3xxRedirection());
		this.mvc.perform(get("/consultants").with(this.world.as(this.manager)))
			.andExpect(content().string(containsString("Lisbon seniors")));
		this.mvc.perform(get("/consultants").with(this.world.as(other)))
			.andExpect(content().string(not(containsString("Lisbon seniors"))));
	}

	@Test
	void whatIsTooLongForASearchIsSaidAndKept() throws Exception {
		String longer = "java " + "x".repeat(400);
		this.mvc.perform(get("/consultants").param("q", longer).with(this.world.as(this.manager)))
			.andExpect(content().string(containsString("This search is longer than 400 characters.")))
			.andExpect(content().string(containsString("value=\"" + longer + "\"")));
		this.mvc.perform(get("/consultants").param("q", "java").with(this.world.as(this.manager)))
			.andExpect(content().string(not(containsString("400 characters"))));
		String name = "n".repeat(81);
		FlashMap said = this.mvc
			.perform(post("/consultants/searches").param("name", name)
				.param("q", "java")
				.with(csrf())
				.with(this.world.as(this.manager)))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getFlashMap();
		this.mvc.perform(get("/consultants").flashAttrs(said).with(this.world.as(this.manager)))
			.andExpect(content().string(containsString("its name has at most 80 characters")))
			.andExpect(content().string(containsString("value=\"" + name + "\"")));
	}

	@Test
	void atMostFourPeopleAreComparedAndNobodyUnknown() throws Exception {
		String[] five = java.util.stream.Stream.generate(this.world::consultant)
			.limit(5)
			.map(Consultant::reference)
			.toArray(String[]::new);
		this.mvc.perform(get("/consultants/comparison").param("c", five).with(this.world.as(this.manager)))
			.andExpect(content().string(containsString("data-consultant=\"" + five[3] + "\"")))
			.andExpect(content().string(not(containsString("data-consultant=\"" + five[4] + "\""))))
			.andExpect(content().string(containsString("these are the first four")));
		this.mvc.perform(get("/consultants/comparison").param("c", "C-nobody").with(this.world.as(this.manager)))
			.andExpect(status().isNotFound());
	}

}
