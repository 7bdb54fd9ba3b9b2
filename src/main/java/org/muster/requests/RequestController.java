package org.muster.requests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.accounts.ManagerFilter;
import org.muster.accounts.Organisation;
import org.muster.exports.SheetExport;
import org.muster.exports.SheetExport.Column;
import org.muster.exports.SheetExport.Word;
import org.muster.forms.Inputs;

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

/** The list of requests, and a new one. */
@Controller
@RequestMapping("/requests")
class RequestController {

	private final Requests requests;

	private final RequestDrafts drafts;

	private final ManagerFilter managers;

	private final SheetExport export;

	RequestController(Requests requests, RequestDrafts drafts, ManagerFilter managers, SheetExport export) {
		this.managers = managers;
		this.requests = requests;
		this.drafts = drafts;
		this.export = export;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") List<@Nullable RequestStatus> status,
			@RequestParam(defaultValue = "") String manager, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "false") boolean copy, CurrentUser user, Model model) {
		Set<RequestStatus> chosen = known(status);
		Set<RequestStatus> statuses = statuses(chosen);
		ManagedBy managed = this.managers.show(manager, user, model);
		String text = Inputs.text(q).toLowerCase(Locale.ROOT);
		model.addAttribute("page", Inputs.page(page, Sort.by(Sort.Direction.DESC, "statusAt", "id"),
				(at) -> this.requests.search(user.viewer(), managed, statuses, text, at)));
		model.addAttribute("copying", copy);
		model.addAttribute("creationKey", UUID.randomUUID().toString());
		model.addAttribute("q", Inputs.text(q));
		model.addAttribute("chosen", chosen);
		model.addAttribute("status", (chosen.size() == 1) ? chosen.iterator().next() : null);
		model.addAttribute("states", String.join(",", chosen.stream().map(RequestStatus::name).toList()));
		model.addAttribute("statuses", RequestStatus.values());
		return "requests/list";
	}

	/** Without what is no state, which an address may name. */
	private static Set<RequestStatus> known(List<@Nullable RequestStatus> typed) {
		return typed.stream()
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(RequestStatus.class)));
	}

	/** All where none is chosen. */
	private static Set<RequestStatus> statuses(Set<RequestStatus> chosen) {
		return chosen.isEmpty() ? EnumSet.allOf(RequestStatus.class) : chosen;
	}

	/** The list as a table: clients get theirs, without the organisation's name. */
	@GetMapping("/export.{format:csv|xlsx}")
	void export(@PathVariable String format, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "") List<@Nullable RequestStatus> status,
			@RequestParam(defaultValue = "") String manager, CurrentUser user, HttpServletResponse response)
			throws IOException {
		Set<RequestStatus> statuses = statuses(known(status));
		List<Column<RequestRow>> columns = new ArrayList<>(
				List.of(new Column<>("web.export.reference", RequestRow::reference),
						new Column<>("requests.request.title", RequestRow::title),
						new Column<>("web.state", (row) -> Word.of("requests.status", row.status())),
						new Column<>("requests.heads", RequestRow::heads),
						new Column<>("requests.start", RequestRow::earliestStart),
						new Column<>("web.export.by", RequestRow::statusBy),
						new Column<>("web.export.at", RequestRow::statusAt)));
		if (!user.isClient()) {
			columns.add(1, new Column<>("accounts.organisation", RequestRow::organisation));
		}
		String text = Inputs.text(q).toLowerCase(Locale.ROOT);
		ManagedBy managed = this.managers.read(manager, user);
		this.export.write(response, "requests", format, columns, () -> SheetExport
			.byKey((last) -> this.requests.before(last, user.viewer(), managed, statuses, text, SheetExport.PAGE)));
	}

	/** An account manager says first for which client the request is. */
	@GetMapping("/new")
	String start(@RequestParam(required = false) @Nullable String client, CurrentUser user, Model model) {
		Organisation organisation = this.drafts.client(client, user).orElse(null);
		if (organisation == null) {
			model.addAttribute("clients", this.drafts.clients());
			return "requests/client";
		}
		organisation.requireActive();
		model.addAttribute("client", organisation);
		model.addAttribute("form", GoalsForm.empty(UUID.randomUUID().toString()));
		return "requests/goals";
	}

	@PostMapping
	@Transactional
	public ModelAndView create(@Valid @ModelAttribute("form") GoalsForm form, BindingResult binding,
			@RequestParam(required = false) @Nullable String client, CurrentUser user, Model model) {
		Organisation organisation = this.drafts.requireClient(client, user);
		model.addAttribute("client", organisation);
		String key = Objects.requireNonNullElse(form.creationKey(), "");
		if (!key.matches(RequestDrafts.KEY)) {
			binding.reject("forms.stale");
		}
		form.check(binding);
		if (binding.hasErrors()) {
			model.addAllAttributes(binding.getModel());
			return new ModelAndView("requests/goals", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		StaffingRequest request = this.drafts.begin(organisation, Inputs.text(form.title()), form.goals(), key, user,
				(begun) -> {
				});
		return new ModelAndView("redirect:/requests/" + request.reference() + "/positions");
	}

}
