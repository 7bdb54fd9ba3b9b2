package org.muster.testing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.Account;
import org.muster.accounts.Accounts;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.accounts.Role;
import org.muster.accounts.SignIn;
import org.muster.calendar.Allocation;
import org.muster.calendar.DayCount;
import org.muster.calendar.Place;
import org.muster.calendar.UtcColumns;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.consultants.SkillHeld;
import org.muster.proposals.Drafting;
import org.muster.proposals.Proposal;
import org.muster.proposals.Sending;
import org.muster.requests.Goal;
import org.muster.requests.GoalKind;
import org.muster.requests.Requests;
import org.muster.requests.RoleTemplates;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Builds what integration tests act on. Names are numbered, so that tests do not meet.
 */
@TestComponent
public class World {

	private static final AtomicInteger COUNTER = new AtomicInteger();

	private final Organisations organisations;

	private final Accounts accounts;

	private final Consultants consultants;

	private final Requests requests;

	private final RoleTemplates templates;

	private final Taxonomy taxonomy;

	private final Drafting drafting;

	private final Sending sending;

	private final SignIn signIn;

	private final JdbcClient jdbc;

	private final Clock clock;

	public World(Organisations organisations, Accounts accounts, Consultants consultants, Requests requests,
			RoleTemplates templates, Taxonomy taxonomy, Drafting drafting, Sending sending, SignIn signIn,
			JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.organisations = organisations;
		this.accounts = accounts;
		this.consultants = consultants;
		this.requests = requests;
		this.templates = templates;
		this.taxonomy = taxonomy;
		this.drafting = drafting;
		this.sending = sending;
		this.signIn = signIn;
		this.clock = clock;
	}

	public Organisation organisation() {
		return organisation("EUR");
	}

	/** A client of an account manager. */
	public Organisation organisation(CurrentUser manager) {
		int number = COUNTER.incrementAndGet();
		return this.organisations.save(new Organisation("O-T" + number, "Client " + number, new Place("PT", null),
				"EUR", null, null, this.accounts.findById(manager.id()).orElseThrow(), this.clock.instant()));
	}

	/** A client that pays in another currency. */
	public Organisation organisation(String currency) {
		return organisation(new Place("PT", null), currency);
	}

	/** A client elsewhere. */
	public Organisation organisation(Place place, String currency) {
		int number = COUNTER.incrementAndGet();
		return this.organisations.save(new Organisation("O-T" + number, "Client " + number, place, currency, null, null,
				null, this.clock.instant()));
	}

	public CurrentUser person(Role role, @Nullable Organisation organisation) {
		int number = COUNTER.incrementAndGet();
		Account account = this.accounts.save(new Account("person" + number + "@test.example", "Person " + number,
				"{noop}secret", role, organisation, this.clock.instant()));
		return new CurrentUser(account.id(), account.fullName(), account.email(), role,
				(organisation != null) ? organisation.id() : null, "127.0.0.1");
	}

	public CurrentUser manager() {
		return person(Role.ACCOUNT_MANAGER, null);
	}

	/** Signs a request of MockMvc in. */
	@Transactional(propagation = Propagation.SUPPORTS)
	public RequestPostProcessor as(CurrentUser user) {
		return SecurityMockMvcRequestPostProcessors.user(this.signIn.loadUserByUsername(user.email()));
	}

	/** A senior back-end developer with Java at 4, free at once, for 400 EUR a day. */
	public Consultant consultant() {
		return consultant("EUR", "300", "400");
	}

	/** The same at other rates. */
	public Consultant consultant(String currency, String pay, String bill) {
		return consultant(currency, pay, bill, new SkillHeld(skill("Java"), 4, 8, today().getYear()));
	}

	/** The same, expert in a skill that nobody else of the tests may have. */
	public Consultant expert(String skill) {
		return consultant("EUR", "300", "400", new SkillHeld(skill(skill), 5, 8, today().getYear()));
	}

	private Consultant consultant(String currency, String pay, String bill, SkillHeld held) {
		int number = COUNTER.incrementAndGet();
		return this.consultants.save(new Consultant("C-T" + number,
				new Consultant.Profile("Developer " + number, "Senior back-end developer",
						"dev" + number + "@test.example", null, Set.of(JobRole.BACK_END), Seniority.SENIOR, 8,
						new Place("PT", null), "Lisbon", "Europe/Lisbon", Employment.EMPLOYEE, Set.of(WorkMode.REMOTE),
						currency, today().minusDays(10), List.of(held), Map.of("en", LanguageLevel.C1)),
				new Consultant.Rates(new BigDecimal(pay), new BigDecimal(bill)), "Somebody", this.clock));
	}

