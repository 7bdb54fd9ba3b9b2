package org.muster.accounts;

import java.io.IOException;
import java.time.Clock;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.exports.SheetExport;
import org.muster.exports.SheetExport.Column;
import org.muster.forms.Inputs;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The consultancy's clients: the list, and what is switched on and off for one. */
@Controller
@RequestMapping("/admin/organisations")
class OrganisationAdminController {

	/** Which of them a list shows. */
	enum State {

		ACTIVE, ARCHIVED

	}

	private final Organisations organisations;

	private final ApplicationEventPublisher events;

	private final SheetExport export;

	private final Clock clock;

	OrganisationAdminController(Organisations organisations, ApplicationEventPublisher events, SheetExport export,
			Clock clock) {
		this.export = export;
		this.organisations = organisations;
		this.events = events;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable State state,
			@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("q", Inputs.text(q));
		model.addAttribute("state", state);
		model.addAttribute("states", State.values());
		model.addAttribute("page", Inputs.page(page, Sort.by("name"),
				(at) -> this.organisations.search(Inputs.text(q), archived(state), at)));
		return "accounts/organisations";
	}

	@GetMapping("/export.{format:csv|xlsx}")
	void export(@PathVariable String format, @RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) @Nullable State state, HttpServletResponse response) throws IOException {
		List<Column<OrganisationRow>> columns = List.of(
				new Column<>("web.export.reference", OrganisationRow::reference),
				new Column<>("accounts.organisation", OrganisationRow::name),
				new Column<>("accounts.organisation.country", OrganisationRow::country),
				new Column<>("accounts.organisation.time-zone", OrganisationRow::clock),
				new Column<>("accounts.organisation.currency", OrganisationRow::currency),
				new Column<>("accounts.organisation.vatNumber", OrganisationRow::vatNumber),
				new Column<>("accounts.organisation.manager", OrganisationRow::accountManager),
				new Column<>("accounts.organisation.members", OrganisationRow::members));
		this.export.write(response, "organisations", format, columns,
				() -> this.organisations.search(Inputs.text(q), archived(state), Pageable.unpaged(Sort.by("name")))
					.stream());
	}

	private static @Nullable Boolean archived(@Nullable State state) {
		return (state != null) ? Boolean.valueOf(state == State.ARCHIVED) : null;
	}

	/** Whether an approver has to submit requests. */
	@PostMapping("/{reference}/approval")
	@Transactional
	public String approval(@PathVariable String reference, @RequestParam(defaultValue = "false") boolean required,
			CurrentUser user) {
		Organisation organisation = this.organisations.findByReference(reference).orElseThrow(NotFound::new);
		if (organisation.isApprovalRequired() != required) {
			organisation.requireApproval(required);
			this.events.publishEvent(new Audited(user.actor(), organisation.id(),
					required ? AuditAct.ORGANISATION_APPROVAL_ON : AuditAct.ORGANISATION_APPROVAL_OFF, reference,
					null));
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
			this.events.publishEvent(new Audited(user.actor(), organisation.id(),
					required ? AuditAct.ORGANISATION_ORDERS_ON : AuditAct.ORGANISATION_ORDERS_OFF, reference, null));
		}
		return "redirect:/admin/organisations/" + reference;
	}

	/** Archived ones get no new work; what there is goes on. */
	@PostMapping("/{reference}/archival")
	@Transactional
	public String archive(@PathVariable String reference, @RequestParam(defaultValue = "false") boolean archived,
			CurrentUser user) {
		Organisation organisation = this.organisations.findByReference(reference).orElseThrow(NotFound::new);
		if (organisation.isArchived() != archived) {
			if (archived) {
				organisation.archive(user.name(), this.clock.instant());
			}
			else {
				organisation.reactivate();
			}
			this.events.publishEvent(new Audited(user.actor(), organisation.id(),
					archived ? AuditAct.ORGANISATION_ARCHIVED : AuditAct.ORGANISATION_REACTIVATED, reference, null));
		}
		return "redirect:/admin/organisations/" + reference;
	}

}
