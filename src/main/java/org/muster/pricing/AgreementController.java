package org.muster.pricing;

import java.time.Clock;
import java.util.List;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.forms.Inputs;
import org.muster.numbers.NumberKind;

import org.springframework.context.ApplicationEventPublisher;
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
 * The frame agreements of a client. Drafts take them up when they are counted; what was
 * sent stays as it is.
 */
@Controller
@RequestMapping("/admin/organisations/{reference}/agreements")
@PreAuthorize("hasAnyRole('ACCOUNT_MANAGER', 'ADMINISTRATOR')")
class AgreementController {

	private final FrameAgreements agreements;

	private final Organisations organisations;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AgreementController(FrameAgreements agreements, Organisations organisations, ApplicationEventPublisher events,
			Clock clock) {
		this.agreements = agreements;
		this.organisations = organisations;
		this.events = events;
		this.clock = clock;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public ModelAndView list(@PathVariable String reference, @RequestParam(required = false) @Nullable Long correct,
			Model model) {
		Organisation client = client(reference);
		List<FrameAgreement> known = this.agreements.of(client.id());
		model.addAttribute("corrects", correct);
		model.addAttribute("form",
				(correct != null) ? AgreementForm
					.of(known.stream().filter((one) -> one.id() == correct).findFirst().orElseThrow(NotFound::new))
						: AgreementForm.empty());
		return page(client, known, model, HttpStatus.OK);
	}

	@PostMapping
	@Transactional
	public ModelAndView add(@PathVariable String reference, @Valid @ModelAttribute("form") AgreementForm form,
			BindingResult binding, @RequestParam(required = false) @Nullable Long corrects, CurrentUser user,
			Model model) {
		this.agreements.lock();
		Organisation client = client(reference);
		List<FrameAgreement> known = this.agreements.of(client.id());
		List<FrameAgreement> others = known.stream().filter((one) -> corrects == null || one.id() != corrects).toList();
		boolean gone = corrects != null && others.size() == known.size();
		form.check(binding, others);
		if (gone) {
			binding.reject("rates.correct.gone");
		}
		if (binding.hasErrors()) {
			model.addAttribute("corrects", gone ? null : corrects);
			return page(client, known, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (corrects != null && this.agreements.remove(client.id(), corrects)) {
			this.events
				.publishEvent(new Audited(user.actor(), client.id(), AuditAct.AGREEMENT_REMOVED, reference, null));
		}
		this.agreements.add(client.id(), Inputs.text(form.name()), form.period(), form.discounts(),
				Inputs.date(form.indexFrom()), NumberKind.RISE.read(form.indexPercent()), user.name(),
				this.clock.instant());
		this.events.publishEvent(
				new Audited(user.actor(), client.id(), AuditAct.AGREEMENT_ADDED, reference, Inputs.text(form.name())));
		return new ModelAndView("redirect:/admin/organisations/" + reference + "/agreements");
	}

	/** Of two clicks the second finds nothing left to remove. */
	@PostMapping("/{id}/removal")
	@Transactional
	public String remove(@PathVariable String reference, @PathVariable long id, CurrentUser user) {
		Organisation client = client(reference);
		if (this.agreements.remove(client.id(), id)) {
			this.events
				.publishEvent(new Audited(user.actor(), client.id(), AuditAct.AGREEMENT_REMOVED, reference, null));
		}
		return "redirect:/admin/organisations/" + reference + "/agreements";
	}

	private Organisation client(String reference) {
		return this.organisations.findByReference(reference).orElseThrow(NotFound::new);
	}

	private static ModelAndView page(Organisation client, List<FrameAgreement> agreements, Model model,
			HttpStatus status) {
		model.addAttribute("client", client);
		model.addAttribute("agreements", agreements);
		return new ModelAndView("pricing/agreements", model.asMap(), status);
	}

}
