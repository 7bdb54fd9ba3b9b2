package org.muster.insights;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.muster.accounts.Accounts;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.audit.AuditTrail;
import org.muster.audit.HistoryLine;
import org.muster.calendar.PublicHolidays;
import org.muster.engagements.Engagements;
import org.muster.forms.SheetExport;
import org.muster.forms.Typed;
import org.muster.forms.SheetExport.Column;
import org.muster.proposals.ProposalStatus;
import org.muster.proposals.Proposals;
import org.muster.requests.RequestStatus;
import org.muster.requests.Requests;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A client and its whole history, and the audit trail over everybody: for the
 * consultancy's people.
 */
@Controller
class OrganisationPageController {

	private final Organisations organisations;

	private final Accounts accounts;

	private final Requests requests;

	private final Proposals proposals;

	private final Engagements engagements;

	private final AuditTrail audit;

	private final SheetExport export;

	OrganisationPageController(Organisations organisations, Accounts accounts, Requests requests, Proposals proposals,
			Engagements engagements, AuditTrail audit, SheetExport export) {
		this.export = export;
		this.organisations = organisations;
		this.accounts = accounts;
		this.requests = requests;
		this.proposals = proposals;
		this.engagements = engagements;
		this.audit = audit;
	}

	@GetMapping("/admin/organisations/{reference}")
	@Transactional(readOnly = true)
	public String show(@PathVariable String reference, @RequestParam(defaultValue = "0") int page, Model model) {
		Organisation organisation = this.organisations.findByReference(reference).orElseThrow(NotFound::new);
		model.addAttribute("organisation", organisation);
		model.addAttribute("regional", !PublicHolidays.regions(organisation.place().country()).isEmpty());
		model.addAttribute("members", this.accounts.membersOf(organisation.id()));
		// Drafts are the client's own until they are submitted.
		model.addAttribute("requests",
				this.requests.search(organisation.id(), EnumSet.complementOf(EnumSet.of(RequestStatus.DRAFT)), "",
						PageRequest.of(0, 10, Sort.by(Sort.Direction.DESC, "statusAt", "id"))));
		model.addAttribute("proposals", this.proposals.search(organisation.id(), EnumSet.allOf(ProposalStatus.class),
				"", null, PageRequest.of(0, 10, Sort.by(Sort.Direction.DESC, "v.statusAt", "v.id"))));
		model.addAttribute("engagements", this.engagements.of(organisation.id(), Limit.of(10)));
		model.addAttribute("page", this.audit.history(organisation.id(), Typed.page(page, Sort.unsorted())));
		return "insights/organisation";
	}

	@GetMapping("/admin/audit/export.{format:csv|xlsx}")
	void export(@PathVariable String format, HttpServletResponse response) throws IOException {
		List<Column<HistoryLine>> columns = List.of(new Column<>("insights.audit.when.utc", HistoryLine::at),
				new Column<>("insights.audit.who", HistoryLine::actor),
				new Column<>("insights.audit.act", (line) -> new SheetExport.Word("audit.act." + line.act())),
				new Column<>("insights.audit.subject", HistoryLine::subject),
				new Column<>("insights.audit.detail",
						(line) -> line.redacted() ? new SheetExport.Word("audit.redacted") : line.detail()),
				new Column<>("insights.audit.from", HistoryLine::address));
		this.export.write(response, "audit", format, columns,
				() -> SheetExport.byKey((last) -> this.audit.before(last, SheetExport.PAGE)));
	}

	@GetMapping("/admin/audit")
	String audit(@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("page", this.audit.history(null, Typed.page(page, Sort.unsorted())));
		return "insights/audit";
	}

}
