package org.muster.cvs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.forms.MailAddresses;
import org.muster.forms.Inputs;
import org.muster.profiles.ConsultantForm;
import org.muster.profiles.ConsultantRegistration;
import org.muster.profiles.ProfileHistory;
import org.muster.skills.SkillReader;
import org.muster.uploads.Document;
import org.muster.uploads.FileNames;
import org.muster.uploads.Unreadable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** From CVs to profiles: upload, and a person who confirms what was read. */
@Controller
@RequestMapping("/admin/consultants/drafts")
class ProfileDraftController {

	private static final String LIST = "/admin/consultants/drafts";

	private final ProfileDrafts drafts;

	private final DraftFiles files;

	private final CvIntake intake;

	private final SkillReader skills;

	private final Consultants consultants;

	private final ConsultantRegistration admission;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ProfileDraftController(ProfileDrafts drafts, DraftFiles files, CvIntake intake, SkillReader skills,
			Consultants consultants, ConsultantRegistration admission, ApplicationEventPublisher events,
			TransactionTemplate transaction, Clock clock) {
		this.drafts = drafts;
		this.files = files;
		this.intake = intake;
		this.skills = skills;
		this.consultants = consultants;
		this.admission = admission;
		this.events = events;
		this.transaction = transaction;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("page", Inputs.page(page, Sort.by(Sort.Direction.DESC, "id"), this.drafts::kept));
		return "cvs/drafts";
	}

	/** Looked at before the transaction begins: no connection waits for a large file. */
	@PostMapping
	ModelAndView upload(@RequestParam List<MultipartFile> file, CurrentUser user, Model model) throws IOException {
		List<Document> documents = new ArrayList<>();
		long room = Document.MOST_AT_ONCE;
		for (MultipartFile one : file) {
			List<Document> more = documents(one, room);
			room -= more.stream().mapToLong((document) -> document.content().length).sum();
			documents.addAll(more);
		}
		if (documents.size() == 1 && documents.get(0).problem() != null) {
			model.addAttribute("problem", documents.get(0).problem());
			list(0, model);
			return new ModelAndView("cvs/drafts", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		List<String> kept = Objects.requireNonNull(this.transaction
			.execute((status) -> documents.stream().map((one) -> this.intake.keep(one, user)).toList()));
		return new ModelAndView("redirect:" + LIST + ((kept.size() == 1) ? "/" + kept.get(0) : ""));
	}

	private static List<Document> documents(MultipartFile file, long room) throws IOException {
		String name = FileNames.of(file);
		Path copy = Files.createTempFile("muster-upload", null);
		try {
			file.transferTo(copy);
			return Document.of(copy, name, room);
		}
		catch (Unreadable ex) {
			return List.of(Document.refused(name, ex.key()));
		}
		finally {
			Files.delete(copy);
		}
	}

	@GetMapping("/{reference}")
	ModelAndView show(@PathVariable String reference,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String waiting,
			HttpServletResponse response, Model model) {
		ProfileDraft draft = this.drafts.require(reference);
		if (waiting != null && !draft.isOpen()) {
			// Who has waited for it gets another page.
			response.setHeader("HX-Refresh", "true");
		}
		else if (draft.isReady()) {
			return page(draft, null, null, model, HttpStatus.OK);
		}
		model.addAttribute("draft", draft);
		return new ModelAndView("cvs/draft-state", model.asMap());
	}

	@PostMapping("/{reference}/confirmation")
	@Transactional
	public ModelAndView confirm(@PathVariable String reference, @Valid @ModelAttribute("form") ConsultantForm form,
			BindingResult binding, @ModelAttribute("history") ProfileHistory history, BindingResult historyBinding,
			@RequestParam(required = false) @Nullable String more, CurrentUser user, Model model) {
		ProfileDraft draft = this.drafts.findLockedByReference(reference).orElseThrow(NotFound::new);
		if (!draft.isReady()) {
			draft.requireSettled(typed(form, history), user);
			String there = draft.consultant();
			return new ModelAndView("redirect:" + ((there != null) ? "/consultants/" + there : LIST + "/" + reference));
		}
		if (more != null) {
			model.asMap().keySet().removeIf((key) -> key.startsWith(BindingResult.MODEL_KEY_PREFIX));
			return page(draft, form.withBlanks(), history, model, HttpStatus.OK);
		}
		this.admission.check(form, binding, "");
		this.admission.check(history, historyBinding);
		if (binding.hasErrors() || historyBinding.hasErrors()) {
			return page(draft, form, history, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Consultant added = this.admission.admit(form, history, user);
		draft.confirm(added.reference(), typed(form, history), user, this.clock.instant());
		this.files.forget(draft.id());
		return new ModelAndView("redirect:/consultants/" + added.reference());
	}

	@PostMapping("/{reference}/withdrawal")
	@Transactional
	public String withdraw(@PathVariable String reference, CurrentUser user) {
		ProfileDraft draft = this.drafts.findLockedByReference(reference).orElseThrow(NotFound::new);
		if (draft.discard(user.actor(), this.clock.instant())) {
			this.files.forget(draft.id());
			this.events.publishEvent(new Audited(user.actor(), null, AuditAct.CV_DISCARDED, reference, null));
		}
		else {
			draft.requireSettled(null, user);
		}
		return "redirect:" + LIST;
	}

	private static String typed(ConsultantForm form, ProfileHistory history) {
		return form.toString() + history;
	}

	/**
	 * Read again each time: a skill that was added since counts.
	 * @param typed what stands in the form, if somebody has begun to change it
	 */
	private ModelAndView page(ProfileDraft draft, @Nullable ConsultantForm typed, @Nullable ProfileHistory typedHistory,
			Model model, HttpStatusCode status) {
		String text = this.files.text(draft.id()).orElse("");
		CvDraft read = CvReader.read(this.skills, text, LocalDate.now(this.clock));
		this.admission.choices(model);
		model.addAttribute("form", Objects.requireNonNullElse(typed, read.form()));
		model.addAttribute("history", Objects.requireNonNullElse(typedHistory, read.history()));
		model.addAttribute("draft", draft);
		model.addAttribute("passages", read.passages());
		model.addAttribute("text", text);
		this.consultants.findByEmailIn(List.of(MailAddresses.normal(read.form().email())))
			.stream()
			.findFirst()
			.ifPresent((known) -> model.addAttribute("known", known));
		return new ModelAndView("cvs/draft", model.asMap(), status);
	}

}
