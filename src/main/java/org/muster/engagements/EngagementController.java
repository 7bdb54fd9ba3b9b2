package org.muster.engagements;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.ManagerFilter;
import org.muster.exports.SheetExport;
import org.muster.exports.SheetExport.Column;
import org.muster.exports.SheetExport.Word;
import org.muster.forms.Inputs;

import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of engagements: a client's own, and everybody's for the consultancy. */
@Controller
@RequestMapping("/engagements")
class EngagementController {

	private final Engagements engagements;

	private final ManagerFilter managers;

	private final SheetExport export;

	private final Clock clock;

	EngagementController(Engagements engagements, ManagerFilter managers, SheetExport export, Clock clock) {
		this.engagements = engagements;
		this.managers = managers;
		this.export = export;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView list(@Valid EngagementForm form, BindingResult binding,
			@RequestParam(defaultValue = "") String manager, @RequestParam(defaultValue = "0") int page,
			CurrentUser user, Model model) {
		LocalDate today = LocalDate.now(this.clock);
		ManagedBy managed = this.managers.show(manager, user, model);
		model.addAttribute("page", Inputs.page(page, Sort.by(Sort.Direction.DESC, "firstWorkday", "id"),
				(at) -> this.engagements.search(user.viewer(), managed, form.dates(today), form.text(), at)));
		model.addAttribute("sought", form);
		model.addAttribute("q", Inputs.text(form.q()));
		model.addAttribute("states", EngagementState.values());
		model.addAttribute("today", today);
		model.addAttribute("problem", binding.hasErrors() ? problem(binding) : null);
		return new ModelAndView("engagements/list", model.asMap(),
				binding.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	private static String problem(BindingResult binding) {
		return binding.hasFieldErrors("inOrder") ? "forms.dates.reversed" : "holidays.date.far";
	}

	/** The list as a table: clients get theirs, without the organisation's name. */
	@GetMapping("/export.{format:csv|xlsx}")
	void export(@PathVariable String format, @Valid EngagementForm form,
			@RequestParam(defaultValue = "") String manager, CurrentUser user, HttpServletResponse response)
			throws IOException {
		LocalDate today = LocalDate.now(this.clock);
		ManagedBy managed = this.managers.read(manager, user);
		EngagementDates dates = form.dates(today);
		this.export.write(response, "engagements", format, columns(user, today), () -> SheetExport.byKey(
				(last) -> this.engagements.before(last, user.viewer(), managed, dates, form.text(), SheetExport.PAGE)));
	}

	private static List<Column<EngagementRow>> columns(CurrentUser user, LocalDate today) {
		List<Column<EngagementRow>> columns = new ArrayList<>();
		columns.add(new Column<>("web.export.reference", EngagementRow::reference));
		if (!user.isClient()) {
			columns.add(new Column<>("accounts.organisation", EngagementRow::organisation));
			columns.add(new Column<>("accounts.organisation.manager", EngagementRow::accountManager));
		}
		columns.addAll(List.of(new Column<>("engagements.consultant", EngagementRow::consultantReference),
				new Column<>("consultants.name", EngagementRow::consultantName),
				new Column<>("consultants.role", (row) -> Word.of("consultants.role", row.role())),
				new Column<>("web.state", (row) -> Word.of("engagements.status", row.state(today))),
				new Column<>("proposals.export.first", EngagementRow::firstWorkday),
				new Column<>("proposals.export.last", EngagementRow::lastWorkday),
				new Column<>("proposals.phase.perWeek", (row) -> row.allocation().perWeek().days()),
				new Column<>("proposals.line.days", (row) -> row.days().days()),
				new Column<>("proposals.proposal", EngagementRow::proposalReference),
				new Column<>("engagements.reviews", EngagementRow::reviews)));
		return columns;
	}

}
