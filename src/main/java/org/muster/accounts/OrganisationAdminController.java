package org.muster.accounts;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.muster.audit.AuditTrail;
import org.muster.audit.References;
import org.muster.forms.SheetExport;
import org.muster.forms.SheetExport.Column;
import org.muster.forms.Typed;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The consultancy's clients: the list, and a new one. */
@Controller
@RequestMapping("/admin/organisations")
class OrganisationAdminController {

	private final Organisations organisations;

	private final Accounts accounts;

	private final References references;

	private final AuditTrail audit;

	private final SheetExport export;

	private final Clock clock;

	OrganisationAdminController(Organisations organisations, Accounts accounts, References references, AuditTrail audit,
			SheetExport export, Clock clock) {
		this.export = export;
		this.organisations = organisations;
		this.accounts = accounts;
		this.references = references;
		this.audit = audit;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("q", Typed.text(q));
		model.addAttribute("page", this.organisations.search(Typed.text(q), Typed.page(page, Sort.by("name"))));
		return "accounts/organisations";
	}

	@GetMapping("/export.{format:csv|xlsx}")
	void export(@PathVariable String format, @RequestParam(defaultValue = "") String q, HttpServletResponse response)
			throws IOException {
		List<Column<OrganisationRow>> columns = List.of(
				new Column<>("web.export.reference", OrganisationRow::reference),
				new Column<>("accounts.organisation", OrganisationRow::name),
				new Column<>("accounts.organisation.country", OrganisationRow::country),
				new Column<>("accounts.organisation.currency", OrganisationRow::currency),
				new Column<>("accounts.organisation.manager", OrganisationRow::accountManager),
				new Column<>("accounts.organisation.members", OrganisationRow::members));
		this.export.write(response, "organisations", format, columns,
				(page) -> this.organisations
					.search(Typed.text(q), PageRequest.of(page, SheetExport.PAGE_SIZE, Sort.by("name")))
					.getContent());
	}

	@GetMapping("/new")
	String form(Model model) {
		model.addAttribute("form", OrganisationForm.empty());
		return "accounts/organisation-form";
	}

	/** Whether an approver has to submit requests. */
	@PostMapping("/{reference}/approval")
	@Transactional
	public String approval(@PathVariable String reference, @RequestParam(defaultValue = "false") boolean required,
			CurrentUser user) {
		Organisation organisation = this.organisations.findByReference(reference).orElseThrow(NotFound::new);
		if (organisation.isApprovalRequired() != required) {
			organisation.requireApproval(required);
			this.audit.record(user.actor(), organisation.id(),
					required ? "organisation.approval.on" : "organisation.approval.off", reference, null);
		}
		return "redirect:/admin/organisations/" + reference;
	}

	/** Whether whoever accepts an offer has to give the number of an order. */
	@PostMapping("/{reference}/purchase-orders")
	@Transactional
	public String purchaseOrders(@PathVariable String reference, @RequestParam(defaultValue = "false") boolean required,
			CurrentUser user) {
		Organisation organisation = this.organisations.findByReference(reference).orElseThrow(NotFound::new);
		if (organisation.isPurchaseOrderRequired() != required) {
			organisation.requirePurchaseOrder(required);
			this.audit.record(user.actor(), organisation.id(),
					required ? "organisation.orders.on" : "organisation.orders.off", reference, null);
		}
		return "redirect:/admin/organisations/" + reference;
	}

	@PostMapping
	@Transactional
	public ModelAndView add(@Valid @ModelAttribute("form") OrganisationForm form, BindingResult binding,
			CurrentUser user, Model model) {
		form.check(binding);
		if (!binding.hasFieldErrors("name") && this.organisations.existsByNameIgnoreCase(Typed.text(form.name()))) {
			binding.rejectValue("name", "accounts.organisation.name.taken");
		}
		if (binding.hasErrors()) {
			return new ModelAndView("accounts/organisation-form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Organisation added = this.organisations.save(new Organisation(
				this.references.drawLasting("O", this.organisations::existsByReference), Typed.text(form.name()),
				form.place(), form.currency(), Typed.textOrNull(form.vatNumber()), Typed.textOrNull(form.address()),
				this.accounts.findById(user.id()).orElseThrow(NotFound::new), this.clock.instant()));
		this.audit.record(user.actor(), added.id(), "organisation.added", added.reference(),
				Objects.requireNonNull(added.name()));
		return new ModelAndView("redirect:/admin/organisations/" + added.reference());
	}

}
