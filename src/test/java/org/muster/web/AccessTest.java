package org.muster.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.consultants.Consultant;
import org.muster.proposals.Proposal;
import org.muster.requests.Requests;
import org.muster.testing.Confidential;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Asks for every address of the application as everybody, and holds the answers against
 * the table below. An address that is missing from the table fails.
 */
@IntegrationTest
class AccessTest {

	/**
	 * Address: answers to nobody, a member of another organisation, a member, an
	 * approver, an account manager, an administrator. Acts are sent without their form,
	 * so that 422, 400 and 303 say that the person got through; 302 for nobody leads to
	 * the sign-in.
	 */
	private static final String TABLE = """
			GET  /login                                                  200 200 200 200 200 200
			GET  /invitations/{token}                                    404 404 404 404 404 404
			POST /invitations/{token}/acceptance                         404 404 404 404 404 404
			POST /theme                                                  400 400 400 400 400 400
			GET  /                                                       302 200 200 200 302 302
			GET  /admin                                                  302 404 404 404 200 200
			GET  /admin/audit                                            302 404 404 404 200 200
			GET  /admin/verification                                     302 404 404 404 403 200
			POST /admin/verification                                     302 404 404 404 403 302
			GET  /admin/holidays                                         302 404 404 404 403 200
			POST /admin/holidays/corrections                             302 404 404 404 403 404
			POST /admin/holidays/corrections/{none}/withdrawal           302 404 404 404 403 404
			GET  /numbers/reading                                        302 400 400 400 400 400
			GET  /admin/organisations                                    302 404 404 404 200 200
			POST /admin/organisations                                    302 404 404 404 422 422
			GET  /admin/organisations/new                                302 404 404 404 200 200
			GET  /admin/organisations/places                             302 404 404 404 200 200
			GET  /admin/organisations/{organisation}                     302 404 404 404 200 200
			POST /admin/organisations/{organisation}                     302 404 404 404 422 422
			GET  /admin/organisations/{organisation}/edit                302 404 404 404 200 200
			POST /admin/organisations/{organisation}/archival            302 404 404 404 302 302
			GET  /admin/organisations/{organisation}/invitations/new     302 404 404 404 200 200
			POST /admin/organisations/{organisation}/invitations         302 404 404 404 422 422
			GET  /admin/people                                           302 404 404 404 403 200
			GET  /admin/people/invitations/new                           302 404 404 404 403 200
			POST /admin/people/invitations                               302 404 404 404 403 422
			POST /admin/consultants                                      302 404 404 404 422 422
			GET  /admin/consultants/new                                  302 404 404 404 200 200
			GET  /admin/consultants/{consultant}                         302 404 404 404 200 200
			POST /admin/consultants/{consultant}                         302 404 404 404 422 422
			GET  /consultants                                            302 404 404 404 200 200
			GET  /consultants/{consultant}                               302 200 200 200 200 200
			GET  /admin/skills                                           302 404 404 404 200 200
			POST /admin/skills                                           302 404 404 404 403 422
			GET  /admin/skills/new                                       302 404 404 404 403 200
			GET  /admin/skills/{skill}                                   302 404 404 404 403 200
			POST /admin/skills/{skill}                                   302 404 404 404 403 422
			POST /admin/skills/{skill}/merger                            302 404 404 404 403 422
			GET  /admin/skills/words                                     302 404 404 404 403 200
			POST /admin/skills/words/{none}/synonym                      302 404 404 404 403 404
			POST /admin/skills/words/{none}/dismissal                    302 404 404 404 403 404
			GET  /admin/consultants/{consultant}/personal-data.json      302 404 404 404 200 200
			GET  /admin/consultants/{idle}/erasure                       302 404 404 404 403 200
			POST /admin/consultants/{idle}/erasure                       302 404 404 404 403 422
			GET  /admin/erasures                                         302 404 404 404 403 200
			GET  /admin/erasures/{none}                                  302 404 404 404 403 404
			POST /admin/erasures/{none}/traces/{none}/redaction          302 404 404 404 403 404
			POST /admin/erasures/{none}/traces/{none}/removal            302 404 404 404 403 404
			POST /admin/erasures/{none}/traces/{none}/retention          302 404 404 404 403 404
			GET  /admin/organisations/export.csv                         302 404 404 404 200 200
			GET  /admin/skills/export.csv                                302 404 404 404 200 200
			GET  /admin/audit/export.csv                                 302 404 404 404 200 200
			GET  /consultants/export.csv                                 302 404 404 404 200 200
			GET  /requests/export.csv                                    302 200 200 200 200 200
			GET  /proposals/export.csv                                   302 200 200 200 200 200
			GET  /engagements                                            302 200 200 200 200 200
			GET  /engagements/export.csv                                 302 200 200 200 200 200
			GET  /admin/consultants/imports                              302 404 404 404 200 200
			POST /admin/consultants/imports                              302 404 404 404 400 400
			GET  /admin/consultants/imports/{none}                       302 404 404 404 404 404
			POST /admin/consultants/imports/{none}/mapping               302 404 404 404 404 404
			POST /admin/consultants/imports/{none}/reading               302 404 404 404 404 404
			GET  /admin/consultants/imports/{none}/left-out.csv          302 404 404 404 404 404
			POST /admin/consultants/imports/{none}/withdrawal            302 404 404 404 404 404
			GET  /admin/consultants/drafts                               302 404 404 404 200 200
			POST /admin/consultants/drafts                               302 404 404 404 400 400
			GET  /admin/consultants/drafts/{none}                        302 404 404 404 404 404
			POST /admin/consultants/drafts/{none}/confirmation           302 404 404 404 404 404
			POST /admin/consultants/drafts/{none}/withdrawal             302 404 404 404 404 404
			GET  /admin/consultants/{consultant}/availability            302 404 404 404 200 200
			POST /admin/consultants/{consultant}/availability            302 404 404 404 422 422
			GET  /admin/consultants/{consultant}/availability/calendar.ics 302 404 404 404 200 200
			POST /admin/consultants/{consultant}/availability/calendar   302 404 404 404 400 400
			POST /admin/consultants/{consultant}/availability/{none}/removal 302 404 404 404 302 302
			GET  /admin/consultants/{consultant}/certifications/new      302 404 404 404 200 200
			POST /admin/consultants/{consultant}/certifications          302 404 404 404 422 422
			POST /admin/consultants/{consultant}/certifications/{none}/removal 302 404 404 404 302 302
			GET  /admin/consultants/{consultant}/projects/new            302 404 404 404 200 200
			POST /admin/consultants/{consultant}/projects                302 404 404 404 422 422
			GET  /admin/consultants/{consultant}/projects/{none}         302 404 404 404 404 404
			POST /admin/consultants/{consultant}/projects/{none}         302 404 404 404 404 404
			POST /admin/consultants/{consultant}/projects/{none}/removal 302 404 404 404 302 302
			POST /admin/consultants/{consultant}/notes                   302 404 404 404 302 302
			POST /admin/consultants/{consultant}/notes/{none}/removal    302 404 404 404 302 302
			POST /admin/consultants/{consultant}/photo                   302 404 404 404 400 400
			POST /admin/consultants/{consultant}/photo/removal           302 404 404 404 302 302
			GET  /consultants/{consultant}/photo                         302 404 404 404 404 404
			GET  /consultants/comparison                                 302 404 404 404 200 200
			POST /consultants/searches                                   302 404 404 404 302 302
			POST /consultants/searches/{none}/removal                    302 404 404 404 302 302
			GET  /engagements/{none}/review                              302 404 404 404 403 403
			POST /engagements/{none}/review                              302 404 404 404 403 403
			GET  /skills/names                                            302 200 200 200 200 200
			GET  /skills/reading                                         302 404 404 404 200 200
			POST /skills/reading                                         302 404 404 404 422 422
			GET  /requests                                               302 200 200 200 200 200
			POST /requests                                               302 422 422 422 404 404
			GET  /requests/new                                           302 200 200 200 200 200
			GET  /requests/intake                                        302 200 200 200 200 200
			POST /requests/intake                                        302 422 422 422 404 404
			POST /requests/intake/draft                                  302 302 302 302 404 404
			GET  /requests/templates                                     302 200 200 200 200 200
			POST /requests/templates/{none}/drafts?creationKey=x         302 404 404 404 404 404
			POST /requests/{request}/copies?creationKey=x                302 404 302 302 302 302
			POST /requests/{request}/goals/{goal}/outcome?outcome=MET 302 404 409 409 403 403
			GET  /requests/{request}/comparison                          302 404 200 200 200 200
			POST /requests/{request}/comparison?version=-1&months=x      302 404 422 422 403 403
			GET  /requests/{request}/comparison.pdf                      302 404 200 200 200 200
			POST /admin/organisations/{organisation}/approval            302 404 404 404 302 302
			GET  /colleagues/invitations/new                             302 200 200 200 403 403
			POST /colleagues/invitations                                 302 422 422 422 403 403
			GET  /requests/{request}/timeline                            302 404 200 200 200 200
			POST /requests/{request}/comments                            302 404 422 422 422 422
			POST /requests/{request}/comments/{none}/removal             302 404 302 302 302 302
			POST /requests/{request}/attachments                         302 400 400 400 400 400
			GET  /requests/{request}/attachments/{none}                  302 404 404 404 404 404
			POST /requests/{request}/attachments/{none}/removal          302 404 302 302 403 403
			GET  /requests/{draft}/presence                              302 404 200 200 404 404
			GET  /notifications                                          302 200 200 200 200 200
			GET  /notifications/bell                                     302 200 200 200 200 200
			POST /notifications/reading                                  302 302 302 302 302 302
			POST /notifications/{none}/reading                           302 404 404 404 404 404
			GET  /notifications/settings                                 302 200 200 200 200 200
			POST /notifications/settings                                 302 302 302 302 302 302
			GET  /admin/outbox                                           302 404 404 404 403 200
			GET  /admin/outbox/{none}                                    302 404 404 404 403 404
			GET  /admin/templates                                        302 404 404 404 200 200
			POST /admin/templates                                        302 404 404 404 422 422
			GET  /admin/templates/new                                    302 404 404 404 200 200
			GET  /admin/templates/{none}                                 302 404 404 404 404 404
			POST /admin/templates/{none}                                 302 404 404 404 404 404
			POST /admin/templates/{none}/retirement                      302 404 404 404 404 404
			GET  /requests/{request}                                     302 404 200 200 200 200
			GET  /requests/{draft}/goals                                 302 404 200 200 404 404
			POST /requests/{draft}/goals                                 302 404 422 422 404 404
			GET  /requests/{draft}/schedule                              302 404 200 200 404 404
			POST /requests/{draft}/schedule                              302 404 422 422 404 404
			GET  /requests/{draft}/budget                                302 404 200 200 404 404
			POST /requests/{draft}/budget                                302 404 409 409 404 404
			GET  /requests/{draft}/review                                302 404 200 200 404 404
			GET  /requests/{draft}/positions                             302 404 200 200 404 404
			POST /requests/{draft}/positions?role=QA 302 404 302 302 404 404
			GET  /requests/{draft}/positions/{number}                    302 404 200 200 404 404
			POST /requests/{draft}/positions/{number}                    302 404 422 422 404 404
			POST /requests/{draft}/positions/{none}/removal              302 404 302 302 404 404
			GET  /requests/{request}/positions/{number}/matches          302 404 200 200 200 200
			GET  /requests/{request}/positions/{number}/matches/{consultant} 302 404 200 200 200 200
			GET  /days                                                   302 200 200 200 200 200
			POST /days/lines                                             302 404 404 404 422 422
			POST /days/schedule                                          302 422 422 422 403 403
			GET  /interviews                                             302 200 200 200 200 200
			GET  /requests/{request}/positions/{number}/interviews/new?consultant={consultant} 302 404 404 404 403 403
			POST /requests/{request}/positions/{number}/interviews?consultant={consultant} 302 404 404 404 403 403
			GET  /interviews/{none}                                      302 404 404 404 404 404
			GET  /interviews/{none}.ics                                  302 404 404 404 404 404
			POST /interviews/{none}/confirmation                         302 404 404 404 404 404
			POST /interviews/{none}/refusal                              302 404 404 404 404 404
			POST /interviews/{none}/withdrawal                           302 404 404 404 403 403
			GET  /interviews/{none}/scorecard                            302 404 404 404 403 403
			POST /interviews/{none}/scorecard                            302 404 404 404 403 403
			GET  /requests/{request}/positions/{number}/comparison       302 404 200 200 200 200
			GET  /requests/{request}/teams                               302 404 200 200 200 200
			GET  /scoring                                                302 200 200 200 200 200
			POST /requests/{request}/shortlists?member=1:{consultant}    302 404 302 302 302 302
			POST /requests/{request}/positions/{number}/shortlist?consultant={consultant} 302 404 302 302 302 302
			POST /requests/{request}/positions/{number}/shortlist/{consultant}/removal 302 404 302 302 302 302
			POST /requests/{ended}/removal                               302 404 409 409 403 403
			GET  /resumption                                             302 302 302 302 302 302
			POST /resumption/removal                                     302 302 302 302 302 302
			POST /requests/{ended}/submission                            302 404 409 409 403 403
			POST /requests/{ended}/withdrawal                            302 404 302 409 403 403
			POST /requests/{request}/closure                             302 404 404 404 409 409
			GET  /proposals                                              302 200 200 200 200 200
			POST /proposals?request={request}&creationKey=00000000-0000-0000-0000-00000000000a 302 404 404 404 302 302
			GET  /proposals/{proposal}                                   302 404 200 200 200 200
			GET  /proposals/{proposal}.pdf                               302 404 200 200 200 200
			GET  /proposals/{proposal}.xlsx                              302 404 200 200 200 200
			POST /proposals/{proposal}/acceptance?revision=1&fullName=x 302 404 403 422 403 403
			GET  /proposals/{proposal}/receipt                           302 404 404 404 404 404
			GET  /terms/{none}                                           302 404 404 404 404 404
			GET  /admin/closings                                         302 404 404 404 200 200
			POST /admin/closings                                         302 404 404 404 422 422
			POST /admin/closings/{none}/removal                          302 404 404 404 302 302
			GET  /proposals/{proposal}/counter-proposals/new?revision=1 302 404 200 200 403 403
			POST /proposals/{proposal}/counter-proposals?revision=1 302 404 422 422 403 403
			POST /proposals/{proposal}/counter-proposals/{none}/removal 302 404 404 404 403 403
			POST /proposals/{proposal}/counter-proposals/{none}/revision 302 404 404 404 404 404
			POST /proposals/{proposal}/counter-proposals/{none}/refusal 302 404 404 404 422 422
			POST /proposals/{proposal}/comments 302 404 422 422 422 422
			POST /proposals/{drafted}/alternatives                       302 404 404 404 302 302
			POST /proposals/{drafted}/alternatives/{none}/removal        302 404 404 404 302 302
			GET  /admin/letterhead                                       302 404 404 404 403 200
			POST /admin/letterhead                                       302 404 404 404 403 422
			GET  /admin/letterhead/{none}/logo.png                       302 404 404 404 403 404
			GET  /admin/rates                                            302 404 404 404 200 200
			POST /admin/rates                                            302 404 404 404 422 422
			POST /admin/rates/{none}/removal                             302 404 404 404 302 302
			GET  /admin/organisations/{organisation}/agreements          302 404 404 404 200 200
			POST /admin/organisations/{organisation}/agreements          302 404 404 404 422 422
			POST /admin/organisations/{organisation}/agreements/{none}/removal 302 404 404 404 302 302
			GET  /admin/terms                                            302 404 404 404 403 200
			POST /admin/terms                                            302 404 404 404 403 422
			POST /admin/organisations/{organisation}/purchase-orders     302 404 404 404 302 302
			POST /proposals/{proposal}/refusal?revision=1&reason= 302 404 403 422 403 403
			GET  /proposals/{drafted}/draft                              302 404 404 404 200 200
			POST /proposals/{drafted}/draft                              302 404 404 404 409 409
			POST /proposals/{drafted}/lines?choice=1:{consultant} 302 404 404 404 302 302
			POST /proposals/{drafted}/lines/{none}/removal               302 404 404 404 302 302
			POST /proposals/{drafted}/approval                           302 404 404 404 302 302
			POST /proposals/{drafted}/approval/refusal                   302 404 404 404 422 422
			GET  /proposals/{drafted}/sending                            302 404 404 404 200 200
			GET  /proposals/new?request={request}                        302 404 404 404 200 200
			POST /proposals/{drafted}/sending?revision=1 302 404 404 404 302 302
			POST /proposals/{drafted}/revisions                          302 404 404 404 302 302
			POST /proposals/{drafted}/withdrawal?revision=1              302 404 404 404 409 409
			POST /proposals/{drafted}/draft/removal                      302 404 404 404 302 302
			""";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private Requests requests;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private final List<String> secrets = new ArrayList<>();

