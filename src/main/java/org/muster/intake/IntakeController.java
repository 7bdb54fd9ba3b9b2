package org.muster.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.TimeZone;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.forms.Inputs;
import org.muster.uploads.Unreadable;
import org.muster.uploads.UploadedText;
import org.muster.requests.RequestDrafts;
import org.muster.requests.ExpectedDays;
import org.muster.requests.GoalKind;
import org.muster.requests.Priority;
import org.muster.requests.RoleTemplates;
import org.muster.requests.StaffingRequest;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Languages;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Starting a request from a text. What is read stands on the page only: nothing is kept
 * before somebody has accepted it.
 */
@Controller
@RequestMapping("/requests/intake")
class IntakeController {

	/** In bytes of UTF-8. */
	static final int LARGEST = 50 * 1024;

	/** Twenty positions of forty skills, and what else there is. */
	private static final int MOST_ROWS = 1000;

	private final BriefReader reader;

	private final UploadedText uploads;

	private final RequestDrafts drafts;

	private final RoleTemplates templates;

	private final Taxonomy taxonomy;

	private final ExpectedDays days;

	private final Clock clock;

	IntakeController(BriefReader reader, UploadedText uploads, RequestDrafts drafts, RoleTemplates templates,
			Taxonomy taxonomy, ExpectedDays days, Clock clock) {
		this.days = days;
		this.reader = reader;
		this.uploads = uploads;
		this.drafts = drafts;
		this.templates = templates;
		this.taxonomy = taxonomy;
		this.clock = clock;
	}

	@InitBinder
	void manyRows(WebDataBinder binder) {
		binder.setAutoGrowCollectionLimit(MOST_ROWS);
	}

	@GetMapping
	String start(@RequestParam(required = false) @Nullable String client, CurrentUser user, Model model) {
		Organisation organisation = this.drafts.client(client, user).orElse(null);
		if (organisation == null) {
			model.addAttribute("clients", this.drafts.clients());
			return "requests/client";
		}
		model.addAttribute("client", organisation);
		return "intake/text";
	}

	@PostMapping
	ModelAndView read(@RequestParam(defaultValue = "") String text,
			@RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(required = false) @Nullable String client, CurrentUser user, Model model) throws IOException {
		Organisation organisation = this.drafts.requireClient(client, user);
		model.addAttribute("client", organisation);
		String said = text;
		if (file != null && !file.isEmpty()) {
			try {
				said = this.uploads.of(file, user.id());
			}
			catch (Unreadable ex) {
				return refused(text, ex.key(), model);
			}
		}
		if (said.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
			return refused(text, "intake.text.long", model);
		}
		if (ReadableText.of(said).isBlank()) {
			return refused(text, "intake.text.empty", model);
		}
		ParsedBrief brief = wish(said, organisation);
		if (brief.findings().isEmpty()) {
			return refused(said, "intake.text.nothing", model);
		}
		model.addAttribute("form", IntakeForm.of(said, brief, UUID.randomUUID().toString()));
		return shown(brief, model, HttpStatus.OK);
	}

	/**
	 * What was accepted becomes a draft, which nobody else sees before it is submitted.
	 */
	@PostMapping("/draft")
	@Transactional
	public ModelAndView accept(@ModelAttribute("form") IntakeForm form, BindingResult binding,
			@RequestParam(required = false) @Nullable String client, CurrentUser user, Model model) {
		Organisation organisation = this.drafts.requireClient(client, user);
		model.addAttribute("client", organisation);
		String text = Inputs.text(form.text());
		String key = Inputs.text(form.creationKey());
		if (!key.matches(RequestDrafts.KEY) || text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
			return new ModelAndView("redirect:/requests/intake");
		}
		form.check(binding, this.taxonomy, LocalDate.now(this.clock), organisation.currency(),
				(from, to) -> this.days.isWorkedBetween(organisation, from, to));
		if (binding.hasErrors()) {
			ParsedBrief brief = wish(text, organisation);
			// No page of ours sends fewer rows than it shows.
			return (form.all().size() < brief.findings().size() + brief.open().size())
					? refused(text, "intake.text.incomplete", model)
					: shown(brief, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Filling filling = new Filling(form, this.taxonomy, this.templates);
		StaffingRequest request = this.drafts.begin(organisation, Inputs.text(form.title()), filling.goals(), key, user,
				(begun) -> filling.fill(begun, user, this.clock.instant()));
		return new ModelAndView("redirect:/requests/" + request.reference() + "/review");
	}

	private ParsedBrief wish(String text, Organisation organisation) {
		return this.reader.read(text, organisation.currency(), LocalDate.now(this.clock));
	}

	private static ModelAndView refused(String text, String problem, Model model) {
		model.addAttribute("text", text);
		model.addAttribute("problem", problem);
		return new ModelAndView("intake/text", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static ModelAndView shown(ParsedBrief brief, Model model, HttpStatus status) {
		model.addAttribute("wish", brief);
		model.addAttribute("groups", Group.of(brief));
		model.addAttribute("goals", GoalKind.values());
		model.addAttribute("roles", JobRole.values());
		model.addAttribute("seniorities", Seniority.values());
		model.addAttribute("modes", WorkMode.values());
		model.addAttribute("levels", LanguageLevel.values());
		model.addAttribute("necessities", Priority.values());
		model.addAttribute("languages", Languages.OFFERED);
		model.addAttribute("timeZones", TimeZone.getAvailableIDs());
		return new ModelAndView("intake/findings", model.asMap(), status);
	}

}
