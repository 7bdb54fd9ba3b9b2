package org.muster.profiles;

import java.io.IOException;
import java.time.Clock;

import jakarta.validation.Valid;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.consultants.Consultants;
import org.muster.pictures.Pictures;
import org.muster.forms.Inputs;
import org.muster.pictures.UnusablePicture;
import org.muster.skills.Taxonomy;

import org.springframework.context.ApplicationEventPublisher;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Certifications, past projects, notes and the photo of a profile. */
@Controller
@RequestMapping("/admin/consultants/{reference}")
class ProfilePartsController {

	private static final int LONGEST_NOTE = 4000;

	/** In bytes. */
	private static final int LARGEST_PHOTO = 10 * 1024 * 1024;

	private final Consultants consultants;

	private final Certifications certifications;

	private final Projects projects;

	private final Notes notes;

	private final Photos photos;

	private final Taxonomy taxonomy;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ProfilePartsController(Consultants consultants, Certifications certifications, Projects projects, Notes notes,
			Photos photos, Taxonomy taxonomy, ApplicationEventPublisher events, Clock clock) {
		this.consultants = consultants;
		this.certifications = certifications;
		this.projects = projects;
		this.notes = notes;
		this.photos = photos;
		this.taxonomy = taxonomy;
		this.events = events;
		this.clock = clock;
	}

	@GetMapping("/certifications/new")
	String certification(@PathVariable String reference, Model model) {
		id(reference);
		model.addAttribute("form", CertificationForm.empty());
		return "profiles/certification";
	}

	@PostMapping("/certifications")
	@Transactional
	public ModelAndView certify(@PathVariable String reference, @Valid @ModelAttribute("form") CertificationForm form,
			BindingResult binding, CurrentUser user, Model model) {
		long id = id(reference);
		form.check(binding);
		if (binding.hasErrors()) {
			return new ModelAndView("profiles/certification", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.certifications.save(form.certification(id));
		return changed(reference, form.name(), user);
	}

	@PostMapping("/certifications/{certification}/removal")
	@Transactional
	public ModelAndView decertify(@PathVariable String reference, @PathVariable long certification, CurrentUser user) {
		long gone = this.certifications.deleteByConsultantIdAndId(id(reference), certification);
		return (gone > 0) ? changed(reference, null, user) : profile(reference);
	}

	@GetMapping("/projects/new")
	String project(@PathVariable String reference, Model model) {
		id(reference);
		model.addAttribute("form", ProjectForm.empty());
		return "profiles/project";
	}

	@PostMapping("/projects")
	@Transactional
	public ModelAndView addProject(@PathVariable String reference, @Valid @ModelAttribute("form") ProjectForm form,
			BindingResult binding, CurrentUser user, Model model) {
		return save(reference, new Project(id(reference)), form, binding, user, model);
	}

	@GetMapping("/projects/{project}")
	String editProject(@PathVariable String reference, @PathVariable long project, Model model) {
		model.addAttribute("project", project);
		model.addAttribute("form", ProjectForm.of(require(reference, project), this.taxonomy));
		return "profiles/project";
	}

	@PostMapping("/projects/{project}")
	@Transactional
	public ModelAndView changeProject(@PathVariable String reference, @PathVariable long project,
			@Valid @ModelAttribute("form") ProjectForm form, BindingResult binding, CurrentUser user, Model model) {
		model.addAttribute("project", project);
		return save(reference, require(reference, project), form, binding, user, model);
	}

	private ModelAndView save(String reference, Project project, ProjectForm form, BindingResult binding,
			CurrentUser user, Model model) {
		form.check(binding, this.taxonomy);
		if (binding.hasErrors()) {
			return new ModelAndView("profiles/project", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		form.fill(project, this.taxonomy);
		this.projects.save(project);
		return changed(reference, project.title(), user);
	}

	@PostMapping("/projects/{project}/removal")
	@Transactional
	public ModelAndView removeProject(@PathVariable String reference, @PathVariable long project, CurrentUser user) {
		return this.projects.find(id(reference), project).map((gone) -> {
			this.projects.delete(gone);
			return changed(reference, gone.title(), user);
		}).orElseGet(() -> profile(reference));
	}

	@PostMapping("/notes")
	@Transactional
	public ModelAndView note(@PathVariable String reference, @RequestParam(defaultValue = "") String text,
			CurrentUser user, RedirectAttributes flash) {
		long id = id(reference);
		if (text.isBlank() || text.length() > LONGEST_NOTE) {
			flash.addFlashAttribute("problem", text.isBlank() ? "profiles.note.empty" : "profiles.note.long");
			flash.addFlashAttribute("typedNote", text);
			return profile(reference);
		}
		this.notes.save(new Note(id, Inputs.text(text), user.name(), this.clock.instant()));
		this.events.publishEvent(new Audited(user.actor(), null, AuditAct.CONSULTANT_NOTED, reference, null));
		return profile(reference);
	}

	@PostMapping("/notes/{note}/removal")
	@Transactional
	public ModelAndView removeNote(@PathVariable String reference, @PathVariable long note, CurrentUser user) {
		if (this.notes.deleteByConsultantIdAndId(id(reference), note) > 0) {
			this.events
				.publishEvent(new Audited(user.actor(), null, AuditAct.CONSULTANT_NOTE_REMOVED, reference, null));
		}
		return profile(reference);
	}

	@PostMapping("/photo")
	@Transactional
	public ModelAndView photo(@PathVariable String reference, @RequestParam MultipartFile file, CurrentUser user,
			RedirectAttributes flash) throws IOException {
		long consultant = id(reference);
		try {
			this.photos.keep(consultant, Pictures.read(file, LARGEST_PHOTO));
			return changed(reference, null, user);
		}
		catch (UnusablePicture ex) {
			flash.addFlashAttribute("problem", ex.key());
			flash.addFlashAttribute("problemArguments", ex.arguments().toArray());
			return profile(reference);
		}
	}

	@PostMapping("/photo/removal")
	@Transactional
	public ModelAndView removePhoto(@PathVariable String reference, CurrentUser user) {
		this.photos.remove(id(reference));
		return changed(reference, null, user);
	}

	private ModelAndView changed(String reference, @org.jspecify.annotations.Nullable String detail, CurrentUser user) {
		this.events.publishEvent(new Audited(user.actor(), null, AuditAct.CONSULTANT_CHANGED, reference, detail));
		return profile(reference);
	}

	private static ModelAndView profile(String reference) {
		return new ModelAndView("redirect:/consultants/" + reference);
	}

	private Project require(String reference, long project) {
		return this.projects.find(id(reference), project).orElseThrow(NotFound::new);
	}

	private long id(String reference) {
		return this.consultants.idOf(reference).orElseThrow(NotFound::new);
	}

}
