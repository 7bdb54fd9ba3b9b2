package org.muster.insights;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.Accounts;
import org.muster.audit.AuditTrail;
import org.muster.audit.HistoryLine;
import org.muster.audit.TrailQuery;
import org.muster.calendar.HomeZone;
import org.muster.exports.SheetExport;
import org.muster.exports.SheetExport.Column;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The audit trail over everybody: for the consultancy's people. */
@Controller
@RequestMapping("/admin/audit")
class AuditController {

	private final AuditTrail audit;

	private final Accounts accounts;

	private final SheetExport export;

	private final MessageSource messages;

	private final HomeZone home;

	AuditController(AuditTrail audit, Accounts accounts, SheetExport export, MessageSource messages, HomeZone home) {
		this.home = home;
		this.audit = audit;
		this.accounts = accounts;
		this.export = export;
		this.messages = messages;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public ModelAndView list(@Valid AuditForm typed, BindingResult binding,
			@RequestParam(required = false) @Nullable Long before, Model model) {
		Map<String, String> acts = acts();
		AuditForm form = typed.among(acts.keySet());
		TrailQuery query = form.query(this.accounts::named, this.home.id());
		model.addAttribute("trail", TrailPage.of((most) -> this.audit.find(query, before, most)));
		model.addAttribute("before", before);
		model.addAttribute("zone", this.home.id().getId());
		model.addAttribute("sought", form);
		model.addAttribute("activities", acts);
		model.addAttribute("problem", binding.hasErrors() ? "holidays.date.far" : null);
		return new ModelAndView("insights/audit", model.asMap(),
				binding.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	/** With their words, in the order of those. */
	private Map<String, String> acts() {
		Map<String, String> acts = new LinkedHashMap<>();
		this.audit.acts()
			.stream()
			.map((act) -> Map.entry(act, word(act)))
			.sorted(Map.Entry.comparingByValue(Comparator.comparing((word) -> word.toLowerCase(Locale.ROOT))))
			.forEach((act) -> acts.put(act.getKey(), act.getValue()));
		return acts;
	}

	private String word(String act) {
		return String.valueOf(this.messages.getMessage("audit.act." + act, null, act, Locale.ENGLISH));
	}

	@GetMapping("/export.{format:csv|xlsx}")
	void export(@PathVariable String format, @Valid AuditForm form, HttpServletResponse response) throws IOException {
		List<Column<HistoryLine>> columns = List.of(new Column<>("insights.audit.when.utc", HistoryLine::at),
				new Column<>("insights.audit.who", HistoryLine::actor),
				new Column<>("insights.audit.act", (line) -> new SheetExport.Word("audit.act." + line.act())),
				new Column<>("insights.audit.subject", HistoryLine::subject),
				new Column<>("insights.audit.detail",
						(line) -> line.redacted() ? new SheetExport.Word("audit.redacted") : line.detail()),
				new Column<>("insights.audit.from", HistoryLine::address));
		TrailQuery query = form.query(this.accounts::named, this.home.id());
		this.export.write(response, "audit", format, columns, () -> SheetExport
			.byKey((last) -> this.audit.find(query, (last != null) ? last.id() : null, SheetExport.PAGE)));
	}

}