	public long skill(String name) {
		return this.taxonomy.find(name).orElseThrow().id();
	}

	/**
	 * A complete draft for one back-end developer, for half a year from next month on.
	 */
	public StaffingRequest draft(CurrentUser member) {
		return draft(member, "EUR", new BigDecimal("500"));
	}

	/** In another currency, without a cap. */
	public StaffingRequest draft(CurrentUser member, String currency) {
		return draft(member, currency, null);
	}

	private StaffingRequest draft(CurrentUser member, String currency, @Nullable BigDecimal rateCap) {
		StaffingRequest request = new StaffingRequest("R-2026-T" + COUNTER.incrementAndGet(), currency,
				UUID.randomUUID().toString(), member, this.clock.instant());
		request.describe("A request of " + member.name(),
				Map.of(GoalKind.EFFICIENT_WORKFLOW, Goal.of("Weekly releases")), member, this.clock.instant());
		request.addPosition(this.templates.of(JobRole.BACK_END).details(), member, this.clock.instant());
		LocalDate start = today().plusMonths(1);
		request.schedule(new Schedule(start, start.plusDays(14), start.plusMonths(6), null, DayCount.of("5")), member,
				this.clock.instant());
		request.budget(rateCap, null, member, this.clock.instant());
		return this.requests.save(request);
	}

	public StaffingRequest submitted(CurrentUser member) {
		StaffingRequest request = draft(member);
		request.submit(member, this.clock.instant());
		return this.requests.save(request);
	}

	/** In another currency, without a cap. */
	public StaffingRequest submitted(CurrentUser member, String currency) {
		StaffingRequest request = draft(member, currency, null);
		request.submit(member, this.clock.instant());
		return this.requests.save(request);
	}

	/** A proposal in draft for a request. */
	public Proposal drafted(StaffingRequest request, CurrentUser manager) {
		return this.drafting.start(request.reference(), UUID.randomUUID().toString(), manager);
	}

	/** A proposal in draft for a submitted request; somebody has to be in the pool. */
	public Proposal drafted(CurrentUser member, CurrentUser manager) {
		return this.drafting.start(submitted(member).reference(), UUID.randomUUID().toString(), manager);
	}

	/** With somebody who is free. */
	public Proposal sent(CurrentUser member, CurrentUser manager) {
		consultant();
		Proposal proposal = drafted(member, manager);
		if (!this.sending.send(proposal.reference(), 1, manager).isEmpty()) {
			throw new IllegalStateException("Not sent");
		}
		return proposal;
	}

	/** A proposal of which there is nothing but its reference. */
	public void bareProposal(long organisation, String reference) {
		LocalDateTime now = UtcColumns.write(this.clock.instant());
		String request = "R-" + reference;
		this.jdbc
			.sql("""
					insert into staffing_request (reference, organisation_id, title, status, currency, creation_key, created_by,
						created_by_name, created_at, changed_by_name, changed_at, status_by_name, status_at, version)
					values (?, ?, 'Done', 'CLOSED', 'EUR', ?, ?, 'x', ?, 'x', ?, 'x', ?, 0)""")
			.params(request, organisation, request, manager().id(), now, now, now)
			.update();
		this.jdbc.sql("""
				insert into proposal (reference, organisation_id, request_id, creation_key, created_by_name, created_at,
					version)
				values (?, ?, (select id from staffing_request where reference = ?), ?, 'x', ?, 0)""")
			.params(reference, organisation, request, reference, now)
			.update();
	}

	/** Its reference: an engagement of a bare proposal. */
	public String engagement(long organisation, Consultant person, LocalDate from, LocalDate to) {
		int number = COUNTER.incrementAndGet();
		bareProposal(organisation, "P-T" + number);
		this.jdbc
			.sql("""
					insert into engagement (reference, organisation_id, proposal_reference, line_number, consultant_id,
						consultant_name, role, allocation, starts_on, ends_on, first_workday, last_workday, bill_rate, currency,
						half_days, created_at)
					values (?, ?, ?, 1, ?, ?, 'BACK_END', ?, ?, ?, ?, ?, 400, 'EUR', 20, ?)""")
			.params("E-T" + number, organisation, "P-T" + number, person.id(), person.name(),
					Allocation.FULL_TIME.toString(), from, to, from, to, UtcColumns.write(this.clock.instant()))
			.update();
		return "E-T" + number;
	}

	public LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
