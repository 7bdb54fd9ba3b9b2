package org.muster.proposals;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.ManagerFilter;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.documents.Documents;
import org.muster.forms.Inputs;
import org.muster.requests.StaffingRequest;

import org.springframework.data.domain.Sort;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Proposals to read: the list, the page, the document. */
@Controller
@RequestMapping("/proposals")
class ProposalController {

	private final Proposals proposals;

	private final ProposalPage page;

	private final Documents documents;

	private final ProposalExport export;

	private final EstimateSheet sheet;

	private final ManagerFilter managers;

	ProposalController(Proposals proposals, ProposalPage page, Documents documents, ProposalExport export,
			EstimateSheet sheet, ManagerFilter managers) {
		this.managers = managers;
		this.sheet = sheet;
		this.export = export;
		this.proposals = proposals;
		this.page = page;
		this.documents = documents;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) @Nullable ProposalStatus status,
			@RequestParam(defaultValue = "") String manager, @RequestParam(defaultValue = "0") int page,
			CurrentUser user, Model model) {
		Set<ProposalStatus> statuses = (status != null) ? EnumSet.of(status) : EnumSet.allOf(ProposalStatus.class);
		ManagedBy managed = this.managers.show(manager, user, model);
		String text = Inputs.text(q).toLowerCase(Locale.ROOT);
		model.addAttribute("page", Inputs.page(page, Sort.by(Sort.Direction.DESC, "v.statusAt", "v.id"),
				(at) -> this.proposals.search(user.viewer(), managed, statuses, text, at)));
		model.addAttribute("q", Inputs.text(q));
		model.addAttribute("status", status);
		model.addAttribute("statuses", user.isClient() ? EnumSet.complementOf(EnumSet.of(ProposalStatus.DRAFT))
				: EnumSet.allOf(ProposalStatus.class));
		return "proposals/list";
	}

	/** The list as a table: clients get theirs, without the organisation's name. */
	@GetMapping("/export.{format:csv|xlsx}")
	void export(@PathVariable String format, @RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) @Nullable ProposalStatus status,
			@RequestParam(defaultValue = "") String manager, CurrentUser user, HttpServletResponse response)
			throws IOException {
		Set<ProposalStatus> statuses = (status != null) ? EnumSet.of(status) : EnumSet.allOf(ProposalStatus.class);
		this.export.write(response, format, user, this.managers.read(manager, user), statuses,
				Inputs.text(q).toLowerCase(Locale.ROOT));
	}

	@GetMapping("/{reference}")
	@Transactional(readOnly = true)
	public String show(@PathVariable String reference, @RequestParam(required = false) @Nullable Integer revision,
			CurrentUser user, Model model) {
		this.page.show(model, reference, revision, user);
		return "proposals/show";
	}

	@GetMapping("/{reference}.pdf")
	@Transactional(readOnly = true)
	public ResponseEntity<byte[]> document(@PathVariable String reference,
			@RequestParam(required = false) @Nullable Integer revision,
			@RequestParam(defaultValue = "en") String language, CurrentUser user) {
		Locale locale = DocumentLanguage.of(language).orElseThrow(NotFound::new).locale();
		Model model = new ExtendedModelMap();
		ProposalRevision shown = this.page.fillIntact(model, reference, revision, user);
		this.page.dress(model, shown, locale);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
				.filename(
						"%s-%d%s.pdf".formatted(reference, shown.number(), language.equals("en") ? "" : "-" + language))
				.build()
				.toString())
			.body(this.documents.pdf("proposals/document", model.asMap(), shown.statusAt(), locale,
					((Organisation) Objects.requireNonNull(model.getAttribute("buyer"))).zone()));
	}

	/** The estimate as a sheet that calculates by itself. */
	@GetMapping("/{reference}.xlsx")
	@Transactional(readOnly = true)
	public ResponseEntity<byte[]> sheet(@PathVariable String reference,
			@RequestParam(required = false) @Nullable Integer revision, CurrentUser user) {
		Model model = new ExtendedModelMap();
		ProposalRevision shown = this.page.fillIntact(model, reference, revision, user);
		String title = Objects.requireNonNullElse(shown.title(),
				((StaffingRequest) Objects.requireNonNull(model.getAttribute("staffingRequest"))).title());
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("%s-%d.xlsx".formatted(reference, shown.number()))
						.build()
						.toString())
			.body(this.sheet.write(title, (Proposal) Objects.requireNonNull(model.getAttribute("proposal")), shown));
	}

}
