package org.muster.requests;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.References;
import org.muster.forms.Inputs;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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

/** The templates that account managers make, for everybody or for one organisation. */
@Controller
@RequestMapping("/admin/templates")
class TemplateAdminController {

	private final OwnTemplates templates;

	private final RoleTemplates standard;

	private final Organisations organisations;

	private final Taxonomy taxonomy;

	private final References references;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	TemplateAdminController(OwnTemplates templates, RoleTemplates standard, Organisations organisations,
			Taxonomy taxonomy, References references, ApplicationEventPublisher events, Clock clock) {
		this.templates = templates;
		this.standard = standard;
		this.organisations = organisations;
		this.taxonomy = taxonomy;
		this.references = references;
		this.events = events;
		this.clock = clock;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public String list(Model model) {
		model.addAttribute("own", this.templates.offered());
		model.addAttribute("standard", this.standard.all());
		model.addAttribute("organisations",
				this.organisations.all().stream().collect(Collectors.toMap(Organisation::id, Organisation::name)));
		return "requests/templates-admin";
	}

	/**
	 * @param from the key of a template to begin with
	 */
	@GetMapping("/new")
	@Transactional(readOnly = true)
	public String start(@RequestParam(defaultValue = "") String from, Model model) {
		PositionTemplate template = this.standard.all()
			.stream()
			.filter((one) -> one.key().equals(from))
			.findFirst()
			.orElseGet(() -> new PositionTemplate("", "", JobRole.BACK_END, Seniority.SENIOR, 3, "", List.of(),
					List.of(), Map.of()));
		choices(null, model);
		model.addAttribute("form", TemplateForm.of(template, null, this.taxonomy, null));
		return "requests/template-form";
	}

	@PostMapping
	@Transactional
	public ModelAndView create(@Valid @ModelAttribute("form") TemplateForm form, BindingResult binding,
			@RequestParam(required = false) @Nullable String more, CurrentUser user, Model model) {
		choices(null, model);
		Organisation organisation = organisation(form, binding);
		ModelAndView again = again(form, binding, more, model);
		if (again != null) {
			return again;
		}
		OwnTemplate template = this.templates
			.save(new OwnTemplate(this.references.drawLasting("T", this.templates::existsByReference), id(organisation),
					form.contents(this.taxonomy), user, this.clock.instant()));
		this.events.publishEvent(new Audited(user.actor(), id(organisation), AuditAct.TEMPLATE_MADE,
				template.reference(), template.name()));
		return new ModelAndView("redirect:/admin/templates");
	}

	@GetMapping("/{reference}")
	@Transactional(readOnly = true)
	public String edit(@PathVariable String reference, Model model) {
		OwnTemplate template = offered(reference);
		choices(reference, model);
		Long organisation = template.organisationId();
		model.addAttribute("form",
				TemplateForm.of(template.contents(), (organisation != null)
						? this.organisations.findById(organisation).orElseThrow(NotFound::new).reference() : null,
						this.taxonomy, template.version()));
		return "requests/template-form";
	}

	@PostMapping("/{reference}")
	@Transactional
	public ModelAndView change(@PathVariable String reference, @Valid @ModelAttribute("form") TemplateForm form,
			BindingResult binding, @RequestParam(required = false) @Nullable String more, CurrentUser user,
			Model model) {
		OwnTemplate template = offered(reference);
		choices(reference, model);
		Organisation organisation = organisation(form, binding);
		ModelAndView again = again(form, binding, more, model);
		if (again != null) {
			return again;
		}
		if (!Objects.equals(form.version(), template.version())) {
			model.addAttribute("stale", template.version());
			return withBlanks(form, model, HttpStatus.CONFLICT);
		}
		template.edit(id(organisation), form.contents(this.taxonomy), user, this.clock.instant());
		this.events.publishEvent(
				new Audited(user.actor(), id(organisation), AuditAct.TEMPLATE_CHANGED, reference, template.name()));
		return new ModelAndView("redirect:/admin/templates");
	}

	@PostMapping("/{reference}/retirement")
	@Transactional
	public String retire(@PathVariable String reference, CurrentUser user) {
		OwnTemplate template = this.templates.findByReference(reference).orElseThrow(NotFound::new);
		// Retired already, as by a double click: there is nothing more to do.
		if (!template.isRetired()) {
			template.retire(user, this.clock.instant());
			this.events.publishEvent(new Audited(user.actor(), template.organisationId(), AuditAct.TEMPLATE_RETIRED,
					reference, template.name()));
		}
		return "redirect:/admin/templates";
	}

	private OwnTemplate offered(String reference) {
		return this.templates.findByReference(reference).filter((one) -> !one.isRetired()).orElseThrow(NotFound::new);
	}

	private @Nullable Organisation organisation(TemplateForm form, BindingResult binding) {
		if (Inputs.isEmpty(form.organisation())) {
			return null;
		}
		Organisation found = this.organisations.findByReference(Inputs.text(form.organisation())).orElse(null);
		if (found == null) {
			binding.rejectValue("organisation", "requests.template.organisation.unknown");
		}
		return found;
	}

	private static @Nullable Long id(@Nullable Organisation organisation) {
		return (organisation != null) ? organisation.id() : null;
	}

	/** The form once more, where rows are wanted or something is wrong. */
	private @Nullable ModelAndView again(TemplateForm form, BindingResult binding, @Nullable String more, Model model) {
		if (more != null) {
			return withBlanks(form, model, HttpStatus.OK);
		}
		form.check(binding, this.taxonomy);
		return binding.hasErrors()
				? new ModelAndView("requests/template-form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT) : null;
	}

	private static ModelAndView withBlanks(TemplateForm form, Model model, HttpStatusCode status) {
		model.asMap().keySet().removeIf((key) -> key.startsWith(BindingResult.MODEL_KEY_PREFIX));
		model.addAttribute("form", form.withBlanks());
		return new ModelAndView("requests/template-form", model.asMap(), status);
	}

	private void choices(@Nullable String reference, Model model) {
		model.addAttribute("reference", reference);
		model.addAttribute("roles", JobRole.values());
		model.addAttribute("seniorities", Seniority.values());
		model.addAttribute("necessities", Priority.values());
		model.addAttribute("organisations",
				this.organisations.all()
					.stream()
					.collect(Collectors.toMap(Organisation::reference, Organisation::name, (one, other) -> one,
							java.util.LinkedHashMap::new)));
	}

}
