package org.muster.accounts;

import java.text.Collator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.References;
import org.muster.calendar.CountryZones;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.forms.Formats;
import org.muster.forms.Inputs;
import org.muster.money.ExchangeRates;
import org.muster.money.VatTerritory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A new client, and the data of one that there is. */
@Controller
@RequestMapping("/admin/organisations")
class OrganisationEditController {

	private static final String VIEW = "accounts/organisation-form";

	private final Organisations organisations;

	private final Accounts accounts;

	private final References references;

	private final ApplicationEventPublisher events;

	private final Formats formats;

	private final ExchangeRates exchange;

	private final Clock clock;

	OrganisationEditController(Organisations organisations, Accounts accounts, References references,
			ApplicationEventPublisher events, Formats formats, ExchangeRates exchange, Clock clock) {
		this.exchange = exchange;
		this.organisations = organisations;
		this.accounts = accounts;
		this.references = references;
		this.events = events;
		this.formats = formats;
		this.clock = clock;
	}

	@GetMapping("/new")
	String form(CurrentUser user, Model model) {
		return page(model, OrganisationForm.empty(user.id()), null);
	}

	@GetMapping("/{reference}/edit")
	@Transactional(readOnly = true)
	public String edit(@PathVariable String reference, Model model) {
		Organisation organisation = require(reference);
		return page(model, OrganisationForm.of(organisation), organisation);
	}

	/**
	 * The regions and territories of another country, for a form that is being filled in.
	 */
	@GetMapping("/places")
	String places(@ModelAttribute("form") OrganisationForm form, BindingResult binding, Model model) {
		return page(model, form, null) + " :: places";
	}

	@PostMapping
	@Transactional
	public ModelAndView add(@Valid @ModelAttribute("form") OrganisationForm form, BindingResult binding,
			CurrentUser user, Model model) {
		form.check(binding, null, this.exchange);
		if (!binding.hasFieldErrors("name") && this.organisations.existsByNameIgnoreCase(Inputs.text(form.name()))) {
			binding.rejectValue("name", "accounts.organisation.name.taken");
		}
		Optional<Account> manager = manager(form, binding);
		if (binding.hasErrors()) {
			return again(model, form, null, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Organisation added = new Organisation(this.references.drawLasting("O", this.organisations::existsByReference),
				Inputs.text(form.name()), form.place(), form.currency(), null, null, null, this.clock.instant());
		take(form, manager, added);
		this.events.publishEvent(new Audited(user.actor(), this.organisations.save(added).id(),
				AuditAct.ORGANISATION_ADDED, added.reference(), Objects.requireNonNull(added.name())));
		return new ModelAndView("redirect:/admin/organisations/" + added.reference());
	}

	@PostMapping("/{reference}")
	@Transactional
	public ModelAndView change(@PathVariable String reference, @Valid @ModelAttribute("form") OrganisationForm form,
			BindingResult binding, CurrentUser user, Model model) {
		Organisation organisation = require(reference);
		form.check(binding, organisation.currency(), this.exchange);
		if (!binding.hasFieldErrors("name")
				&& this.organisations.existsByNameIgnoreCaseAndIdNot(Inputs.text(form.name()), organisation.id())) {
			binding.rejectValue("name", "accounts.organisation.name.taken");
		}
		Optional<Account> manager = manager(form, binding);
		if (binding.hasErrors()) {
			return again(model, form, organisation, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (!Objects.equals(form.version(), organisation.version())) {
			model.addAttribute("stale", organisation.version());
			return again(model, form, organisation, HttpStatus.CONFLICT);
		}
		OrganisationForm before = OrganisationForm.of(organisation);
		take(form, manager, organisation);
		String changes = OrganisationForm.of(organisation).changesSince(before);
		if (!changes.isEmpty()) {
			this.events.publishEvent(
					new Audited(user.actor(), organisation.id(), AuditAct.ORGANISATION_CHANGED, reference, changes));
		}
		return new ModelAndView("redirect:/admin/organisations/" + reference);
	}

	private static void take(OrganisationForm form, Optional<Account> manager, Organisation organisation) {
		organisation.change(Inputs.text(form.name()), form.place(), form.chosenTerritory(), form.currency(),
				Inputs.textOrNull(form.vatNumber()), Inputs.textOrNull(form.address()), manager.orElse(null));
		organisation.goBy(form.chosenZone());
	}

	private Optional<Account> manager(OrganisationForm form, BindingResult binding) {
		String id = Inputs.text(form.manager());
		Optional<Account> manager = this.accounts.staff()
			.stream()
			.filter((one) -> String.valueOf(one.id()).equals(id))
			.findFirst();
		if (!id.isEmpty() && manager.isEmpty()) {
			binding.rejectValue("manager", "accounts.organisation.manager.unknown");
		}
		return manager;
	}

	private ModelAndView again(Model model, OrganisationForm form, @Nullable Organisation organisation,
			HttpStatus status) {
		return new ModelAndView(page(model, form, organisation), model.asMap(), status);
	}

	private String page(Model model, OrganisationForm form, @Nullable Organisation organisation) {
		model.addAttribute("form", form);
		model.addAttribute("organisation", organisation);
		model.addAttribute("countries", byName(PublicHolidays.countries()));
		String country = form.countryCode();
		boolean known = PublicHolidays.countries().contains(country);
		model.addAttribute("regions",
				known ? PublicHolidays.choices(country, Inputs.textOrNull(form.region())) : Map.of());
		model.addAttribute("clock", CountryZones.clock(new Place(country, null)).getId());
		Map<String, String> zones = new LinkedHashMap<>();
		CountryZones.choices(country).forEach((zone) -> zones.put(zone, this.formats.zone(zone)));
		model.addAttribute("zones", zones);
		model.addAttribute("territories", known ? VatTerritory.choices(country) : List.of());
		model.addAttribute("currencies", currencies(Inputs.text(form.currency())));
		Map<String, String> managers = new LinkedHashMap<>();
		this.accounts.staff().forEach((one) -> managers.put(String.valueOf(one.id()), one.fullName()));
		model.addAttribute("managers", managers);
		return VIEW;
	}

	/** Those that amounts can be converted to, and that which it has. */
	private List<String> currencies(String current) {
		List<String> all = new ArrayList<>(this.exchange.currencies());
		if (!all.contains(current) && current.matches("[A-Z]{3}")) {
			all.add(current);
		}
		all.sort(Comparator.naturalOrder());
		return all;
	}

	private List<String> byName(Collection<String> countries) {
		return countries.stream()
			.sorted(Comparator.comparing(this.formats::country, Collator.getInstance(Locale.UK)))
			.toList();
	}

	private Organisation require(String reference) {
		return this.organisations.findByReference(reference).orElseThrow(NotFound::new);
	}

}
