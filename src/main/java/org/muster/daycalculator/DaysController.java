package org.muster.daycalculator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.calendar.DayCount;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.consultants.Consultants;
import org.muster.forms.Inputs;
import org.muster.money.ExchangeRates;
import org.muster.requests.ExpectedDays;
import org.muster.requests.RequestStatus;
import org.muster.requests.Requests;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;
import org.muster.stationery.Seller;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The day calculator: how many days there are, by the month, and why. */
@Controller
@RequestMapping("/days")
class DaysController {

	private static final int MOST_DRAFTS = 50;

	/** How much later the work may start than was counted from. */
	private static final int FLEXIBLE_DAYS = 14;

	private final Organisations organisations;

	private final DraftsForDays drafts;

	private final Consultants consultants;

	private final Requests requests;

	private final ApplicationEventPublisher events;

	private final Seller seller;

	private final String currency;

	private final HolidayCalendar holidays;

	private final ExpectedDays days;

	private final ExchangeRates exchange;

	private final Clock clock;

	DaysController(Organisations organisations, DraftsForDays drafts, Consultants consultants, Requests requests,
			ApplicationEventPublisher events, Seller seller, @Value("${muster.currency}") String currency,
			HolidayCalendar holidays, ExpectedDays days, ExchangeRates exchange, Clock clock) {
		this.days = days;
		this.holidays = holidays;
		this.exchange = exchange;
		this.currency = currency;
		this.organisations = organisations;
		this.drafts = drafts;
		this.consultants = consultants;
		this.requests = requests;
		this.events = events;
		this.seller = seller;
		this.clock = clock;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public ModelAndView show(@ModelAttribute("typed") DaysForm typed, CurrentUser user, Model model) {
		DaysForm form = typed.completed(usual(user));
		BindingResult binding = checked(form, model);
		return page(form, binding, user, model, binding.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	/** Puts a person with the days that were counted on a draft of a proposal. */
	@PostMapping("/lines")
	@PreAuthorize("hasAnyRole('ACCOUNT_MANAGER', 'ADMINISTRATOR')")
	@Transactional
	public ModelAndView line(@ModelAttribute("typed") DaysForm typed, @RequestParam(defaultValue = "") String seat,
			@RequestParam(defaultValue = "") String consultant, CurrentUser user, Model model,
			RedirectAttributes redirect) {
		DaysForm form = typed.completed(usual(user));
		BindingResult binding = checked(form, model);
		String[] parts = seat.split(":", 2);
		Long person = this.consultants.idOf(Inputs.text(consultant)).orElse(null);
		if (parts.length != 2 || !parts[1].matches("\\d{1,4}")) {
			binding.reject("proposals.days.seat.none");
		}
		else if (person == null && !Inputs.isEmpty(consultant)) {
			binding.reject("proposals.days.person.unknown", new Object[] { consultant }, "");
		}
		if (binding.hasErrors()) {
			model.addAttribute("seat", seat);
			model.addAttribute("person", consultant);
			return page(form, binding, user, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		CountedDays counted = form.counted(this.holidays);
		DraftsForDays.Added added = this.drafts.add(parts[0], Integer.parseInt(parts[1]), person, counted, user);
		if (added != DraftsForDays.Added.DONE) {
			binding.reject("proposals.days.added." + added);
			model.addAttribute("seat", seat);
			model.addAttribute("person", consultant);
			return page(form, binding, user, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		redirect.addFlashAttribute("counted", counted.total());
		redirect.addFlashAttribute("countedBy", counted.place());
		return new ModelAndView("redirect:/proposals/" + parts[0] + "/draft");
	}

	/** Puts the dates that were counted into a draft of a request. */
	@PostMapping("/schedule")
	@PreAuthorize("hasAnyRole('MEMBER', 'APPROVER')")
	@Transactional
	public ModelAndView schedule(@ModelAttribute("typed") DaysForm typed,
			@RequestParam(name = "request", defaultValue = "") String reference, CurrentUser user, Model model) {
		DaysForm form = typed.completed(usual(user));
		BindingResult binding = checked(form, model);
		if (reference.isBlank()) {
			binding.reject("proposals.days.request.none");
		}
		if (binding.hasErrors()) {
			return page(form, binding, user, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		String[] seen = reference.split("@", 2);
		StaffingRequest request = this.requests.requireLocked(seen[0], user).requireDraft();
		if (seen.length < 2 || !seen[1].equals(String.valueOf(request.version()))) {
			binding.reject("proposals.days.request.stale", new Object[] { request.changedByName() }, null);
			return page(form, binding, user, model, HttpStatus.CONFLICT);
		}
		CountedDays counted = form.counted(this.holidays);
		LocalDate start = counted.period().from();
		if (Inputs.isEmpty(form.days())
				&& !this.days.isWorkedBetween(this.organisations.findById(request.organisationId()).orElseThrow(),
						start, counted.period().to())) {
			binding.rejectValue("to", "requests.schedule.end.none");
			return page(form, binding, user, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		LocalDate flexible = start.plusDays(FLEXIBLE_DAYS);
		LocalDate end = counted.period().to();
		DayCount perWeek = new DayCount(Math.min(10, counted.allocation().perWeek().halves()));
		request.schedule(Inputs.isEmpty(form.days())
				? new Schedule(start, flexible.isAfter(end) ? end : flexible, end, null, perWeek)
				: new Schedule(start, flexible, null, counted.total(), perWeek), user, this.clock.instant());
		this.events.publishEvent(new Audited(user.actor(), user.organisationId(), AuditAct.REQUEST_EDITED,
				request.reference(), "schedule"));
		return new ModelAndView("redirect:/requests/" + request.reference() + "/schedule");
	}

	private BindingResult checked(DaysForm form, Model model) {
		BindingResult binding = new BeanPropertyBindingResult(form, "form");
		form.check(binding);
		model.addAttribute("form", form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", binding);
		return binding;
	}

	private DaysForm usual(CurrentUser user) {
		Organisation organisation = user.isClient() ? this.organisations.findById(user.organisation()).orElseThrow()
				: null;
		return DaysForm.usual((organisation != null) ? organisation.place() : new Place(this.seller.country(), null),
				(organisation != null) ? organisation.today(this.clock) : LocalDate.now(this.clock),
				(organisation != null) ? organisation.currency() : this.currency);
	}

	private ModelAndView page(DaysForm form, BindingResult binding, CurrentUser user, Model model, HttpStatus status) {
		String country = Inputs.text(form.country());
		boolean known = PublicHolidays.countries().contains(country);
		String region = (known && !Inputs.isEmpty(form.region()))
				? PublicHolidays.region(country, Inputs.text(form.region())).orElse("") : "";
		model.addAttribute("regions", known ? PublicHolidays.choices(country, region) : Map.of());
		model.addAttribute("chosenRegion", region);
		model.addAttribute("halves", form.halves());
		Set<String> currencies = new TreeSet<>(this.exchange.currencies());
		// One without a rate of exchange can stand in an address.
		form.money().map(Currency::getCurrencyCode).ifPresent(currencies::add);
		model.addAttribute("currencies", currencies);
		if (!binding.hasFieldErrors()) {
			model.addAttribute("counted", form.counted(this.holidays));
			model.addAttribute("address", form.address());
		}
		if (user.isClient()) {
			model.addAttribute("drafts",
					this.requests
						.search(user.viewer(), EnumSet.of(RequestStatus.DRAFT), "",
								PageRequest.of(0, MOST_DRAFTS, Sort.by(Sort.Direction.DESC, "statusAt", "id")))
						.getContent());
		}
		else {
			model.addAttribute("seats", this.drafts.seats(MOST_DRAFTS));
		}
		return new ModelAndView("daycalculator/days", model.asMap(), status);
	}

}