	private final Map<String, String> things = new LinkedHashMap<>();

	private final Map<String, @Nullable CurrentUser> people = new LinkedHashMap<>();

	@BeforeEach
	void build() {
		Organisation organisation = this.world.organisation();
		CurrentUser member = this.world.person(Role.MEMBER, organisation);
		CurrentUser manager = this.world.manager();
		Consultant consultant = this.world.consultant();
		this.people.put("nobody", null);
		this.people.put("another organisation's approver", this.world.person(Role.APPROVER, this.world.organisation()));
		this.people.put("a member", member);
		this.people.put("an approver", this.world.person(Role.APPROVER, organisation));
		this.people.put("an account manager", manager);
		this.people.put("an administrator", this.world.person(Role.ADMINISTRATOR, null));
		Proposal sent = this.world.sent(member, manager);
		var ended = this.world.submitted(member);
		ended.withdraw(member, java.time.Instant.now());
		this.requests.save(ended);
		this.jdbc
			.sql("insert into consultant_note (consultant_id, text, written_by_name, written_at)"
					+ " values (?, 'A secret note', 'Somebody', current_timestamp(6))")
			.param(consultant.id())
			.update();
		this.jdbc
			.sql("insert into consultant_project (consultant_id, title, customer, starts_on, description)"
					+ " values (?, 'A project', 'A secret customer', '2024-01-01', 'Work')")
			.param(consultant.id())
			.update();
		// Everybody in the tests is paid 300, and nobody else's name belongs to this
		// client.
		this.secrets.addAll(List.of("300\u00a0EUR", "300 EUR", "300.00", "A secret note", "A secret customer",
				consultant.email(), "@test.example\"", "Pay rate", "Margin", "margin",
				Objects.requireNonNull(this.people.get("another organisation's approver")).name()));
		this.things.put("{organisation}", organisation.reference());
		this.things.put("{consultant}", consultant.reference());
		this.things.put("{draft}", this.world.draft(member).reference());
		this.things.put("{request}", this.world.submitted(member).reference());
		this.things.put("{ended}", ended.reference());
		this.things.put("{proposal}", sent.reference());
		this.things.put("{drafted}", this.world.drafted(member, manager).reference());
		// Made last: offered to nobody.
		this.things.put("{idle}", this.world.consultant().reference());
		this.things.put("{number}", "1");
		this.things.put("{goal}", "EFFICIENT_WORKFLOW");
		this.things.put("{skill}", String.valueOf(this.world.skill("Java")));
		this.things.put("{none}", "99999");
		this.things.put("{token}", "nothing");
	}

