package org.muster.pricing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.forms.Formats;
import org.muster.forms.Inputs;
import org.muster.money.ExchangeRates;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The rate card. New lines of drafts take their rates from it; what is in a draft stays
 * until somebody saves it, and what was sent stays for ever.
 */
@Controller
@RequestMapping("/admin/rates")
@PreAuthorize("hasAnyRole('ACCOUNT_MANAGER', 'ADMINISTRATOR')")
class RateCardController {

	private final RateCards cards;

	private final Organisations organisations;

	private final ApplicationEventPublisher events;

	private final Formats formats;

	private final String currency;

	private final ExchangeRates exchange;

	private final Clock clock;

	RateCardController(RateCards cards, Organisations organisations, ApplicationEventPublisher events, Formats formats,
			@Value("${muster.currency}") String currency, ExchangeRates exchange, Clock clock) {
		this.exchange = exchange;
		this.cards = cards;
		this.organisations = organisations;
		this.events = events;
		this.formats = formats;
		this.currency = currency;
		this.clock = clock;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public ModelAndView list(@RequestParam(defaultValue = "") String client, @RequestParam(defaultValue = "0") int page,
			@RequestParam(required = false) @Nullable Long correct, Model model) {
		CardRate wrong = (correct != null) ? this.cards.find(correct).orElseThrow(NotFound::new) : null;
		model.addAttribute("corrects", correct);
		model.addAttribute("form", (wrong != null) ? CardRateForm.of(wrong, this.cards.client(wrong.id()).orElse(null))
				: CardRateForm.empty(this.currency, LocalDate.now(this.clock)));
		return page(client, page, model, HttpStatus.OK);
	}

	@PostMapping
	@Transactional
	public ModelAndView add(@Valid @ModelAttribute("form") CardRateForm form, BindingResult binding,
			@RequestParam(required = false) @Nullable Long corrects, CurrentUser user, Model model) {
		this.cards.lock();
		Organisation client = company(form.organisation());
		form.check(binding, this.exchange.currencies());
		CardRate wrong = (corrects != null) ? this.cards.find(corrects).orElse(null) : null;
		if (corrects != null && wrong == null) {
			binding.reject("rates.correct.gone");
		}
		if (!binding.hasErrors()) {
			RateCards.Entry entry = form.entry();
			Long of = (client != null) ? client.id() : null;
			Instant now = this.clock.instant();
			if ((wrong != null) ? this.cards.correct(wrong.id(), of, entry, user.name(), now)
					: this.cards.add(of, entry, user.name(), now)) {
				if (wrong != null) {
					removed(wrong, user);
				}
				this.events.publishEvent(new Audited(user.actor(), (client != null) ? client.id() : null,
						AuditAct.RATE_ADDED, (client != null) ? client.reference() : "–",
						entry.role() + ", " + this.formats.rate(entry.dayRate(), entry.currency())));
				return new ModelAndView("redirect:/admin/rates");
			}
			binding.rejectValue("from", "rates.clash");
		}
		model.addAttribute("corrects", (wrong != null) ? corrects : null);
		return page("", 0, model, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/** Of two clicks the second finds nothing left to remove. */
	@PostMapping("/{id}/removal")
	@Transactional
	public String remove(@PathVariable long id, CurrentUser user) {
		this.cards.find(id).filter((rate) -> this.cards.remove(id)).ifPresent((rate) -> removed(rate, user));
		return "redirect:/admin/rates";
	}

	private void removed(CardRate rate, CurrentUser user) {
		this.events.publishEvent(new Audited(user.actor(), null, AuditAct.RATE_REMOVED,
				Objects.requireNonNullElse(rate.organisation(), "–"),
				rate.role() + ", " + this.formats.rate(rate.dayRate(), rate.currency())));
	}

	private @Nullable Organisation company(@Nullable String reference) {
		return Inputs.isEmpty(reference) ? null
				: this.organisations.findByReference(Inputs.text(reference)).orElseThrow(NotFound::new);
	}

	private ModelAndView page(String client, int number, Model model, HttpStatus status) {
		Organisation company = company(client);
		model.addAttribute("client", client);
		model.addAttribute("clients", this.organisations.all());
		Long of = (company != null) ? company.id() : null;
		model.addAttribute("page", Inputs.page(number, Sort.unsorted(), (at) -> this.cards.page(of, at)));
		model.addAttribute("roles", JobRole.values());
		model.addAttribute("seniorities", Seniority.values());
		model.addAttribute("currencies", this.exchange.currencies());
		model.addAttribute("today", LocalDate.now(this.clock));
		return new ModelAndView("pricing/card", model.asMap(), status);
	}

}
