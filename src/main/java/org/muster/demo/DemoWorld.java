package org.muster.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.muster.accounts.CurrentUser;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.calendar.DayCount;
import org.muster.consultants.Consultants;
import org.muster.demo.DemoAccounts.Client;
import org.muster.demo.DemoAccounts.People;
import org.muster.proposals.Acceptance;
import org.muster.proposals.Declining;
import org.muster.proposals.Expiration;
import org.muster.proposals.Withdrawals;
import org.muster.proposals.Drafting;
import org.muster.proposals.Sending;
import org.muster.proposals.Signature;
import org.muster.requests.Goal;
import org.muster.requests.GoalKind;
import org.muster.requests.Position;
import org.muster.requests.RequestStatus;
import org.muster.requests.Requests;
import org.muster.requests.RoleTemplates;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;
import org.muster.skills.UnansweredWords;
import org.muster.stationery.TermsTexts;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Acts out the past of the demo world at the first start, by the same acts that people
 * have.
 */
@Component
@Profile("demo")
class DemoWorld implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(DemoWorld.class);

	private static final String TERMS = """
			1. Invoiced are the days that were dedicated to the project and that the client has approved, at the rate of the day.
			2. Days on which nobody works, for whatever reason, are not invoiced.
			3. Invoices are issued at the end of each month and are due within 30 days.
			4. Either side may end an engagement with a notice of ten working days.
			5. What is made for the client belongs to the client once it is paid.
			6. Both sides keep to themselves what they learn of each other's business, for three years beyond the end.""";

	private final DemoAccounts accounts;

	private final DemoPool pool;

	private final DemoClock clock;

	private final Consultants consultants;

	private final Requests requests;

	private final RoleTemplates templates;

	private final Drafting drafting;

	private final Sending sending;

	private final Acceptance acceptance;

	private final Declining declining;

	private final Withdrawals withdrawals;

	private final Expiration expiration;

	private final ApplicationEventPublisher events;

	private final UnansweredWords words;

	private final DemoCvs cvs;

	private final DemoInterviews interviews;

	private final TermsTexts terms;

	private final DemoRates rates;

	private final TransactionTemplate transaction;

	DemoWorld(DemoAccounts accounts, DemoPool pool, DemoClock clock, Consultants consultants, Requests requests,
			RoleTemplates templates, Drafting drafting, Sending sending, Acceptance acceptance, Declining declining,
			Withdrawals withdrawals, Expiration expiration, ApplicationEventPublisher events, UnansweredWords words,
			DemoCvs cvs, DemoInterviews interviews, TermsTexts terms, DemoRates rates,
			TransactionTemplate transaction) {
		this.terms = terms;
		this.rates = rates;
		this.interviews = interviews;
		this.transaction = transaction;
		this.cvs = cvs;
		this.words = words;
		this.accounts = accounts;
		this.pool = pool;
		this.clock = clock;
		this.consultants = consultants;
		this.requests = requests;
		this.templates = templates;
		this.drafting = drafting;
		this.sending = sending;
		this.acceptance = acceptance;
		this.declining = declining;
		this.withdrawals = withdrawals;
		this.expiration = expiration;
		this.events = events;
	}

	/**
	 * The pool first, and what happened with it once it is kept, since only then can it
	 * be matched. A start that was cut short between the two is taken up.
	 */
	@Override
	public void run(ApplicationArguments args) {
		if (this.requests.count() > 0) {
			return;
		}
		this.clock.daysAgo(0, () -> {
			People people = this.transaction.execute((status) -> people());
			this.transaction.executeWithoutResult((status) -> past(people));
		});
		log.info("The demo world is made: {} consultants, {} requests", this.consultants.count(), PLOTS.size());
	}

	private People people() {
		People people = this.accounts.create();
		if (this.consultants.count() == 0) {
			this.pool.create(people.clients().values().stream().map((client) -> client.organisation().id()).toList());
		}
		return people;
	}

	private void past(People people) {
		ago(400, () -> String.valueOf(this.terms.add(TERMS, people.managers().get(0).name(), this.clock.instant())));
		ago(399, () -> {
			this.rates.create(client(people, "fabrikam").organisation().id(), people.managers().get(0));
			return "";
		});
		// Whoever is engaged is not offered to others afterwards.
		for (boolean engaged : new boolean[] { true, false }) {
			for (int index = 0; index < PLOTS.size(); index++) {
				if (ENGAGED.contains(PLOTS.get(index).outcome()) == engaged) {
					play(index, PLOTS.get(index), people);
				}
			}
		}
		ago(1, () -> {
			this.cvs.create(people.managers().get(0));
			return "";
		});
		this.interviews.create(client(people, "northwind"), client(people, "contoso"), people.managers().get(0),
				reference(0), reference(6));
	}

	private static Client client(People people, String name) {
		return Objects.requireNonNull(people.clients().get(name), name);
	}

	/** Of a plot's request. */
	private String reference(int index) {
		return "R-%d-%04d".formatted(today().getYear(), 1042 + index * 337);
	}

	/** How far a request of the demo has come. */
	private enum Outcome {

		DRAFT, SUBMITTED, MATCHING, OFFERED, REVISED, WITHDRAWN_OFFER, DECLINED, EXPIRED, ACCEPTED, CLOSED, WITHDRAWN

	}

	private static final Set<Outcome> ENGAGED = EnumSet.of(Outcome.ACCEPTED, Outcome.CLOSED);

	private record Plot(String client, String title, Outcome outcome, int daysAgo, GoalKind goal, String measure,
			JobRole... roles) {
	}

	private static final List<Plot> PLOTS = List.of(
			new Plot("northwind", "Track-and-trace service for parcels", Outcome.OFFERED, 9,
					GoalKind.EFFICIENT_WORKFLOW, "Releases every week instead of every quarter by the summer",
					JobRole.BACK_END, JobRole.QA),
			new Plot("northwind", "Warehouse app for hand scanners", Outcome.SUBMITTED, 2, GoalKind.STEP_UP_LEVEL,
					"Two of our developers can extend the app on their own", JobRole.MOBILE),
			new Plot("northwind", "Customs interface, second phase", Outcome.DRAFT, 1, GoalKind.EFFICIENT_WORKFLOW,
					"No customs form is typed twice", JobRole.BACK_END),
			new Plot("northwind", "One delivery pipeline for four teams", Outcome.ACCEPTED, 40,
					GoalKind.BRING_TEAMS_TOGETHER, "All four teams release from the same pipeline", JobRole.DEVOPS),
			new Plot("northwind", "Route planning data platform", Outcome.DECLINED, 35, GoalKind.STEP_UP_LEVEL,
					"Forecasts are right within 10 % on nine days of ten", JobRole.DATA, JobRole.DATA),
			new Plot("contoso", "Claims intake portal", Outcome.REVISED, 16, GoalKind.EFFICIENT_WORKFLOW,
					"A claim is in the right hands within an hour", JobRole.FULL_STACK, JobRole.DESIGNER),
			new Plot("contoso", "Policy engine moved off the mainframe", Outcome.MATCHING, 6, GoalKind.STEP_UP_LEVEL,
					"Half of the rules run on the new engine by December", JobRole.BACK_END, JobRole.BACK_END),
			new Plot("contoso", "Accessibility of the customer portal", Outcome.OFFERED, 8, GoalKind.STEP_UP_LEVEL,
					"The audit finds no violation of level AA", JobRole.FRONT_END),
			new Plot("contoso", "Regression tests for tariffs", Outcome.EXPIRED, 45, GoalKind.EFFICIENT_WORKFLOW,
					"A tariff change is tested within a day", JobRole.QA),
			new Plot("fabrikam", "Telemetry from the factory floor", Outcome.SUBMITTED, 3, GoalKind.EFFICIENT_WORKFLOW,
					"Faults are seen before the line stops", JobRole.DATA, JobRole.DEVOPS),
			new Plot("fabrikam", "Operator screens for the new arm", Outcome.ACCEPTED, 60,
					GoalKind.BRING_TEAMS_TOGETHER, "Hardware and software teams plan together", JobRole.FRONT_END),
			new Plot("fabrikam", "Spare parts shop", Outcome.WITHDRAWN, 20, GoalKind.EFFICIENT_WORKFLOW,
					"Orders need no phone call", JobRole.FULL_STACK),
			new Plot("fabrikam", "Firmware update service", Outcome.WITHDRAWN_OFFER, 25, GoalKind.STEP_UP_LEVEL,
					"Updates reach every robot within a week", JobRole.BACK_END),
			new Plot("tailspin", "Crew roster application", Outcome.OFFERED, 5, GoalKind.BRING_TEAMS_TOGETHER,
					"Crew and planning see the same roster", JobRole.FULL_STACK, JobRole.MOBILE),
			new Plot("tailspin", "Booking API under load", Outcome.CLOSED, 150, GoalKind.EFFICIENT_WORKFLOW,
					"The sale day passes without a queue", JobRole.BACK_END),
			new Plot("tailspin", "Check-in kiosks, new look", Outcome.DRAFT, 4, GoalKind.STEP_UP_LEVEL,
					"Nine of ten travellers need no help", JobRole.DESIGNER),
			new Plot("tailspin", "Observability for operations", Outcome.SUBMITTED, 1, GoalKind.EFFICIENT_WORKFLOW,
					"The first alert names the cause", JobRole.DEVOPS),
			new Plot("wingtip", "Stock levels in real time", Outcome.MATCHING, 7, GoalKind.EFFICIENT_WORKFLOW,
					"Shelves and shop agree within a minute", JobRole.BACK_END, JobRole.DATA),
			new Plot("wingtip", "Loyalty card in the phone", Outcome.OFFERED, 12, GoalKind.STEP_UP_LEVEL,
					"One customer in three uses it by spring", JobRole.MOBILE),
			new Plot("wingtip", "Search that finds things", Outcome.ACCEPTED, 30, GoalKind.EFFICIENT_WORKFLOW,
					"Searches without a result fall by half", JobRole.BACK_END),
			new Plot("wingtip", "Checkout in three steps", Outcome.DECLINED, 50, GoalKind.STEP_UP_LEVEL,
					"Baskets left behind fall by a fifth", JobRole.FRONT_END),
			new Plot("litware", "Patient messages, safe and simple", Outcome.OFFERED, 6, GoalKind.BRING_TEAMS_TOGETHER,
					"Clinics and IT decide in one meeting", JobRole.FULL_STACK),
			new Plot("litware", "Lab results pipeline", Outcome.SUBMITTED, 2, GoalKind.EFFICIENT_WORKFLOW,
					"Results are with the doctor the same day", JobRole.DATA),
			new Plot("litware", "Test environment on demand", Outcome.WITHDRAWN, 33, GoalKind.EFFICIENT_WORKFLOW,
					"A test environment within ten minutes", JobRole.DEVOPS),
			new Plot("litware", "Appointment app for clinics", Outcome.EXPIRED, 38, GoalKind.STEP_UP_LEVEL,
					"Phones ring half as often", JobRole.MOBILE));

	private void play(int index, Plot plot, People people) {
		Client client = client(people, plot.client());
		CurrentUser manager = people.managers().get(index % people.managers().size());
		String reference = ago(plot.daysAgo() + 3, () -> request(index, plot, client));
		if (plot.outcome() == Outcome.DRAFT) {
			return;
		}
		ago(plot.daysAgo() + 2, () -> submit(reference, client.member()));
		switch (plot.outcome()) {
			case DRAFT, SUBMITTED -> {
			}
			case WITHDRAWN -> ago(plot.daysAgo(), () -> withdraw(reference, client.member()));
			case MATCHING -> ago(plot.daysAgo(), () -> draft(index, reference, manager));
			default -> offer(index, plot, reference, client, manager);
		}
	}

	private void offer(int index, Plot plot, String reference, Client client, CurrentUser manager) {
		String offer = ago(plot.daysAgo(), () -> {
			String drafted = draft(index, reference, manager);
			send(drafted, 1, manager);
			return drafted;
		});
		int answered = Math.max(0, plot.daysAgo() - 4);
		switch (plot.outcome()) {
			case REVISED -> ago(answered, () -> {
				this.drafting.revise(offer, manager);
				send(offer, 2, manager);
				return offer;
			});
			case WITHDRAWN_OFFER -> ago(answered, () -> {
				this.withdrawals.withdraw(offer, 1, manager);
				return offer;
			});
			case DECLINED -> ago(answered, () -> {
				this.declining.decline(offer, 1, "The board has moved the budget to next year.", client.approver());
				return offer;
			});
			case EXPIRED -> this.expiration.expire(offer);
			case ACCEPTED, CLOSED -> ago(answered, () -> {
				this.acceptance.accept(offer, 1,
						new Signature(client.approver().name(), "Head of delivery", "PO-4711", null, null),
						client.approver());
				return offer;
			});
			default -> {
			}
		}
		if (plot.outcome() == Outcome.CLOSED) {
			ago(5, () -> close(reference, manager));
		}
	}

	private void send(String offer, int revision, CurrentUser manager) {
		List<?> obstacles = this.sending.send(offer, revision, manager);
		if (!obstacles.isEmpty()) {
			throw new IllegalStateException("The demo could not send %s: %s".formatted(offer, obstacles));
		}
	}

	private String request(int index, Plot plot, Client client) {
		CurrentUser by = client.member();
		StaffingRequest request = new StaffingRequest(reference(index), client.organisation().currency(),
				key(index, 'a'), by, this.clock.instant());
		request.describe(plot.title(),
				new EnumMap<>(
						Map.of(plot.goal(), Goal.of(plot.measure(), today().plusMonths(6), client.approver().name()))),
				by, this.clock.instant());
		for (JobRole role : plot.roles()) {
			Position.Details details = this.templates.of(role).details();
			Seniority seniority = (index % 3 == 0) ? Seniority.MID : details.seniority();
			request
				.addPosition(
						new Position.Details(role, seniority, details.years(), 1 + (index % 5) / 4,
								details.responsibilities(), details.skills(), details.languages(),
								client.organisation().place().country().equals("PT") ? "Europe/Lisbon"
										: "Europe/Berlin",
								6, details.workMode(), client.organisation().place().country(), details.questions()),
						by, this.clock.instant());
		}
		LocalDate start = today().plusDays(14L + index % 4 * 7L);
		request.schedule(new Schedule(start, start.plusDays(21), (index % 2 == 0) ? start.plusMonths(4) : null,
				(index % 2 == 0) ? null : new DayCount(2 * (40 + index)), new DayCount((index % 3 == 1) ? 6 : 10)), by,
				this.clock.instant());
		request.budget(BigDecimal.valueOf(460 + index % 6 * 20L), (index % 3 == 0) ? BigDecimal.valueOf(90_000) : null,
				by, this.clock.instant());
		this.events.publishEvent(new Audited(by.actor(), by.organisationId(), AuditAct.REQUEST_DRAFTED,
				request.reference(), request.title()));
		return this.requests.save(request).reference();
	}

	private String submit(String reference, CurrentUser by) {
		StaffingRequest request = this.requests.requireLocked(reference, by);
		request.submit(by, this.clock.instant());
		this.words.note(request.words());
		this.requests.save(request);
		return reference;
	}

	private String withdraw(String reference, CurrentUser by) {
		StaffingRequest request = this.requests.requireLocked(reference, by);
		request.withdraw(by, this.clock.instant());
		this.requests.save(request);
		return reference;
	}

	private String close(String reference, CurrentUser by) {
		StaffingRequest request = this.requests.requireLocked(reference, by);
		if (request.status() == RequestStatus.ENGAGED && request.close(by, this.clock.instant())) {
			this.requests.save(request);
		}
		return reference;
	}

	private String draft(int index, String request, CurrentUser manager) {
		return this.drafting.start(request, key(index, 'b'), manager).reference();
	}

	private static String key(int index, char kind) {
		return UUID.nameUUIDFromBytes(("demo " + kind + index).getBytes(java.nio.charset.StandardCharsets.UTF_8))
			.toString();
	}

	private String ago(int days, java.util.function.Supplier<String> act) {
		String[] result = new String[1];
		this.clock.daysAgo(days, () -> result[0] = act.get());
		return result[0];
	}

	private LocalDate today() {
		return LocalDate.now((Clock) this.clock);
	}

}
