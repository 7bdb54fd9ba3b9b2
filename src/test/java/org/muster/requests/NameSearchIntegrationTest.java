package org.muster.requests;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.calendar.Place;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** Lists find names and titles however they are typed, on either database. */
@IntegrationTest
class NameSearchIntegrationTest {

	private static final PageRequest FIRST = PageRequest.of(0, 50);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Requests requests;

	@Autowired
	private Organisations organisations;

	@Autowired
	private JdbcClient jdbc;

	private CurrentUser member;

	private StaffingRequest request;

	@BeforeEach
	void build() {
		Organisation organisation = this.organisations.save(new Organisation(
				"O-" + UUID.randomUUID().toString().substring(0, 8), "Łódź O’Neil & Søns " + UUID.randomUUID(),
				new Place("PT", null), "EUR", null, null, null, java.time.Instant.now()));
		this.member = this.world.person(Role.MEMBER, organisation);
		StaffingRequest draft = this.world.draft(this.member);
		draft.describe("Überaus GROẞE Größe: 100%_done\\ Işık", Map.of(GoalKind.EFFICIENT_WORKFLOW, Goal.of("Often")),
				this.member, java.time.Instant.now());
		this.request = this.requests.save(draft);
	}

	private List<String> found(String text) {
		return this.requests.search(this.member.viewer(), EnumSet.allOf(RequestStatus.class), text, FIRST)
			.map(RequestRow::reference)
			.getContent();
	}

	/** Among all clients' requests, of those with one client's name. */
	private List<String> foundByStaff(String text) {
		return this.requests.search(Viewer.staff(), EnumSet.complementOf(EnumSet.of(RequestStatus.DRAFT)), text, FIRST)
			.map(RequestRow::reference)
			.getContent();
	}

	@Test
	void theConsultancyFindsTheSameAmongEverybodysRequests() {
		this.request.submit(this.member, java.time.Instant.now());
		this.requests.save(this.request);
		String reference = this.request.reference();
		for (String typed : List.of(reference, reference.substring(2), "uberaus grosse", "ueberaus", "_done\\")) {
			assertThat(foundByStaff(typed)).as(typed).contains(reference);
		}
		assertThat(foundByStaff(reference)).containsExactly(reference);
		assertThat(foundByStaff("grüsse, o’neal")).isEmpty();
		assertThat(this.requests.before(null, Viewer.staff(), ManagedBy.ANYBODY, EnumSet.of(RequestStatus.SUBMITTED),
				reference, Limit.of(10)))
			.extracting(RequestRow::reference)
			.containsExactly(reference);
	}

	@ParameterizedTest
	@ValueSource(strings = { "uberaus", "ÜBERAUS", "ueberaus", "grosse", "GRÖSSE", "größe", "groesse", "isik", "IŞIK",
			"100%", "%_d", "_done\\", "oneil", "o'neil", "soens", "SONS", "lodz", "" })
	void requestsAreFound(String typed) {
		assertThat(found(typed)).containsExactly(this.request.reference());
	}

	@ParameterizedTest
	@ValueSource(strings = { "%%", "__", "0_", "\\\\", "grüsse", "o’neal", "'", "!" })
	void othersAreNot(String typed) {
		assertThat(found(typed)).isEmpty();
	}

	@Test
	void aReferenceIsFoundAsItIsWritten() {
		assertThat(found(this.request.reference().substring(2))).containsExactly(this.request.reference());
		assertThat(found(this.request.reference().toLowerCase(java.util.Locale.ROOT))).hasSize(1);
	}

	@Test
	void organisationsAreFound() {
		for (String typed : List.of("łódź", "lodz o'neil", "SOENS")) {
			assertThat(this.organisations.search(typed, null, PageRequest.of(0, 500)).getContent())
				.anyMatch((row) -> row.name().startsWith("Łódź O’Neil"));
		}
		assertThat(this.organisations.search("%", null, FIRST).getContent()).isEmpty();
	}

	@Test
	void theOtherListsAnswerToo() throws Exception {
		for (String page : List.of("/proposals", "/interviews", "/admin/skills", "/admin/organisations",
				"/consultants")) {
			this.mvc.perform(get(page).param("q", "Müßig%_\\'!").with(this.world.as(this.world.manager())))
				.andExpect((result) -> assertThat(result.getResponse().getStatus()).as(page).isEqualTo(200));
		}
		Set<String> columns = Set.copyOf(this.jdbc.sql("select search_title from staffing_request where reference = ?")
			.param(this.request.reference())
			.query(String.class)
			.list());
		assertThat(columns).allMatch((text) -> text.startsWith("uberaus grosse grosse: 100%_done\\ isik\n"));
	}

}