	@TestFactory
	java.util.stream.Stream<DynamicTest> everybodyGetsTheAnswersOfTheTable() {
		return TABLE.lines().map((line) -> {
			String[] parts = line.split("\\s+");
			return DynamicTest.dynamicTest(parts[0] + " " + parts[1], () -> {
				int column = 2;
				for (Map.Entry<String, @Nullable CurrentUser> person : this.people.entrySet()) {
					assertThat(answer(parts[0], parts[1], person.getValue())).as(person.getKey())
						.isEqualTo(Integer.parseInt(parts[column++]));
				}
			});
		});
	}

	private int answer(String method, String address, @Nullable CurrentUser person) throws Exception {
		return respond(method, address, person).getStatus();
	}

	private MockHttpServletResponse respond(String method, String address, @Nullable CurrentUser person)
			throws Exception {
		return result(method, address, person).getResponse();
	}

	private MvcResult result(String method, String address, @Nullable CurrentUser person) throws Exception {
		String path = address;
		for (Map.Entry<String, String> thing : this.things.entrySet()) {
			path = path.replace(thing.getKey(), thing.getValue());
		}
		MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method),
				java.net.URI.create(path));
		if (method.equals("POST")) {
			request = request.with(csrf());
		}
		if (person != null) {
			request = request.with(this.world.as(person));
		}
		return this.mvc.perform(request).andReturn();
	}

	/**
	 * Whatever a client may read, pages, tables and documents alike, says nothing of what
	 * is the consultancy's own.
	 */
	@TestFactory
	java.util.stream.Stream<DynamicTest> nothingThatAClientReadsTellsWhatIsConfidential() {
		return TABLE.lines()
			.map((line) -> line.split("\\s+"))
			.filter((parts) -> parts[0].equals("GET") && parts[4].equals("200") && !parts[1].equals("/login"))
			.map((parts) -> DynamicTest.dynamicTest(parts[1], () -> {
				MockHttpServletResponse answer = respond("GET", parts[1], this.people.get("a member"));
				String text = "application/pdf".equals(answer.getContentType()) ? pdf(answer.getContentAsByteArray())
						: answer.getContentAsString();
				assertThat(text).isNotBlank().doesNotContain(this.secrets);
			}));
	}

	/** Not hidden by a template, but out of its reach. */
	@TestFactory
	java.util.stream.Stream<DynamicTest> noModelOfAClientsPageLeadsToWhatIsConfidential() {
		return TABLE.lines()
			.map((line) -> line.split("\\s+"))
			.filter((parts) -> parts[0].equals("GET") && parts[4].equals("200"))
			.map((parts) -> DynamicTest.dynamicTest(parts[1], () -> {
				ModelAndView shown = result("GET", parts[1], this.people.get("a member")).getModelAndView();
				if (shown != null) {
					assertThat(Confidential.waysFrom(shown.getModel())).isEmpty();
				}
			}));
	}

	private static String pdf(byte[] document) throws Exception {
		try (PDDocument pdf = Loader.loadPDF(document)) {
			return new PDFTextStripper().getText(pdf);
		}
	}

	@Test
	void noAddressOfTheApplicationIsMissingFromTheTable() {
		Set<String> listed = new TreeSet<>();
		TABLE.lines().forEach((line) -> {
			String[] parts = line.split("\\s+");
			listed.add(parts[0] + " " + parts[1].replaceAll("\\?.*", "").replaceAll("\\{\\w+}", "{}"));
		});
		Set<String> missing = new TreeSet<>();
		this.mappings.getHandlerMethods().forEach((info, method) -> {
			// The server itself asks for pages of errors, by whatever verb had failed.
			if (!method.getBeanType().getName().startsWith("org.muster")
					|| ErrorController.class.isAssignableFrom(method.getBeanType())) {
				return;
			}
			for (RequestMethod verb : info.getMethodsCondition().getMethods()) {
				info.getPatternValues()
					.forEach((pattern) -> missing
						.add(verb + " " + pattern.replaceAll("\\{format:[^}]*}", "csv").replaceAll("\\{\\w+}", "{}")));
			}
			assertThat(info.getMethodsCondition().getMethods()).as(info.toString()).isNotEmpty();
		});
		missing.removeAll(listed);
		assertThat(missing).isEmpty();
	}

}
